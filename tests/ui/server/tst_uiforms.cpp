// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/accesscommands.h"
#include "core/domain/accountcommands.h"
#include "tests/ui/server/desk.h"
#include "ui/dialogs/keptforms.h"
#include "ui/models/queuewords.h"
#include "ui/pages/groups/groupcommands.h"
#include "ui/pages/groups/groupform.h"
#include "ui/pages/members/accesscopydialog.h"
#include "ui/pages/members/checklistfield.h"
#include "ui/pages/members/closeaccountdialog.h"
#include "ui/pages/members/handoverdialog.h"
#include "ui/pages/members/memberremovedialog.h"
#include "ui/pages/members/removedpane.h"
#include "ui/pages/members/restoredialog.h"
#include "ui/pages/members/staffdialog.h"
#include "ui/pages/members/suspenddialog.h"
#include "ui/pages/organizations/pickers.h"
#include "ui/pages/outsiders/outsiderremoval.h"
#include "ui/pages/profile/passwordchange.h"
#include "ui/pages/profile/profiledialog.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spaceform.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::CommandWorld;
using test::Desk;
using test::patience;
using test::Person;

// What the forms of spaces, role groups and members give is what a real server takes (ERR-3).
class TestUiForms : public QObject
{
    Q_OBJECT
private:
    CommandWorld m_world;
    std::unique_ptr<Desk> m_desk;
    QSet<QString> m_done;

    void sit(const Person &person)
    {
        m_desk = std::make_unique<Desk>(m_world.cluster(), person);
        QTRY_VERIFY_WITH_TIMEOUT(session().state().online && session().state().lastSync, patience);
        QTRY_VERIFY_WITH_TIMEOUT(session().actor().userId == CommandWorld::userId(person), patience);
    }
    [[nodiscard]] EngineSession &session() { return *m_desk->session; }
    [[nodiscard]] TenantId tenant() const { return CommandWorld::tenantId(m_world.tenantA); }

    /// `act` gives one command, which the server carries out; what it did has come back.
    template <class Act>
    void isDone(const Act &act)
    {
        const qsizetype before = session().commands().size();
        act();
        QTRY_VERIFY_WITH_TIMEOUT(session().commands().size() > before, patience);
        QTRY_VERIFY2_WITH_TIMEOUT(!session().commands().constLast().isOpen() ||
                                      session().commands().constLast().state == CommandState::NeedsAttention,
                                  qPrintable(m_desk->outcome()), patience);
        QVERIFY2(m_desk->last().state == CommandState::Done, qPrintable(m_desk->outcome()));
        m_done.insert(m_desk->last().command.kind);
        const auto answered = m_desk->last().answeredAt;
        session().syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(session().state().lastSync && *session().state().lastSync > *answered,
                                 patience);
    }
    template <class Known>
    void wait(const Known &known)
    {
        session().syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(known(), patience);
    }
    [[nodiscard]] bool knows(const Person &person)
    {
        const auto index = session().snapshot()->findUser(CommandWorld::userId(person));
        return index.isValid() && session().snapshot()->user(index).isKnown();
    }
    [[nodiscard]] UserStatus statusOf(const Person &person)
    {
        return session()
            .snapshot()
            ->user(session().snapshot()->findUser(CommandWorld::userId(person)))
            .status();
    }
    void fill(CommandDialog *dialog, const QString &reason)
    {
        dialog->show();
        dialog->reason()->setText(reason);
        dialog->save();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_world.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    void cleanup() { m_desk.reset(); }

    void spaceForms() // SPC-1, SPC-2, SPC-5
    {
        sit(m_world.adminA);
        SpaceId made;
        isDone([&] {
            auto *form = spaces::SpaceForm::forNew(session(), u"bots"_s, nullptr);
            form->show();
            static_cast<QLineEdit *>(form->form()->field(u"name"_s)->editor())->setText(u"新空间"_s);
            form->save();
        });
        made = SpaceId(QUuid::fromString(m_desk->last().command.payload["space_id"_L1].toString()));
        wait([&] { return session().snapshot()->findSpace(made).isValid(); });
        isDone([&] {
            auto *form = spaces::SpaceForm::forEdit(session(), made, nullptr);
            form->show();
            static_cast<QLineEdit *>(form->form()->field(u"name"_s)->editor())->setText(u"改名的空间"_s);
            form->save();
        });
        isDone([&] {
            session().submit(spaces::makeSetModules(session().snapshot(), made, {u"bots"_s, u"abs"_s}, {}));
        });
        isDone([&] { session().submit(spaces::makeArchive(session().snapshot(), made, true)); });
        isDone([&] { session().submit(spaces::makeArchive(session().snapshot(), made, false)); });
        isDone(
            [&] { session().submit(spaces::makeSpaceDelete(session().snapshot(), made, u"改名的空间"_s)); });
    }

    // What was typed before a lock doesn't overwrite what somebody else changed during it.
    void overALock() // SEC-4, INB-6
    {
        sit(m_world.ownerA);
        const Person other = m_world.addMember(u"同管者"_s);
        const QString id = m_world.addSpace(m_world.ownerA);
        const SpaceId space = CommandWorld::spaceId(id);
        m_world.addGrant(id, u"user"_s, other.id, u"administrator"_s);
        wait([&] { return session().snapshot()->findSpace(space).isValid(); });
        QWidget window;
        window.show();
        KeptForms forms(session(), window);
        CommandDialog::openKept(&window, [&] { return spaces::SpaceForm::forEdit(session(), space, &window); });
        const auto name = [&] {
            auto *form = window.findChild<CommandDialog *>();
            return form ? static_cast<QLineEdit *>(form->form()->field(u"name"_s)->editor()) : nullptr;
        };
        name()->setText(u"锁定前输入"_s);
        forms.keep();
        delete window.findChild<CommandDialog *>();
        session().lock();
        QTRY_COMPARE_WITH_TIMEOUT(session().state().store, sync::StoreState::Closed, patience);
        SpaceEdit edit;
        edit.name = u"别人改的"_s;
        QCOMPARE(m_world.give(other, m_world.seeingSpace(spaceEdit(space, edit), id)).code(), QString());
        forms.reopen();
        session().unlock();
        QTRY_VERIFY_WITH_TIMEOUT(name(), patience);
        QCOMPARE(name()->text(), u"锁定前输入"_s);
        wait([&] { return session().snapshot()->space(session().snapshot()->findSpace(space)).name() == u"别人改的"; });
        window.findChild<CommandDialog *>()->save();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->last().state, CommandState::NeedsAttention, patience);
        QVERIFY2(isConflict(m_desk->last()), qPrintable(m_desk->outcome()));
        QCOMPARE(m_world.must(u"select name from app.spaces where id = ?"_s, {id}), u"别人改的"_s);
    }

