// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/accounttokens.h"

#include <QHostAddress>
#include <QSslConfiguration>

namespace tenantry::jobs {

/// Where people without an account reach the worker. Lies in a file of the worker's own.
struct EndpointSettings
{
    QHostAddress address = QHostAddress::Any;
    quint16 port = 8443;
    QSslConfiguration tls;
    std::shared_ptr<const AccountTokens> tokens;

    /// Reads a JSON file: {"address", "port", "certificate" and "private_key" (PEM files; the certificate
    /// with its chain), "token_key" (a file that is made where it isn't there)}. Error: "accounts.settings"
    /// (Data), parameter `reason`.
    [[nodiscard]] static Result<EndpointSettings> read(const QString &file);
};

} // namespace tenantry::jobs
