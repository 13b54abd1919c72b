// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ROL-5, MEM-2, ORG-7, ACC-9, PRM-5, APP-2
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/access/pickfield.h"
#include "ui/pages/members/memberpane.h"
#include "ui/pages/members/memberspage.h"
#include "ui/pages/members/suspenddialog.h"
#include "ui/pages/members/tenantpeoplemodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QCollator>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::members;
using test::FixedSession;

class MembersPageTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<MembersPage> m_page;

    void open(const QString &persona)
    {
        m_page.reset();
        m_session = std::make_unique<FixedSession>(persona);
        if (persona == u"system_administrator")
            m_session->turnTo(m_session->world().tenants[1].id);
        m_page = std::make_unique<MembersPage>(*m_session);
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->resize(1200, 760);
        QSignalSpy listed(m_page.get(), &MembersPage::listed);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        if (m_page->isAvailable())
            QTRY_VERIFY(!listed.isEmpty());
    }
    /// What `act` asks for is there.
    template <class Act>
    void listing(const Act &act)
    {
        QSignalSpy listed(m_page.get(), &MembersPage::listed);
        act();
        QTRY_VERIFY(!listed.isEmpty());
    }
    [[nodiscard]] QSet<UserId> shown() const
    {
        QSet<UserId> ids;
        for (int row = 0; row < m_page->model()->rowCount(); ++row)
            ids.insert(m_page->model()->idOf(m_page->model()->index(row, 0)));
        return ids;
    }
    /// As the rows say it, by hand.
    template <class Fits>
    [[nodiscard]] QSet<UserId> expected(const Fits &fits) const
    {
        QSet<UserId> ids;
        for (const UserRow &user : m_session->world().users)
            if (user.tenantId == m_session->currentTenant() && fits(user))
                ids.insert(user.id);
        return ids;
    }
    void search(const QString &query)
    {
        listing([&] {
            m_page->search()->setText(query);
            QTest::keyClick(m_page->search(), Qt::Key_Return);
        });
    }
    void choose(QComboBox *box, const QVariant &data)
    {
        listing([&] { box->setCurrentIndex(box->findData(data)); });
    }
    [[nodiscard]] QComboBox *box(const QVariant &entry) const
    {
        for (QComboBox *each : m_page->findChildren<QComboBox *>())
            if (each->isVisible() && each->findData(entry) >= 0)
                return each;
        return nullptr;
    }
    [[nodiscard]] UserRow somebody(bool owning) const
    {
        const auto snapshot = m_session->snapshot();
        for (const UserRow &user : m_session->world().users)
            if (user.tenantId == m_session->currentTenant() && user.status == UserStatus::Active &&
                user.id != m_session->userId() && hasDuties(*snapshot, snapshot->findUser(user.id)) == owning)
                return user;
        return {};
    }
    void setStatus(UserRow user, UserStatus status)
    {
        user.status = status;
        ++user.version;
        m_session->apply({{user}, {}});
    }

