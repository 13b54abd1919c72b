// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/secretbytes.h"

#include <QByteArray>

namespace tenantry
{

/// Encrypts a key (or a few kilobytes of other secrets) under a key-encryption key of 32 bytes:
/// random nonce (12), AES-256-GCM ciphertext, tag (16). `context` names what the key is for; it must be
/// the same when unwrapping. For few wrappings per key: rows are for Sealer.
[[nodiscard]] Result<QByteArray> wrapKey(const SecretBytes &wrappingKey, const SecretBytes &key, QByteArrayView context);

/// "keys.damaged" (Data): another wrapping key, another context, any changed bit.
[[nodiscard]] Result<SecretBytes> unwrapKey(const SecretBytes &wrappingKey, QByteArrayView wrapped, QByteArrayView context);

} // namespace tenantry
