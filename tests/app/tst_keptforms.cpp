// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pages.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/dialogs/keptforms.h"
#include "ui/pages/applications/foundpicker.h"
#include "ui/pages/applications/tenantform.h"
#include "ui/pages/groups/addgroupmembersdialog.h"
#include "ui/pages/groups/groupview.h"
#include "ui/pages/members/checklistfield.h"
#include "ui/pages/members/memberactions.h"
#include "ui/pages/organizations/membershipsdialog.h"
#include "ui/pages/organizations/organizationform.h"
#include "ui/pages/organizations/pickers.h"
#include "ui/pages/spaces/addorganizationsdialog.h"
#include "ui/pages/spaces/addpeopledialog.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/peoplemodel.h"
#include "ui/pages/spaces/roleandexpiry.h"
#include "ui/pages/spaces/spaceinfopane.h"
#include "ui/pages/spaces/spaceview.h"
#include "ui/pages/spaces/subjecttreemodel.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::FixedSession;

/// Half-filled forms and a lock: nothing of the replica stays, nothing typed is lost, nothing that somebody
/// else changed meanwhile is overwritten (SEC-4, INB-6).
class TestKeptForms final : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<KeptForms> m_forms;

    void open(const QString &persona, const QString &page)
    {
        m_forms.reset();
        m_window.reset();
        m_session = std::make_unique<FixedSession>(persona);
        m_session->turnTo(m_session->actor().administers);
        m_window = std::make_unique<MainWindow>(console::makePages(*m_session, {}), *m_theme, *m_language);
        m_forms = std::make_unique<KeptForms>(*m_session, *m_window);
        m_window->setFirstPage(page);
        m_window->show();
        QTRY_VERIFY(m_window->currentPage());
        QCOMPARE(m_window->currentPage()->id(), page);
    }
    void trigger(const QString &text, const QKeySequence &keys = {})
    {
        for (QAction *action : m_window->currentPage()->findChildren<QAction *>())
            if (keys.isEmpty() ? action->text() == text : action->shortcut() == keys)
                return action->trigger();
        QFAIL(qPrintable(text));
    }
    [[nodiscard]] CommandDialog *form() const
    {
        for (CommandDialog *dialog : m_window->findChildren<CommandDialog *>())
            if (dialog->isVisible())
                return dialog;
        return nullptr;
    }
    template <class Editor>
    [[nodiscard]] Editor *editor(const QString &field) const
    {
        return form() ? qobject_cast<Editor *>(form()->form()->field(field)->editor()) : nullptr;
    }
    /// The members of a space that the signed-in person owns.
    [[nodiscard]] spaces::MembersPane *ownSpace() const
    {
        for (const GrantRow &grant : m_session->world().grants)
            if (grant.role == Role::Owner && grant.objectKind == ObjectKind::Space &&
                grant.subjectId == m_session->userId().uuid() && m_window->showPage(u"spaces"_s, grant.spaceId.toString()))
                break;
        return m_window->findChild<spaces::MembersPane *>();
    }
    template <class Dialog>
    [[nodiscard]] Dialog *shown() const
    {
        for (Dialog *dialog : m_window->findChildren<Dialog *>())
            if (dialog->isVisible())
                return dialog;
        return nullptr;
    }
    void lockAndUnlock()
    {
        const directory::SnapshotPtr snapshot = m_session->snapshot();
        lock();
        QVERIFY(m_window->findChildren<QDialog *>().isEmpty());
        unlock(snapshot);
    }
    /// As WorkspaceLock does it; `meanwhile` is what the snapshot of after it has more.
    void lock()
    {
        m_forms->keep();
        m_window->setLocked(true);
        m_session->setSnapshot(directory::Snapshot::empty());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void unlock(const directory::SnapshotPtr &snapshot)
    {
        m_window->setLocked(false);
        m_forms->reopen();
        m_session->setSnapshot(snapshot);
    }
    [[nodiscard]] Command given() const
    {
        return m_session->commands().isEmpty() ? Command() : m_session->commands().constLast().command;
    }
    [[nodiscard]] OrganizationRow someOrganization() const
    {
        for (const OrganizationRow &row : m_session->world().organizations)
            if (row.tenantId == m_session->actor().administers && !row.parentId.isNull())
                return row;
        return {};
    }
    /// The page lists beside the window's thread.
    void selectTenant(TenantId id)
    {
        QVERIFY(m_window->currentPage()->showObject(id.toString()));
        auto *table = m_window->currentPage()->findChild<QTableView *>();
        QTRY_VERIFY(table->selectionModel()->hasSelection());
    }
    void openOrganization(const OrganizationRow &row)
    {
        QVERIFY(m_window->currentPage()->showObject(row.id.toString()));
        trigger(u"edit"_s, Qt::Key_F2);
        QVERIFY(form());
    }

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void anOrganizationIsNotOverwritten();
    void whatIsWrongIsKeptToo();
    void whatWasNotTypedInIsNew();
    void aNewSpaceKeepsItsChoices();
    void aRoleKeepsItsTicks();
    void anApplicationKeepsWhomItNames();
    void membershipsKeepTheirRows();
    void aFormOfAPaneThatGoesComesBack();
    void peopleToBeAddedStayChosen();
    void organizationsToBeAddedStayChosen();
    void membersOfAGroupStayChosen();
    void nothingOfTheReplicaIsKept();
    void anotherActorSeesNothing();
    void whatIsGoneIsSaid();
    void formsAboutATenantComeBack();
    void anAppointmentComesBack();
    void whatTakesAwayCloses();
    void aFreezeCloses();
    void aCommandOnItsWayIsNotGivenTwice();
    void locksInARow();
};