private Q_SLOTS:
    void init() { open(u"tenant_administrator"_s); }

    void listsEverybodyOfTheTenant() // ROL-5
    {
        QAbstractItemModelTester tester(m_page->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(m_page->isAvailable());
        QCOMPARE(shown(), expected([](const UserRow &) { return true; }));
        const auto text = [&](int row, PersonColumn column) {
            return m_page->model()->index(row, int(column)).data().toString();
        };
        const auto snapshot = m_session->snapshot();
        for (int row = 0; row < m_page->model()->rowCount(); ++row) {
            const auto user =
                snapshot->user(snapshot->findUser(m_page->model()->idOf(m_page->model()->index(row, 0))));
            QCOMPARE(text(row, PersonColumn::Email), user.email());
            const auto organizations = snapshot->organizationsOf(user.index());
            if (!organizations.empty())
                QVERIFY(text(row, PersonColumn::Organizations)
                            .startsWith(snapshot->organization(organizations[0]).name()));
            if (user.id() == m_session->userId())
                QVERIFY(text(row, PersonColumn::Roles).contains(userRoleName(*m_session->snapshot(), u"tenant_administrator"_s)));
        }
    }

    void searchesPinyinMailAndDepartment() // MEM-2
    {
        QAbstractItemModelTester tester(m_page->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        UserRow user = somebody(false);
        user.name = u"单雄信"_s;
        ++user.version;
        m_session->apply({{user}, {}});
        for (const QString &query : {u"shanxiongxin"_s, u"sxx"_s, u"雄信"_s}) {
            search(query);
            QCOMPARE(shown(), QSet<UserId>{user.id});
        }
        const auto snapshot = m_session->snapshot();
        const auto organization = snapshot->organizationsOf(snapshot->findUser(user.id)).front();
        search(snapshot->organization(organization).name());
        QVERIFY(shown().contains(user.id));
        QVERIFY(size_t(shown().size()) >= snapshot->membersOf(organization).size());
        search(u"nobody has this"_s);
        QVERIFY(shown().isEmpty());
        search({});
        QCOMPARE(shown(), expected([](const UserRow &) { return true; }));
    }

    void filtersByOrganizationRoleAndStatus() // ROL-5
    {
        const auto snapshot = m_session->snapshot();
        directory::OrganizationIndex parent;
        for (const auto each : snapshot->organizations())
            if (snapshot->tenantId(snapshot->organization(each).tenant()) == m_session->currentTenant() &&
                snapshot->organization(each).parent().isValid() && !snapshot->children(each).empty())
                parent = each;
        QVERIFY(parent.isValid());
        listing(
            [&] { m_page->organization()->choose(explorer::pickOf(*snapshot, directory::Subject(parent))); });
        QSet<UserId> within, own;
        for (const auto user : snapshot->membersWithin(parent))
            within.insert(snapshot->user(user).id());
        for (const auto &member : snapshot->membersOf(parent))
            own.insert(snapshot->user(member.user).id());
        QVERIFY(own != within);
        QCOMPARE(shown(), within);
        listing([&] { m_page->findChild<QCheckBox *>()->click(); });
        QCOMPARE(shown(), own);
        listing([&] { m_page->organization()->choose({}); });
        QComboBox *roles = box(u"leader"_s);
        choose(roles, u"leader"_s);
        const QSet<UserId> leaders = expected([&](const UserRow &user) {
            return std::ranges::any_of(m_session->world().memberships, [&](const MembershipRow &membership) {
                return membership.userId == user.id && membership.role == u"leader";
            });
        });
        QVERIFY(!leaders.isEmpty());
        QCOMPARE(shown(), leaders);
        choose(roles, QString());
        choose(box(int(UserStatus::Suspended)), int(UserStatus::Suspended));
        QCOMPARE(shown(), expected([](const UserRow &user) { return user.status == UserStatus::Suspended; }));
    }

    void sortsByEveryColumn() // ROL-5
    {
        const auto textsOf = [&](PersonColumn column) {
            QStringList texts;
            for (int row = 0; row < m_page->model()->rowCount(); ++row)
                texts += m_page->model()->index(row, int(column)).data().toString();
            return texts;
        };
        for (int column = 0; column < personColumnCount; ++column)
            for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
                listing([&] { m_page->table()->horizontalHeader()->setSortIndicator(column, order); });
                if (column == int(PersonColumn::Email)) {
                    QStringList mails = textsOf(PersonColumn::Email);
                    mails.removeAll(QString());
                    QStringList sorted = mails;
                    QCollator collator;
                    collator.setNumericMode(true);
                    std::ranges::sort(sorted, [&](const QString &a, const QString &b) {
                        return collator.compare(a, b) < 0;
                    });
                    if (order == Qt::DescendingOrder)
                        std::ranges::reverse(sorted);
                    QCOMPARE(mails, sorted);
                }
            }
        QCOMPARE(shown(), expected([](const UserRow &) { return true; }));
    }

    void theChosenOneStaysWhateverChanges() // ROL-5
    {
        const UserRow user = somebody(false);
        listing([&] { QVERIFY(m_page->showObject(user.id.toString())); });
        QCOMPARE(m_page->model()->idOf(m_page->table()->currentIndex()), user.id);
        listing([&] {
            m_page->table()->horizontalHeader()->setSortIndicator(int(PersonColumn::Created),
                                                                  Qt::DescendingOrder);
        });
        QCOMPARE(m_page->model()->idOf(m_page->table()->currentIndex()), user.id);
        UserRow other = somebody(true);
        other.name = u"啊啊"_s;
        ++other.version;
        listing([&] { m_session->apply({{other}, {}}); });
        QCOMPARE(m_page->model()->idOf(m_page->table()->currentIndex()), user.id);
    }

    void suspendsByKeyboardAndLeavesTheHandoverToBeSeen() // ACC-9, ORG-7, PRM-5
    {
        const UserRow user = somebody(true);
        listing([&] { QVERIFY(m_page->showObject(user.id.toString())); });
        QVERIFY(m_page->pane()->suspendButton()->isEnabled());
        m_page->pane()->suspendButton()->setFocus();
        QTest::keyClick(m_page->pane()->suspendButton(), Qt::Key_Space);
        auto *dialog = m_page->findChild<SuspendDialog *>();
        QVERIFY(dialog);
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        QTRY_VERIFY(dialog->impact()->difference() != nullptr); // PRM-5
        QVERIFY(dialog->impact()->difference()->losing() == 1);
        dialog->save();
        QVERIFY(m_session->commands().isEmpty()); // no reason
        QTest::keyClicks(dialog->reason(), u"left"_s);
        QTest::keyClick(dialog->reason(), Qt::Key_Return);
        QCOMPARE(m_session->commands().size(), 1);
        const Command command = m_session->commands().constLast().command;
        QCOMPARE(command.kind, u"user_set_suspended"_s);
        QVERIFY(command.payload["suspended"_L1].toBool());
        QVERIFY(m_page->table()->currentIndex().siblingAtColumn(0).data(QueuedRole).toBool());
        QSignalSpy toast(m_page.get(), &Page::toastRequested);
        m_session->answer(command.id);
        listing([&] { setStatus(user, UserStatus::Suspended); });
        QCOMPARE(toast.size(), 1);
        QCOMPARE(m_page->count(), m_page->model()->list()->handoversDue.size());
        QVERIFY(m_page->count() >= 1);
        auto *banner = m_page->findChild<Banner *>(u"due"_s);
        QVERIFY(banner->isVisible());
        listing([&] { Q_EMIT banner->actionRequested(); });
        QVERIFY(shown().contains(user.id));
        for (const UserId id : shown())
            QVERIFY(hasDuties(*m_session->snapshot(), m_session->snapshot()->findUser(id)));
        // The button offers the way back; so does the toast.
        QVERIFY(m_page->pane()->actions()->refusal(MemberAct::Reactivate, user.id).isEmpty());
        toast.first().at(1).value<std::function<void()>>()();
        QVERIFY(!m_session->commands().constLast().command.payload["suspended"_L1].toBool());
    }

    void undoBringsTheRemovedBack() // ORG-7
    {
        const UserRow user = somebody(false);
        listing([&] { QVERIFY(m_page->showObject(user.id.toString())); });
        QSignalSpy toast(m_page.get(), &Page::toastRequested);
        QTest::keyClick(m_page->table(), Qt::Key_Delete);
        CommandDialog *dialog = m_page->findChild<CommandDialog *>();
        QVERIFY(dialog);
        dialog->reason()->setText(u"离职"_s);
        dialog->save();
        const CommandId given = m_session->commands().constLast().id();
        QCOMPARE(m_session->commands().constLast().command.kind, u"member_remove"_s);
        const QUuid removal = makeUuid7(m_session->now());
        m_session->answer(given, {}, {{u"removal_id"_s, removal.toString(QUuid::WithoutBraces)}});
        QCOMPARE(toast.size(), 1);
        toast.first().at(1).value<std::function<void()>>()();
        const Command back = m_session->commands().constLast().command;
        QCOMPARE(back.kind, u"member_restore"_s);
        QCOMPARE(QUuid::fromString(back.payload["removal_id"_L1].toString()), removal);
    }

    void whoMayNotIsToldWhy() // APP-2, OPM-9
    {
        const MemberActions *actions = m_page->pane()->actions();
        QVERIFY(!actions->refusal(MemberAct::Suspend, m_session->userId()).isEmpty()); // oneself
        QVERIFY(!actions->refusal(MemberAct::Remove, m_session->userId()).isEmpty());  // the administrator
        QVERIFY(!actions->refusal(MemberAct::HandOver, somebody(false).id).isEmpty() ||
                !dutiesOf(*m_session, somebody(false).id).empty());
        UserRow user = somebody(true);
        QVERIFY(!actions->refusal(MemberAct::Reactivate, user.id).isEmpty()); // isn't suspended
        for (const MemberAct act :
             {MemberAct::Suspend, MemberAct::Remove, MemberAct::HandOver, MemberAct::Organizations})
            QVERIFY2(actions->refusal(act, user.id).isEmpty(), qPrintable(actions->refusal(act, user.id)));
        setStatus(user, UserStatus::Suspended);
        QVERIFY(!actions->refusal(MemberAct::Suspend, user.id).isEmpty());
        QVERIFY(!actions->refusal(MemberAct::Organizations, user.id).isEmpty());
        // An ordinary member has no such page, and each act is refused.
        open(u"member"_s);
        QVERIFY(!m_page->isAvailable());
        const UserId other = somebody(false).id;
        for (const MemberAct act : {MemberAct::Organizations, MemberAct::HandOver, MemberAct::CopyAccess,
                                    MemberAct::Suspend, MemberAct::Reactivate, MemberAct::Remove}) {
            QVERIFY(!m_page->pane()->actions()->refusal(act, other).isEmpty());
            m_page->pane()->actions()->run(act, other);
        }
        QVERIFY(m_page->findChildren<QDialog *>().isEmpty());
    }

    void rolesThatNobodySeesAreNotNone() // ROL-5, OPM-9: a delegate's data scope brings people, not what they are
    {
        const auto roles = [this] { return m_page->model()->index(0, int(PersonColumn::Roles)).data().toString(); };
        QVERIFY(!roles().contains(u"hidden"_s));
        QList<Scope> held = m_session->heldScopes();
        held.removeIf([](const Scope &scope) { return scope.kind == ScopeKind::People || scope.kind == ScopeKind::Tenant; });
        m_session->setHeldScopes(held);
        Q_EMIT m_session->snapshotChanged();
        QTRY_VERIFY(roles().contains(u"hidden"_s));
        // Those of whom the data scope covers an organization come (OPM-5).
        const auto snapshot = m_session->snapshot();
        const auto first = m_page->model()->list()->rows.front().user;
        for (const directory::UserMembership &membership : snapshot->membershipsOf(first))
            held.append({ScopeKind::Organization, snapshot->organization(membership.organization).id().uuid(), m_session->currentTenant().uuid()});
        m_session->setHeldScopes(held);
        Q_EMIT m_session->snapshotChanged();
        QTRY_VERIFY(!roles().contains(u"hidden"_s));
    }

    void thePlatformTeamSuspendsButManagesNobody() // ROL-5, ROL-2
    {
        open(u"system_administrator"_s);
        QVERIFY(m_page->isAvailable());
        QCOMPARE(shown(), expected([](const UserRow &) { return true; }));
        const UserRow user = somebody(true);
        QVERIFY(m_page->pane()->actions()->refusal(MemberAct::Suspend, user.id).isEmpty());
        for (const MemberAct act : {MemberAct::Organizations, MemberAct::HandOver, MemberAct::Remove})
            QVERIFY(!m_page->pane()->actions()->refusal(act, user.id).isEmpty());
        listing([&] { m_session->turnTo(m_session->world().tenants[2].id); });
        QCOMPARE(shown(), expected([](const UserRow &) { return true; }));
        listing([&] { m_session->turnTo({}); });
        QVERIFY(shown().isEmpty());
    }

    void thePaneSaysWhatSomebodyHas() // ROL-5, PRM-3
    {
        const UserRow user = somebody(true);
        listing([&] { QVERIFY(m_page->showObject(user.id.toString())); });
        const auto snapshot = m_session->snapshot();
        const access::Resolver resolver(snapshot, m_session->now());
        const auto roles = resolver.objects(snapshot->findUser(user.id)).spaces;
        QCOMPARE(m_page->pane()->spaces()->links().size(), std::min(qsizetype(roles.size()), LinkList::most));
        QVERIFY(!m_page->pane()->duties()->links().isEmpty());
        QSignalSpy asked(m_page.get(), &Page::pageRequested);
        m_page->pane()->duties()->setCurrentRow(0);
        QTest::keyClick(m_page->pane()->duties(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
    }

    void keysReachEverything() // APP-2
    {
        QCOMPARE(test::unreachableControls(m_page.get()), QStringList());
        QCOMPARE(test::unnamedControls(m_page.get()).join(u'\n'), QString());
        m_page->search()->setFocus();
        QTest::keyClick(m_page->search(), Qt::Key_Down);
        QVERIFY(m_page->table()->hasFocus());
    }
};

QTEST_MAIN(MembersPageTest)
#include "tst_memberspage.moc"
