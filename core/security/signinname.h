// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/secretbytes.h"

#include <QString>

namespace tenantry
{

/// The PostgreSQL role of an account: "u_" and the first 160 bits of HMAC-SHA256(installation's key, e-mail)
/// in lower-case base32, 34 characters. Without the key nobody can tell which address a role is for.
/// `normalisedEmail` has gone through the one normalisation that client and server share.
[[nodiscard]] QString signInName(const SecretBytes &installationKey, const QString &normalisedEmail);

} // namespace tenantry