void TestKeptForms::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Theme::Mode::Light);
    m_language = std::make_unique<Language>(*qApp);
    m_language->apply(u"en"_s);
}

void TestKeptForms::cleanup()
{
    m_forms.reset();
    m_window.reset();
}

void TestKeptForms::anOrganizationIsNotOverwritten()
{
    open(u"tenant_administrator"_s, u"organizations"_s);
    OrganizationRow row = someOrganization();
    openOrganization(row);
    editor<QLineEdit>(u"name"_s)->setText(u"Half a na"_s);
    const directory::SnapshotPtr before = m_session->snapshot();
    lock();
    QVERIFY(m_window->findChildren<QDialog *>().isEmpty());
    // Somebody else renames it while this console is locked.
    const int seen = row.versionDetails;
    const QString seenName = row.name;
    row.name = u"Renamed elsewhere"_s;
    row.versionDetails = seen + 1;
    m_session->setSnapshot(before);
    m_session->apply({{row}, {}});
    const directory::SnapshotPtr after = m_session->snapshot();
    m_session->setSnapshot(directory::Snapshot::empty());
    QVERIFY(!form()); // still locked
    unlock(after);
    QTRY_VERIFY(form());
    QCOMPARE(editor<QLineEdit>(u"name"_s)->text(), u"Half a na"_s);
    QCOMPARE(editor<QLineEdit>(u"code"_s)->text(), row.code);
    form()->save();
    // The server refuses what was seen of before the change; nobody's name is overwritten unseen.
    QCOMPARE(given().seen[row.id.toString()]["details"_L1].toInt(), seen);
    QCOMPARE(given().before["name"_L1].toString(), seenName);
    QCOMPARE(given().payload["name"_L1].toString(), u"Half a na"_s);
}

void TestKeptForms::whatIsWrongIsKeptToo() // a form needn't be complete to be locked
{
    open(u"tenant_administrator"_s, u"organizations"_s);
    const OrganizationRow row = someOrganization();
    CommandDialog::openKept(m_window.get(), [this, parent = row.id]() -> CommandDialog * {
        return OrganizationForm::forNew(*m_session, parent, m_window.get());
    });
    editor<QLineEdit>(u"parent_id"_s)->setText(u"nothing like tha"_s);
    editor<QLineEdit>(u"name"_s)->setText(u"x"_s);
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    lock();
    unlock(snapshot);
    QTRY_VERIFY(form());
    QCOMPARE(editor<QLineEdit>(u"parent_id"_s)->text(), u"nothing like tha"_s);
    QCOMPARE(editor<QLineEdit>(u"name"_s)->text(), u"x"_s);
}

