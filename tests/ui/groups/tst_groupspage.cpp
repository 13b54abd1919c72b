// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GRP-1: virtual role groups, from the keyboard, with or without a connection; INB-6, PRM-5
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/dialogs/impactline.h"
#include "ui/models/conflictfields.h"
#include "ui/pages/groups/addgroupmembersdialog.h"
#include "ui/pages/groups/groupcommands.h"
#include "ui/pages/groups/groupform.h"
#include "ui/pages/groups/grouplistmodel.h"
#include "ui/pages/groups/groupmembersmodel.h"
#include "ui/pages/groups/groupspage.h"
#include "ui/pages/groups/groupview.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::groups;
using test::FixedSession;

class GroupsPageTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<GroupsPage> m_page;

    [[nodiscard]] TenantId tenant() const { return m_session->actor().administers; }
    /// The one with most grants.
    [[nodiscard]] RoleGroupId busy() const
    {
        const auto items = groupItems(*m_session, tenant());
        return std::ranges::max(items, {}, &GroupItem::grants).id;
    }
    [[nodiscard]] Command last() const { return m_session->commands().constLast().command; }
    template <class Dialog>
    Dialog *opened() const
    {
        return m_page->window()->findChild<Dialog *>();
    }
    [[nodiscard]] UserId stranger(RoleGroupId group) const
    {
        const auto snapshot = m_session->snapshot();
        const auto members = memberItems(*m_session, group);
        for (const auto user : snapshot->usersOf(snapshot->findTenant(tenant())))
            if (snapshot->user(user).status() == UserStatus::Active &&
                std::ranges::find(members, snapshot->user(user).id().uuid(), &MemberItem::id) ==
                    members.end())
                return snapshot->user(user).id();
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
        m_page = std::make_unique<GroupsPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->resize(1040, 720);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QVERIFY(m_page->showObject(busy().toString()));
    }

    void onlyForAdministrators()
    {
        QVERIFY(m_page->isAvailable());
        FixedSession member(u"member"_s);
        QVERIFY(!GroupsPage(member).isAvailable());
    }

    void showsMembersAndUses()
    {
        const auto snapshot = m_session->snapshot();
        const auto group = snapshot->findRoleGroup(busy());
        QCOMPARE(m_page->view()->members()->model()->rowCount(), int(snapshot->membersOf(group).size()));
        QCOMPARE(m_page->view()->uses()->model()->rowCount(),
                 int(snapshot->grantsOf(directory::Subject(group)).size()));
        QVERIFY(m_page->view()->uses()->model()->rowCount() > 0);
    }

    void opensThePermissionDetail() // PRM-1
    {
        for (QPushButton *button : m_page->findChildren<QPushButton *>())
            if (button->text() == GroupView::tr("Permission detail…"))
                button->click();
        const auto *dialog = opened<spaces::PermissionDetailDialog>();
        QVERIFY(dialog && dialog->isVisible());
        const auto snapshot = m_session->snapshot();
        const QString name = snapshot->roleGroup(snapshot->findRoleGroup(busy())).name();
        QVERIFY(std::ranges::any_of(dialog->findChildren<QLabel *>(),
                                    [&](const QLabel *label) { return label->text().endsWith(name); }));
    }

    void createsWithTheRuleAtTheField() // ERR-2, ERR-3
    {
        m_page->create();
        auto *form = opened<GroupForm>();
        auto *name = form->findChild<QLineEdit *>();
        QCOMPARE(test::unnamedControls(form), QStringList());
        QCOMPARE(test::unreachableControls(form), QStringList());
        name->setText(u"x"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(name->property("invalid").toBool());
        QVERIFY(m_session->commands().isEmpty());
        name->setText(u"值班组"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(last().kind, u"role_group_create"_s);
        // The server refuses: what was typed is still there, the error at the field.
        m_session->answer(last().id, {{ErrorClass::Business, u"role_group.name_taken"_s, u"name"_s, {}}});
        QVERIFY(name->property("invalid").toBool());
        QCOMPARE(name->text(), u"值班组"_s);
        QVERIFY(form->isVisible());
        name->setText(u"值班二组"_s);
        QTest::keyClick(name, Qt::Key_Return);
        m_session->answer(last().id);
        QVERIFY(!form->isVisible());
    }

    void aQueuedGroupIsInTheList() // INB-5
    {
        sync::SyncState state = m_session->state();
        state.online = false;
        m_session->setState(state);
        m_page->create();
        auto *form = opened<GroupForm>();
        form->findChild<QLineEdit *>()->setText(u"离线组"_s);
        QTest::keyClick(form->findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(!form->isVisible());
        QCOMPARE(m_page->list()->currentIndex().data().toString(), u"离线组"_s);
        QVERIFY(m_page->view()->group().isNew);
    }

    void addsPeopleAndOrganizations() // PRM-5
    {
        m_page->view()->addMembers();
        auto *dialog = opened<AddGroupMembersDialog>();
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        QCOMPARE(test::unreachableControls(dialog), QStringList());
        const auto snapshot = m_session->snapshot();
        const UserId user = stranger(busy());
        QSignalSpy found(dialog, &AddGroupMembersDialog::found);
        QSignalSpy ready(dialog->impact(), &ImpactLine::ready);
        dialog->search()->setText(snapshot->user(snapshot->findUser(user)).email());
        QTest::keyClick(dialog->search(), Qt::Key_Return);
        QVERIFY(found.wait(test::atMost));
        QCOMPARE(dialog->model()->pick(0).id, user.uuid());
        QVERIFY(dialog->model()->setData(dialog->model()->index(0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(ready.wait(test::atMost));
        const auto expected =
            access::whatIf({snapshot,
                            m_session->now(),
                            m_session->heldScopes(),
                            {access::EditGroupMembers{busy(), {{SubjectKind::User, user.uuid()}}, {}}}});
        QCOMPARE(dialog->impact()->difference()->gaining(), (*expected)->difference.gaining());
        dialog->accept();
        QCOMPARE(last().kind, u"role_group_members_set"_s);
        const auto members = memberItems(*m_session, busy());
        const auto at = std::ranges::find(members, user.uuid(), &MemberItem::id);
        QVERIFY(at != members.end() && at->isNew);
    }

    void whoIsInCantBeTicked()
    {
        const auto members = memberItems(*m_session, busy());
        AddGroupMembersDialog dialog(*m_session, busy());
        QSignalSpy found(&dialog, &AddGroupMembersDialog::found);
        dialog.search()->setText(members.front().name);
        QTest::keyClick(dialog.search(), Qt::Key_Return);
        QVERIFY(found.wait(test::atMost));
        for (int row = 0; row < dialog.model()->rowCount(); ++row)
            if (dialog.model()->pick(row).id == members.front().id)
                QVERIFY(
                    !dialog.model()->setData(dialog.model()->index(row), Qt::Checked, Qt::CheckStateRole));
    }

    void deleteKeyRemovesAndUndoGivesBack()
    {
        QSignalSpy toasts(m_page.get(), &Page::toastRequested);
        const int before = m_page->view()->members()->model()->rowCount();
        QTableView *table = m_page->view()->members();
        table->setFocus();
        table->selectRow(0);
        const auto item = memberItems(*m_session, busy()).front();
        QTest::keyClick(table, Qt::Key_Delete);
        auto *dialog = opened<ConfirmDialog>();
        QVERIFY(dialog && dialog->findChild<ImpactLine *>());
        QTRY_VERIFY(dialog->findChild<ImpactLine *>()->difference() != nullptr);
        dialog->accept();
        QCOMPARE(last().payload["remove"_L1][0]["subject_id"_L1].toString(),
                 item.id.toString(QUuid::WithoutBraces));
        QVERIFY(memberItems(*m_session, busy()).front().isGoing);
        const auto undo = toasts.last()[1].value<std::function<void()>>();
        undo(); // still queued: dropped
        QCOMPARE(m_session->commands().constLast().state, CommandState::Discarded);
        QVERIFY(!memberItems(*m_session, busy()).front().isGoing);
        QCOMPARE(table->model()->rowCount(), before);
    }

    void undoAfterTheServersAnswerIsTheInverse()
    {
        const RoleGroupMember member{SubjectKind::User, stranger(busy()).uuid()};
        const auto given = makeMembers(*m_session, busy(), {member}, {});
        const CommandId id = m_session->submit(given.first());
        m_session->answer(id);
        undo(*m_session, {id}, makeMembers(*m_session, busy(), {}, {member}));
        QCOMPARE(last().payload["remove"_L1][0]["subject_id"_L1].toString(),
                 member.id.toString(QUuid::WithoutBraces));
    }

    void deletionNamesWhatGoesWithIt()
    {
        m_page->remove();
        auto *dialog = opened<ConfirmDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<ImpactLine *>()->difference() != nullptr);
        QVERIFY(dialog->findChild<ImpactLine *>()->difference()->losing() > 0);
        dialog->accept();
        QCOMPARE(last().kind, u"role_group_delete"_s);
        const auto snapshot = m_session->snapshot();
        QCOMPARE(last().payload["removes_grants"_L1].toInt(),
                 int(snapshot->grantsOf(directory::Subject(snapshot->findRoleGroup(busy()))).size()));
        QVERIFY(m_page->view()->group().isGoing);
    }

    void twoWhoEditTheSameAreCompared() // INB-6
    {
        const auto seen = m_session->snapshot();
        const auto command =
            makeEdit(seen, busy(), u"我的名字"_s, seen->roleGroup(seen->findRoleGroup(busy())).description());
        QVERIFY(command);
        RoleGroupRow row = seen->roleGroup(seen->findRoleGroup(busy())).row();
        const QString old = row.name;
        row.name = u"别人的名字"_s;
        ++row.version;
        directory::Delta theirs;
        theirs.upserted.emplace_back(row);
        m_session->apply(theirs);
        const auto fields = conflictFields(*m_session, *command);
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields[0].before, old);
        QCOMPARE(fields[0].now, u"别人的名字"_s);
        QCOMPARE(fields[0].mine, u"我的名字"_s);
        const auto merged = mergedCommand(*m_session, *command, {u"name"_s});
        QVERIFY(merged);
        QCOMPARE(merged->seen[row.id.toString()][""_L1].toInt(), row.version);
        QVERIFY(!mergedCommand(*m_session, *command, {}));
    }

    void fiveThousandMembersAreQuick()
    {
        const auto snapshot = m_session->snapshot();
        const RoleGroupRow group = snapshot->roleGroup(snapshot->findRoleGroup(busy())).row();
        directory::Delta delta;
        for (int i = 0; i < 5'000; ++i) {
            UserRow user = snapshot->user(snapshot->findUser(m_session->userId())).row();
            user.id = UserId::make(m_session->now());
            user.name = u"张%1"_s.arg(i);
            delta.upserted.emplace_back(user);
            RoleGroupMemberRow member;
            member.id = QUuid::createUuid();
            member.tenantId = group.tenantId;
            member.groupId = group.id;
            member.subjectId = user.id.uuid();
            delta.upserted.emplace_back(member);
        }
        m_session->apply(delta);
        const double start = test::processorTime();
        m_page->showObject(group.id.toString());
        QTRY_VERIFY(m_page->view()->members()->model()->rowCount() >= 5'000);
        const double shown = test::processorTime();
        m_page->view()->findChild<SearchField *>()->queryChanged(u"张 99"_s);
        const double searched = test::processorTime();
        qInfo("5,000 members: shown again in %.0f ms, searched in %.0f ms", shown - start, searched - shown);
        QVERIFY2(shown - start < 500 && searched - shown < 500, "far too slow, even for a busy machine");
    }

    void everythingByKeyboard() // APP-2
    {
        QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
        QCOMPARE(test::unreachableControls(m_page.get()), QStringList());
    }

    void modelsAreModels()
    {
        GroupListModel list;
        GroupMembersModel members;
        QAbstractItemModelTester listTester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester memberTester(&members,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setItems(groupItems(*m_session, tenant()));
        members.setItems(memberItems(*m_session, busy()));
        QSignalSpy resets(&members, &QAbstractItemModel::modelReset);
        auto fewer = memberItems(*m_session, busy());
        fewer.erase(fewer.begin());
        members.setItems(fewer);
        members.setQuery(u"没有"_s);
        members.setQuery({});
        QCOMPARE(members.rowCount(), int(fewer.size()));
        QCOMPARE(resets.count(), 0);
    }
};

QTEST_MAIN(GroupsPageTest)
#include "tst_groupspage.moc"
