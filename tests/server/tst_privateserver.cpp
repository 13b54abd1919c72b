// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/connection.h"
#include "core/server/postmasterfile.h"
#include "core/server/privateserver.h"
#include "core/server/serveraccount.h"
#include "core/server/serverfolders.h"
#include "tests/support/clustertemplate.h"
#include "tests/support/testcluster.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::server;
using tenantry::test::describe;

namespace {

/// Another console, as a process of its own.
class OtherConsole final
{
public:
    explicit OtherConsole(const QString &directory, const QString &program = QStringLiteral(SERVER_HOLDER),
                          const passwd *account = nullptr)
    {
        if (account) {
            m_process.setChildProcessModifier([uid = account->pw_uid, gid = account->pw_gid] {
                if (setresgid(gid, gid, gid) != 0 || setresuid(uid, uid, uid) != 0)
                    _exit(126);
            });
            m_process.setWorkingDirectory(u"/"_s);
        }
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, {directory});
    }
    ~OtherConsole() { end(); }
    Q_DISABLE_COPY_MOVE(OtherConsole)

    /// What it says next.
    [[nodiscard]] QString says()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                return u"nothing"_s;
        }
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    void end()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    void killHard()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

} // namespace

class TestPrivateServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // /var/tmp, open to pass: as root another account runs the server.
        m_temporary = std::make_unique<QTemporaryDir>(u"/var/tmp/tst-privateserver-XXXXXX"_s);
        QVERIFY(m_temporary->isValid());
        chmod(QFile::encodeName(m_temporary->path()).constData(), 0755);
        m_options = {};
        m_options.directory = m_temporary->filePath(u"server"_s);
        m_options.disposable = true;
        m_options.database = u"postgres"_s;
    }

    void makesStartsAndStops() // APP-8
    {
        PrivateServerRunner runner(m_options);
        const auto started = runner.start();
        QVERIFY2(started, qPrintable(describe(started)));
        QCOMPARE(*started, ServerPart::Holder);
        QCOMPARE(ask(runner, u"select current_user || rolsuper from pg_roles where rolname = current_user"_s),
                 u"app_ownertrue"_s);
        QCOMPARE(
            ask(runner,
                u"select pg_encoding_to_char(encoding) || datcollate from pg_database where datname = 'postgres'"_s),
            u"UTF8C.UTF-8"_s);
        QCOMPARE(ask(runner, u"show listen_addresses"_s), QString());
        QCOMPARE(ask(runner, u"create table kept as select 7 as a"_s), QString());
        const qint64 pid = runner.processId();
        runner.stop();
        QVERIFY(!isPostmasterOf(pid, m_options.directory + u"/data"_s));
        QVERIFY(!PostmasterFile::read(m_options.directory + u"/data"_s));
        QVERIFY(runner.start());
        QCOMPARE(ask(runner, u"select a from kept"_s), u"7"_s);
    }

    void nobodyElseGetsInByPeer() // SEC-1
    {
        putData();
        PrivateServerRunner runner(m_options);
        QVERIFY(runner.start());
        QCOMPARE(ask(runner, u"create role person login password 'secret'"_s), QString());
        ConnectionOptions options;
        options.profile = runner.options().profileFor(u"person"_s);
        QCOMPARE(failureKind(Connection::open(options).error()), FailureKind::SignInRefused);
        options.password = u"secret"_s;
        QVERIFY(Connection::open(options));
        struct stat info
        {
        };
        QCOMPARE(stat(QFile::encodeName(runner.options().socketDirectory).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0700));
        QCOMPARE(stat(QFile::encodeName(m_options.directory + u"/data"_s).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777, mode_t(0700));
    }

    void doesNotListenToTheEnvironment()
    {
        putData();
        qputenv("PGPORT", "1");
        qputenv("PGDATA", "/nonexistent");
        qputenv("PGHOST", "elsewhere.example");
        PrivateServerRunner runner(m_options);
        const auto started = runner.start();
        const QString answer = started ? ask(runner, u"show port"_s) : QString();
        for (const char *name : {"PGPORT", "PGDATA", "PGHOST"})
            qunsetenv(name);
        QVERIFY2(started, qPrintable(describe(started)));
        QCOMPARE(answer, u"5432"_s);
    }

    void startsAgainAfterAPowerCut()
    {
        m_options.disposable = false; // the settings that users have
        PrivateServerRunner runner(m_options);
        QVERIFY(runner.start());
        QCOMPARE(ask(runner, u"create table kept as select 7 as a"_s), QString());
        QSignalSpy ended(&runner, &PrivateServerRunner::ended);
        kill(pid_t(runner.processId()), SIGKILL);
        QTRY_COMPARE(ended.count(), 1);
        const auto again = runner.start();
        QVERIFY2(again, qPrintable(describe(again)));
        QCOMPARE(ask(runner, u"select a from kept"_s), u"7"_s);
    }

    void startsBesideAnotherProcessWithTheOldNumber()
    {
        putData();
        {
            PrivateServerRunner runner(m_options);
            QVERIFY(runner.start());
        }
        // The file of a server that was killed, its number now a process of the server's own account.
        const auto account = *ServerAccount::choose();
        QProcess other;
        confine(other, account);
        other.start(u"sleep"_s, {u"60"_s});
        QVERIFY(other.waitForStarted());
        const QString name = m_options.directory + u"/data/postmaster.pid"_s;
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::number(other.processId()) + "\n" + QFile::encodeName(m_options.directory) +
                   "/data\n1\n5432\n/tmp\n\n0 0\nready   \n");
        file.close();
        QCOMPARE(chown(QFile::encodeName(name).constData(), account.uid, account.gid), 0);
        PrivateServerRunner runner(m_options);
        const auto started = runner.start();
        QVERIFY2(started, qPrintable(describe(started)));
        QCOMPARE(other.state(), QProcess::Running); // it is not ours to end
        other.kill();
        other.waitForFinished();
    }

    void goesOnAfterACutOffInitdb()
    {
        QDir().mkpath(m_options.directory + u"/data.new/half"_s);
        PrivateServerRunner runner(m_options);
        const auto started = runner.start();
        QVERIFY2(started, qPrintable(describe(started)));
        QVERIFY(!QFile::exists(m_options.directory + u"/data.new"_s));
    }

    void preparesBeforeItIsReady()
    {
        putData();
        int runs = 0;
        m_options.prepare = [&](const ServerProfile &owner, const auto & /*giveUp*/) -> Result<void> {
            ConnectionOptions options;
            options.profile = owner;
            const auto connection = Connection::open(options);
            if (!connection)
                return tl::make_unexpected(connection.error());
            if (++runs == 2)
                return failure(ErrorClass::Data, u"test.refused"_s);
            return {};
        };
        PrivateServerRunner runner(m_options);
        QVERIFY(runner.start());
        QCOMPARE(runs, 1);
        runner.stop();
        const auto refused = runner.start();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"test.refused"_s);
        QVERIFY(!runner.isRunning()); // half ready is not ready
        QVERIFY(runner.start());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("no programs") << u"binaries"_s << u"private_server.no_binaries"_s;
        QTest::newRow("socket path") << u"socket"_s << u"private_server.socket_path_too_long"_s;
        QTest::newRow("bad setting") << u"setting"_s << u"private_server.start_failed"_s;
        QTest::newRow("not a folder") << u"file"_s << u"private_server.folder"_s;
        QTest::newRow("link") << u"link"_s << u"private_server.folder"_s;
        QTest::newRow("foreign data") << u"data"_s << u"private_server.folder"_s;
        QTest::newRow("program that can't run") << u"program"_s << u"private_server.program_failed"_s;
        QTest::newRow("initdb that fails") << u"initdb"_s << u"private_server.initdb_failed"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, what);
        if (what == u"binaries"_s)
            m_options.binaries = {{u"/nonexistent"_s}, u"/nonexistent"_s};
        else if (what == u"socket"_s)
            m_options.socketDirectory = m_temporary->filePath(QString(80, u's'));
        else if (what == u"setting"_s) {
            putData();
            m_options.settings = {u"no_such_setting=1"_s};
        } else if (what == u"file"_s)
            makeFile(m_options.directory, "");
        else if (what == u"link"_s)
            QFile::link(m_temporary->path(), m_options.directory);
        else if (what == u"data"_s) {
            QDir().mkpath(m_options.directory + u"/data"_s);
            makeFile(m_options.directory + u"/data/letters.txt"_s, "mine");
        } else
            putPrograms(what == u"program"_s ? "#!/nonexistent\n" : "#!/bin/sh\nexit 1\n");
        PrivateServerRunner runner(m_options);
        const auto started = runner.start();
        QVERIFY(!started);
        QTEST(started.error().code, "code");
        if (what == u"setting"_s)
            QVERIFY2(started.error().parameters.value(u"detail"_s).toString().contains(u"no_such_setting"_s),
                     qPrintable(describe(started)));
        QVERIFY(!runner.isHolder());
    }

    void anotherConsoleJoinsAndTakesOver() // APP-8
    {
        putData();
        OtherConsole first(m_options.directory);
        const QString one = first.says();
        QVERIFY2(one.startsWith(u"holder "_s), qPrintable(one));
        OtherConsole second(m_options.directory);
        QCOMPARE(second.says(), u"guest "_s + one.section(u' ', 1));
        first.end();
        const QString two = second.says();
        QVERIFY2(two.startsWith(u"holder "_s), qPrintable(two));
        QVERIFY(two != one);
    }

    void serverEndsWithAKilledConsole()
    {
        putData();
        OtherConsole first(m_options.directory);
        const QString one = first.says();
        QVERIFY2(one.startsWith(u"holder "_s), qPrintable(one));
        const qint64 pid = one.section(u' ', 1).toLongLong();
        QVERIFY(isPostmasterOf(pid, m_options.directory + u"/data"_s));
        OtherConsole second(m_options.directory);
        QVERIFY(second.says().startsWith(u"guest "_s));
        first.killHard();
        const QString two = second.says();
        QVERIFY2(two.startsWith(u"holder "_s), qPrintable(two));
        QVERIFY(!isPostmasterOf(pid, m_options.directory + u"/data"_s));
    }

    void endsAnOrphanFirst()
    {
        putData();
        // A server whose console is gone and which did not notice.
        PrivateServerRunner runner(m_options);
        QVERIFY(runner.start());
        runner.stop();
        const auto account = *ServerAccount::choose();
        QProcess process;
        QVERIFY(makeSocketFolder(runner.options().socketDirectory, account));
        confine(process, account);
        process.start(findPostgresBinaries(0)->postgres(),
                      {u"-D"_s, m_options.directory + u"/data"_s, u"-c"_s, u"listen_addresses="_s, u"-c"_s,
                       QString(u"unix_socket_directories="_s + runner.options().socketDirectory)});
        QVERIFY(process.waitForStarted());
        const qint64 orphan = process.processId();
        QTRY_VERIFY(
            PostmasterFile::read(m_options.directory + u"/data"_s).value_or(PostmasterFile()).isReady);
        const auto started = runner.start();
        QVERIFY2(started, qPrintable(describe(started)));
        QVERIFY(!isPostmasterOf(orphan, m_options.directory + u"/data"_s));
        process.waitForFinished();
    }

    void tellsWithoutBlocking() // APP-3
    {
        putData();
        PrivateServer server(m_options);
        QSignalSpy ready(&server, &PrivateServer::ready);
        QSignalSpy stopped(&server, &PrivateServer::stopped);
        QSignalSpy failed(&server, &PrivateServer::failed);
        server.start();
        QTRY_COMPARE(ready.count(), 1);
        ConnectionOptions options;
        options.profile = server.ownerProfile();
        const auto connection = Connection::open(options);
        QVERIFY2(connection, qPrintable(describe(connection)));
        // Its server crashes: it comes back by itself.
        kill(pid_t(PostmasterFile::read(m_options.directory + u"/data"_s)->pid), SIGKILL);
        QTRY_COMPARE(ready.count(), 2);
        QVERIFY((*connection)->exec(u"select 1"_s) || (*connection)->reopen());
        server.stop();
        QTRY_COMPARE(stopped.count(), 1);
        server.start();
        QTRY_COMPARE(ready.count(), 3);
        QCOMPARE(failed.count(), 0);
    }

    void endsInTheMiddleOfPreparing()
    {
        putData();
        std::atomic<bool> begun = false;
        m_options.prepare = [&](const ServerProfile &, const std::function<bool()> &giveUp) -> Result<void> {
            begun = true;
            while (!giveUp())
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            return failure(ErrorClass::System, u"private_server.aborted"_s);
        };
        PrivateServer server(m_options);
        QSignalSpy ready(&server, &PrivateServer::ready);
        QSignalSpy failed(&server, &PrivateServer::failed);
        server.start();
        QTRY_VERIFY(begun);
        QSignalSpy stopped(&server, &PrivateServer::stopped);
        server.stop();
        QTRY_COMPARE(stopped.count(), 1);
        QCOMPARE(ready.count() + failed.count(), 0);
        QVERIFY(!PostmasterFile::read(m_options.directory + u"/data"_s));
    }

    void givesUpOnAServerThatKeepsEnding()
    {
        putData();
        PrivateServer server(m_options);
        QSignalSpy ready(&server, &PrivateServer::ready);
        QSignalSpy failed(&server, &PrivateServer::failed);
        server.start();
        for (int i = 1; i <= 4; ++i) {
            QTRY_COMPARE(ready.count(), i);
            kill(pid_t(PostmasterFile::read(m_options.directory + u"/data"_s)->pid), SIGKILL);
        }
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, u"private_server.keeps_ending"_s);
    }

    void worksAsAnOrdinaryUser()
    {
        if (geteuid() != 0) {
            makesStartsAndStops();
            return;
        }
        const passwd *account = getpwnam("nobody");
        QVERIFY(account);
        // This build's own folder may be closed to others.
        const QString program = m_temporary->filePath(u"serverholder"_s);
        QVERIFY(QFile::copy(QStringLiteral(SERVER_HOLDER), program));
        const QString home = m_temporary->filePath(u"home"_s);
        QVERIFY(secureFolder(home, 0700, account->pw_uid, account->pw_gid));
        OtherConsole console(home + u"/server"_s, program, account);
        const QString said = console.says();
        QVERIFY2(said.startsWith(u"holder "_s), qPrintable(said));
        struct stat info
        {
        };
        QCOMPARE(stat(QFile::encodeName(u"/proc/"_s + said.section(u' ', 1)).constData(), &info), 0);
        QCOMPARE(info.st_uid, account->pw_uid);
    }