    void groupForms() // GRP-1
    {
        sit(m_world.adminA);
        const Person member = m_world.addMember(u"组员"_s);
        wait([&] { return knows(member); });
        RoleGroupId group;
        isDone([&] {
            auto *form = new groups::GroupForm(session(), tenant(), {});
            form->show();
            static_cast<QLineEdit *>(form->form()->field(u"name"_s)->editor())->setText(u"评审组"_s);
            form->save();
            group = form->group();
        });
        wait([&] { return session().snapshot()->findRoleGroup(group).isValid(); });
        isDone([&] {
            auto *form = new groups::GroupForm(session(), tenant(), group);
            form->show();
            static_cast<QLineEdit *>(form->form()->field(u"name"_s)->editor())->setText(u"评审二组"_s);
            form->save();
        });
        isDone([&] {
            for (const tenantry::Command &command : groups::makeMembers(
                     session(), group, {{SubjectKind::User, CommandWorld::userId(member).uuid()}}, {}))
                session().submit(command);
        });
        isDone([&] { session().submit(groups::makeDelete(session(), group)); });
    }

    void suspensionAndReactivation() // ACC-9
    {
        sit(m_world.adminA);
        const Person member = m_world.addMember(u"停用者"_s);
        wait([&] { return knows(member); });
        const UserId user = CommandWorld::userId(member);
        isDone([&] { fill(new members::SuspendDialog(session(), user, true), u"调查"_s); });
        wait([&] { return statusOf(member) == UserStatus::Suspended; });
        isDone([&] { fill(new members::SuspendDialog(session(), user, false), u"查明"_s); });
        wait([&] { return statusOf(member) == UserStatus::Active; });
    }

