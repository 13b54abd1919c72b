// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/server/desk.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/models/queuewords.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/pages/organizations/membershipsdialog.h"
#include "ui/pages/organizations/organizationform.h"
#include "ui/pages/organizations/organizationpane.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/organizations/organizationtreemodel.h"
#include "ui/pages/organizations/pickers.h"
#include "ui/pages/spaces/membercommands.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::CommandWorld;
using test::Person;

using test::confirm;
using test::Desk;
using test::patience;

// Every command that the windows offer, made by the windows' own code, is what the server takes: done; and
// where somebody was quicker, laid side by side, chosen, and then done (INB-5, INB-6).
class TestUiCommands : public QObject
{
    Q_OBJECT
private:
    CommandWorld m_world;
    std::unique_ptr<Desk> m_desk;
    QSet<QString> m_done, m_resubmitted;
    int m_made = 0;

    void sit(const Person &person)
    {
        m_desk = std::make_unique<Desk>(m_world.cluster(), person);
        QTRY_VERIFY_WITH_TIMEOUT(session().state().online && session().state().lastSync, patience);
        QTRY_VERIFY_WITH_TIMEOUT(session().actor().userId == CommandWorld::userId(person), patience);
    }
    [[nodiscard]] EngineSession &session() { return *m_desk->session; }