void TestKeptForms::whatWasNotTypedInIsNew()
{
    open(u"tenant_administrator"_s, u"organizations"_s);
    OrganizationRow row = someOrganization();
    openOrganization(row);
    editor<QPlainTextEdit>(u"description"_s)->setPlainText(u"typed"_s);
    const directory::SnapshotPtr before = m_session->snapshot();
    lock();
    m_session->setSnapshot(before);
    row.code = u"NEW-CODE"_s;
    m_session->apply({{row}, {}});
    const directory::SnapshotPtr after = m_session->snapshot();
    m_session->setSnapshot(directory::Snapshot::empty());
    unlock(after);
    QTRY_VERIFY(form());
    QCOMPARE(editor<QLineEdit>(u"code"_s)->text(), u"NEW-CODE"_s); // it was not kept over the lock
    QCOMPARE(editor<QPlainTextEdit>(u"description"_s)->toPlainText(), u"typed"_s);
    form()->save();
    QVERIFY(!given().payload.contains("code"_L1));
}

void TestKeptForms::aNewSpaceKeepsItsChoices()
{
    open(u"tenant_administrator"_s, u"spaces"_s);
    trigger(u"New space"_s);
    QVERIFY(form());
    editor<QLineEdit>(u"name"_s)->setText(u"新空"_s);
    for (auto *box : form()->form()->field(u"modules"_s)->editor()->findChildren<QAbstractButton *>())
        box->setChecked(box->isEnabled());
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    lock();
    unlock(snapshot);
    QTRY_VERIFY(form());
    QCOMPARE(editor<QLineEdit>(u"name"_s)->text(), u"新空"_s);
    QSignalSpy said(form(), &CommandDialog::given);
    form()->save();
    QVERIFY(given().payload["modules"_L1].toArray().size() > 1);
    m_session->answer(given().id);
    QTRY_COMPARE(said.size(), 1);
}

void TestKeptForms::aRoleKeepsItsTicks()
{
    open(u"tenant_administrator"_s, u"roles"_s);
    trigger(u"New role"_s);
    QVERIFY(form());
    editor<QLineEdit>(u"name"_s)->setText(u"Auditor"_s);
    auto *keys = editor<members::CheckListField>(u"keys"_s);
    keys->setTicked(1, true);
    const QVariant ticked = keys->typed();
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    lock();
    unlock(snapshot);
    QTRY_VERIFY(form());
    QCOMPARE(editor<QLineEdit>(u"name"_s)->text(), u"Auditor"_s);
    QCOMPARE(editor<members::CheckListField>(u"keys"_s)->typed(), ticked);
}

void TestKeptForms::anApplicationKeepsWhomItNames()
{
    open(u"tenant_administrator"_s, u"approvals"_s);
    const UserId person = m_session->world().users.at(30).id;
    m_session->setAnswer(
        sync::Question::FindAdministrator, [person](const QJsonObject &) -> Result<QJsonValue> {
            return QJsonValue(QJsonObject{{u"people"_s, QJsonArray{QJsonObject{{u"id"_s, person.toString()},
                                                                               {u"name"_s, u"王小明"_s},
                                                                               {u"mis"_s, u"wangxm"_s}}}}});
        });
    // The one form that asks the server for people: TEN-1.
    CommandDialog::openKept(m_window.get(), [this]() -> CommandDialog * {
        return new applications::TenantForm(*m_session, applications::TenantForm::Way::Application, nullptr,
                                            m_window.get());
    });
    QVERIFY(form());
    editor<QLineEdit>(u"department"_s)->setText(u"研发"_s);
    editor<QPlainTextEdit>(u"reason"_s)->setPlainText(u"because"_s);
    auto *picker = editor<applications::FoundPicker>(u"administrator_id"_s);
    QTest::keyClicks(picker->search(), u"wangxm"_s);
    QTRY_COMPARE(picker->list()->count(), 1);
    picker->list()->setCurrentRow(0);
    QVERIFY(picker->chosen());
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    lock();
    unlock(snapshot);
    QTRY_VERIFY(form());
    QCOMPARE(editor<QLineEdit>(u"department"_s)->text(), u"研发"_s);
    QCOMPARE(editor<QPlainTextEdit>(u"reason"_s)->toPlainText(), u"because"_s);
    QTRY_VERIFY(editor<applications::FoundPicker>(u"administrator_id"_s)->chosen());
    QCOMPARE(editor<applications::FoundPicker>(u"administrator_id"_s)->chosen()->name, u"王小明"_s);
}