    void staffAndClosing() // ACC-9, ACC-11: the platform team, and whom it concerns
    {
        const Person member = m_world.addMember(u"注销者"_s);
        sit(member);
        session().syncNow();
        isDone([&] {
            auto *form = new ProfileDialog(session(), QString());
            form->show();
            static_cast<QLineEdit *>(form->form()->field(u"mis"_s)->editor())->setText(u"zhuxiao01"_s);
            static_cast<QLineEdit *>(form->form()->field(u"nickname"_s)->editor())->setText(u"注销者本人"_s);
            form->save();
        });
        sit(m_world.root);
        session().turnTo(tenant());
        wait([&] { return knows(member); });
        const UserId user = CommandWorld::userId(member);
        auto *confirming = new members::StaffDialog(session(), user, true);
        confirming->show();
        auto *mis = static_cast<QLineEdit *>(confirming->form()->field(u"mis"_s)->editor());
        QTRY_COMPARE_WITH_TIMEOUT(mis->text(), u"zhuxiao01"_s, patience);
        isDone([&] { confirming->save(); });
        wait([&] { return session().snapshot()->user(session().snapshot()->findUser(user)).isStaff(); });
        isDone([&] {
            auto *closing = new members::CloseAccountDialog(session(), user);
            static_cast<QLineEdit *>(closing->form()->field(u"typed"_s)->editor())->setText(u"注销者"_s);
            fill(closing, u"离开"_s);
        });
        wait([&] { return statusOf(member) == UserStatus::Departed; });
    }

