// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/scram.h"

#include "core/security/crypto.h"
#include "core/security/saslprep.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <optional>

namespace tenantry::scram
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype keySize = 32;
constexpr qsizetype minimumSalt = 16;
constexpr qsizetype maximumSalt = 64;
constexpr QByteArrayView scheme = "SCRAM-SHA-256";

auto malformed()
{
    return failure(ErrorClass::Data, u"scram.malformed"_s);
}

std::optional<QByteArray> decoded(QByteArrayView base64)
{
    auto result = QByteArray::fromBase64Encoding(base64.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    // One spelling for each value: PostgreSQL compares text, and so may we.
    if (!result || result.decoded.toBase64() != base64)
        return {};
    return result.decoded;
}

bool isUsable(const QString &password)
{
    return !password.isEmpty() && !password.contains(QChar(u'\0')) && password.isValidUtf16() && hasCertainPreparation(password);
}

Result<SecretBytes> saltedPassword(const QString &password, const QByteArray &salt, int iterationCount)
{
    if (!isUsable(password))
        return failure(ErrorClass::Business, u"password.unusable"_s, {}, u"password"_s);
    const SecretBytes prepared = preparedPassword(password);
    SecretBytes salted(keySize);
    if (!PKCS5_PBKDF2_HMAC(prepared.data(), int(prepared.size()), reinterpret_cast<const uchar *>(salt.data()),
                           int(salt.size()), iterationCount, EVP_sha256(), int(keySize),
                           reinterpret_cast<uchar *>(salted.data())))
        return failure(ErrorClass::System, u"scram.failed"_s);
    return salted;
}

} // namespace

QByteArray Verifier::toText() const
{
    return scheme.toByteArray() + '$' + QByteArray::number(iterations) + ':' + salt.toBase64() + '$' + storedKey.toBase64()
        + ':' + serverKey.toBase64();
}

Result<QByteArray> makeVerifier(const QString &password)
{
    return deriveVerifier(password, crypto::randomBytes(minimumSalt), iterations).map([](const Verifier &verifier) {
        return verifier.toText();
    });
}

Result<Verifier> deriveVerifier(const QString &password, const QByteArray &salt, int iterationCount)
{
    const auto salted = saltedPassword(password, salt, iterationCount);
    if (!salted)
        return tl::make_unexpected(salted.error());
    QByteArray clientKey = crypto::hmacSha256(salted->view(), "Client Key");
    Verifier verifier{iterationCount, salt, crypto::sha256(clientKey), crypto::hmacSha256(salted->view(), "Server Key")};
    crypto::cleanse(clientKey);
    return verifier;
}

Result<QByteArray> proofOfPassword(const QString &password, const QByteArray &salt, int iterationCount)
{
    // Whoever answers chose the number: a large one would stop us for minutes, a small one would make the proof easy to try.
    if (iterationCount < minimumIterations || iterationCount > maximumIterations)
        return failure(ErrorClass::Data, u"scram.iterations"_s, {{u"maximum"_s, maximumIterations}});
    return saltedPassword(password, salt, iterationCount).map([](const SecretBytes &salted) {
        return crypto::hmacSha256(salted.view(), "Client Key").toBase64();
    });
}

Result<Verifier> parseVerifier(QByteArrayView text)
{
    const QList<QByteArray> parts = text.toByteArray().split('$');
    if (parts.size() != 3 || parts[0] != scheme)
        return malformed();
    const QList<QByteArray> derivation = parts[1].split(':');
    const QList<QByteArray> keys = parts[2].split(':');
    if (derivation.size() != 2 || keys.size() != 2)
        return malformed();
    bool isNumber = false;
    const int count = derivation[0].toInt(&isNumber);
    if (!isNumber || QByteArray::number(count) != derivation[0])
        return malformed();
    if (count < minimumIterations || count > maximumIterations)
        return failure(ErrorClass::Data, u"scram.iterations"_s, {{u"maximum"_s, maximumIterations}});
    const auto salt = decoded(derivation[1]);
    const auto storedKey = decoded(keys[0]);
    const auto serverKey = decoded(keys[1]);
    if (!salt || salt->size() < minimumSalt || salt->size() > maximumSalt || !storedKey || storedKey->size() != keySize
        || !serverKey || serverKey->size() != keySize)
        return malformed();
    return Verifier{count, *salt, *storedKey, *serverKey};
}

Result<bool> verifyPassword(const QString &password, QByteArrayView verifier)
{
    const auto expected = parseVerifier(verifier);
    if (!expected)
        return tl::make_unexpected(expected.error());
    if (!isUsable(password))
        return false;
    const auto given = deriveVerifier(password, expected->salt, expected->iterations);
    if (!given)
        return tl::make_unexpected(given.error());
    // Both keys: a verifier put together from two passwords is nobody's.
    return CRYPTO_memcmp(given->storedKey.data(), expected->storedKey.data(), size_t(keySize)) == 0
        && CRYPTO_memcmp(given->serverKey.data(), expected->serverKey.data(), size_t(keySize)) == 0;
}

} // namespace tenantry::scram
