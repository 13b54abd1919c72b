// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/serversignin.h"
#include "tests/app/desktop.h"
#include "tests/app/memorystore.h"
#include "tests/schema/commandworld.h"
#include "ui/dialogs/commanddialog.h"

#include <QAction>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::console;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// The whole console with a half-filled form, locked by its hotkey and opened by the password: nothing typed
/// is lost, and what is sent then takes effect once, on what the person had seen (SEC-4, INB-5, INB-6).
class TestLockedForm final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void isSentOnceAfterTheLock();
    void overwritesNothingOfMeanwhile();

private:
    static constexpr int patience = 60'000;

    void signIn();
    void openForm();
    void typeAndLock(const QString &name);
    void unlock();
    [[nodiscard]] ui::CommandDialog *form() const
    {
        return m_workspace->window().findChild<ui::CommandDialog *>();
    }
    [[nodiscard]] QLineEdit *name() const
    {
        return form() ? qobject_cast<QLineEdit *>(form()->form()->field(u"name"_s)->editor()) : nullptr;
    }
    [[nodiscard]] QueuedCommand given() const { return m_workspace->session().commands().value(0); }
    [[nodiscard]] QString inDatabase(const QString &column) const
    {
        return m_world.must(u"select %1::text from app.organizations where id = ?"_s.arg(column),
                            {m_organization});
    }
    [[nodiscard]] int executed() const
    {
        return m_world
            .must(
                u"select count(*)::text from app.audit_entries where kind = 'organization_edit' and object_id = ?"_s,
                {m_organization})
            .toInt();
    }

    CommandWorld m_world;
    QString m_organization;
    std::unique_ptr<QTemporaryDir> m_folder;
    Desktop m_desktop;
    MemoryStore m_keychain;
    std::unique_ptr<Workspace> m_workspace;
};

void TestLockedForm::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestLockedForm::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_organization = m_world.addOrganization(u"Before the lock"_s);
    signIn();
    openForm();
}

void TestLockedForm::cleanup()
{
    m_workspace.reset();
}

void TestLockedForm::signIn()
{
    auto gate = std::make_shared<ProfileGate>(m_folder->path(), u"server/role"_s, m_keychain, m_desktop.aside);
    ServerSignIn attempt(m_world.cluster().profileFor(m_world.adminA.role), gate, m_desktop.aside);
    connect(&attempt, &ServerSignIn::succeeded, this, [this](const SignedIn &who) {
        m_workspace = m_desktop.open(who);
    });
    attempt.start(CommandWorld::password, false);
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->session().state().lastSync &&
                                 QFile::exists(m_folder->filePath(u"password"_s)),
                             patience);
}

void TestLockedForm::openForm()
{
    ui::MainWindow &window = m_workspace->window();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY_WITH_TIMEOUT(window.showPage(u"organizations"_s, m_organization), patience);
    for (QAction *action : window.currentPage()->findChildren<QAction *>())
        if (action->shortcut() == QKeySequence(Qt::Key_F2))
            action->trigger();
    QVERIFY(name());
    QCOMPARE(name()->text(), u"Before the lock"_s);
}

void TestLockedForm::typeAndLock(const QString &text)
{
    QVERIFY(QTest::qWaitForWindowActive(form()));
    name()->setFocus();
    name()->selectAll();
    QTest::keyClicks(name(), text);
    QTest::keyClick(name(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_workspace->window().isLocked());
    QTRY_VERIFY(!form());
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->session().state().store, sync::StoreState::Closed, patience);
    QTRY_COMPARE(m_workspace->session().snapshot()->userCount(), 0);
}

void TestLockedForm::unlock()
{
    auto *edit = m_workspace->window().lockScreen()->findChild<QLineEdit *>();
    QTest::keyClicks(edit, CommandWorld::password);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(name(), patience);
    QVERIFY(!m_workspace->window().isLocked());
}

void TestLockedForm::isSentOnceAfterTheLock()
{
    const QString version = inDatabase(u"version_details"_s);
    typeAndLock(u"Typed before the lock"_s);
    unlock();
    QCOMPARE(name()->text(), u"Typed before the lock"_s);
    QVERIFY(m_workspace->session().commands().isEmpty());
    form()->save();
    QTRY_COMPARE_WITH_TIMEOUT(given().state, CommandState::Done, patience);
    QCOMPARE(given().command.seen[m_organization]["details"_L1].toInt(), version.toInt());
    QTRY_VERIFY(!form());
    QCOMPARE(m_workspace->session().commands().size(), 1);
    QCOMPARE(inDatabase(u"name"_s), u"Typed before the lock"_s);
    QCOMPARE(inDatabase(u"version_details"_s).toInt(), version.toInt() + 1);
    QCOMPARE(executed(), 1);
}

void TestLockedForm::overwritesNothingOfMeanwhile()
{
    const QString version = inDatabase(u"version_details"_s);
    typeAndLock(u"Typed before the lock"_s);
    (void)m_world.must(
        u"update app.organizations set name = 'Renamed meanwhile', version_details = version_details + 1 where id = ? returning id::text"_s,
        {m_organization});
    unlock();
    QCOMPARE(name()->text(), u"Typed before the lock"_s);
    const auto shown = [this] {
        const auto &snapshot = *m_workspace->session().snapshot();
        return snapshot.organization(snapshot.findOrganization(CommandWorld::organizationId(m_organization)))
            .name();
    };
    QTRY_COMPARE_WITH_TIMEOUT(shown(), u"Renamed meanwhile"_s, patience);
    QCOMPARE(name()->text(), u"Typed before the lock"_s);
    form()->save();
    QTRY_COMPARE_WITH_TIMEOUT(given().state, CommandState::NeedsAttention, patience);
    QCOMPARE(given().command.seen[m_organization]["details"_L1].toInt(), version.toInt());
    QCOMPARE(inDatabase(u"name"_s), u"Renamed meanwhile"_s);
}

QTEST_MAIN(TestLockedForm)
#include "tst_lockedform.moc"
