// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/connection.h"
#include "core/server/serverprofile.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::server;

class TestServerProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { forgetEnvironmentServer(); }

    void comesBackFromJson()
    {
        ServerProfile profile;
        profile.name = u"中央 server"_s;
        profile.host = u"db1.example.com,db2.example.com"_s;
        profile.port = u"5432,5433"_s;
        profile.database = u"tenantry"_s;
        profile.role = u"u_abc"_s;
        profile.transport = Transport::Verified;
        profile.allowUnverified = true;
        profile.options = {{u"sslrootcert"_s, u"/path with space/ca.crt"_s}};
        const auto back = ServerProfile::fromJson(profile.toJson());
        QVERIFY(back);
        QCOMPARE(*back, profile);
        QCOMPARE(*ServerProfile::fromJson(ServerProfile().toJson()), ServerProfile());
    }

    void refusesWhatItDoesNotKnow()
    {
        for (const auto &[key, value] :
             {std::pair{u"transport"_s, QJsonValue(u"magic"_s)}, std::pair{u"host"_s, QJsonValue(7)},
              std::pair{u"options"_s, QJsonValue(QJsonObject{{u"password"_s, u"x"_s}})}}) {
            QJsonObject json = ServerProfile().toJson();
            json.insert(key, value);
            const auto read = ServerProfile::fromJson(json);
            QVERIFY2(!read, qPrintable(key));
            QCOMPARE(read.error().code, u"profile.malformed"_s);
        }
    }

    void knowsThisMachine_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("local");
        QTest::newRow("default socket") << QString() << QString() << true;
        QTest::newRow("socket") << u"/run/x"_s << QString() << true;
        QTest::newRow("localhost") << u"LocalHost"_s << QString() << true;
        QTest::newRow("v4") << u"127.1.2.3"_s << QString() << true;
        QTest::newRow("v6") << u"::1"_s << QString() << true;
        QTest::newRow("other") << u"db.example.com"_s << QString() << false;
        QTest::newRow("private net") << u"10.0.0.1"_s << QString() << false;
        QTest::newRow("one of two") << u"localhost,db.example.com"_s << QString() << false;
        QTest::newRow("looks alike") << u"localhost.example.com"_s << QString() << false;
        QTest::newRow("address elsewhere") << u"localhost"_s << u"10.0.0.1"_s << false;
    }
    void knowsThisMachine()
    {
        QFETCH(QString, host);
        QFETCH(QString, address);
        ServerProfile profile;
        profile.host = host;
        if (!address.isEmpty())
            profile.options.insert(u"hostaddr"_s, address);
        QTEST(profile.isLocal(), "local");
    }

    void namesTheFieldThatIsWrong_data() // ERR-3
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<ServerProfile>("profile");
        const auto with = [](auto change) {
            ServerProfile profile;
            profile.name = u"中心"_s;
            profile.host = u"db.example.org"_s;
            profile.port = u"5433"_s;
            profile.database = u"tenantry"_s;
            change(profile);
            return profile;
        };
        QTest::newRow("good") << QString() << with([](ServerProfile &) {});
        QTest::newRow("no port") << QString() << with([](ServerProfile &p) { p.port.clear(); });
        QTest::newRow("socket") << QString() << with([](ServerProfile &p) { p.host = u"/run/postgresql"_s; });
        QTest::newRow("name") << u"name"_s << with([](ServerProfile &p) { p.name = u" "_s; });
        QTest::newRow("long name") << u"name"_s << with([](ServerProfile &p) { p.name = QString(51, u'x'); });
        QTest::newRow("no host") << u"host"_s << with([](ServerProfile &p) { p.host.clear(); });
        QTest::newRow("blank in host") << u"host"_s << with([](ServerProfile &p) { p.host = u"db example"_s; });
        QTest::newRow("port 0") << u"port"_s << with([](ServerProfile &p) { p.port = u"0"_s; });
        QTest::newRow("port 65536") << u"port"_s << with([](ServerProfile &p) { p.port = u"65536"_s; });
        QTest::newRow("port word") << u"port"_s << with([](ServerProfile &p) { p.port = u"x"_s; });
        QTest::newRow("no database") << u"database"_s << with([](ServerProfile &p) { p.database.clear(); });
        QTest::newRow("plain way") << u"transport"_s << with([](ServerProfile &p) { p.transport = Transport::Plain; });
        QTest::newRow("file") << u"sslrootcert"_s << with([](ServerProfile &p) { p.options.insert(u"sslrootcert"_s, u"ca.pem"_s); });
    }
    void namesTheFieldThatIsWrong()
    {
        QFETCH(ServerProfile, profile);
        const QList<tenantry::Error> errors = profile.check();
        QVERIFY(errors.size() <= 1);
        QTEST(errors.isEmpty() ? QString() : errors.first().field, "field");
    }

    void refusesAnUnverifiedWay_data() // SEC-2
    {
        QTest::addColumn<Transport>("transport");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<bool>("good");
        QTest::newRow("automatic, remote") << Transport::Automatic << u"db.example"_s << false << true;
        QTest::newRow("plain, remote") << Transport::Plain << u"db.example"_s << false << false;
        QTest::newRow("encrypted, remote") << Transport::Encrypted << u"db.example"_s << false << false;
        QTest::newRow("plain, allowed") << Transport::Plain << u"db.example"_s << true << true;
        QTest::newRow("plain, here") << Transport::Plain << u"localhost"_s << false << true;
    }
    void refusesAnUnverifiedWay()
    {
        QFETCH(Transport, transport);
        QFETCH(QString, host);
        QFETCH(bool, allowed);
        QFETCH(bool, good);
        ConnectionOptions options;
        options.profile.transport = transport;
        options.profile.host = host;
        options.profile.allowUnverified = allowed;
        QCOMPARE(bool(options.profile.checkTransport()), good);
        if (good)
            return;
        const auto connection = Connection::open(options);
        QVERIFY(!connection);
        QCOMPARE(connection.error().code, u"server.tls_required"_s);
    }

    void readsTheEnvironment()
    {
        QVERIFY(!environmentNamesServer());
        qputenv("PGHOST", "db.example.com");
        qputenv("PGPORT", "6432");
        qputenv("PGDATABASE", "tenantry");
        qputenv("PGUSER", "u_x");
        qputenv("PGPASSWORD", "secret");
        qputenv("PGSSLROOTCERT", "/ca.crt");
        QVERIFY(environmentNamesServer());
        const auto server = serverFromEnvironment();
        QVERIFY(server);
        QCOMPARE(server->profile.host, u"db.example.com"_s);
        QCOMPARE(server->profile.port, u"6432"_s);
        QCOMPARE(server->profile.database, u"tenantry"_s);
        QCOMPARE(server->profile.role, u"u_x"_s);
        QCOMPARE(server->profile.transport, Transport::Automatic);
        QCOMPARE(server->profile.options.value(u"sslrootcert"_s), u"/ca.crt"_s);
        QCOMPARE(server->password, u"secret"_s);
        QVERIFY(!QJsonDocument(server->profile.toJson()).toJson().contains("secret")); // SEC-3
        qputenv("PGSSLMODE", "disable");
        QCOMPARE(serverFromEnvironment()->profile.transport, Transport::Plain);
        QVERIFY(!serverFromEnvironment()->profile.checkTransport());
    }

    void readsAServiceFile()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"services"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[central]\nhost=db.example.org\ndbname=tenantry\nsslmode=verify-full\n");
        file.close();
        qputenv("PGSERVICEFILE", QFile::encodeName(file.fileName()));
        qputenv("PGSERVICE", "central");
        QVERIFY(environmentNamesServer());
        const auto server = serverFromEnvironment();
        QVERIFY(server);
        QCOMPARE(server->profile.host, u"db.example.org"_s);
        QCOMPARE(server->profile.transport, Transport::Verified);
        qputenv("PGSERVICE", "unknown");
        const auto missing = serverFromEnvironment();
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, u"profile.environment"_s);
    }
};

QTEST_GUILESS_MAIN(TestServerProfile)
#include "tst_serverprofile.moc"
