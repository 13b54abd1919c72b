// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ROL-1, ROL-3: the tenant's own roles, from the keyboard, with or without a connection; INB-6
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/someroles.h"
#include "ui/models/conflictfields.h"
#include "ui/pages/members/checklistfield.h"
#include "ui/pages/members/memberactions.h"
#include "ui/pages/members/memberrolesdialog.h"
#include "ui/pages/members/memberspage.h"
#include "ui/pages/members/tenantpeople.h"
#include "ui/pages/roles/giveroledialog.h"
#include "ui/pages/roles/roleacts.h"
#include "ui/pages/roles/roleform.h"
#include "ui/pages/roles/roleholdersmodel.h"
#include "ui/pages/roles/rolelistmodel.h"
#include "ui/pages/roles/rolespage.h"
#include "ui/pages/roles/roleview.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
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
using namespace tenantry::ui::roles;
using test::FixedSession;

class RolesPageTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<RolesPage> m_page;

    [[nodiscard]] TenantId tenant() const { return m_session->actor().administers; }
    [[nodiscard]] RoleItem named(const QString &name) const
    {
        const auto items = roleItems(*m_session, tenant());
        const auto at = std::ranges::find(items, name, &RoleItem::name);
        return at == items.end() ? RoleItem() : *at;
    }
    [[nodiscard]] RoleItem personnel() const { return named(u"人事专员"_s); }
    [[nodiscard]] RoleItem auditor() const { return named(u"空间审核员"_s); }
    [[nodiscard]] Command last() const { return m_session->commands().constLast().command; }
    template <class Dialog>
    Dialog *opened() const
    {
        return m_page->window()->findChild<Dialog *>();
    }
    [[nodiscard]] static int rowOf(members::CheckListField *list, const QString &key)
    {
        const QString sentence = Declarations::builtIn().keySentence(key);
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->text() == sentence)
                return row;
        return -1;
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
        m_session->apply(test::someRoles(*m_session));
        m_page = std::make_unique<RolesPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->resize(1040, 720);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QVERIFY(m_page->showObject(personnel().id.toString()));
    }

    void onlyForAdministrators()
    {
        QVERIFY(m_page->isAvailable());
        FixedSession member(u"member"_s);
        QVERIFY(!RolesPage::isFor(member));
        QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
    }

    void showsWhoHoldsItAndWhatItPermits()
    {
        QCOMPARE(m_page->view()->holders()->model()->rowCount(), 5);
        QCOMPARE(personnel().holders, 5);
        m_page->view()->showPermissions();
        QString shown;
        for (const QLabel *label : m_page->view()->findChildren<QLabel *>())
            shown += label->text() + u'\n';
        QVERIFY(shown.contains(Declarations::builtIn().keySentence(u"members.manage"_s)));
        QVERIFY(!shown.contains(Declarations::builtIn().keySentence(u"tenant.settings"_s)));
        QVERIFY(shown.contains(u"空间审核员"_s)); // excluded
    }

    // OPM-10: a key comes with what it implies.
    void createsWithRulesAndImpliedKeys()
    {
        m_page->create();
        auto *form = opened<RoleForm>();
        auto *name = form->findChild<QLineEdit *>();
        QCOMPARE(test::unnamedControls(form), QStringList());
        QCOMPARE(test::unreachableControls(form), QStringList());
        name->setText(u"x"_s);
        form->keys()->setTicked(rowOf(form->keys(), u"members.manage"_s), true);
        QVERIFY(form->keys()->isTicked(rowOf(form->keys(), u"members.status"_s)));
        form->keys()->setTicked(rowOf(form->keys(), u"members.status"_s), false);
        QVERIFY(!form->keys()->isTicked(rowOf(form->keys(), u"members.manage"_s)));
        form->keys()->setTicked(rowOf(form->keys(), u"members.manage"_s), true);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(name->property("invalid").toBool()); // ERR-3
        QVERIFY(m_session->commands().isEmpty());
        name->setText(u"值班长"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(last().kind, u"role_create"_s);
        QCOMPARE(last().payload["keys"_L1].toArray(), (QJsonArray{u"members.manage"_s, u"members.status"_s}));
        m_session->answer(last().id, {{ErrorClass::Business, u"role.name_taken"_s, u"name"_s, {}}});
        QVERIFY(name->property("invalid").toBool());
        QVERIFY(form->isVisible() && name->text() == u"值班长"_s); // ERR-2
    }

    void editsOnlyWhatChangedAndShowsBothVersions() // INB-6
    {
        m_page->edit();
        auto *form = opened<RoleForm>();
        form->keys()->setTicked(rowOf(form->keys(), u"members.organizations"_s), false);
        form->save();
        const Command command = last();
        QCOMPARE(command.kind, u"role_change"_s);
        QCOMPARE(command.payload.keys(), (QStringList{u"keys"_s, u"role_id"_s}));
        TenantRoleRow newer = *m_session->snapshot()->tenantRole(personnel().id);
        newer.keys = {u"spaces.create"_s};
        newer.version = 2;
        directory::Delta delta;
        delta.upserted = {newer};
        m_session->apply(delta);
        const QList<ConflictField> fields = conflictFields(*m_session, command);
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields.first().now, Declarations::builtIn().keySentence(u"spaces.create"_s));
        const auto merged = mergedCommand(*m_session, command, {u"keys"_s});
        QVERIFY(merged);
        QCOMPARE(merged->seen.value(personnel().id.toString())[QString()].toInt(), 2);
    }

    void givesAndTakesBack() // ROL-3
    {
        m_page->view()->give();
        auto *dialog = opened<GiveRoleDialog>();
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        const auto snapshot = m_session->snapshot();
        const auto me = snapshot->user(snapshot->findUser(m_session->userId()));
        QSignalSpy found(dialog, &GiveRoleDialog::found);
        dialog->search()->setText(me.email());
        QTest::keyClick(dialog->search(), Qt::Key_Return);
        QVERIFY(found.wait(test::atMost));
        QVERIFY(dialog->model()->setData(dialog->model()->index(0), Qt::Checked, Qt::CheckStateRole));
        QSignalSpy toasts(m_page.get(), &Page::toastRequested);
        dialog->accept();
        QCOMPARE(last().kind, u"role_assign"_s);
        QCOMPARE(m_page->view()->holders()->model()->rowCount(), 6); // queued, and shown so
        m_session->answer(last().id);
        toasts.first().at(1).value<std::function<void()>>()();
        QCOMPARE(last().kind, u"role_revoke"_s);
        QCOMPARE(last().payload["user_id"_L1].toString(), m_session->userId().toString());
    }

    void whoHoldsAnExcludedRoleCantBeChosen()
    {
        const UserId holder = holderItems(*m_session, auditor().id).front().id;
        const auto snapshot = m_session->snapshot();
        GiveRoleDialog dialog(*m_session, personnel().id);
        QSignalSpy found(&dialog, &GiveRoleDialog::found);
        dialog.search()->setText(snapshot->user(snapshot->findUser(holder)).email());
        QTest::keyClick(dialog.search(), Qt::Key_Return);
        QVERIFY(found.wait(test::atMost));
        QCOMPARE(dialog.model()->pick(0).id, holder.uuid());
        QVERIFY(!dialog.model()->setData(dialog.model()->index(0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(dialog.model()->index(0).data(Qt::AccessibleTextRole).toString().contains(u"空间审核员"_s));
    }

    void deleteKeyRevokesAndUndoGivesBack()
    {
        QSignalSpy toasts(m_page.get(), &Page::toastRequested);
        QTableView *table = m_page->view()->holders();
        table->setFocus();
        table->selectRow(0);
        const UserId first = holderItems(*m_session, personnel().id).front().id;
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(last().kind, u"role_revoke"_s);
        QCOMPARE(last().payload["user_id"_L1].toString(), first.toString());
        QVERIFY(holderItems(*m_session, personnel().id).front().isGoing);
        toasts.first().at(1).value<std::function<void()>>()(); // still queued: dropped
        QVERIFY(!holderItems(*m_session, personnel().id).front().isGoing);
    }

    void deletionNamesWhoLosesIt()
    {
        m_page->remove();
        auto *dialog = opened<ConfirmDialog>();
        QString shown;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            shown += label->text();
        QVERIFY2(shown.contains(u'5'), qPrintable(shown));
        dialog->accept();
        QCOMPARE(last().kind, u"role_delete"_s);
        QCOMPARE(last().payload["revokes"_L1].toInt(), 5);
        QVERIFY(personnel().isGoing);
    }

    // ROL-3, ROL-5: from the member's side.
    void rolesOfAMember()
    {
        const UserId person = holderItems(*m_session, personnel().id).front().id;
        members::MemberRolesDialog dialog(*m_session, person);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(test::unnamedControls(&dialog), QStringList());
        auto *save = [&] {
            for (QPushButton *button : dialog.findChildren<QPushButton *>())
                if (button->isDefault())
                    return button;
            return static_cast<QPushButton *>(nullptr);
        }();
        QVERIFY(save && !save->isEnabled()); // nothing is changed yet
        const int rows = dialog.list()->count();
        QCOMPARE(rows, 3);
        for (int row = 0; row < rows; ++row)
            dialog.list()->setTicked(row, true);
        QVERIFY(!save->isEnabled()); // two of them exclude each other
        for (int row = 0; row < rows; ++row)
            dialog.list()->setTicked(row, dialog.list()->item(row)->text().startsWith(u"空间审核员"_s));
        QVERIFY(save->isEnabled());
        dialog.accept();
        const QList<QueuedCommand> commands = m_session->commands();
        QCOMPARE(commands.size(), 2);
        QCOMPARE(commands[0].command.kind, u"role_revoke"_s); // first: the other one excludes it
        QCOMPARE(commands[1].command.kind, u"role_assign"_s);
        QCOMPARE(rolesHeldBy(*m_session, person), QSet<TenantRoleId>{auditor().id});
        const auto snapshot = m_session->snapshot();
        QCOMPARE(members::userRoleName(*snapshot, personnel().id.toString()), u"人事专员"_s);
        QVERIFY(members::rolesOf(*snapshot, snapshot->findUser(person)).contains(personnel().id.toString()));
        QWidget window;
        const members::MemberActions acts(*m_session, &window);
        QCOMPARE(acts.refusal(members::MemberAct::Roles, person), QString());
    }

    // OPM-9: whoever holds a key over people has the page of people, and only what the key opens can be used
    // there.
    void delegatesHaveTheMembersPage()
    {
        FixedSession delegate(u"member"_s);
        QVERIFY(!MembersPage::isFor(delegate));
        TenantRoleRow role;
        role.id = TenantRoleId::make(delegate.now());
        role.tenantId = delegate.actor().tenantId;
        role.keys = {u"members.status"_s};
        RoleAssignmentRow assignment;
        assignment.id = QUuid::createUuid();
        assignment.userId = delegate.userId();
        assignment.tenantId = role.tenantId;
        assignment.role = role.id.toString();
        directory::Delta delta;
        delta.upserted = {role, assignment};
        delegate.apply(delta);
        QVERIFY(MembersPage::isFor(delegate));
        QVERIFY(!RolesPage::isFor(delegate));
        const auto snapshot = delegate.snapshot();
        UserId other;
        for (const auto user : snapshot->usersOf(snapshot->findTenant(role.tenantId)))
            if (snapshot->user(user).status() == UserStatus::Active &&
                snapshot->user(user).id() != delegate.userId())
                other = snapshot->user(user).id();
        QWidget window;
        const members::MemberActions acts(delegate, &window);
        QCOMPARE(acts.refusal(members::MemberAct::Suspend, other), QString());
        QVERIFY(!acts.refusal(members::MemberAct::Remove, other).isEmpty());
        QVERIFY(!acts.refusal(members::MemberAct::Roles, other).isEmpty());
    }

    void modelsDiffById()
    {
        RoleListModel list;
        RoleHoldersModel holders;
        const QAbstractItemModelTester one(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester two(&holders, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setItems(roleItems(*m_session, tenant()));
        holders.setItems(holderItems(*m_session, personnel().id));
        const QPersistentModelIndex kept = list.index(list.rowOf(auditor().id));
        QSignalSpy resets(&list, &QAbstractItemModel::modelReset);
        m_session->submit(makeDelete(*m_session, personnel().id));
        m_session->submit(makeCreate(*m_session, tenant(), {u"AAA"_s, {}, {}, {}}));
        list.setItems(roleItems(*m_session, tenant()));
        QCOMPARE(list.rowCount(), 4);
        QCOMPARE(kept.data().toString(), u"空间审核员"_s);
        QVERIFY(resets.isEmpty());
        list.setQuery(u"kongjian"_s); // pinyin
        QCOMPARE(list.rowCount(), 1);
        holders.setQuery(u"zzzzzz"_s);
        QCOMPARE(holders.rowCount(), 0);
    }
};

QTEST_MAIN(RolesPageTest)
#include "tst_rolespage.moc"
