// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SEC-2 against a server that speaks TLS.
#include "core/server/connection.h"
#include "core/server/privateserverrunner.h"
#include "core/server/serveraccount.h"
#include "tests/support/clustertemplate.h"
#include "tests/support/testcluster.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::server;
using tenantry::test::describe;

class TestTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>(u"/var/tmp/tst-transport-XXXXXX"_s);
        chmod(QFile::encodeName(m_folder->path()).constData(), 0755);
        QVERIFY(makeCertificate(u"server"_s, u"localhost"_s));
        QVERIFY(makeCertificate(u"stranger"_s, u"localhost"_s));
        QVERIFY(makeCertificate(u"othername"_s, u"db.example.com"_s));
        QVERIFY(start(u"server"_s));
        ConnectionOptions owner;
        owner.profile = m_runner->options().ownerProfile();
        owner.profile.port = QString::number(m_port);
        const auto connection = Connection::open(owner);
        QVERIFY2(connection, qPrintable(describe(connection)));
        QVERIFY((*connection)->exec(u"create role person login password 'secret'"_s));
    }

    void signsInToTheRightServer()
    {
        const auto connection = open(Transport::Verified, u"server"_s);
        QVERIFY2(connection, qPrintable(describe(connection)));
        const auto encrypted =
            (*connection)->exec(u"select ssl from pg_stat_ssl where pid = pg_backend_pid()"_s);
        QVERIFY(encrypted->value().toBool());
    }

    void refusesAnUnknownAuthority()
    {
        const auto connection = open(Transport::Verified, u"stranger"_s);
        QVERIFY(!connection);
        QCOMPARE(failureKind(connection.error()), FailureKind::Untrusted);
    }

    void refusesAnotherName()
    {
        QVERIFY(start(u"othername"_s));
        const auto connection = open(Transport::Verified, u"othername"_s);
        QVERIFY(!connection);
        QCOMPARE(failureKind(connection.error()), FailureKind::Untrusted);
        QVERIFY(start(u"server"_s));
    }

    void refusesAServerWithoutTls()
    {
        QVERIFY(start({}));
        const auto connection = open(Transport::Verified, u"server"_s);
        QVERIFY(!connection);
        QCOMPARE(failureKind(connection.error()), FailureKind::Untrusted);
        QVERIFY(start(u"server"_s));
    }

    void environmentDoesNotWeaken()
    {
        qputenv("PGSSLMODE", "disable");
        qputenv("PGHOSTADDR", "127.0.0.9");
        const auto connection = open(Transport::Verified, u"stranger"_s);
        const auto good = open(Transport::Verified, u"server"_s);
        forgetEnvironmentServer();
        QVERIFY(!connection);
        QCOMPARE(failureKind(connection.error()), FailureKind::Untrusted);
        QVERIFY2(good, qPrintable(describe(good)));
    }

    void wrongPasswordIsSaidOverTlsToo()
    {
        ConnectionOptions options = optionsFor(Transport::Verified, u"server"_s);
        options.password = u"wrong"_s;
        QCOMPARE(failureKind(Connection::open(options).error()), FailureKind::SignInRefused);
    }

private:
    /// name.crt (its own authority) and name.key.
    [[nodiscard]] bool makeCertificate(const QString &name, const QString &host) const
    {
        QProcess process;
        process.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s,
                                     u"-days"_s, u"2"_s, u"-subj"_s, QString(u"/CN="_s + host), u"-addext"_s,
                                     QString(u"subjectAltName=DNS:"_s + host), u"-keyout"_s,
                                     file(name + u".key"_s), u"-out"_s, file(name + u".crt"_s)});
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            return false;
        const auto account = ServerAccount::choose();
        return account &&
               chown(QFile::encodeName(file(name + u".key"_s)).constData(), account->uid, account->gid) == 0;
    }
    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }

    /// (Re)starts the server with this certificate, or without TLS.
    [[nodiscard]] bool start(const QString &certificate)
    {
        m_runner.reset();
        if (m_port == 0) {
            QTcpServer finder; // a port that is free now
            finder.listen(QHostAddress::LocalHost);
            m_port = finder.serverPort();
        }
        QFile rules(file(u"rules.conf"_s));
        if (!rules.open(QIODevice::WriteOnly))
            return false;
        rules.write("local all app_owner peer map=own\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all "
                    "::1/128 scram-sha-256\n");
        rules.close();
        PrivateServerOptions options;
        options.directory = file(u"server"_s);
        options.disposable = true;
        options.database = u"postgres"_s;
        options.settings = {u"listen_addresses=localhost"_s, u"port=%1"_s.arg(m_port),
                            QString(u"hba_file="_s + file(u"rules.conf"_s))};
        if (!certificate.isEmpty())
            options.settings += {u"ssl=on"_s, QString(u"ssl_cert_file="_s + file(certificate + u".crt"_s)),
                                 QString(u"ssl_key_file="_s + file(certificate + u".key"_s))};
        m_runner = std::make_unique<PrivateServerRunner>(options);
        if (!QFile::exists(options.directory) &&
            (!secureFolder(options.directory, geteuid() == 0 ? 0711 : 0700, geteuid(), getegid()) ||
             !test::copyClusterTemplate(options.directory, false).isEmpty()))
            return false;
        const auto started = m_runner->start();
        if (!started)
            qWarning("%s", qPrintable(describe(started)));
        return bool(started);
    }

    [[nodiscard]] ConnectionOptions optionsFor(Transport transport, const QString &authority) const
    {
        ConnectionOptions options;
        options.profile.host = u"localhost"_s;
        options.profile.port = QString::number(m_port);
        options.profile.database = u"postgres"_s;
        options.profile.role = u"person"_s;
        options.profile.transport = transport;
        options.profile.options = {{u"sslrootcert"_s, file(authority + u".crt"_s)}};
        options.password = u"secret"_s;
        return options;
    }
    [[nodiscard]] Result<std::unique_ptr<Connection>> open(Transport transport,
                                                           const QString &authority) const
    {
        return Connection::open(optionsFor(transport, authority));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PrivateServerRunner> m_runner;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