void TestKeptForms::membershipsKeepTheirRows() // ORG-3
{
    open(u"tenant_administrator"_s, u"organizations"_s);
    const UserId user = m_session->world().users.at(10).id;
    CommandDialog::openKept(m_window.get(), [this, user]() -> CommandDialog * {
        return new MembershipsDialog(*m_session, user, m_window.get());
    });
    QVERIFY(form());
    const int rows = form()->findChild<QTableWidget *>()->rowCount();
    auto *picker = form()->findChild<OrganizationPicker *>();
    OrganizationId added;
    for (const OrganizationRow &row : m_session->world().organizations) {
        picker->choose(row.id);
        for (auto *button : form()->findChildren<QPushButton *>())
            if (button->text() == u"Add")
                button->click();
        added = row.id;
        if (form()->findChild<QTableWidget *>()->rowCount() > rows)
            break;
    }
    QCOMPARE(form()->findChild<QTableWidget *>()->rowCount(), rows + 1);
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    lock();
    unlock(snapshot);
    QTRY_VERIFY(form());
    const auto *table = form()->findChild<QTableWidget *>();
    QCOMPARE(table->rowCount(), rows + 1);
    QCOMPARE(table->item(rows, 0)->text(), snapshot->organization(snapshot->findOrganization(added)).name());
}

void TestKeptForms::aFormOfAPaneThatGoesComesBack() // SPC-2
{
    open(u"tenant_administrator"_s, u"spaces"_s);
    m_window->findChild<spaces::SpaceView *>()->showTab(spaces::SpaceView::Information);
    m_window->findChild<spaces::SpaceInfoPane *>()->edit();
    QVERIFY(form());
    editor<QLineEdit>(u"name"_s)->setText(u"Half a na"_s);
    QSignalSpy lost(m_forms.get(), &KeptForms::lost);
    lockAndUnlock();
    QTRY_VERIFY(form());
    QCOMPARE(editor<QLineEdit>(u"name"_s)->text(), u"Half a na"_s);
    QCOMPARE(lost.size(), 0);
}

void TestKeptForms::peopleToBeAddedStayChosen() // MEM-3
{
    open(u"space_administrator"_s, u"spaces"_s);
    auto *pane = ownSpace();
    QTRY_VERIFY((pane->addPeople(), shown<spaces::AddPeopleDialog>())); // its rights come with its list
    auto *dialog = shown<spaces::AddPeopleDialog>();
    QTRY_VERIFY(dialog->model()->rowCount() > 0);
    for (int row = 0; row < dialog->model()->rowCount(); ++row)
        dialog->model()->setData(dialog->model()->index(row), int(Qt::Checked), Qt::CheckStateRole);
    const QList<spaces::PersonHit> chosen = dialog->model()->chosen();
    QVERIFY(chosen.size() > 1);
    dialog->choice()->setRole(Role::Editor);
    dialog->choice()->setDays(30);
    const QString kept = QString::fromUtf8(QJsonDocument::fromVariant(dialog->draft().typed).toJson());
    QVERIFY(!kept.contains(chosen.constFirst().name));
    lockAndUnlock();
    QTRY_VERIFY(shown<spaces::AddPeopleDialog>());
    dialog = shown<spaces::AddPeopleDialog>();
    QCOMPARE(dialog->model()->chosen(), chosen);
    QCOMPARE(dialog->choice()->role(), Role::Editor);
    QVERIFY(dialog->choice()->expiresAt());
    dialog->accept();
    QTRY_COMPARE(given().kind, u"grants_set"_s);
    QCOMPARE(given().payload["grants"_L1].toArray().size(), chosen.size());
}

