// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keyeddigest.h"

#include <openssl/evp.h>

#include <QtEndian>

#include <array>

namespace tenantry
{

using namespace Qt::StringLiterals;

KeyedDigest::KeyedDigest(crypto::MacContext fresh, crypto::MacContext running)
    : m_fresh(std::move(fresh)), m_running(std::move(running))
{
}

Result<KeyedDigest> KeyedDigest::create(const SecretBytes &dataKey, QByteArrayView purpose)
{
    if (dataKey.size() != crypto::keySize)
        return failure(ErrorClass::System, u"seal.bad_key"_s);
    const QByteArray info = "tenantry digest 1:"_ba + purpose.toByteArray();
    crypto::MacContext fresh = crypto::hmacContext(crypto::hkdfSha256(dataKey, {}, info).view());
    crypto::MacContext running(EVP_MAC_CTX_dup(fresh.get()));
    return KeyedDigest(std::move(fresh), std::move(running));
}

void KeyedDigest::add(QByteArrayView entry)
{
    std::array<uchar, 8> length;
    qToBigEndian(quint64(entry.size()), length.data());
    EVP_MAC_update(m_running.get(), length.data(), length.size());
    EVP_MAC_update(m_running.get(), reinterpret_cast<const uchar *>(entry.data()), size_t(entry.size()));
}

QByteArray KeyedDigest::finish()
{
    QByteArray digest(size, Qt::Uninitialized);
    size_t length = 0;
    if (!EVP_MAC_final(m_running.get(), reinterpret_cast<uchar *>(digest.data()), &length, size_t(digest.size())))
        qFatal("OpenSSL refuses an HMAC");
    m_running.reset(EVP_MAC_CTX_dup(m_fresh.get()));
    return digest;
}

} // namespace tenantry
