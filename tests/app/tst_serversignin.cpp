// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/serversignin.h"
#include "tests/app/desktop.h"
#include "tests/app/memorystore.h"
#include "tests/schema/schemaworld.h"
#include "ui/widgets/formfield.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::console;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// From the password to the local copy and back: what opens it, what is remembered, what is left (SEC-3, SEC-4).
class TestServerSignIn final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void remembersWhatTheServerTook();
    void remembersNothingThatWasRefused();
    void saysThatNothingWasRemembered();
    void offlineOnlyWithTheLastPassword();
    void offlineWithoutACopyIsRefused();
    void theLockAsksForThePassword();
    void theLockTakesAPasswordChangedElsewhere();
    void theLockAsksForThePassphrase();
    void asksAgainWhenTheServerRefuses();
    void wipingLeavesNothing();
    void wipingTellsWhatIsLeft();

private:
    struct Outcome {
        std::optional<SignedIn> who;
        QString error;
        bool isOffline = false;
        bool wasNotRemembered = false;
    };
    [[nodiscard]] std::shared_ptr<ProfileGate> gate() { return std::make_shared<ProfileGate>(m_folder->path(), u"server/role"_s, m_keychain, m_desktop.aside); }
    Outcome signIn(const QString &password, bool remember = false, const QString &offlinePassword = {}, const QString &passphrase = {});
    [[nodiscard]] static bool isOpen(Workspace &workspace) { return workspace.session().state().store == sync::StoreState::Open; }
    void setServerPassword(const QString &password)
    {
        (void)m_world.must(u"alter role %1 password '%2'"_s.arg(m_world.memberA.role, password));
    }
    static void unlock(Workspace &workspace, const QString &secret)
    {
        auto *edit = workspace.window().lockScreen()->findChild<QLineEdit *>();
        edit->setText(secret);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    [[nodiscard]] static QString lockError(Workspace &workspace)
    {
        return workspace.window().lockScreen()->findChild<ui::FormField *>()->error();
    }

    SchemaWorld m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    Desktop m_desktop;
    MemoryStore m_keychain;
};

void TestServerSignIn::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestServerSignIn::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain.secrets.clear();
    m_keychain.isMissing = false;
}

void TestServerSignIn::cleanup()
{
    setServerPassword(SchemaWorld::password);
}