void TestKeptForms::organizationsToBeAddedStayChosen() // MEM-4
{
    open(u"space_administrator"_s, u"spaces"_s);
    auto *pane = ownSpace();
    QTRY_VERIFY((pane->addOrganizations(), shown<spaces::AddOrganizationsDialog>())); // its rights come with its list
    const auto model = [this] { return shown<spaces::AddOrganizationsDialog>()->findChild<spaces::SubjectTreeModel *>(); };
    QUuid chosen;
    for (const OrganizationRow &row : m_session->world().organizations)
        if (row.tenantId == m_session->actor().tenantId && chosen.isNull() && model()->setChosen(row.id.uuid(), true))
            chosen = row.id.uuid();
    QVERIFY(!chosen.isNull());
    lockAndUnlock();
    QTRY_VERIFY(shown<spaces::AddOrganizationsDialog>());
    QCOMPARE(model()->chosen().size(), 1);
    QCOMPARE(model()->chosen().constFirst()->id, chosen);
}

void TestKeptForms::membersOfAGroupStayChosen() // GRP-1
{
    open(u"tenant_administrator"_s, u"groups"_s);
    auto *view = m_window->findChild<groups::GroupView *>();
    const RoleGroupId group = view->group().id;
    view->addMembers();
    auto *dialog = shown<groups::AddGroupMembersDialog>();
    QVERIFY(dialog);
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    for (const UserRow &user : m_session->world().users)
        if (user.tenantId == m_session->actor().administers && dialog->model()->chosen().size() < 3)
            dialog->model()->setChosen(explorer::pickOf(*snapshot, snapshot->findUser(user.id)), true);
    const QList<explorer::Pick> chosen = dialog->model()->chosen();
    lockAndUnlock();
    QTRY_VERIFY(shown<groups::AddGroupMembersDialog>());
    dialog = shown<groups::AddGroupMembersDialog>();
    QVERIFY(!dialog->model()->chosen().isEmpty()); // without those who are members already
    for (const explorer::Pick &pick : dialog->model()->chosen())
        QVERIFY(chosen.contains(pick));
    dialog->accept();
    QCOMPARE(given().kind, u"role_group_members_set"_s);
    QCOMPARE(given().payload["group_id"_L1].toString(), group.toString());
}

void TestKeptForms::nothingOfTheReplicaIsKept()
{
    open(u"tenant_administrator"_s, u"organizations"_s);
    const OrganizationRow row = someOrganization();
    openOrganization(row);
    const UserRow &leader = m_session->world().users.at(12);
    editor<PersonPicker>(u"leader_id"_s)->choose(leader.id);
    QCOMPARE(editor<PersonPicker>(u"leader_id"_s)->text(), leader.name);
    const CommandDialog::Draft draft = form()->draft();
    QCOMPARE(draft.typed.keys(), QStringList{u"leader_id"_s});
    const QString kept = QString::fromUtf8(QJsonDocument::fromVariant(draft.typed).toJson());
    QVERIFY(kept.contains(leader.id.toString().remove(u'{').remove(u'}')));
    QVERIFY(!kept.contains(leader.name) && !kept.contains(row.name));
    const QPointer<CommandDialog> dialog(form());
    lock();
    QVERIFY(!dialog); // with all its fields and what they had found
    unlock(m_session->snapshot());
    QVERIFY(!form()); // nothing is known yet
}

void TestKeptForms::anotherActorSeesNothing()
{
    open(u"tenant_administrator"_s, u"organizations"_s);
    openOrganization(someOrganization());
    editor<QLineEdit>(u"name"_s)->setText(u"Half a na"_s);
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    lock();
    QCOMPARE(m_forms->count(), 1);
    m_session->setUser(m_session->world().users.at(20).id);
    unlock(snapshot);
    QCOMPARE(m_forms->count(), 0);
    QVERIFY(!form());
}

void TestKeptForms::whatIsGoneIsSaid()
{
    open(u"tenant_administrator"_s, u"organizations"_s);
    const OrganizationRow row = someOrganization();
    openOrganization(row);
    editor<QLineEdit>(u"name"_s)->setText(u"Half a na"_s);
    const directory::SnapshotPtr before = m_session->snapshot();
    QSignalSpy lost(m_forms.get(), &KeptForms::lost);
    lock();
    m_session->setSnapshot(before);
    m_session->apply({{}, {{RowKind::Organization, row.id.uuid()}}});
    const directory::SnapshotPtr after = m_session->snapshot();
    m_session->setSnapshot(directory::Snapshot::empty());
    unlock(after);
    QCOMPARE(lost.size(), 1);
    QVERIFY(!form());
}

