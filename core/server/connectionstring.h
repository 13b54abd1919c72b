// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/connection.h"
#include "core/server/serverprofile.h"

#include <QSqlDatabase>

namespace tenantry::server {

/// Sets host, role, password and libpq options of a connection not yet open. Everything that decides where
/// to and how safely is said explicitly, so that no PG* variable can change it. Errors: server.tls_required,
/// profile.malformed (a value with a semicolon, which QPSQL can't pass on).
[[nodiscard]] Result<void> configure(QSqlDatabase &database, const ConnectionOptions &options);

/// Why open() failed, in a form that doesn't depend on anybody's language. `text` is libpq's sentence. Tries
/// once more where the text does not say it.
[[nodiscard]] Error diagnose(const QSqlDatabase &database, const QString &text);

} // namespace tenantry::server
