// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/secretbytes.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace tenantry
{

/// A key made from a passphrase, with the salt that it was made with.
struct PassphraseKey {
    QByteArray salt;
    SecretBytes key;
};

/// scrypt, N = 2^17, r = 8, p = 1: 0.6 s and 128 MiB. An empty salt stands for a fresh one.
/// "keystore.no_memory" (System).
[[nodiscard]] Result<PassphraseKey> derivePassphraseKey(const SecretBytes &passphrase, const QByteArray &salt = {});

/// Secrets by name in one file under a passphrase. These functions block; PassphraseStore calls them from
/// a thread of its own. The file: magic and version (8), salt (16), sealed secrets, SHA-256 of all before.
/// The checksum tells a damaged file from a wrong passphrase.
namespace passphrasefile
{

using Secrets = std::map<QString, SecretBytes>;

/// The salt; "keystore.missing", "keystore.damaged", "keystore.newer" (Data).
[[nodiscard]] Result<QByteArray> readSalt(const QString &path);

/// As readSalt(), and "keystore.wrong_passphrase" (Business, field "passphrase") for another key.
[[nodiscard]] Result<Secrets> load(const QString &path, const PassphraseKey &key);

/// Replaces the file in one step, mode 0600. "keystore.not_written" (System).
[[nodiscard]] Result<void> save(const QString &path, const PassphraseKey &key, const Secrets &secrets);

} // namespace passphrasefile

} // namespace tenantry
