// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NOT-1, SEC-2: mail as it goes over the wire, to a real mail server.
#include "core/jobs/mailtext.h"
#include "core/jobs/smtpsession.h"
#include "tests/jobs/mailserver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>
#include <QThread>

using namespace tenantry;
using namespace tenantry::jobs;
using test::MailServer;
using namespace Qt::StringLiterals;

class TestSmtpSession : public QObject
{
    Q_OBJECT

    static MailMessage mail(const QString &to = u"person2@example.com"_s)
    {
        return {
            u"tenantry@example.com"_s,
            u"租户平台"_s,
            to,
            u"张三"_s,
            u"您的所属部门已变更：很长很长很长很长很长很长很长很长很长很长很长很长很长的主题 👩‍💻"_s,
            u"第一行\n.\nlast"_s,
            u"id@example.com"_s,
            QDateTime::currentDateTime()};
    }
    static QString codeOf(const Result<void> &sent) { return sent ? u"sent"_s : sent.error().code; }
    /// As Python's own mail library reads it: From, To, Subject and text, in lines.
    static QStringList read(const QByteArray &given)
    {
        QProcess python;
        python.start(
            u"/usr/bin/python3"_s,
            {u"-c"_s,
             u"import sys, email, email.policy\nm = email.message_from_bytes(sys.stdin.buffer.read(), "
             u"policy=email.policy.default)\n"
             "assert not m.defects\nsys.stdout.buffer.write('\\n'.join([str(m['From']), str(m['To']), str(m['Subject']), str(m['Message-ID']), m.get_content()]).encode())"_s});
        python.write(given.mid(given.indexOf('\n') + 1));
        python.closeWriteChannel();
        python.waitForFinished();
        return QString::fromUtf8(python.readAll()).remove(u'\r').split(u'\n');
    }

private Q_SLOTS:
    void arrivesAsItWasWritten()
    {
        MailServer server;
        QVERIFY(server.start(u"take"_s));
        SmtpSession session(server.settings());
        QCOMPARE(codeOf(session.send(mail())), u"sent"_s);
        QCOMPARE(codeOf(session.send(mail(u"person3@example.com"_s))), u"sent"_s); // on the same connection
        const QList<QByteArray> mails = server.mails();
        QCOMPARE(mails.size(), 2);
        QVERIFY(mails.first().startsWith("person2@example.com\n"));
        QCOMPARE(read(mails.first()),
                 (QStringList{u"租户平台 <tenantry@example.com>"_s, u"张三 <person2@example.com>"_s,
                              mail().subject, u"<id@example.com>"_s, u"第一行"_s, u"."_s, u"last"_s}));
        for (const QByteArray &line : mails.first().split('\n'))
            QVERIFY2(line.size() <= 79, line.constData());
    }

    void namesAddNoHeader()
    {
        MailMessage evil = mail();
        evil.subject = u"a\r\nBcc: everybody@example.com"_s;
        evil.toName = u"x>\r\nBcc: y@example.com"_s;
        const QByteArray bytes = evil.toBytes();
        QVERIFY(!bytes.contains("\nBcc"));
    }

    void tlsIsVerified() // SEC-2
    {
        MailServer server;
        QVERIFY(server.start(u"take"_s, MailServer::Tls::With));
        MailSettings settings = server.settings();
        settings.security = MailSettings::Security::StartTls;
        QCOMPARE(codeOf(SmtpSession(settings).send(mail())),
                 u"mail.untrusted"_s); // nobody knows this authority
        settings.authorities = server.certificate();
        QCOMPARE(codeOf(SmtpSession(settings).send(mail())), u"sent"_s);
        settings.host = u"127.0.0.1"_s; // the certificate is another's
        QCOMPARE(codeOf(SmtpSession(settings).send(mail())), u"mail.untrusted"_s);
        settings.allowUnverified = true;
        QCOMPARE(codeOf(SmtpSession(settings).send(mail())), u"sent"_s);
        QCOMPARE(server.mails().size(), 2);
    }

    void withoutTlsNothingIsSaid() // SEC-2
    {
        MailServer server;
        QVERIFY(server.start(u"take"_s));
        MailSettings settings = server.settings();
        settings.security = MailSettings::Security::StartTls;
        QCOMPARE(codeOf(SmtpSession(settings).send(mail())), u"mail.untrusted"_s);
        QCOMPARE(server.mails().size(), 0);
    }

    void signsIn()
    {
        MailServer server;
        QVERIFY(server.start(u"take"_s, MailServer::Tls::With, u"tenantry"_s, u"pass \"wörd"_s));
        MailSettings settings = server.settings();
        settings.security = MailSettings::Security::StartTls;
        settings.authorities = server.certificate();
        settings.user = u"tenantry"_s;
        settings.password = u"wrong"_s;
        const auto refused = SmtpSession(settings).send(mail());
        QCOMPARE(codeOf(refused), u"mail.sign_in_refused"_s);
        QVERIFY(isOfTheWay(refused.error()));
        settings.password = u"pass \"wörd"_s;
        QCOMPARE(codeOf(SmtpSession(settings).send(mail())), u"sent"_s);
    }

