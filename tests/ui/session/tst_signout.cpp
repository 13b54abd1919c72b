// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/hang.h"
#include "tests/sync/console.h"
#include "ui/session/enginesession.h"
#include "ui/shell/stallwatch.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::EngineSession;

/// APP-3: whatever the server does or doesn't, the window never waits for it.
class TestSignOut final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void hangingServer();
    void hangingServerWhileLocking();
    void silentServer();
    void submittedCommandsAreKept();

private:
    [[nodiscard]] std::unique_ptr<EngineSession> signIn(test::Console &console) const
    {
        auto session = std::make_unique<EngineSession>(console.options, UserId());
        session->start();
        return session;
    }
    SchemaWorld m_world;
};

void TestSignOut::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestSignOut::hangingServer()
{
    bool isNeverAway = false;
    for (int round = 0; round < 3; ++round) { // other programs on the machine make pauses of their own
        test::Console console(m_world.cluster().profileFor(m_world.memberA.role), SchemaWorld::password);
        auto session = signIn(console);
        QTRY_VERIFY(session->state().online && !session->state().busy);
        const Hang hang(m_world, m_world.memberA.role);
        QVERIFY(hang.isOn());
        QTRY_VERIFY(session->state().busy); // it waits for an answer
        QSignalSpy ended(session.get(), &EngineSession::ended);
        const ui::StallWatch watch(console.folder.filePath(u"stalls"_s), [] { return QString(); }); // bar: 50 ms
        session->end();
        QTRY_COMPARE(ended.size(), 1); // within QTest's 5 s: the process stands still, nobody answers
        session.reset();
        isNeverAway = isNeverAway || watch.count() == 0;
    }
    QVERIFY(isNeverAway);
}

void TestSignOut::hangingServerWhileLocking() // SEC-4
{
    test::Console console(m_world.cluster().profileFor(m_world.memberA.role), SchemaWorld::password);
    auto session = signIn(console);
    QTRY_VERIFY(session->state().online && !session->state().busy);
    {
        const Hang hang(m_world, m_world.memberA.role);
        QTRY_VERIFY(session->state().busy);
        session->lock();
        QTRY_COMPARE(session->state().store, sync::StoreState::Closed);
        session->unlock(); // reads the local copy while the server is still away
        QTRY_COMPARE(session->state().store, sync::StoreState::Open);
    }
    QTRY_VERIFY(session->state().online);
}

void TestSignOut::silentServer()
{
    QTcpServer silent; // takes connections and says nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    server::ServerProfile profile = m_world.cluster().profileFor(m_world.memberA.role);
    profile.host = u"127.0.0.1"_s;
    profile.port = QString::number(silent.serverPort());
    test::Console console(profile, SchemaWorld::password);
    console.options.connection.connectTimeout = 2s; // libpq knows no less
    auto session = signIn(console);
    QTRY_VERIFY(silent.hasPendingConnections());
    QSignalSpy ended(session.get(), &EngineSession::ended);
    QElapsedTimer took;
    took.start();
    session->end();
    QVERIFY2(took.elapsed() < 1'000, qPrintable(QString::number(took.elapsed()))); // it would be two seconds
    QTRY_COMPARE(ended.size(), 1);
}

void TestSignOut::submittedCommandsAreKept() // INB-3
{
    test::Console console(m_world.cluster().profileFor(m_world.memberA.role), SchemaWorld::password);
    auto session = signIn(console);
    QTRY_VERIFY(session->state().online && !session->state().busy);
    CommandId id;
    {
        const Hang hang(m_world, m_world.memberA.role);
        QTRY_VERIFY(session->state().busy);
        id = session->submit(applicationWithdraw(ApplicationId(QUuid::createUuid())));
        QSignalSpy ended(session.get(), &EngineSession::ended);
        session->end();
        QTRY_COMPARE(ended.size(), 1);
        session.reset();
    }
    session = signIn(console);
    QTRY_VERIFY(!session->commands().isEmpty());
    QCOMPARE(session->commands().first().id(), id);
}

QTEST_MAIN(TestSignOut)
#include "tst_signout.moc"
