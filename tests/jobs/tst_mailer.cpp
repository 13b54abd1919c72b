// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NOT-1: from the event to the mail, between a real PostgreSQL and a real mail server.
#include "core/jobs/mailer.h"
#include "core/jobs/workerthread.h"
#include "tests/jobs/mailserver.h"
#include "tests/schema/schemaworld.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace tenantry;
using namespace tenantry::jobs;
using test::MailServer;
using namespace Qt::StringLiterals;

class TestMailer : public QObject
{
    Q_OBJECT

    test::SchemaWorld m_world;
    static inline const QString secret = u"never-to-be-seen"_s;

    MailerOptions options(const MailSettings &settings, const QString &holder = u"a"_s)
    {
        MailerOptions options;
        options.connection.profile = m_world.cluster().ownerProfile();
        options.connection.tellMessages = true;
        options.holder = holder;
        options.settings = settings;
        options.idle = std::chrono::milliseconds(30);
        options.firstPause = std::chrono::milliseconds(50);
        options.longestPause = std::chrono::milliseconds(200);
        return options;
    }
    QString tell(const QString &person, const QString &name) const
    {
        return m_world.must(
            u"select app.notify_users('role_group_joined', array[?]::uuid[], null, jsonb_build_object('name', ?::text, 'reason', ''))"_s,
            {person, name});
    }
    QString count(const QString &status) const
    {
        return m_world.must(u"select count(*) from app.mails where status = ?"_s, {status});
    }
    void later(const QString &interval) const
    {
        m_world.must(u"update app.clock set shift = shift + ?::interval"_s, {interval});
    }
    static QSet<QByteArray> ids(const QList<QByteArray> &mails)
    {
        static const QRegularExpression id(u"\nMessage-ID: <([^>]+)>"_s);
        QSet<QByteArray> found;
        for (const QByteArray &mail : mails)
            found.insert(id.match(QString::fromUtf8(mail)).captured(1).toUtf8());
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_world.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    void init()
    {
        m_world.must(
            u"update app.worker_lease set holder = 'a', until = clock_timestamp() + interval '1 hour'"_s);
        m_world.must(u"delete from app.mail_outbox"_s);
        m_world.must(u"delete from app.mails"_s);
    }

    void fromTheCommandToTheMail() // NOT-1, TEN-7
    {
        MailServer server;
        QVERIFY(server.start(u"take"_s));
        MailerThread mailer(options(server.settings()));
        mailer.start();
        const QJsonObject form = m_world.tenantForm(u"邮件测试租户"_s, u"MAILED"_s);
        QVERIFY(m_world.execute(m_world.homeless, {u"tenant_application_submit"_s, form}).isDone());
        const QString application = form["application_id"_L1].toString();
        QTRY_COMPARE(server.mails().size(), 2); // both system administrators learn of it
        QVERIFY(m_world
                    .execute(m_world.root, {u"application_decide"_s,
                                            {{u"application_id"_s, application},
                                             {u"decision"_s, u"reject"_s},
                                             {u"comment"_s, u"名称不合适"_s}},
                                            m_world.seen(application)})
                    .isDone());
        QTRY_COMPARE(server.mails().size(), 3);
        QTRY_COMPARE(count(u"sent"_s), u"3"_s);
        const QByteArray address =
            m_world.must(u"select email from app.user_privates where id = ?"_s, {m_world.homeless.id})
                .toUtf8();
        const QByteArray mail = server.mails().last();
        QVERIFY(mail.startsWith(address + '\n'));
        const QByteArray body = QByteArray::fromBase64(mail.mid(mail.indexOf("\r\n\r\n")));
        QVERIFY2(QString::fromUtf8(body).contains(u"拒绝原因：名称不合适"_s), body.constData());
        QCOMPARE(m_world.must(u"select count(*) from app.mail_outbox"_s), u"0"_s);
    }

    void eachInTheirOwnLanguage() // NOT-1: as they chose it in their profile, else as their tenant has it
    {
        MailServer server;
        QVERIFY(server.start(u"take"_s));
        const QString version = m_world.must(u"select version from app.user_privates where id = ?"_s, {m_world.memberA.id});
        QVERIFY(m_world
                    .execute(m_world.memberA, {u"profile_change"_s, {{u"language"_s, u"en"_s}},
                                               m_world.seen(m_world.memberA.id, version.toInt())})
                    .isDone());
        m_world.must(u"delete from app.mail_outbox"_s); // that the profile was changed
        m_world.must(
            u"select app.notify_users('role_group_joined', array[?, ?]::uuid[], null, jsonb_build_object('name', 'G', 'reason', ''))"_s,
            {m_world.memberA.id, m_world.ownerA.id});
        MailerThread mailer(options(server.settings()));
        mailer.start();
        QTRY_COMPARE(server.mails().size(), 2);
        for (const QByteArray &mail : server.mails()) {
            const QString body = QString::fromUtf8(QByteArray::fromBase64(mail.mid(mail.indexOf("\r\n\r\n"))));
            const bool isEnglish = mail.startsWith(
                m_world.must(u"select email from app.user_privates where id = ?"_s, {m_world.memberA.id}).toUtf8());
            QVERIFY2(body.contains(isEnglish ? u"Hello "_s : u"您好"_s), qPrintable(body));
            QVERIFY2(!body.contains(isEnglish ? u"您好"_s : u"Hello "_s), qPrintable(body));
        }
    }

    void aServerThatIsDownDelaysAndBlocksNothing() // NOT-1
    {
        MailServer server;
        QVERIFY(server.start(u"take"_s));
        server.stop();
        MailerThread mailer(options(server.settings()));
        QSignalSpy failed(mailer.mailer(), &Mailer::failed);
        mailer.start();
        tell(m_world.memberA.id, u"while it is down"_s);
        QTRY_VERIFY(failed.size() > 0);
        QCOMPARE(failed.first().first().value<Error>().code, u"mail.unreachable"_s);
        QCOMPARE(m_world.must(u"select status, reason from app.mails"_s), u"queued|mail.unreachable"_s);
        const auto answer =
            m_world.execute(m_world.memberA, {u"notifications_read"_s,
                                              {{u"notification_ids"_s, QJsonArray{m_world.newId()}}}});
        QVERIFY2(answer.isDone(), qPrintable(answer.text()));
        QVERIFY(server.startAgain(u"take"_s));
        later(u"1 hour"_s);
        QTRY_COMPARE(count(u"sent"_s), u"1"_s);
        QCOMPARE(server.mails().size(), 1);
    }

    void aServerThatHangsHoldsNoSealUp() // NOT-1
    {
        m_world.must(u"update app.worker_lease set holder = null, until = '-infinity'"_s);
        MailServer server;
        QVERIFY(server.start(u"hang"_s));
        WorkerOptions work;
        work.connection.profile = m_world.cluster().ownerProfile();
        work.holder = u"a"_s;
        work.sealEvery = std::chrono::milliseconds(30);
        WorkerThread worker(work);
        worker.start();
        auto mailer = std::make_unique<MailerThread>(options(server.settings()));
        tell(m_world.memberA.id, u"hangs"_s);
        mailer->start();
        QTRY_COMPARE(m_world.must(u"select count(*) from app.mails where attempts = 1"_s), u"1"_s);
        QVERIFY(
            m_world
                .execute(m_world.adminA,
                         {u"tenant_settings_set"_s,
                          {{u"tenant_id"_s, m_world.tenantA}, {u"space_creation"_s, u"members"_s}},
                          m_world.seen(m_world.must(
                              u"select id from app.settings where tenant_id = ? and key = 'space_creation'"_s,
                              {m_world.tenantA}))})
                .isDone());
        QTRY_COMPARE(m_world.must(u"select count(*) from app.audit_entries where seal_number is null"_s),
                     u"0"_s);
        QElapsedTimer time;
        time.start();
        mailer.reset(); // and stopping waits for nobody
        QVERIFY2(time.elapsed() < 5'000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(server.mails().size(), 0);
    }

    void oneRefusedMailHoldsTheOthersUpNot()
    {
        MailServer server;
        QVERIFY(server.start(u"reject"_s));
        MailerThread mailer(options(server.settings()));
        tell(m_world.root.id, u"refused"_s); // person1
        tell(m_world.memberA.id, u"taken"_s);
        mailer.start();
        QTRY_COMPARE(count(u"sent"_s) + count(u"failed"_s), u"11"_s);
        QCOMPARE(m_world.must(u"select reason, reply from app.mails where user_id = ?"_s, {m_world.root.id}),
                 u"mail.rejected|550"_s);
        QCOMPARE(server.mails().size(), 1);
    }

    void twoNeverSendTheSame() // two workers never both act
    {
        MailServer server;
        QVERIFY(server.start(u"take"_s));
        for (int i = 0; i < 30; ++i)
            tell(m_world.memberA.id, QString::number(i));
        MailerThread first(options(server.settings())), second(options(server.settings(), u"b"_s));
        QSignalSpy sentBySecond(second.mailer(), &Mailer::sent);
        second.start();
        first.start();
        QTRY_COMPARE(count(u"sent"_s), u"30"_s);
        QCOMPARE(server.mails().size(), 30);
        QCOMPARE(ids(server.mails()).size(), 30);
        QCOMPARE(sentBySecond.size(), 0);
        m_world.must(u"update app.worker_lease set holder = 'b'"_s); // the first has lost it
        tell(m_world.memberA.id, u"after the change"_s);
        QTRY_COMPARE(sentBySecond.size(), 1);
        QCOMPARE(server.mails().size(), 31);
    }

    void killedAtAnyMomentEachMailIsSentAndMarked() // NOT-1: at least once
    {
        MailServer server;
        QVERIFY(server.start(u"take"_s));
        QTemporaryDir folder;
        QFile file(folder.filePath(u"mail.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(QJsonObject{{u"host"_s, u"localhost"_s},
                                             {u"port"_s, server.port()},
                                             {u"security"_s, u"none"_s},
                                             {u"from"_s, u"tenantry@example.com"_s},
                                             {u"user"_s, QString()},
                                             {u"password"_s, secret}})
                       .toJson());
        file.close();
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PGHOST"_s, m_world.cluster().ownerProfile().host);
        environment.insert(u"PGUSER"_s, u"app_owner"_s);
        environment.insert(u"TENANTRY_MAIL"_s, file.fileName());
        constexpr int all = 60;
        for (int i = 0; i < all; ++i)
            tell(m_world.memberA.id, QString::number(i));
        QByteArray said;
        for (int round = 0; count(u"sent"_s) != QString::number(all); ++round) {
            QVERIFY2(round < 60, "it never ends");
            m_world.must(u"update app.worker_lease set holder = null, until = '-infinity'"_s);
            QProcess worker;
            worker.setProcessEnvironment(environment);
            worker.setProcessChannelMode(QProcess::MergedChannels);
            const qsizetype before = server.mails().size();
            worker.start(QStringLiteral(TENANTRYCTL), {u"worker"_s});
            // Killed when so many have arrived: sometimes before the mark, sometimes after. (That none is queued
            // says nothing: it is so for a moment while the last ones are on their way.)
            QTRY_VERIFY(server.mails().size() >=
                                             std::min<qsizetype>(before + 1 + round * 3, all) ||
                                         count(u"sent"_s) == QString::number(all));
            worker.kill();
            worker.waitForFinished();
            said += worker.readAll();
            later(u"6 minutes"_s); // what it had taken is free again
        }
        QCOMPARE(ids(server.mails()).size(), all);
        QCOMPARE(m_world.must(u"select count(*) from app.mails where status <> 'sent'"_s), u"0"_s);
        QProcess log;
        log.setProcessEnvironment(environment);
        log.start(QStringLiteral(TENANTRYCTL), {u"mail"_s, u"--log"_s, u"2"_s});
        QVERIFY(log.waitForFinished());
        const QByteArray lines = log.readAllStandardOutput();
        QVERIFY2(lines.contains("sent    60\n") && lines.count("role_group_joined") == 2, QByteArray(lines + log.readAllStandardError()).constData());
        said += lines;
        QVERIFY2(!said.contains(secret.toUtf8()) && !said.contains("person"),
                 said.constData()); // no datum in what it says
    }
};

QTEST_GUILESS_MAIN(TestMailer)
#include "tst_mailer.moc"
