// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/crypto.h"
#include "core/security/secretbytes.h"

#include <QByteArray>

namespace tenantry
{

/// One time that a sealed store was opened for writing. The store keeps a table of them, in clear.
struct Opening {
    static constexpr qsizetype saltSize = 16;

    quint32 index = 0;
    QByteArray salt; ///< saltSize random bytes

    friend bool operator==(const Opening &, const Opening &) = default;
};

/// Seals and opens blobs of one opening: AES-256-GCM under HKDF-SHA256(data key, the opening's salt) with a
/// counter as nonce. As each opening has a key of its own, no nonce ever meets the same key twice, also
/// after an older copy of the file was put back.
///
/// A blob: opening's index and counter (each LEB128), ciphertext, tag (16): 19-22 bytes over the plain text.
/// Associated data say what the blob is and where it belongs (replica, kind, id): a blob opens nowhere else.
/// Not thread-safe.
class Sealer final
{
public:
    static constexpr qsizetype keySize = 32;
    static constexpr quint64 maximumSeals = quint64(1) << 48;

    /// "seal.bad_key" (System) unless the data key has keySize bytes and the salt Opening::saltSize.
    [[nodiscard]] static Result<Sealer> create(const SecretBytes &dataKey, const Opening &opening);

    /// "seal.exhausted" (System) after maximumSeals, "seal.too_large" above 1 GiB.
    [[nodiscard]] Result<QByteArray> seal(QByteArrayView plain, QByteArrayView associatedData);

    /// "seal.damaged" (Data): any changed bit, other associated data, another key or another opening.
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed, QByteArrayView associatedData);

    /// The index that a blob names; "seal.damaged" where it can't be read.
    [[nodiscard]] static Result<quint32> openingOf(QByteArrayView sealed);

private:
    friend class TestSealer; // sets the counter close to its end

    Sealer(quint32 index, crypto::CipherContext encrypt, crypto::CipherContext decrypt);

    quint32 m_index;
    quint64 m_counter = 0;
    crypto::CipherContext m_encrypt;
    crypto::CipherContext m_decrypt;
};

} // namespace tenantry