TestServerSignIn::Outcome TestServerSignIn::signIn(const QString &password, bool remember, const QString &offlinePassword, const QString &passphrase)
{
    Outcome outcome;
    ServerSignIn attempt(m_world.cluster().profileFor(m_world.memberA.role), gate(), m_desktop.aside);
    connect(&attempt, &ServerSignIn::succeeded, this, [&](const SignedIn &who) { outcome.who = who; });
    connect(&attempt, &ServerSignIn::failed, this, [&](const Error &error) { outcome.error = error.code; });
    connect(&attempt, &ServerSignIn::notRemembered, this, [&] { outcome.wasNotRemembered = true; });
    connect(&attempt, &ServerSignIn::passphraseNeeded, this, [&] { attempt.givePassphrase(passphrase); });
    connect(&attempt, &ServerSignIn::offline, this, [&] {
        outcome.isOffline = true;
        attempt.workOffline(offlinePassword);
    });
    attempt.start(password, remember);
    (void)QTest::qWaitFor([&] { return outcome.who || !outcome.error.isEmpty(); }, 20'000);
    QCoreApplication::processEvents(); // what is told beside
    return outcome;
}

void TestServerSignIn::remembersWhatTheServerTook()
{
    QVERIFY(signIn(SchemaWorld::password, true).who);
    QTRY_VERIFY(m_keychain.holds(SchemaWorld::password.toUtf8()));
    QVERIFY(signIn(QString()).who); // by what was remembered
    QVERIFY(signIn(SchemaWorld::password, false).who); // not ticked any more
    QTRY_VERIFY(!m_keychain.holds(SchemaWorld::password.toUtf8()));
}

void TestServerSignIn::remembersNothingThatWasRefused()
{
    const Outcome outcome = signIn(u"not this one"_s, true);
    QCOMPARE(outcome.error, u"server.sign_in_refused"_s);
    QVERIFY(m_keychain.secrets.empty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
}

void TestServerSignIn::saysThatNothingWasRemembered()
{
    m_keychain.isMissing = true;
    const Outcome outcome = signIn(SchemaWorld::password, true, {}, u"a passphrase"_s);
    QVERIFY(outcome.who);
    QVERIFY(outcome.wasNotRemembered);
}

void TestServerSignIn::offlineOnlyWithTheLastPassword()
{
    {
        const auto workspace = m_desktop.open(*signIn(SchemaWorld::password).who);
        QTRY_VERIFY(isOpen(*workspace) && QFile::exists(m_folder->filePath(u"password"_s)));
    }
    m_world.cluster().stop();
    const auto again = qScopeGuard([this] { (void)m_world.cluster().start(); });
    Outcome outcome = signIn(u"anything"_s, false, u"anything"_s);
    QVERIFY(outcome.isOffline);
    QCOMPARE(outcome.error, u"password.wrong"_s);
    outcome = signIn(SchemaWorld::password, false, SchemaWorld::password);
    QVERIFY(outcome.isOffline && outcome.who);
    const auto workspace = m_desktop.open(*outcome.who);
    QTRY_VERIFY(isOpen(*workspace)); // what was synced can be read
}

void TestServerSignIn::offlineWithoutACopyIsRefused()
{
    m_world.cluster().stop();
    const auto again = qScopeGuard([this] { (void)m_world.cluster().start(); });
    const Outcome outcome = signIn(SchemaWorld::password);
    QVERIFY(!outcome.isOffline);
    QCOMPARE(outcome.error, u"server.unreachable"_s);
}

void TestServerSignIn::theLockAsksForThePassword()
{
    const SignedIn who = *signIn(SchemaWorld::password).who;
    const auto workspace = m_desktop.open(who);
    QTRY_VERIFY(isOpen(*workspace) && QFile::exists(m_folder->filePath(u"password"_s)));
    workspace->lock();
    QVERIFY(workspace->window().isLocked());
    QTRY_COMPARE(workspace->session().state().store, sync::StoreState::Closed);
    QCOMPARE(who.gate->keys()->queueKey(true).error().code, u"keys.locked"_s); // no key is left in memory
    QTRY_VERIFY(workspace->session().commands().isEmpty());
    unlock(*workspace, u"anything"_s);
    QTRY_VERIFY(!lockError(*workspace).isEmpty());
    QVERIFY(workspace->window().isLocked() && !isOpen(*workspace));
    QVERIFY(!who.gate->keys()->queueKey(true));
    unlock(*workspace, SchemaWorld::password);
    QTRY_VERIFY(!workspace->window().isLocked() && isOpen(*workspace));
}

void TestServerSignIn::theLockTakesAPasswordChangedElsewhere()
{
    const auto workspace = m_desktop.open(*signIn(SchemaWorld::password).who);
    QTRY_VERIFY(isOpen(*workspace) && QFile::exists(m_folder->filePath(u"password"_s)));
    workspace->lock();
    setServerPassword(u"a new one"_s);
    unlock(*workspace, u"a new one"_s);
    QTRY_VERIFY(!workspace->window().isLocked());
    QTRY_VERIFY(isOpen(*workspace) && workspace->session().state().online);
}

void TestServerSignIn::theLockAsksForThePassphrase()
{
    m_keychain.isMissing = true;
    const auto workspace = m_desktop.open(*signIn(SchemaWorld::password, false, {}, u"a passphrase"_s).who);
    QTRY_VERIFY(isOpen(*workspace));
    workspace->lock();
    unlock(*workspace, SchemaWorld::password);
    QTRY_VERIFY(!lockError(*workspace).isEmpty());
    QVERIFY(workspace->window().isLocked());
    unlock(*workspace, u"a passphrase"_s);
    QTRY_VERIFY(!workspace->window().isLocked());
    QTRY_VERIFY(isOpen(*workspace));
}

void TestServerSignIn::asksAgainWhenTheServerRefuses() // INB-7
{
    const auto workspace = m_desktop.open(*signIn(SchemaWorld::password).who);
    QTRY_VERIFY(workspace->session().state().online);
    const auto dialog = [&] { return workspace->window().findChild<ui::PasswordDialog *>(); };
    setServerPassword(u"a new one"_s);
    (void)m_world.must(u"select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = ?"_s, {m_world.memberA.role});
    QTRY_VERIFY(dialog());
    const auto give = [&](const QString &password) {
        auto *edit = dialog()->findChild<QLineEdit *>();
        edit->setText(password);
        QTest::keyClick(edit, Qt::Key_Return);
    };
    dialog()->findChild<QCheckBox *>()->setChecked(true);
    give(u"wrong"_s);
    QTRY_VERIFY(!dialog()->findChild<ui::FormField *>()->error().isEmpty());
    QCOMPARE(dialog()->findChild<QLineEdit *>()->text(), u"wrong"_s); // ERR-2
    QVERIFY(!m_keychain.holds("wrong"));
    give(u"a new one"_s);
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY(workspace->session().state().online);
    QTRY_VERIFY(m_keychain.holds("a new one"));
}

void TestServerSignIn::wipingLeavesNothing()
{
    const auto workspace = m_desktop.open(*signIn(SchemaWorld::password, true).who);
    QTRY_VERIFY(isOpen(*workspace) && QFile::exists(m_folder->filePath(u"password"_s)));
    QSignalSpy wiped(workspace.get(), &Workspace::wiped);
    workspace->session().wipe(true);
    QTRY_COMPARE(wiped.size(), 1);
    QVERIFY(!wiped.first().first().value<std::optional<Error>>());
    QVERIFY(m_keychain.secrets.empty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
}

void TestServerSignIn::wipingTellsWhatIsLeft()
{
    const auto workspace = m_desktop.open(*signIn(SchemaWorld::password, true).who);
    QTRY_VERIFY(isOpen(*workspace));
    QSignalSpy wiped(workspace.get(), &Workspace::wiped);
    m_keychain.isMissing = true;
    workspace->session().wipe(true);
    QTRY_COMPARE(wiped.size(), 1);
    const auto left = wiped.first().first().value<std::optional<Error>>();
    QVERIFY(left);
    QCOMPARE(left->code, u"keys.not_removed"_s);
}

QTEST_MAIN(TestServerSignIn)
#include "tst_serversignin.moc"