    void anotherPassword() // ACC-8: the session goes on with it
    {
        const QString fresh = u"quiet-Meadow 31 cello"_s;
        const Person member = m_world.addMember(u"改密者"_s);
        sit(member);
        const auto change = [&](const QString &old) {
            std::optional<Result<void>> said;
            profile::changePassword(session(), old, fresh, &session(),
                                    [&said](const Result<void> &changed) { said = changed; });
            [&] { QTRY_VERIFY_WITH_TIMEOUT(said, patience); }();
            return said.value_or(failure(ErrorClass::Data, u"none"_s));
        };
        connect(&session(), &Session::passwordChanged, &session(), [this](const QString &password) { session().setPassword(password); });
        const Result<void> wrong = change(u"not the old one"_s);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, u"password.wrong"_s);
        QCOMPARE(wrong.error().field, u"old"_s);
        QVERIFY(change(CommandWorld::password));
        QVERIFY(!m_world.connectAs(member.role, CommandWorld::password));
        QVERIFY(m_world.connectAs(member.role, fresh));
        m_desk->cut();
        QTRY_VERIFY_WITH_TIMEOUT(!session().state().online, patience);
        const Result<void> offline = change(fresh);
        QVERIFY(!offline);
        QCOMPARE(offline.error().errorClass, ErrorClass::Network);
        // ACC-7, OPM-6: a reveal is told when there is a connection again, with its own time
        session().submit(accessReport({{AccessEvent::Act::Reveal, session().now(), u"user"_s, session().userId().uuid(), 1}}));
        m_desk->mend();
        QTRY_VERIFY_WITH_TIMEOUT(session().state().online && !session().state().signInNeeded, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->last().state == CommandState::Done, patience);
        QVERIFY(m_desk->last().command.context.offline);
    }

    void handoverRemovalAndReturn() // ORG-6, ORG-7
    {
        sit(m_world.adminA);
        const Person leaver = m_world.addMember(u"离职者"_s), heir = m_world.addMember(u"接手者"_s);
        const SpaceId space = CommandWorld::spaceId(m_world.addSpace(leaver));
        wait([&] {
            return knows(leaver) && knows(heir) && session().snapshot()->findSpace(space).isValid() &&
                   !members::dutiesOf(session(), CommandWorld::userId(leaver)).empty();
        });
        const UserId user = CommandWorld::userId(leaver);
        isDone([&] {
            auto *dialog = new members::HandoverDialog(session(), user);
            dialog->to()->choose(CommandWorld::userId(heir));
            fill(dialog, u"离职交接"_s);
        });
        wait([&] {
            return std::ranges::none_of(members::dutiesOf(session(), user), &members::DutyItem::binds);
        });
        isDone([&] { fill(new members::MemberRemoveDialog(session(), user), u"离职"_s); });
        // The pane asks the server who can come back, and brings them back.
        members::RemovedPane pane(session());
        pane.show();
        pane.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(pane.model()->rowCount(), 1, patience);
        QCOMPARE(pane.model()->rowAt(0).user, user);
        QCOMPARE(pane.model()->rowAt(0).reason, u"离职"_s);
        isDone([&] {
            auto *dialog = new members::RestoreDialog(session(), tenant(), pane.model()->rowAt(0));
            dialog->show();
            dialog->save();
        });
        QTRY_COMPARE_WITH_TIMEOUT(pane.model()->rowCount(), 0, patience);
        wait([&] { return knows(leaver); });
    }

    void copiedAccess() // ORG-8
    {
        sit(m_world.adminA);
        const Person from = m_world.addMember(u"有权者"_s), to = m_world.addMember(u"新来者"_s);
        const QString space = m_world.addSpace(m_world.ownerA);
        m_world.addGrant(space, u"user"_s, from.id, u"editor"_s);
        wait([&] {
            return knows(from) && knows(to) &&
                   std::ranges::count(members::accessOf(session(), CommandWorld::userId(from)),
                                      members::AccessItem::Grant, &members::AccessItem::kind) == 1;
        });
        isDone([&] {
            auto *dialog = new members::AccessCopyDialog(session(), CommandWorld::userId(from));
            dialog->to()->choose(CommandWorld::userId(to));
            fill(dialog, u"同岗"_s);
        });
        QCOMPARE(m_world.roleOn(space, to.id), u"editor"_s);
    }

    void outsidersLeaveAndComeBack() // EXT-1, MEM-5
    {
        sit(m_world.adminA);
        const QString space = m_world.addSpace(m_world.ownerA);
        const SpaceId spaceId = CommandWorld::spaceId(space);
        wait([&] { return session().snapshot()->findSpace(spaceId).isValid(); });
        const UserId user = CommandWorld::userId(m_world.adminB);
        isDone([&] {
            session().submit(grantsSet(spaceId, {GrantWish{CommandWorld::newGrantId(),
                                                           ObjectKind::Space,
                                                           spaceId.uuid(),
                                                           SubjectKind::User,
                                                           user.uuid(),
                                                           Role::Viewer,
                                                           {}}}));
        });
        const auto listed = [&] {
            for (const outsiders::OutsiderRow &row :
                 outsiders::outsiderRows(session().snapshot(), {}, tenant()))
                if (row.id == user && !row.spaces.empty())
                    return true;
            return false;
        };
        wait(listed);
        outsiders::OutsiderRow row;
        row.id = user;
        outsiders::Removal removal;
        isDone([&] { removal = outsiders::removeOutsider(session(), row, tenant()); });
        QCOMPARE(removal.lost, 0);
        wait([&] { return !listed(); });
        isDone([&] { spaces::MemberCommands::undo(session(), {removal.undo}); });
        wait(listed);
        QCOMPARE(m_world.roleOn(space, m_world.adminB.id), u"viewer"_s);
    }

    // Whoever may not is refused by the server as by the form (OPM-9).
    void othersAreRefused()
    {
        const Person member = m_world.addMember(u"旁人"_s);
        const QList<tenantry::Command> commands{
            userSetSuspended(CommandWorld::userId(member), tenant(), true, u"x"_s),
            memberRemove(CommandWorld::userId(member), tenant(), u"x"_s),
            memberRestore(makeUuid7(Instant()), tenant()),
            handover(CommandWorld::userId(member), tenant(),
                     {{Duty::Space, makeUuid7(Instant()), CommandWorld::userId(m_world.memberA)}}, u"x"_s),
            accessCopy(CommandWorld::userId(member), CommandWorld::userId(m_world.memberA), tenant(), {},
                       u"x"_s),
            outsiderRemove(CommandWorld::userId(member), tenant())};
        for (const tenantry::Command &command : commands) {
            QCOMPARE(m_world.give(m_world.memberA, command).code(), u"command.not_allowed"_s);
            const QString ofAnother = m_world.give(m_world.adminB, command).code(); // may not even know of it
            QVERIFY2(ofAnother == u"command.not_allowed" || ofAnother == u"command.not_found",
                     qPrintable(ofAnother));
        }
    }

    // Nothing that these forms offer was left out.
    void allKinds()
    {
        QCOMPARE(m_done, (QSet<QString>{
                             u"space_create"_s, u"space_edit"_s, u"space_set_modules"_s, u"space_archive"_s,
                             u"space_restore"_s, u"space_delete"_s, u"role_group_create"_s,
                             u"role_group_edit"_s, u"role_group_members_set"_s, u"role_group_delete"_s,
                             u"user_set_suspended"_s, u"handover"_s, u"member_remove"_s, u"member_restore"_s,
                             u"access_copy"_s, u"grants_set"_s, u"outsider_remove"_s,
                             u"profile_change"_s, u"staff_confirm"_s, u"account_close"_s}));
    }
};

QTEST_MAIN(TestUiForms)
#include "tst_uiforms.moc"
