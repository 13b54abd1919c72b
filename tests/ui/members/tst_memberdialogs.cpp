// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ORG-6, ORG-7, ORG-8, PRM-5: handing over, copying access and removing, with what they change said before
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "ui/dialogs/impactline.h"
#include "ui/models/queuewords.h"
#include "ui/pages/members/accesscopydialog.h"
#include "ui/pages/members/checklistfield.h"
#include "ui/pages/members/closeaccountdialog.h"
#include "ui/pages/members/handoverdialog.h"
#include "ui/pages/members/memberbutton.h"
#include "ui/pages/members/memberremovedialog.h"
#include "ui/pages/members/staffdialog.h"
#include "ui/pages/organizations/pickers.h"
#include "ui/widgets/banner.h"

#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::members;
using test::FixedSession;

class MemberDialogsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;

    [[nodiscard]] std::vector<UserId> people() const
    {
        const auto snapshot = m_session->snapshot();
        std::vector<UserId> people;
        for (const auto user : snapshot->usersOf(snapshot->findTenant(m_session->actor().administers)))
            if (snapshot->user(user).status() == UserStatus::Active)
                people.push_back(snapshot->user(user).id());
        return people;
    }
    [[nodiscard]] QString nameOf(UserId user) const
    {
        return m_session->snapshot()->user(m_session->snapshot()->findUser(user)).name();
    }
    /// Owns a space, and no doubt more.
    [[nodiscard]] UserId owner() const
    {
        const auto snapshot = m_session->snapshot();
        for (const UserId user : people())
            for (const DutyItem &duty : dutiesOf(*m_session, user))
                if (duty.duty == Duty::Space && user != m_session->userId())
                    return user;
        return {};
    }
    /// Somebody of another tenant than the actor's own, without duties: each session has its own world.
    [[nodiscard]] static UserId ordinary(const FixedSession &session)
    {
        const auto snapshot = session.snapshot();
        const TenantRow &tenant = session.world().tenants[1];
        for (const auto user : snapshot->usersOf(snapshot->findTenant(tenant.id)))
            if (snapshot->user(user).status() == UserStatus::Active && dutiesOf(session, snapshot->user(user).id()).empty())
                return snapshot->user(user).id();
        return {};
    }
    [[nodiscard]] UserId somebodyElse(UserId than) const
    {
        for (const UserId user : people())
            if (user != than && user != m_session->userId() && dutiesOf(*m_session, user).empty())
                return user;
        return {};
    }
    [[nodiscard]] Command last() const { return m_session->commands().constLast().command; }