    void refusalsAreOfTheMailAlone()
    {
        for (const auto &[mode, code, reply] : {std::tuple{u"reject"_s, u"mail.rejected"_s, 550},
                                                std::tuple{u"delay"_s, u"mail.delayed"_s, 451}}) {
            MailServer server;
            QVERIFY(server.start(mode));
            SmtpSession session(server.settings());
            const auto refused = session.send(mail(u"person1@example.com"_s));
            QCOMPARE(codeOf(refused), code);
            QCOMPARE(refused.error().parameters.value(u"reply"_s).toInt(), reply);
            QVERIFY(!isOfTheWay(refused.error()));
            QCOMPARE(codeOf(session.send(mail())), u"sent"_s); // the next one goes
        }
    }

    void aServerThatIsDownOrHangsIsGivenUp()
    {
        QTcpServer silent; // takes connections and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        MailSettings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = silent.serverPort();
        settings.security = MailSettings::Security::None;
        settings.from = u"tenantry@example.com"_s;
        const SmtpSession::Patience short_{std::chrono::milliseconds(300), std::chrono::milliseconds(600)};
        QCOMPARE(codeOf(SmtpSession(settings, short_).send(mail())), u"mail.unreachable"_s);
        silent.close();
        QCOMPARE(codeOf(SmtpSession(settings, short_).send(mail())), u"mail.unreachable"_s);
        MailServer hanging;
        QVERIFY(hanging.start(u"hang"_s));
        QCOMPARE(codeOf(SmtpSession(hanging.settings(), short_).send(mail())), u"mail.unreachable"_s);
    }

    void cancellingEndsItAtOnce()
    {
        MailServer hanging;
        QVERIFY(hanging.start(u"hang"_s));
        SmtpSession session(hanging.settings());
        QString code;
        const std::unique_ptr<QThread> thread(QThread::create([&] { code = codeOf(session.send(mail())); }));
        thread->start();
        QElapsedTimer time;
        time.start();
        session.cancel();
        QVERIFY(thread->wait(5'000));
        QCOMPARE(code, u"mail.cancelled"_s);
        QCOMPARE(codeOf(session.send(mail())), u"mail.cancelled"_s);
    }

    void settingsComeFromAFileOfTheWorkers() // the password is nobody else's
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"mail.json"_s);
        const auto write = [&file](const QByteArray &content, QFileDevice::Permissions permissions) {
            QFile out(file);
            return out.open(QIODevice::WriteOnly) && out.write(content) == content.size() &&
                   out.setPermissions(permissions);
        };
        const QFileDevice::Permissions mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        QVERIFY(write(
            R"({"host": "mail.example.com", "user": "u", "password": "secret", "from": "a@example.com"})",
            mine));
        const auto read = MailSettings::read(file);
        QVERIFY(read);
        QCOMPARE(read->port, quint16(587));
        QCOMPARE(read->security, MailSettings::Security::StartTls);
        QCOMPARE(read->password, u"secret"_s);
        QVERIFY(QFile(file).setPermissions(mine | QFileDevice::ReadOther));
        QVERIFY(!MailSettings::read(file));
        for (const char *bad : {"", "[]", R"({"from": "a@b.c"})", R"({"host": "h", "from": "x"})",
                                R"({"host": "h", "from": "a@b.c", "port": 70000})",
                                R"({"host": "h", "from": "a@b.c", "security": "some"})",
                                R"({"host": "mail.example.com", "from": "a@b.c", "security": "none"})",
                                R"({"host": "h", "from": "a@b.c", "password_file": "/nowhere/secret"})"}) {
            QVERIFY(write(bad, mine));
            const auto refused = MailSettings::read(file);
            QVERIFY2(!refused, bad);
            QVERIFY(!refused.error().parameters.value(u"reason"_s).toString().contains(u"secret\""_s));
        }
    }

    void bothLanguages() // NOT-1, APP-1
    {
        MailTexts texts;
        MailContent content{u"role_group_joined"_s,
                            {{u"name"_s, u"评审组"_s}, {u"reason"_s, u"发布"_s}},
                            {},
                            1767225600000000,
                            u"张三"_s,
                            u"zh_CN"_s};
        const MailTexts::Text chinese = texts.text(content);
        QCOMPARE(chinese.subject, u"您已加入虚拟角色组“评审组”"_s);
        QVERIFY2(chinese.body.startsWith(
                     u"张三，您好：\n\n您已加入虚拟角色组“评审组”\n\n原因：发布\n时间：2026-"_s),
                 qPrintable(chinese.body));
        content.language = u"en"_s;
        const MailTexts::Text english = texts.text(content);
        QCOMPARE(english.subject, u"You are in the role group \"评审组\" now"_s);
        QVERIFY2(english.body.startsWith(u"Hello 张三,\n\n"_s) &&
                     english.body.contains(u"\nReason: 发布\n"_s),
                 qPrintable(english.body));
        content.kind = u"application_submitted"_s;
        content.parameters = {{u"applicant_id"_s, u"00000000-0000-7000-8000-000000000007"_s},
                              {u"application_kind"_s, u"tenant_creation"_s},
                              {u"name"_s, u"T"_s}};
        content.names = {{u"00000000-0000-7000-8000-000000000007"_s, u"李四"_s}};
        QVERIFY(texts.text(content).subject.contains(u"李四"_s));
    }
};

QTEST_GUILESS_MAIN(TestSmtpSession)
#include "tst_smtpsession.moc"
