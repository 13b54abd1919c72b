// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

/// SCRAM-SHA-256 verifiers as PostgreSQL keeps them in pg_authid, so that a password never leaves the
/// client: "SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>", the last three in base64.
namespace tenantry::scram
{

/// What the client uses; 3.5 ms here. PostgreSQL spends the same again whenever the verifier is set.
inline constexpr int iterations = 15'000;
inline constexpr int minimumIterations = 4'096;
/// Above this a verifier is refused: a client that chooses the number could burn the server's cores.
inline constexpr int maximumIterations = 20'000;

struct Verifier {
    int iterations = 0;
    QByteArray salt;      ///< 16 to 64 bytes
    QByteArray storedKey; ///< 32 bytes
    QByteArray serverKey; ///< 32 bytes

    [[nodiscard]] QByteArray toText() const;
};

/// A verifier with a fresh salt. "password.unusable" (Business, field "password") for a password that is
/// empty or holds what PostgreSQL would not read as meant (NUL, half a surrogate pair, right-to-left
/// compatibility forms: see saslprep.h).
[[nodiscard]] Result<QByteArray> makeVerifier(const QString &password);

/// With a given salt and number of iterations (for tests against known vectors).
[[nodiscard]] Result<Verifier> deriveVerifier(const QString &password, const QByteArray &salt, int iterationCount);

/// What proves a password to whoever has the verifier (RFC 5802: ClientKey), without showing it; base64. Errors as
/// deriveVerifier(), "scram.iterations" (Data).
[[nodiscard]] Result<QByteArray> proofOfPassword(const QString &password, const QByteArray &salt, int iterationCount);

/// "scram.malformed", "scram.iterations" (Data).
[[nodiscard]] Result<Verifier> parseVerifier(QByteArrayView text);

/// Whether the password is the verifier's, compared in constant time. Errors as parseVerifier().
[[nodiscard]] Result<bool> verifyPassword(const QString &password, QByteArrayView verifier);

} // namespace tenantry::scram
