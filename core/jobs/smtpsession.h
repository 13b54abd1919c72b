// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/mailmessage.h"
#include "core/jobs/mailsettings.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace tenantry::jobs {

/// The way to one mail server (libcurl). Keeps its connection from mail to mail. Belongs to one thread and
/// blocks it; cancel() may come from any.
class SmtpSession final
{
public:
    struct Patience
    {
        std::chrono::milliseconds connect{10'000};
        std::chrono::milliseconds whole{120'000}; ///< for one mail; half of it for one answer
    };
    /// What libcurl calls back about.
    struct Wire
    {
        std::atomic<bool> cancelled = false;
        int socket = -1; ///< of the open connection
    };
    explicit SmtpSession(MailSettings settings) : SmtpSession(std::move(settings), Patience()) {}
    SmtpSession(MailSettings settings, Patience patience);
    ~SmtpSession();
    Q_DISABLE_COPY_MOVE(SmtpSession)

    /// The server took it. Errors, with the parameter `reply` (of SMTP, 0: none):
    /// of this mail: "mail.rejected" (for good), "mail.delayed" (for now);
    /// of the way: "mail.unreachable", "mail.untrusted", "mail.sign_in_refused", "mail.cancelled".
    [[nodiscard]] Result<void> send(const MailMessage &message);
    /// What is under way ends at once, what comes later too.
    void cancel() { m_wire.cancelled = true; }

private:
    struct Closer
    {
        void operator()(void *handle) const;
    };
    void prepare(const MailMessage &message);
    [[nodiscard]] Error errorOf(int code) const;

    const MailSettings m_settings;
    const Patience m_patience;
    Wire m_wire; ///< goes after the handle
    std::unique_ptr<void, Closer> m_curl;
};

/// Whether the next mail would meet the same.
[[nodiscard]] bool isOfTheWay(const Error &error);

} // namespace tenantry::jobs
