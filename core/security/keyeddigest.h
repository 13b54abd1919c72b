// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/crypto.h"
#include "core/security/secretbytes.h"

#include <QByteArray>

namespace tenantry
{

/// HMAC-SHA256 over a sequence of entries under a subkey of the data key, for the manifest of a sealed
/// store: who lacks the key can't make the digest of a changed set of rows. Each entry goes in with its
/// length, so "ab","c" and "a","bc" differ; the order counts. Not thread-safe.
class KeyedDigest final
{
public:
    static constexpr qsizetype size = 32;

    /// `purpose` keeps the digests of different uses apart.
    [[nodiscard]] static Result<KeyedDigest> create(const SecretBytes &dataKey, QByteArrayView purpose);

    void add(QByteArrayView entry);
    /// The digest of what was added (`size` bytes); starts anew.
    [[nodiscard]] QByteArray finish();

private:
    KeyedDigest(crypto::MacContext fresh, crypto::MacContext running);

    crypto::MacContext m_fresh; // keyed and empty: what each digest starts from
    crypto::MacContext m_running;
};

} // namespace tenantry
