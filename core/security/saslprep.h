// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/secretbytes.h"

#include <QString>

namespace tenantry
{

/// The bytes that PostgreSQL and libpq take for this password: SASLprep (RFC 4013) in UTF-8, or the
/// password unchanged where SASLprep forbids a character of it.
[[nodiscard]] SecretBytes preparedPassword(const QString &password);

/// False for the few passwords whose bytes can't be known: PostgreSQL looks for forbidden characters and mixed
/// directions before it normalises, RFC 4013 afterwards, and right-to-left compatibility forms differ.
[[nodiscard]] bool hasCertainPreparation(const QString &password);

} // namespace tenantry
