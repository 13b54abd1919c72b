// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/secretbytes.h"

#include <QByteArray>

#include <memory>

struct evp_cipher_ctx_st;
struct evp_mac_ctx_st;

/// The few pieces of OpenSSL that this folder stands on. All return nothing useful only when OpenSSL itself
/// is broken, and then end the program: going on without randomness or a hash would be worse.
namespace tenantry::crypto
{

struct CipherContextDeleter {
    void operator()(evp_cipher_ctx_st *context) const;
};
struct MacContextDeleter {
    void operator()(evp_mac_ctx_st *context) const;
};
using CipherContext = std::unique_ptr<evp_cipher_ctx_st, CipherContextDeleter>;
using MacContext = std::unique_ptr<evp_mac_ctx_st, MacContextDeleter>;

inline constexpr qsizetype keySize = 32;
inline constexpr qsizetype nonceSize = 12;
inline constexpr qsizetype tagSize = 16;

enum class Direction { Decrypt = 0, Encrypt = 1 };

/// AES-256-GCM with the key set and the nonce open; the key has keySize bytes.
[[nodiscard]] CipherContext gcmContext(QByteArrayView key, Direction direction);
/// Ciphertext (as long as the plain text) and tag go to `out`.
void gcmEncrypt(evp_cipher_ctx_st *context, QByteArrayView nonce, QByteArrayView associatedData, QByteArrayView plain,
                char *out);
/// Plain text goes to `out`; false, with `out` cleansed, if the tag does not fit. `sealed` ends with the tag.
[[nodiscard]] bool gcmDecrypt(evp_cipher_ctx_st *context, QByteArrayView nonce, QByteArrayView associatedData,
                              QByteArrayView sealed, char *out);

/// HMAC-SHA256, keyed and empty.
[[nodiscard]] MacContext hmacContext(QByteArrayView key);
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView data);
[[nodiscard]] QByteArray sha256(QByteArrayView data);
/// HKDF-SHA256 (RFC 5869), 32 bytes.
[[nodiscard]] SecretBytes hkdfSha256(const SecretBytes &key, QByteArrayView salt, QByteArrayView info);

[[nodiscard]] QByteArray randomBytes(qsizetype size);
void cleanse(QByteArray &bytes);

} // namespace tenantry::crypto