    /// `act` gives one command, which the server carries out.
    template <class Act>
    void isDone(const Act &act)
    {
        const qsizetype before = session().commands().size();
        act();
        QTRY_VERIFY_WITH_TIMEOUT(session().commands().size() == before + 1, patience);
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->last().state == CommandState::Done ||
                                      m_desk->last().state == CommandState::NeedsAttention,
                                  qPrintable(m_desk->outcome()), patience);
        QVERIFY2(m_desk->last().state == CommandState::Done, qPrintable(m_desk->outcome()));
        m_done.insert(m_desk->last().command.kind);
        settle();
    }
    /// What was done has come back with a pull.
    void settle()
    {
        const auto answered = m_desk->last().answeredAt;
        session().syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(
            answered && session().state().lastSync && *session().state().lastSync > *answered, patience);
    }
    template <class Known>
    void wait(const Known &known)
    {
        session().syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(known(), patience);
    }
    /// `act` is given without a connection, `theirs` happens at the server meanwhile; the dialog then shows
    /// both, and all of mine is chosen.
    template <class Act, class Theirs>
    void isComparedAndDone(const Act &act, const Theirs &theirs)
    {
        m_desk->cut();
        QTRY_VERIFY_WITH_TIMEOUT(!session().state().online, patience);
        const qsizetype before = session().commands().size();
        act();
        QTRY_VERIFY_WITH_TIMEOUT(session().commands().size() == before + 1, patience);
        const CommandId stale = m_desk->last().id();
        theirs();
        m_desk->mend();
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->last().state == CommandState::NeedsAttention,
                                  qPrintable(m_desk->outcome()), patience);
        QVERIFY2(isConflict(m_desk->last()), qPrintable(m_desk->outcome()));
        ConflictDialog dialog(session(), stale);
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(hasNewerVersion(session(), m_desk->last()), patience);
        for (QRadioButton *button : dialog.findChildren<QRadioButton *>())
            if (button->group()->id(button) == ConflictTable::Mine)
                button->click();
        for (QPushButton *button : dialog.findChildren<QPushButton *>())
            if (button->isDefault()) {
                QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), patience);
                button->click();
            }
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->last().id() != stale && m_desk->last().state == CommandState::Done,
                                  qPrintable(m_desk->outcome()), patience);
        m_resubmitted.insert(m_desk->last().command.kind);
        settle();
    }

    [[nodiscard]] QString newOrganization(const QString &parent = {})
    {
        const QString id = m_world.addOrganization(u"部门 %1"_s.arg(++m_made), parent);
        session().syncNow();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(row(id).id == CommandWorld::organizationId(id), patience); }();
        return id;
    }
    [[nodiscard]] OrganizationRow row(const QString &id)
    {
        const auto snapshot = session().snapshot();
        const auto index = snapshot->findOrganization(CommandWorld::organizationId(id));
        return index.isValid() && snapshot->organization(index).isKnown()
                   ? snapshot->organization(index).row()
                   : OrganizationRow();
    }
    void edit(const QString &id, int field, const QString &text)
    {
        auto *form = OrganizationForm::forEdit(session(), CommandWorld::organizationId(id), nullptr);
        form->show();
        form->findChildren<QLineEdit *>().at(field)->setText(text);
        form->save();
    }
    /// Through the page: the organization is chosen, its button pressed, the question confirmed.
    template <class Signal>
    void onPage(const QString &id, const Signal &signal)
    {
        OrganizationsPage page(session());
        page.show();
        QVERIFY(page.showObject(id));
        signal(page);
        confirm();
    }
    void give(const tenantry::Command &command)
    {
        const test::Answer answer = m_world.give(m_world.adminA, command);
        QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    }
    void theyRename(const QString &id)
    {
        OrganizationEdit edit;
        edit.description = u"changed meanwhile %1"_s.arg(++m_made);
        give(m_world.seeing(organizationEdit(CommandWorld::organizationId(id), edit), id));
    }

    [[nodiscard]] std::vector<spaces::MemberRow> members(const SpaceId &space)
    {
        return spaces::memberRows(spaces::MemberSource(session()), {space});
    }
    [[nodiscard]] std::vector<spaces::MemberRow> memberOf(const SpaceId &space, const Person &person)
    {
        std::vector<spaces::MemberRow> rows = members(space);
        std::erase_if(rows, [&](const spaces::MemberRow &each) {
            return each.subjectId != CommandWorld::userId(person).uuid();
        });
        return rows;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_world.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    void cleanup() { m_desk.reset(); }

    void organizationForms() // ORG-1
    {
        sit(m_world.adminA);
        const QString root = m_world.rootOf(m_world.tenantA);
        isDone([&] {
            auto *form = OrganizationForm::forNew(session(), CommandWorld::organizationId(root), nullptr);
            form->show();
            form->findChildren<QLineEdit *>().at(0)->setText(u"新部门"_s);
            form->findChildren<QLineEdit *>().at(1)->setText(u"NEW_DEPARTMENT"_s);
            form->save();
        });
        const QString id = newOrganization();
        isDone([&] { edit(id, 0, u"改名 %1"_s.arg(++m_made)); });
        isComparedAndDone([&] { edit(id, 0, u"再改名 %1"_s.arg(++m_made)); }, [&] { theyRename(id); });
        QCOMPARE(row(id).description, u"changed meanwhile %1"_s.arg(m_made)); // theirs stayed
    }

    void organizationMoves() // ORG-2
    {
        sit(m_world.adminA);
        const QString id = newOrganization(), first = newOrganization(), second = newOrganization(),
                      third = newOrganization();
        const auto move = [&](const QString &parent) {
            onPage(id, [&](OrganizationsPage &page) {
                auto *model = static_cast<OrganizationTreeModel *>(page.findChild<QTreeView *>()->model());
                Q_EMIT model->moveRequested(CommandWorld::organizationId(id),
                                            CommandWorld::organizationId(parent));
            });
        };
        isDone([&] { move(first); });
        isComparedAndDone([&] { move(second); },
                          [&] {
                              give(m_world.seeing(organizationMove(CommandWorld::organizationId(id),
                                                                   CommandWorld::organizationId(third)),
                                                  id));
                          });
        QCOMPARE(row(id).parentId, CommandWorld::organizationId(second));
    }

    void organizationSwitches()
    {
        sit(m_world.adminA);
        const QString id = newOrganization();
        const auto enable = [&](bool enabled) {
            onPage(id, [&](OrganizationsPage &page) {
                Q_EMIT page.findChild<OrganizationPane *>()->enableRequested(enabled);
            });
        };
        isDone([&] { enable(false); });
        isComparedAndDone(
            [&] { enable(true); },
            [&] {
                give(m_world.seeing(organizationSetEnabled(CommandWorld::organizationId(id), true), id));
                give(m_world.seeing(organizationSetEnabled(CommandWorld::organizationId(id), false), id));
            });
        QVERIFY(row(id).enabled);
    }

    void organizationsAreDeleted()
    {
        sit(m_world.adminA);
        const auto remove = [&](const QString &id) {
            onPage(id, [&](OrganizationsPage &page) {
                Q_EMIT page.findChild<OrganizationPane *>()->deleteRequested();
            });
        };
        const QString first = newOrganization(), second = newOrganization();
        isDone([&] { remove(first); });
        isComparedAndDone([&] { remove(second); }, [&] { theyRename(second); });
        QVERIFY(row(second).id.isNull());
    }

    void undoOnlineIsTaken()
    {
        sit(m_world.adminA);
        const QString id = newOrganization(), parent = newOrganization();
        const OrganizationId before = row(id).parentId;
        OrganizationsPage page(session());
        page.show();
        QVERIFY(page.showObject(id));
        std::function<void()> undo;
        connect(&page, &Page::toastRequested, this,
                [&](const QString &, const std::function<void()> &given) { undo = given; });
        isDone([&] {
            auto *model = static_cast<OrganizationTreeModel *>(page.findChild<QTreeView *>()->model());
            Q_EMIT model->moveRequested(CommandWorld::organizationId(id),
                                        CommandWorld::organizationId(parent));
            confirm();
        });
        QCOMPARE(row(id).parentId, CommandWorld::organizationId(parent));
        QVERIFY(undo);
        isDone(undo);
        QCOMPARE(row(id).parentId, before);
    }

    void memberships() // ORG-3
    {
        sit(m_world.adminA);
        const QString mine = newOrganization(), theirs = newOrganization();
        const Person member = m_world.addMember(u"王小明"_s);
        const UserId user = CommandWorld::userId(member);
        const auto isKnown = [&] {
            const auto index = session().snapshot()->findUser(user);
            return index.isValid() && session().snapshot()->user(index).isKnown();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), patience);
        const auto add = [&](const QString &organization, const QString &reason) {
            MembershipsDialog dialog(session(), user, nullptr);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            dialog.findChild<OrganizationPicker *>()->choose(CommandWorld::organizationId(organization));
            for (QPushButton *button : dialog.findChildren<QPushButton *>())
                if (button->text() == MembershipsDialog::tr("Add"))
                    button->click();
            dialog.findChild<QLineEdit *>(u"reason"_s)->setText(reason);
            dialog.save();
        };
        const QString first = newOrganization();
        isDone([&] { add(first, u"调岗"_s); });
        const auto count = [&] {
            return session().snapshot()->membershipsOf(session().snapshot()->findUser(user)).size();
        };
        QCOMPARE(count(), size_t(2));
        isComparedAndDone([&] { add(mine, u"再调岗"_s); },
                          [&] {
                              const OrganizationId root =
                                  CommandWorld::organizationId(m_world.rootOf(m_world.tenantA));
                              give(m_world.seeingMemberships(
                                  membershipsSet(user, CommandWorld::tenantId(m_world.tenantA),
                                                 {{root, u"member"_s},
                                                  {CommandWorld::organizationId(first), u"member"_s},
                                                  {CommandWorld::organizationId(theirs), u"member"_s}},
                                                 root, u"兼任"_s),
                                  member));
                          });
        QCOMPARE(count(), size_t(3)); // all of mine was chosen: theirs is taken away again
    }

    void grants() // MEM-4 to MEM-7
    {
        sit(m_world.adminA);
        const SpaceId space = CommandWorld::spaceId(m_world.addSpace(m_world.ownerA));
        const Person person = m_world.addMember(u"李小红"_s), other = m_world.addMember(u"赵小兰"_s);
        QTRY_VERIFY_WITH_TIMEOUT(session().snapshot()->findSpace(space).isValid() &&
                                     session().snapshot()->findUser(CommandWorld::userId(other)).isValid(),
                                 patience);
        spaces::MemberCommands commands(session(), {space});
        isDone([&] {
            (void)commands.add({{SubjectKind::User, CommandWorld::userId(person).uuid(), {}}}, Role::Viewer, {});
        });
        isDone([&] { (void)commands.changeRole(memberOf(space, person), Role::Editor); });
        const QString grant = memberOf(space, person).front().id.toString();
        const auto theyChange = [&](const Person &whose, const GrantId &id, Role role) {
            GrantWish wish{id,
                           ObjectKind::Space,
                           space.uuid(),
                           SubjectKind::User,
                           CommandWorld::userId(whose).uuid(),
                           role,
                           {}};
            give(m_world.seeingGrants(grantsSet(space, {wish}), {id.toString()}));
        };
        isComparedAndDone([&] { (void)commands.changeRole(memberOf(space, person), Role::Commenter); },
                          [&] { theyChange(person, CommandWorld::grantId(grant), Role::Viewer); });
        QCOMPARE(memberOf(space, person).front().grantedRole, Role::Commenter);
        // Both add the same person: one grant, not two.
        isComparedAndDone(
            [&] {
                (void)commands.add({{SubjectKind::User, CommandWorld::userId(other).uuid(), {}}}, Role::Editor,
                                   {});
            },
            [&] {
                give(grantsSet(space, {{CommandWorld::newGrantId(),
                                        ObjectKind::Space,
                                        space.uuid(),
                                        SubjectKind::User,
                                        CommandWorld::userId(other).uuid(),
                                        Role::Viewer,
                                        {}}}));
            });
        QCOMPARE(memberOf(space, other).size(), size_t(1));
        QCOMPARE(memberOf(space, other).front().grantedRole, Role::Editor);
        // Undo gives all of it back, also the grant on a resource that a tenant administrator couldn't give (SPC-11).
        const QString resource = m_world.addResource(space.toString(), m_world.ownerA);
        m_world.addGrant(space.toString(), u"user"_s, other.id, u"administrator"_s, resource);
        spaces::UndoList undo;
        isDone([&] { undo = commands.remove(memberOf(space, other)); });
        QCOMPARE(m_world.roleOn(space.toString(), other.id), QString());
        isDone([&] { spaces::MemberCommands::undo(session(), undo); });
        QCOMPARE(memberOf(space, other).front().grantedRole, Role::Editor);
        QCOMPARE(m_world.must(u"select role from app.grants where resource_id = ? and user_id = ?"_s, {resource, other.id}),
                 u"administrator"_s);
        isDone([&] { (void)commands.remove(memberOf(space, other)); });
        isComparedAndDone([&] { (void)commands.remove(memberOf(space, person)); },
                          [&] { theyChange(person, CommandWorld::grantId(grant), Role::Editor); });
        QVERIFY(memberOf(space, person).empty());
    }

    // Whoever owns a resource sees and manages all its grants, and no other's (MEM-10, SPC-7).
    void ownersOfResources()
    {
        const Person owner = m_world.addMember(u"资源主"_s), other = m_world.addMember(u"资源用户"_s);
        const QString space = m_world.addSpace(m_world.ownerA);
        m_world.addGrant(space, u"user"_s, owner.id, u"editor"_s);
        m_world.addGrant(space, u"user"_s, other.id, u"viewer"_s);
        const QString own = m_world.addResource(space, owner), foreign = m_world.addResource(space, m_world.ownerA);
        for (const QString &resource : {own, foreign})
            m_world.addGrant(space, u"user"_s, other.id, u"viewer"_s, resource);
        sit(owner);
        const auto holders = [&](const QString &resource) {
            return spaces::memberRows(spaces::MemberSource(session()), {CommandWorld::spaceId(space), CommandWorld::resourceId(resource)});
        };
        const auto others = [&] {
            std::vector<spaces::MemberRow> rows = holders(own);
            std::erase_if(rows, [&](const spaces::MemberRow &each) { return each.subjectId == CommandWorld::userId(owner).uuid(); });
            return rows;
        };
        QTRY_COMPARE_WITH_TIMEOUT(holders(own).size(), size_t(2), patience);
        QVERIFY(others().front().known);
        QCOMPARE(others().front().name, u"资源用户"_s);
        QCOMPARE(holders(foreign).size(), size_t(1)); // whose it is (SPC-8), and no more
        QCOMPARE(holders(foreign).front().grantedRole, Role::Owner);
        spaces::MemberCommands commands(session(), {CommandWorld::spaceId(space), CommandWorld::resourceId(own)});
        isDone([&] { (void)commands.changeRole(others(), Role::Editor); });
        QCOMPARE(others().front().grantedRole, Role::Editor);
        spaces::UndoList undo;
        isDone([&] { undo = commands.remove(others()); });
        QVERIFY(others().empty());
        isDone([&] { spaces::MemberCommands::undo(session(), undo); });
        QCOMPARE(others().front().grantedRole, Role::Editor);
        // What is added is theirs to see too, and it goes with the ownership.
        m_world.addGrant(space, u"user"_s, m_world.memberA.id, u"commenter"_s, own);
        wait([&] { return others().size() == 2; });
        m_world.must(u"update app.grants set role = 'editor' where resource_id = ? and user_id = ?"_s, {own, owner.id});
        wait([&] { return others().empty(); });
    }

    void applications() // TEN-3, TEN-5, INB-4
    {
        const auto apply = [&](const QString &code) {
            const Person applicant =
                m_world.addPerson(u"申请人"_s + QStringView(u"甲乙丙").at(qsizetype(++m_made) % 3));
            const QString id = CommandWorld::newId();
            QJsonObject form = CommandWorld::tenantForm(u"租户 %1"_s.arg(m_made), code);
            form.insert(u"application_id"_s, id);
            const test::Answer answer = m_world.execute(applicant, {u"tenant_application_submit"_s, form});
            if (!answer.isDone())
                qFatal("%s", qPrintable(answer.text()));
            return std::pair(applicant, id);
        };
        const auto [first, approved] = apply(u"FIRST_ONE"_s);
        const auto [second, withdrawn] = apply(u"SECOND_ONE"_s);
        const auto [third, own] = apply(u"THIRD_ONE"_s);
        sit(m_world.root);
        ApprovalsPage page(session());
        page.show();
        QTRY_VERIFY_WITH_TIMEOUT(page.showObject(approved), patience);
        isDone([&] { Q_EMIT page.findChild<DecisionBar *>()->decided(Decision::Approve, u"同意"_s); });
        QVERIFY(page.showObject(withdrawn));
        m_desk->cut();
        QTRY_VERIFY_WITH_TIMEOUT(!session().state().online, patience);
        Q_EMIT page.findChild<DecisionBar *>()->decided(Decision::Reject, u"请补充用途"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->last().state == CommandState::Queued, patience);
        const test::Answer answer = m_world.execute(
            second,
            {u"application_withdraw"_s, {{u"application_id"_s, withdrawn}}, CommandWorld::seen(withdrawn)});
        QVERIFY2(answer.isDone(), qPrintable(answer.text()));
        m_desk->mend();
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->last().state == CommandState::NeedsAttention,
                                  qPrintable(m_desk->outcome()), patience);
        QTRY_VERIFY_WITH_TIMEOUT(page.showObject(m_desk->last().id().toString()), patience);
        Q_EMIT page.findChild<DecisionBar *>()->discardRequested();
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->last().state, CommandState::Discarded, patience);

        m_desk.reset();
        sit(third);
        ApprovalsPage mine(session());
        mine.show();
        QTRY_VERIFY_WITH_TIMEOUT(mine.showObject(own), patience);
        isDone([&] { Q_EMIT mine.findChild<DecisionBar *>()->withdrawRequested(); });
    }

    // Nothing that these pages offer was left out.
    void allKinds()
    {
        const QSet<QString> offered{u"organization_create"_s, u"organization_edit"_s,
                                    u"organization_move"_s,   u"organization_set_enabled"_s,
                                    u"organization_delete"_s, u"memberships_set"_s,
                                    u"grants_set"_s,          u"grants_remove"_s,
                                    u"grants_restore"_s,
                                    u"application_decide"_s,  u"application_withdraw"_s};
        QCOMPARE(m_done, offered);
        QCOMPARE(offered - m_resubmitted, (QSet<QString>{u"organization_create"_s, u"grants_restore"_s, u"application_decide"_s,
                                                         u"application_withdraw"_s}));
    }
};

QTEST_MAIN(TestUiCommands)
#include "tst_uicommands.moc"
