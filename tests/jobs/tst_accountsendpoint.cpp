// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The worker's endpoint against those who mean harm (design §3): idle and many connections, big bodies,
// floods, nonsense.
#include "core/accounts/accountflows.h"
#include "tests/jobs/accountservice.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestAccountsEndpoint : public QObject
{
    Q_OBJECT

    SchemaWorld w;
    std::unique_ptr<AccountService> m_service;
    bool m_limited = false; ///< as one test wanted it

    QString asksForAName() const
    {
        AccountActs acts(m_service->address());
        return acts.wait(
            [](auto &client, auto done) { accounts::signInName(client, u"li@example.com"_s, done); });
    }
    [[nodiscard]] std::unique_ptr<QSslSocket> connected() const
    {
        auto socket = std::make_unique<QSslSocket>();
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(m_service->certificate()));
        socket->setSslConfiguration(tls);
        socket->connectToHostEncrypted(u"localhost"_s, m_service->port());
        (void)QTest::qWaitFor(
            [&] { return socket->isEncrypted() || socket->state() == QAbstractSocket::UnconnectedState; });
        return socket;
    }
    /// Sends it and reads until the end of the connection or the first answer.
    [[nodiscard]] QByteArray talk(const QByteArray &request) const
    {
        const auto socket = connected();
        socket->write(request);
        QByteArray answer;
        (void)QTest::qWaitFor(
            [&] {
                answer += socket->readAll();
                return answer.contains("\r\n\r\n") || socket->state() == QAbstractSocket::UnconnectedState;
            },
            10'000);
        return answer;
    }
    static QByteArray post(const QByteArray &act, const QByteArray &body)
    {
        return "POST /accounts/" + act +
               " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) +
               "\r\n\r\n" + body;
    }
    void restart(const jobs::ListenerLimits &limits, int requests = 100'000)
    {
        m_limited = true;
        m_service = std::make_unique<AccountService>(w);
        const QString started = m_service->start(limits, requests);
        QVERIFY2(started.isEmpty(), qPrintable(started));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    void init()
    {
        if (!m_service || m_limited)
            restart({});
        m_limited = false;
    }
    void cleanupTestCase() { m_service.reset(); }

    void thirtyIdleConnectionsStopNobody()
    {
        std::vector<std::unique_ptr<QTcpSocket>> silent; // before the handshake
        for (int i = 0; i < 30; ++i) {
            silent.push_back(std::make_unique<QTcpSocket>());
            silent.back()->connectToHost(u"localhost"_s, m_service->port());
            QVERIFY(silent.back()->waitForConnected());
        }
        std::vector<std::unique_ptr<QSslSocket>> idle; // after it
        for (int i = 0; i < 30; ++i) {
            idle.push_back(connected());
            QVERIFY(idle.back()->isEncrypted());
        }
        QCOMPARE(asksForAName(), u"done"_s);
    }

    void oneAddressHasSoManyConnections()
    {
        jobs::ListenerLimits limits;
        limits.connectionsOfAddress = 5;
        restart(limits);
        std::vector<std::unique_ptr<QSslSocket>> open;
        for (int i = 0; i < 5; ++i)
            open.push_back(connected());
        QVERIFY(open.back()->isEncrypted());
        QVERIFY(!connected()->isEncrypted());
        open.clear();
        QTRY_COMPARE(asksForAName(), u"done"_s); // and has them again
    }

    void whoSaysNothingIsLetGo()
    {
        jobs::ListenerLimits limits;
        limits.handshake = std::chrono::milliseconds(300);
        limits.lifetime = std::chrono::milliseconds(900);
        restart(limits);
        QTcpSocket silent;
        silent.connectToHost(u"localhost"_s, m_service->port());
        QVERIFY(silent.waitForConnected());
        const auto idle = connected();
        QVERIFY(idle->isEncrypted());
        QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(idle->state(), QAbstractSocket::UnconnectedState);
        // A byte now and then is no life.
        const auto slow = connected();
        QElapsedTimer time;
        time.start();
        QTRY_VERIFY((slow->write("P"), slow->flush(), slow->state() == QAbstractSocket::UnconnectedState));
        QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
    }

    void aBigBodyIsCutOff()
    {
        const QByteArray within = talk(post("sign_in_name", QByteArray(60'000, ' ')));
        QVERIFY2(within.startsWith("HTTP/1.1 400"), within.left(200).constData());
        const QByteArray huge =
            talk("POST /accounts/register HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n" +
                 QByteArray(4'000'000, 'x'));
        QCOMPARE(huge, QByteArray());
        QCOMPARE(talk("POST /accounts/register HTTP/1.1\r\nX-Long: " + QByteArray(4'000'000, 'x')),
                 QByteArray());
        QCOMPARE(asksForAName(), u"done"_s);
    }

    void nonsenseIsAnsweredAsSuch_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no JSON") << post("register", "x") << QByteArray("HTTP/1.1 400");
        QTest::newRow("a list") << post("register", "[]") << QByteArray("HTTP/1.1 400");
        QTest::newRow("a nested object")
            << post("register", R"({"email": {"a": 1}})") << QByteArray("HTTP/1.1 400");
        QTest::newRow("a number") << post("register", R"({"email": 1})") << QByteArray("HTTP/1.1 400");
        QTest::newRow("a long text") << post("register", R"({"email": ")" + QByteArray(2000, 'a') + R"("})")
                                     << QByteArray("HTTP/1.1 400");
        QTest::newRow("no such act") << post("drop_everything", "{}") << QByteArray("HTTP/1.1 200");
        QTest::newRow("GET") << QByteArray("GET /accounts/register HTTP/1.1\r\nHost: localhost\r\n\r\n")
                             << QByteArray("HTTP/1.1 404");
        QTest::newRow("another path")
            << QByteArray("POST /etc/passwd HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}")
            << QByteArray("HTTP/1.1 404");
        QTest::newRow("NUL in a text")
            << post("register", R"({"email": "a\u0000b@example.com", "name": "x"})")
            << QByteArray("HTTP/1.1 ");
    }
    void nonsenseIsAnsweredAsSuch()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answer);
        const QString before = w.must(u"select count(*) from app.users"_s);
        const QByteArray got = talk(request);
        QVERIFY2(got.startsWith(answer), got.left(200).constData());
        QCOMPARE(w.must(u"select count(*) from app.users"_s), before);
        QCOMPARE(asksForAName(), u"done"_s);
    }

    void anUnknownActIsRefused()
    {
        AccountActs acts(m_service->address());
        QCOMPARE(acts.ask(u"drop_everything"_s, {}), u"command.unknown_kind"_s);
    }

    void aFloodIsSlowedDown()
    {
        restart({}, 5);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(asksForAName(), u"done"_s);
        QCOMPARE(asksForAName(), u"account.too_fast"_s);
    }

    void withoutTlsThereIsNothing() // SEC-2
    {
        QTcpSocket plain;
        plain.connectToHost(u"localhost"_s, m_service->port());
        QVERIFY(plain.waitForConnected());
        plain.write(post("sign_in_name", R"({"email": "li@example.com"})"));
        QByteArray answer;
        QTRY_VERIFY((answer += plain.readAll(), plain.state() == QAbstractSocket::UnconnectedState));
        QVERIFY(!answer.contains("HTTP"));
        accounts::AccountsServer server = m_service->address();
        server.url.setScheme(u"http"_s);
        AccountActs acts(server);
        QCOMPARE(acts.ask(u"sign_in_name"_s, {}), u"accounts.address"_s);
    }

    void anUnknownCertificateIsRefused() // SEC-2
    {
        accounts::AccountsServer server = m_service->address();
        server.authorities.clear();
        QCOMPARE(AccountActs(server).ask(u"sign_in_name"_s, {{u"email"_s, u"li@example.com"_s}}),
                 u"accounts.untrusted"_s);
        server = m_service->address();
        server.url.setHost(u"127.0.0.1"_s); // the certificate is localhost's
        QCOMPARE(AccountActs(server).ask(u"sign_in_name"_s, {{u"email"_s, u"li@example.com"_s}}),
                 u"accounts.untrusted"_s);
    }

    void whatDoesNotAnswerIsGivenUp()
    {
        QTcpServer deaf;
        QVERIFY(deaf.listen(QHostAddress::LocalHost));
        accounts::AccountsServer server = m_service->address();
        server.url.setPort(deaf.serverPort());
        server.patience = std::chrono::milliseconds(300);
        QCOMPARE(AccountActs(server).ask(u"sign_in_name"_s, {}), u"accounts.unreachable"_s);
        deaf.close();
        QCOMPARE(AccountActs(server).ask(u"sign_in_name"_s, {}), u"accounts.unreachable"_s);
    }

    void whileTheDatabaseIsDownItSaysSo() // ERR-1, and finds its way back
    {
        QCOMPARE(asksForAName(), u"done"_s);
        w.cluster().stop();
        QCOMPARE(asksForAName(), u"accounts.unavailable"_s);
        QCOMPARE(w.cluster().start(), QString());
        QTRY_COMPARE(asksForAName(), u"done"_s);
    }

    void addressesAreCountedByTheirNetwork()
    {
        QCOMPARE(jobs::countedAddress(QHostAddress(u"2001:db8:1:2:3:4:5:6"_s)), jobs::countedAddress(QHostAddress(u"2001:db8:1:2::9"_s)));
        QVERIFY(jobs::countedAddress(QHostAddress(u"2001:db8:1:2::9"_s)) != jobs::countedAddress(QHostAddress(u"2001:db8:1:3::9"_s)));
        QCOMPARE(jobs::countedAddress(QHostAddress(u"::ffff:192.0.2.7"_s)), QHostAddress(u"192.0.2.7"_s));
    }

    void theWorkerMayDoNoMoreThanItsFunctions() // SEC-1
    {
        const auto worker = server::Connection::open(m_service->workerConnection());
        QVERIFY2(worker, qPrintable(describe(worker)));
        for (const QString &tried :
             {u"select * from app.account_requests"_s, u"select app.open_request('reset', '')"_s,
              u"select app.proves_password('', '')"_s})
            QVERIFY(failureOf(**worker, tried).startsWith("42501"_L1));
    }
};

QTEST_GUILESS_MAIN(TestAccountsEndpoint)
#include "tst_accountsendpoint.moc"