private:
    [[nodiscard]] static QString ask(const PrivateServerRunner &runner, const QString &sql)
    {
        ConnectionOptions options;
        options.profile = runner.options().ownerProfile();
        options.tellMessages = true;
        const auto connection = Connection::open(options);
        if (!connection)
            return describe(connection);
        const auto rows = (*connection)->exec(sql);
        return rows ? rows->value().toString() : describe(rows);
    }
    /// Spares a test that is about something else the second that initdb takes.
    void putData() const
    {
        QVERIFY(secureFolder(m_options.directory, geteuid() == 0 ? 0711 : 0700, geteuid(), getegid()));
        const QString error = test::copyClusterTemplate(m_options.directory, false);
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    static void makeFile(const QString &name, const QByteArray &content)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void putPrograms(const QByteArray &content)
    {
        const QString folder = m_temporary->filePath(u"versions/15/bin"_s);
        QDir().mkpath(folder);
        for (const char *name : {"/initdb", "/postgres"}) {
            makeFile(folder + QString::fromLatin1(name), content);
            QFile::setPermissions(folder + QString::fromLatin1(name),
                                  QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        }
        m_options.binaries = {{}, m_temporary->filePath(u"versions"_s)};
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    PrivateServerOptions m_options;
};

QTEST_GUILESS_MAIN(TestPrivateServer)
#include "tst_privateserver.moc"
