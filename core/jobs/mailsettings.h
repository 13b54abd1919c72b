// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace tenantry::jobs {

/// How mail leaves (NOT-1). Lies in a file of the worker's own: never in the database, on a command line or
/// in a log.
struct MailSettings
{
    enum class Security {
        StartTls, ///< begins in the clear and refuses to go on without TLS
        Tls,      ///< from the first byte
        None,     ///< only to this machine, unless unverified ones are allowed
    };
    QString host;
    quint16 port = 587;
    Security security = Security::StartTls;
    QString user; ///< empty: no sign-in
    QString password;
    QString from;                 ///< the sender's address
    QString fromName;             ///< shown beside it
    QString authorities;          ///< a file of certificates instead of the system's
    bool allowUnverified = false; ///< SEC-2: never by itself

    /// Reads a JSON file: {"host", "port", "security": "starttls" | "tls" | "none", "user", "password" or
    /// "password_file", "from", "from_name", "authorities", "allow_unverified"}. Error: "mail.settings"
    /// (Data), parameter `reason`, which never holds a value; a file with a password that others may read is
    /// refused.
    [[nodiscard]] static Result<MailSettings> read(const QString &file);
};

} // namespace tenantry::jobs
