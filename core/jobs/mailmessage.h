// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace tenantry::jobs {

/// A mail as it is handed to a mail server.
struct MailMessage
{
    QString from, fromName;
    QString to, toName;
    QString subject;
    QString text;
    QString messageId; ///< without brackets
    QDateTime date;

    /// RFC 5322 with MIME: UTF-8 whatever the text holds, lines of at most 78 characters, no header that a
    /// name or a subject could add.
    [[nodiscard]] QByteArray toBytes() const;
};

} // namespace tenantry::jobs
