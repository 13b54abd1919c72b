// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/secretbytes.h"

#include <QString>

namespace tenantry
{

/// Whether a password is the one that the server accepted last, asked without the server: at the lock, and to
/// open a local copy offline. What is kept is scrypt of the password, sealed under a key of the profile, in the
/// file "password" of its folder: the disk alone tells nothing to try passwords against. These functions block
/// (0.6 s); not for the main thread.
namespace passwordcheck
{

/// "keys.not_written" (System).
[[nodiscard]] Result<void> keep(const QString &folder, const SecretBytes &key, const QString &password);

/// "password.wrong" (Business, field "password"); "password.not_kept" (Data) where nothing is kept under this
/// key, or it was changed.
[[nodiscard]] Result<void> check(const QString &folder, const SecretBytes &key, const QString &password);

/// True once no such file is there.
[[nodiscard]] bool remove(const QString &folder);

} // namespace passwordcheck

} // namespace tenantry
