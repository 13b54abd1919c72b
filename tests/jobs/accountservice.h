// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/accountsclient.h"
#include "core/jobs/accountsendpoint.h"
#include "core/jobs/mailer.h"
#include "tests/jobs/mailserver.h"
#include "tests/schema/schemaworld.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

namespace tenantry::test {

/// What a worker with --accounts and --mail does, against a real PostgreSQL and a real mail server.
class AccountService
{
public:
    explicit AccountService(SchemaWorld &world) : m_world(world) {}

    /// Empty: all is well.
    [[nodiscard]] QString start(const jobs::ListenerLimits &limits = {}, int requestsOfAddress = 100'000)
    {
        using namespace Qt::StringLiterals;
        if (!m_mail.start(u"take"_s, MailServer::Tls::With))
            return u"no mail server"_s;
        const auto settings = jobs::EndpointSettings::read(writeSettings());
        if (!settings)
            return describe(settings.error());
        if (!giveWorkerAPassword())
            return u"no worker role"_s;
        startMailer(settings->tokens);
        jobs::EndpointOptions options;
        options.connection = workerConnection();
        options.settings = *settings;
        options.limits = limits;
        options.requestsOfAddress = requestsOfAddress;
        options.pace = std::chrono::milliseconds(20);
        m_endpoint = std::make_unique<jobs::AccountsEndpointThread>(options);
        m_port = 0;
        QObject here; // the signal comes from the endpoint's thread, perhaps before anybody waits for it
        QObject::connect(m_endpoint->endpoint(), &jobs::AccountsEndpoint::listening, &here, [this](quint16 port) { m_port = port; });
        m_endpoint->start();
        if (!QTest::qWaitFor([&] { return m_port != 0; }, atMost))
            return u"it doesn't listen"_s;
        // What the making of the world told people is out of the way.
        const QString waiting =
            u"select (select count(*) from app.mail_outbox) + (select count(*) from app.mails where status = 'queued')"_s;
        if (!QTest::qWaitFor([&] { return m_world.must(waiting) == u"0"_s; }, 20'000))
            return u"mails wait"_s;
        return {};
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString certificate() const { return m_mail.certificate(); }
    [[nodiscard]] MailServer &mail() { return m_mail; }
    [[nodiscard]] accounts::AccountsServer address() const
    {
        using namespace Qt::StringLiterals;
        return {QUrl(u"https://localhost:%1"_s.arg(m_port)), m_mail.certificate()};
    }
    [[nodiscard]] jobs::AccountsEndpoint *endpoint() const { return m_endpoint->endpoint(); }

    /// Recipient and text of the newest mail; waits for the count.
    struct Mail
    {
        QString to, text, token;
    };
    [[nodiscard]] Mail waitForMail(qsizetype count)
    {
        if (!QTest::qWaitFor([&] { return m_mail.mails().size() >= count; }, atMost))
            return {};
        const QByteArray raw = m_mail.mails().last();
        const QString text = QString::fromUtf8(QByteArray::fromBase64(raw.mid(raw.indexOf("\r\n\r\n"))));
        static const QRegularExpression token(QStringLiteral("token=([A-Za-z0-9_-]{48})\\s"));
        return {QString::fromUtf8(raw.left(raw.indexOf('\n'))), text, token.match(text).captured(1)};
    }

    /// As tenantry_worker, who may do no more than its functions.
    [[nodiscard]] server::ConnectionOptions workerConnection() const
    {
        server::ConnectionOptions options;
        options.profile = m_world.cluster().profileFor(QStringLiteral("tenantry_worker"));
        options.password = SchemaWorld::password;
        return options;
    }

private:
    [[nodiscard]] bool giveWorkerAPassword() const
    {
        return m_world.cluster()
            .ownerConnection()
            ->exec(QStringLiteral("alter role tenantry_worker password '%1'").arg(SchemaWorld::password))
            .has_value();
    }
    void startMailer(const std::shared_ptr<const jobs::AccountTokens> &tokens)
    {
        using namespace Qt::StringLiterals;
        m_world.must(
            u"update app.worker_lease set holder = 'a', until = clock_timestamp() + interval '1 hour'"_s);
        jobs::MailerOptions options;
        options.connection = workerConnection();
        options.holder = u"a"_s;
        options.settings = m_mail.settings();
        options.settings.security = jobs::MailSettings::Security::StartTls;
        options.settings.authorities = m_mail.certificate();
        options.tokens = tokens;
        options.idle = std::chrono::milliseconds(30);
        m_mailer = std::make_unique<jobs::MailerThread>(options);
        m_mailer->start();
    }
    [[nodiscard]] QString writeSettings() const
    {
        using namespace Qt::StringLiterals;
        const QString path = m_mail.folder() + u"/accounts.json"_s;
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(QJsonObject{{u"address"_s, u"127.0.0.1"_s},
                                                 {u"port"_s, 0},
                                                 {u"certificate"_s, u"server.crt"_s},
                                                 {u"private_key"_s, u"server.key"_s},
                                                 {u"token_key"_s, u"tokens.key"_s}})
                           .toJson());
        return path;
    }

    SchemaWorld &m_world;
    MailServer m_mail;
    std::unique_ptr<jobs::MailerThread> m_mailer;
    std::unique_ptr<jobs::AccountsEndpointThread> m_endpoint;
    quint16 m_port = 0;
};

/// One act of accountflows.h, waited for: "done", or the codes of what was refused ("field=code …").
class AccountActs
{
public:
    explicit AccountActs(accounts::AccountsServer server) : m_client(std::move(server)) {}

    template <class Act>
    QString wait(const Act &act)
    {
        std::optional<accounts::Answer> answered;
        act(m_client, [&](const accounts::Answer &answer) { answered = answer; });
        if (!QTest::qWaitFor([&] { return answered.has_value(); }, 20'000))
            return QStringLiteral("no answer");
        result = answered->value_or(QJsonObject());
        if (*answered)
            return QStringLiteral("done");
        QStringList codes;
        for (const Error &error : answered->error())
            codes += error.field.isEmpty() ? error.code : error.field + u'=' + error.code;
        return codes.join(u' ');
    }
    QString ask(const QString &act, const QJsonObject &fields)
    {
        return wait(
            [&](accounts::AccountsClient &client, const auto &done) { client.ask(act, fields, done); });
    }
    QJsonObject result; ///< of the newest

private:
    accounts::AccountsClient m_client;
};

} // namespace tenantry::test