private Q_SLOTS:
    void init() { m_session = std::make_unique<FixedSession>(u"tenant_administrator"_s); }

    void dutiesAreAllThatIsOwnedLedAndAdministered() // ORG-7
    {
        const auto snapshot = m_session->snapshot();
        int led = 0;
        for (const UserId id : people()) {
            const auto user = snapshot->findUser(id);
            QSet<QUuid> expected;
            for (const auto &entry : snapshot->grantsOf(directory::Subject(user))) {
                const auto grant = snapshot->grant(entry.grant());
                if (snapshot->space(grant.space()).tenant() != snapshot->user(user).tenant() ||
                    grant.isExpired(m_session->now()))
                    continue;
                if (grant.role() == Role::Owner)
                    expected.insert(snapshot->idOf(grant.object()));
                else if (grant.role() == Role::Administrator && !snapshot->space(grant.space()).isArchived())
                    expected.insert(grant.id().uuid());
            }
            for (const auto organization : snapshot->organizations())
                if (snapshot->organization(organization).leader() == user) {
                    expected.insert(snapshot->organization(organization).id().uuid());
                    ++led;
                }
            QSet<QUuid> found;
            for (const DutyItem &duty : dutiesOf(*m_session, id))
                found.insert(duty.id);
            QCOMPARE(found, expected);
        }
        QVERIFY(led > 0);
    }

    void handsOverWhatIsTicked() // ORG-7, PRM-5
    {
        const UserId from = owner();
        const UserId to = somebodyElse(from);
        auto *dialog = new HandoverDialog(*m_session, from);
        dialog->show();
        QApplication::setActiveWindow(dialog);
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        QCOMPARE(test::unreachableControls(dialog), QStringList());
        dialog->save();
        QVERIFY(m_session->commands().isEmpty()); // nobody chosen, no reason
        QVERIFY(!dialog->form()->field(u"to"_s)->error().isEmpty());
        QSignalSpy ready(dialog->impact(), &ImpactLine::ready);
        const auto duties = dutiesOf(*m_session, from);
        for (int row = 0; row < dialog->list()->count(); ++row)
            dialog->list()->setTicked(row, duties[size_t(row)].duty == Duty::Space);
        dialog->to()->choose(to);
        dialog->reason()->setText(u"离职交接"_s);
        QVERIFY(ready.wait(test::atMost));
        bool becomesOwner = false;
        for (const auto &change :
             dialog->impact()->difference()->changesOf(m_session->snapshot()->findUser(to)))
            becomesOwner |= change.after == Role::Owner;
        QVERIFY(becomesOwner);
        dialog->save();
        QCOMPARE(last().kind, u"handover"_s);
        QCOMPARE(last().payload["user_id"_L1].toString(), from.toString());
        const QJsonArray items = last().payload["items"_L1].toArray();
        QCOMPARE(items.size(), dialog->list()->tickedCount());
        for (const QJsonValue &item : items) {
            QCOMPARE(item["kind"_L1].toString(), u"space"_s);
            QCOMPARE(item["to"_L1].toString(), to.toString());
        }
        delete dialog;
    }

    void administratorsOfResourcesAreHandedOverToo() // ORG-7, SPC-9, SPC-11
    {
        const UserId from = somebodyElse({});
        const size_t copyable = accessOf(*m_session, from).size();
        const int left = notCopyable(*m_session, from) + 3;
        for (const bool archived : {false, true}) {
            directory::Delta delta = test::newSpace(test::rowOf(*m_session, test::busySpace(*m_session)), u"交接"_s,
                                                    somebodyElse(from), 1, m_session->now());
            SpaceRow &space = std::get<SpaceRow>(delta.upserted.front());
            space.archived = archived;
            const ResourceId resource = std::get<ResourceRow>(delta.upserted.back()).id;
            delta.upserted.emplace_back(test::grantOn(space, SubjectKind::User, from.uuid(), Role::Administrator, m_session->now()));
            GrantRow below = test::grantOn(space, SubjectKind::User, from.uuid(), Role::Administrator, m_session->now());
            below.objectKind = ObjectKind::Resource;
            below.objectId = resource.uuid();
            delta.upserted.emplace_back(below);
            m_session->apply(delta);
        }
        const auto duties = dutiesOf(*m_session, from);
        QCOMPARE(duties.size(), size_t(2)); // of the space and its resource; nothing but transfers in what is archived
        for (const DutyItem &duty : duties)
            QVERIFY(duty.duty == Duty::Administration && !duty.binds);
        // A tenant administrator gives no roles on contents, and nobody gives any in what is archived: three stay behind, and it is said.
        QCOMPARE(accessOf(*m_session, from).size(), copyable + 1);
        QCOMPARE(notCopyable(*m_session, from), left);
        AccessCopyDialog dialog(*m_session, from);
        dialog.show();
        QStringList texts;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            texts += label->text();
        const QString said = AccessCopyDialog::tr("%n role(s) on resources or in archived spaces stay behind: only their administrators can give them.", nullptr, left);
        QVERIFY2(texts.join(u'|').contains(said), qPrintable(texts.join(u'|')));
    }

    void copiesNeverLess() // ORG-8
    {
        const auto snapshot = m_session->snapshot();
        UserId from;
        for (const UserId user : people())
            if (accessOf(*m_session, user).size() > 2)
                from = user;
        QVERIFY(!from.isNull());
        const UserId to = somebodyElse(from);
        auto *dialog = new AccessCopyDialog(*m_session, from);
        dialog->show();
        QApplication::setActiveWindow(dialog);
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        QCOMPARE(test::unreachableControls(dialog), QStringList());
        QSignalSpy ready(dialog->impact(), &ImpactLine::ready);
        dialog->to()->choose(to);
        dialog->reason()->setText(u"同岗"_s);
        QVERIFY(ready.wait(test::atMost));
        QCOMPARE(dialog->impact()->difference()->losing(), 0);
        dialog->list()->setTicked(0, false);
        dialog->save();
        QCOMPARE(last().kind, u"access_copy"_s);
        const auto count = [&](QLatin1String key) { return last().payload[key].toArray().size(); };
        QCOMPARE(count("grant_ids"_L1) + count("group_ids"_L1) + count("organization_ids"_L1),
                 dialog->list()->count() - 1);
        delete dialog;
    }

    void whoHasDutiesHandsOverFirst() // ORG-6, ORG-7
    {
        QWidget window;
        auto *button = new MemberButton(*m_session, &window);
        window.show();
        QVERIFY(!button->isEnabled() && !button->toolTip().isEmpty());
        button->setUser(owner());
        QVERIFY(button->isEnabled());
        button->actions()->run(MemberAct::Remove, owner());
        auto *handover = window.findChild<HandoverDialog *>();
        QVERIFY(handover && !window.findChild<MemberRemoveDialog *>());
        Q_EMIT handover->given({});
        QVERIFY(window.findChild<MemberRemoveDialog *>());
    }

    // A refusal for what they own or lead leads to the handover and from there back, with the reason typed.
    void aRefusedRemovalLeadsToTheHandover() // MOV-4, ORG-7
    {
        QWidget window;
        auto *button = new MemberButton(*m_session, &window);
        window.show();
        button->setUser(owner());
        button->actions()->run(MemberAct::Remove, owner());
        auto *first = window.findChild<HandoverDialog *>();
        QVERIFY(first);
        Q_EMIT first->given({}); // not all was ticked
        delete first;
        QPointer removal = window.findChild<MemberRemoveDialog *>();
        QVERIFY(removal);
        removal->reason()->setText(u"离职"_s);
        removal->save();
        m_session->answer(last().id, {{ErrorClass::Business, u"member.has_duties"_s, u"user_id"_s, {}}});
        auto *banner = removal->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        auto *out = banner->findChild<QPushButton *>();
        QCOMPARE(out->text(), MemberActions::textOf(MemberAct::HandOver));
        out->click();
        QTRY_VERIFY(!removal);
        auto *again = window.findChild<HandoverDialog *>();
        QVERIFY(again && again->windowTitle().contains(nameOf(owner())));
        Q_EMIT again->given({});
        auto *back = window.findChild<MemberRemoveDialog *>();
        QVERIFY(back);
        QCOMPARE(back->reason()->text(), u"离职"_s);
        // Another refusal leads nowhere.
        back->save();
        m_session->answer(last().id,
                          {{ErrorClass::Business, u"member.is_administrator"_s, u"user_id"_s, {}}});
        QTRY_VERIFY(back->findChild<Banner *>()->isVisible());
        QVERIFY(!back->findChild<Banner *>()->findChild<QPushButton *>()->isVisible());
    }

    void theQueueLeadsToTheHandoverToo() // MOV-4: a removal that was queued offline
    {
        const auto removed = [this](UserId user, const QString &code) {
            const CommandId id =
                m_session->submit(memberRemove(user, m_session->actor().administers, u"离职"_s));
            if (!code.isEmpty())
                m_session->answer(id, {{ErrorClass::Business, code, u"user_id"_s, {}}});
            const bool can = queueViews(*m_session).constLast().canHandOver;
            m_session->discard(id);
            return can;
        };
        QVERIFY(removed(owner(), u"member.has_duties"_s));
        QVERIFY(!removed(owner(), {}));
        QVERIFY(!removed(owner(), u"member.is_administrator"_s));
        UserId without;
        for (const UserId user : people())
            if (dutiesOf(*m_session, user).empty())
                without = user;
        QVERIFY(!removed(without, u"member.has_duties"_s)); // which only a later pull will show
    }

    void removalSaysWhatIsLost() // ORG-6, PRM-5
    {
        UserId user;
        const access::Resolver resolver(m_session->snapshot(), m_session->now());
        for (const UserId id : people())
            if (std::ranges::none_of(dutiesOf(*m_session, id), &DutyItem::binds) &&
                !resolver.objects(m_session->snapshot()->findUser(id)).spaces.empty())
                user = id;
        QWidget window;
        window.show();
        MemberButton button(*m_session, &window);
        button.setUser(user);
        button.actions()->run(MemberAct::Remove, user);
        auto *dialog = window.findChild<MemberRemoveDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->impact()->difference() != nullptr);
        QCOMPARE(dialog->impact()->difference()->losing(), 1);
        dialog->save();
        QVERIFY(m_session->commands().isEmpty()); // no reason
        dialog->reason()->setText(u"离职"_s);
        dialog->save();
        QCOMPARE(last().kind, u"member_remove"_s);
        const auto snapshot = m_session->snapshot();
        QCOMPARE(last().seen[user.toString()]["memberships"_L1].toInt(),
                 snapshot->user(snapshot->findUser(user)).row().versionMemberships);
    }

    void onlyThePlatformTeamHasTheActsOnAccounts() // ACC-9, ACC-11
    {
        QWidget window;
        const auto texts = [&window](FixedSession &session, UserId user) {
            QMenu menu;
            MemberActions(session, &window).fill(&menu, user);
            QStringList shown;
            for (const QAction *action : menu.actions())
                shown += action->text();
            return shown;
        };
        const UserId user = somebodyElse({});
        QVERIFY(!texts(*m_session, user).contains(MemberActions::textOf(MemberAct::CloseAccount)));
        FixedSession team(u"system_administrator"_s);
        const UserId other = ordinary(team);
        QVERIFY(texts(team, other).contains(MemberActions::textOf(MemberAct::CloseAccount)));
        QVERIFY(texts(team, other).contains(MemberActions::textOf(MemberAct::ConfirmStaff)));
        const MemberActions actions(team, &window);
        QCOMPARE(actions.refusal(MemberAct::CloseAccount, other), QString());
        QVERIFY(!actions.refusal(MemberAct::CloseAccount, team.userId()).isEmpty());
        QVERIFY(!actions.refusal(MemberAct::ConfirmStaff, team.userId()).isEmpty());
        const TenantRow &tenant = team.world().tenants[1];
        QVERIFY(actions.refusal(MemberAct::CloseAccount, tenant.administratorId).contains(u"administers"_s));
    }

    void anAccountIsClosedAfterItsNameWasTyped() // ACC-9
    {
        FixedSession team(u"system_administrator"_s);
        const UserId user = ordinary(team);
        const QString name = team.snapshot()->user(team.snapshot()->findUser(user)).name();
        CloseAccountDialog dialog(team, user);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QCOMPARE(test::unreachableControls(&dialog), QStringList());
        QCOMPARE(test::unnamedControls(&dialog), QStringList());
        auto *typed = qobject_cast<QLineEdit *>(dialog.form()->field(u"typed"_s)->editor());
        QTest::keyClicks(typed, u"somebody"_s);
        dialog.reason()->setText(u"left"_s);
        dialog.save();
        QVERIFY(!dialog.form()->field(u"typed"_s)->error().isEmpty());
        QVERIFY(team.commands().isEmpty());
        typed->setText(name);
        dialog.save();
        const Command command = team.commands().constLast().command;
        QCOMPARE(command.kind, u"account_close"_s);
        QCOMPARE(command.payload, (QJsonObject{{u"user_id"_s, user.toString()}, {u"reason"_s, u"left"_s}}));
        team.answer(command.id, {{ErrorClass::Business, u"member.has_duties"_s, u"user_id"_s, {}}});
        QTRY_VERIFY(dialog.isVisible()); // what was typed stays, with why not
        QCOMPARE(typed->text(), name);
    }

    void staffIsWhoseAccountWasLookedAt() // ACC-11
    {
        FixedSession team(u"system_administrator"_s);
        sync::SyncState state = team.state();
        state.online = true;
        team.setState(state);
        QJsonValue mis;
        team.setAnswer(sync::Question::AccountDetails,
                       [&mis](const QJsonObject &) -> Result<QJsonValue> { return QJsonObject{{u"mis"_s, mis}}; });
        const UserId user = ordinary(team);
        const auto field = [](const StaffDialog &dialog) { return dialog.form()->field(u"mis"_s); };
        {
            StaffDialog dialog(team, user, true);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            dialog.save(); // before the server has said which it is
            QVERIFY(team.commands().isEmpty());
            QTRY_VERIFY(field(dialog)->error().contains(u"no MIS account"_s));
            dialog.save();
            QVERIFY(team.commands().isEmpty());
        }
        mis = u"zhang01"_s;
        StaffDialog dialog(team, user, true);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QCOMPARE(test::unnamedControls(&dialog), QStringList());
        QTRY_COMPARE(qobject_cast<QLineEdit *>(field(dialog)->editor())->text(), u"zhang01"_s);
        dialog.save();
        QCOMPARE(team.commands().constLast().command.payload,
                 (QJsonObject{{u"user_id"_s, user.toString()}, {u"confirmed"_s, true}, {u"mis"_s, u"zhang01"_s}}));
        StaffDialog back(team, user, false);
        back.setAttribute(Qt::WA_DeleteOnClose, false);
        back.show();
        QVERIFY(!field(back)->isVisible());
        back.save();
        QCOMPARE(team.commands().constLast().command.payload["confirmed"_L1].toBool(true), false);
    }
};

QTEST_MAIN(MemberDialogsTest)
#include "tst_memberdialogs.moc"