void TestKeptForms::formsAboutATenantComeBack() // TEN-11, TEN-13
{
    open(u"system_administrator"_s, u"tenants"_s);
    const TenantRow tenant = m_session->world().tenants.back();
    for (const QString &act : {u"Begin the closing…"_s, u"Change the plan…"_s, u"Open for maintenance…"_s}) {
        selectTenant(tenant.id);
        trigger(act);
        QVERIFY2(form(), qPrintable(act));
        form()->reason()->setText(u"typed before the lock"_s);
        const QString title = form()->windowTitle();
        const directory::SnapshotPtr snapshot = m_session->snapshot();
        lock();
        QVERIFY(!form());
        unlock(snapshot);
        QVERIFY2(form(), qPrintable(act));
        QCOMPARE(form()->windowTitle(), title);
        QCOMPARE(form()->reason()->text(), u"typed before the lock"_s);
        form()->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void TestKeptForms::anAppointmentComesBack() // ROL-4
{
    open(u"system_administrator"_s, u"administrators"_s);
    for (QPushButton *button : m_window->currentPage()->findChildren<QPushButton *>())
        if (button->text().startsWith(u"Appoint"))
            button->click();
    QVERIFY(form());
    form()->reason()->setText(u"typed before the lock"_s);
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    lock();
    unlock(snapshot);
    QVERIFY(form());
    QCOMPARE(form()->reason()->text(), u"typed before the lock"_s);
}

void TestKeptForms::aFreezeCloses()
{
    open(u"system_administrator"_s, u"tenants"_s);
    selectTenant(m_session->world().tenants.back().id);
    trigger(u"Freeze…"_s);
    QVERIFY(form());
    form()->reason()->setText(u"typed"_s);
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    lock();
    QCOMPARE(m_forms->count(), 0);
    unlock(snapshot);
    QVERIFY(!form());
}

void TestKeptForms::whatTakesAwayCloses() // its losses must be read anew
{
    open(u"tenant_administrator"_s, u"members"_s);
    members::MemberActions actions(*m_session, m_window.get());
    for (const UserRow &user : m_session->world().users)
        if (!form() && user.tenantId == m_session->actor().administers)
            actions.run(members::MemberAct::Suspend, user.id);
    QVERIFY(form());
    form()->reason()->setText(u"typed"_s);
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    lock();
    QCOMPARE(m_forms->count(), 0);
    unlock(snapshot);
    QVERIFY(!form());
}

void TestKeptForms::aCommandOnItsWayIsNotGivenTwice()
{
    open(u"tenant_administrator"_s, u"organizations"_s);
    openOrganization(someOrganization());
    editor<QLineEdit>(u"name"_s)->setText(u"A new name"_s);
    form()->save();
    QCOMPARE(m_session->commands().size(), 1);
    lock();
    QCOMPARE(m_forms->count(), 0);
}

void TestKeptForms::locksInARow()
{
    open(u"tenant_administrator"_s, u"organizations"_s);
    OrganizationRow row = someOrganization();
    const int seen = row.versionDetails;
    openOrganization(row);
    editor<QLineEdit>(u"name"_s)->setText(u"Half a na"_s);
    directory::SnapshotPtr snapshot = m_session->snapshot();
    for (int time = 0; time < 2; ++time) {
        lock();
        m_session->setSnapshot(snapshot);
        ++row.versionDetails;
        m_session->apply({{row}, {}});
        snapshot = m_session->snapshot();
        m_session->setSnapshot(directory::Snapshot::empty());
        unlock(snapshot);
        QTRY_VERIFY(form());
        QCOMPARE(editor<QLineEdit>(u"name"_s)->text(), u"Half a na"_s);
    }
    lock();
    lock(); // before it was shown again
    unlock(snapshot);
    QTRY_VERIFY(form());
    form()->save();
    QCOMPARE(given().seen[row.id.toString()]["details"_L1].toInt(), seen);
}

QTEST_MAIN(TestKeptForms)
#include "tst_keptforms.moc"
