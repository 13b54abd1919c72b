// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/accounttokens.h"
#include "core/jobs/mailsettings.h"
#include "core/jobs/mailtext.h"
#include "core/jobs/smtpsession.h"
#include "core/server/connection.h"

#include <QObject>
#include <QThread>
#include <QTimer>

namespace tenantry::jobs {

struct MailerOptions
{
    server::ConnectionOptions connection; ///< of its own: a slow mail server holds nothing else up
    QString holder;                       ///< of the lease, as the worker beside it has it
    MailSettings settings;
    std::shared_ptr<const AccountTokens> tokens; ///< without, account mails wait for a worker that has them
    SmtpSession::Patience patience;
    std::chrono::milliseconds idle{2'000};   ///< between looks while there is nothing to send
    std::chrono::milliseconds hold{300'000}; ///< how long a mail is nobody else's; longer than the patience
    std::chrono::milliseconds firstPause{5'000};     ///< after the way to the mail server failed; doubles …
    std::chrono::milliseconds longestPause{300'000}; ///< … up to this
};

/// Sends what people are told as mail (NOT-1). One mail at a time: taken, sent, marked; killed between the
/// last two it is sent again, with the same Message-ID. Blocks its thread: see MailerThread.
class Mailer final : public QObject
{
    Q_OBJECT
public:
    explicit Mailer(MailerOptions options, QObject *parent = nullptr);
    ~Mailer() override;

    /// From any thread: what is being sent is given up at once, to be sent later.
    void cancel() { m_session.cancel(); }

public Q_SLOTS:
    void start();

Q_SIGNALS:
    void sent();
    /// Of one mail, or of the way to the mail server or the database; it goes on trying. Says nothing of
    /// people.
    void failed(const tenantry::Error &error);

private:
    void tick();
    /// How long to wait before the next look.
    [[nodiscard]] Result<std::chrono::milliseconds> work();
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> expand();
    [[nodiscard]] Result<std::chrono::milliseconds> deliver(const server::Rows &mail);
    [[nodiscard]] Result<void> markFailed(const QString &id, const Error &error);
    [[nodiscard]] MailMessage message(const server::Rows &mail);

    const MailerOptions m_options;
    QTimer m_timer;
    std::unique_ptr<server::Connection> m_connection;
    MailTexts m_texts;
    SmtpSession m_session;
    std::chrono::milliseconds m_pause;
};

/// A mailer on a thread of its own. The destructor waits for no mail server.
class MailerThread final
{
public:
    explicit MailerThread(const MailerOptions &options);
    ~MailerThread();
    Q_DISABLE_COPY_MOVE(MailerThread)

    /// Connect to its signals before start().
    [[nodiscard]] Mailer *mailer() const { return m_mailer; }
    void start();

private:
    QThread m_thread;
    Mailer *m_mailer;
};

} // namespace tenantry::jobs
