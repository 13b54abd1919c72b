// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/crypto.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>

#include <array>

namespace tenantry::crypto
{

namespace
{

const uchar *bytes(QByteArrayView view)
{
    return reinterpret_cast<const uchar *>(view.data());
}

void require(bool fine)
{
    if (!fine)
        qFatal("OpenSSL refuses an operation that it must know");
}

} // namespace

void CipherContextDeleter::operator()(evp_cipher_ctx_st *context) const
{
    EVP_CIPHER_CTX_free(context);
}

void MacContextDeleter::operator()(evp_mac_ctx_st *context) const
{
    EVP_MAC_CTX_free(context);
}

CipherContext gcmContext(QByteArrayView key, Direction direction)
{
    Q_ASSERT(key.size() == keySize);
    CipherContext context(EVP_CIPHER_CTX_new());
    require(context && EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes(key), nullptr, int(direction)));
    return context;
}

void gcmEncrypt(evp_cipher_ctx_st *context, QByteArrayView nonce, QByteArrayView associatedData, QByteArrayView plain, char *out)
{
    auto *target = reinterpret_cast<uchar *>(out);
    int length = 0;
    // -1: the direction stays; a null key: so does the key schedule, which is what makes reuse pay.
    require(EVP_CipherInit_ex(context, nullptr, nullptr, nullptr, bytes(nonce), -1)
            && (associatedData.isEmpty()
                || EVP_CipherUpdate(context, nullptr, &length, bytes(associatedData), int(associatedData.size())))
            && (plain.isEmpty() || EVP_CipherUpdate(context, target, &length, bytes(plain), int(plain.size())))
            && EVP_CipherFinal_ex(context, target + plain.size(), &length)
            && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, tagSize, target + plain.size()));
}

bool gcmDecrypt(evp_cipher_ctx_st *context, QByteArrayView nonce, QByteArrayView associatedData, QByteArrayView sealed, char *out)
{
    if (sealed.size() < tagSize)
        return false;
    const QByteArrayView cipher = sealed.chopped(tagSize);
    std::array<uchar, tagSize> tag;
    std::copy_n(bytes(sealed.last(tagSize)), tagSize, tag.begin());
    auto *target = reinterpret_cast<uchar *>(out);
    int length = 0;
    const bool good = EVP_CipherInit_ex(context, nullptr, nullptr, nullptr, bytes(nonce), -1)
        && (associatedData.isEmpty()
            || EVP_CipherUpdate(context, nullptr, &length, bytes(associatedData), int(associatedData.size())))
        && (cipher.isEmpty() || EVP_CipherUpdate(context, target, &length, bytes(cipher), int(cipher.size())))
        && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, tagSize, tag.data())
        && EVP_CipherFinal_ex(context, target + cipher.size(), &length) > 0;
    if (!good && !cipher.isEmpty())
        OPENSSL_cleanse(out, size_t(cipher.size()));
    return good;
}

MacContext hmacContext(QByteArrayView key)
{
    EVP_MAC *mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    MacContext context(EVP_MAC_CTX_new(mac));
    EVP_MAC_free(mac); // the context holds its own reference
    char digest[] = "SHA256";
    const std::array<OSSL_PARAM, 2> parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                               OSSL_PARAM_construct_end()};
    // A null key would mean "the key of before": an empty one needs an address.
    const auto *keyBytes = key.isEmpty() ? reinterpret_cast<const uchar *>("") : bytes(key);
    require(context && EVP_MAC_init(context.get(), keyBytes, size_t(key.size()), parameters.data()));
    return context;
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView data)
{
    const MacContext context = hmacContext(key);
    QByteArray result(32, Qt::Uninitialized);
    size_t length = 0;
    require(EVP_MAC_update(context.get(), bytes(data), size_t(data.size()))
            && EVP_MAC_final(context.get(), reinterpret_cast<uchar *>(result.data()), &length, size_t(result.size())));
    return result;
}

QByteArray sha256(QByteArrayView data)
{
    QByteArray result(32, Qt::Uninitialized);
    require(EVP_Digest(data.data(), size_t(data.size()), reinterpret_cast<uchar *>(result.data()), nullptr, EVP_sha256(),
                       nullptr));
    return result;
}

SecretBytes hkdfSha256(const SecretBytes &key, QByteArrayView salt, QByteArrayView info)
{
    EVP_KDF *kdf = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(EVP_KDF_CTX_new(kdf), EVP_KDF_CTX_free);
    EVP_KDF_free(kdf);
    const auto octets = [](const char *name, QByteArrayView value) {
        return OSSL_PARAM_construct_octet_string(name, const_cast<char *>(value.data()), size_t(value.size()));
    };
    char digest[] = "SHA256";
    std::array<OSSL_PARAM, 5> parameters{};
    size_t count = 0;
    parameters[count++] = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0);
    parameters[count++] = octets(OSSL_KDF_PARAM_KEY, key.view());
    if (!salt.isEmpty()) // RFC 5869: none given means zeroes
        parameters[count++] = octets(OSSL_KDF_PARAM_SALT, salt);
    parameters[count++] = octets(OSSL_KDF_PARAM_INFO, info);
    parameters[count] = OSSL_PARAM_construct_end();
    SecretBytes result(keySize);
    require(context && EVP_KDF_derive(context.get(), reinterpret_cast<uchar *>(result.data()), keySize, parameters.data()));
    return result;
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray result(size, Qt::Uninitialized);
    require(RAND_bytes(reinterpret_cast<uchar *>(result.data()), int(size)) == 1);
    return result;
}

void cleanse(QByteArray &bytes)
{
    OPENSSL_cleanse(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

} // namespace tenantry::crypto
