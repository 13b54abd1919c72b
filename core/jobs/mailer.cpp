// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/mailer.h"

#include "core/jobs/accountmail.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace tenantry::jobs {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QJsonObject object(const QVariant &json)
{
    return QJsonDocument::fromJson(json.toString().toUtf8()).object();
}

} // namespace

Mailer::Mailer(MailerOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_timer(this),
      m_session(m_options.settings, m_options.patience), m_pause(m_options.firstPause)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, this, &Mailer::tick);
}

Mailer::~Mailer() = default;

void Mailer::start()
{
    tick();
}

void Mailer::tick()
{
    const auto wait = work();
    if (!wait) {
        m_connection.reset();
        Q_EMIT failed(wait.error());
    }
    m_timer.start(wait.value_or(m_options.idle));
}

Result<milliseconds> Mailer::work()
{
    if (auto connected = connect(); !connected)
        return tl::make_unexpected(connected.error());
    if (auto expanded = expand(); !expanded)
        return tl::make_unexpected(expanded.error());
    const auto mail = m_connection->exec(u"select * from worker.take_mail(?, ?::interval)"_s,
                                         {m_options.holder, u"%1 ms"_s.arg(m_options.hold.count())});
    if (!mail)
        return tl::make_unexpected(mail.error());
    return mail->isEmpty() ? m_options.idle : deliver(*mail);
}

Result<void> Mailer::connect()
{
    if (m_connection && m_connection->isOpen())
        return {};
    auto opened = server::Connection::open(m_options.connection);
    if (!opened)
        return tl::make_unexpected(opened.error());
    m_connection = std::move(*opened);
    return {};
}

// One part of the outbox in each turn: an event for a whole tenant doesn't keep the mails waiting that are
// there already.
Result<void> Mailer::expand()
{
    return m_connection->exec(u"select worker.expand_mail(?)"_s, {m_options.holder})
        .map([](const server::Rows &) {});
}

MailMessage Mailer::message(const server::Rows &mail)
{
    const auto text = [&mail](const QString &column) { return mail.value(0, column).toString(); };
    MailContent content{text(u"kind"_s),
                        object(mail.value(0, u"parameters"_s)),
                        object(mail.value(0, u"names"_s)),
                        mail.value(0, u"at"_s).toLongLong(),
                        text(u"name"_s),
                        text(u"language"_s)};
    if (m_options.tokens && content.parameters.contains("request_id"_L1))
        content.token = m_options.tokens->token(QUuid(content.parameters["request_id"_L1].toString()));
    const MailTexts::Text texts = m_texts.text(content);
    return {m_options.settings.from,
            m_options.settings.fromName,
            text(u"address"_s),
            text(u"name"_s),
            texts.subject,
            texts.body,
            text(u"id"_s) + u'@' + m_options.settings.from.section(u'@', 1),
            QDateTime::currentDateTime()};
}

Result<milliseconds> Mailer::deliver(const server::Rows &mail)
{
    const QString id = mail.value(0, u"id"_s).toString();
    // Another worker may have the key.
    const auto sending = needsToken(mail.value(0, u"kind"_s).toString()) && !m_options.tokens
                             ? Result<void>(failure(ErrorClass::System, u"mail.no_tokens"_s))
                             : m_session.send(message(mail));
    if (sending) {
        const auto marked = m_connection->exec(u"select worker.mail_sent(?)"_s, {id});
        if (!marked)
            return tl::make_unexpected(marked.error());
        m_pause = m_options.firstPause;
        Q_EMIT sent();
        return milliseconds(0);
    }
    if (auto marked = markFailed(id, sending.error()); !marked)
        return tl::make_unexpected(marked.error());
    Q_EMIT failed(sending.error());
    if (!isOfTheWay(sending.error()) || sending.error().code == u"mail.no_tokens")
        return milliseconds(0);
    // The next one would meet the same: they wait.
    return std::exchange(m_pause, std::min(2 * m_pause, m_options.longestPause));
}

Result<void> Mailer::markFailed(const QString &id, const Error &error)
{
    return m_connection
        ->exec(u"select worker.mail_failed(?, ?, ?, ?)"_s,
               {id, error.code, error.parameters.value(u"reply"_s), error.code == u"mail.rejected"})
        .map([](const server::Rows &) {});
}

MailerThread::MailerThread(const MailerOptions &options) : m_mailer(new Mailer(options))
{
    m_thread.setObjectName(u"mailer"_s);
    m_mailer->moveToThread(&m_thread);
    // The connection belongs to the thread: it dies there.
    QObject::connect(&m_thread, &QThread::finished, m_mailer, &QObject::deleteLater);
}

MailerThread::~MailerThread()
{
    m_mailer->cancel();
    m_thread.start(); // a thread that never ran would leave the mailer behind
    m_thread.quit();
    m_thread.wait();
}

void MailerThread::start()
{
    m_thread.start();
    QMetaObject::invokeMethod(m_mailer, &Mailer::start, Qt::QueuedConnection);
}

} // namespace tenantry::jobs
