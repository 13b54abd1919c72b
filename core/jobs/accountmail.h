// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/mailtext.h"

#include <functional>
#include <optional>

namespace tenantry::jobs {

using MailWords = std::function<QString(const char *english)>;

/// Of the mails that carry a token or tell of one (ACC-1, ACC-4, ACC-9): subject, and the lines between
/// greeting and signature. Nothing for other kinds.
struct AccountMail
{
    QString subject;
    QStringList lines;
};
[[nodiscard]] std::optional<AccountMail> accountMail(const MailContent &content, const MailWords &say);

/// The link and the code of a token, and until when they work.
[[nodiscard]] QStringList tokenLines(const QString &act, const MailContent &content, const MailWords &say);

/// Whether a mail of this kind is nothing without its token.
[[nodiscard]] bool needsToken(const QString &kind);

} // namespace tenantry::jobs
