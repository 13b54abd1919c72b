// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keywrap.h"

#include "core/security/crypto.h"

namespace tenantry
{

using namespace Qt::StringLiterals;

Result<QByteArray> wrapKey(const SecretBytes &wrappingKey, const SecretBytes &key, QByteArrayView context)
{
    if (wrappingKey.size() != crypto::keySize)
        return failure(ErrorClass::System, u"keys.bad_key"_s);
    QByteArray wrapped = crypto::randomBytes(crypto::nonceSize);
    wrapped.resize(crypto::nonceSize + key.size() + crypto::tagSize);
    const auto cipher = crypto::gcmContext(wrappingKey.view(), crypto::Direction::Encrypt);
    crypto::gcmEncrypt(cipher.get(), QByteArrayView(wrapped).first(crypto::nonceSize), context, key.view(),
                       wrapped.data() + crypto::nonceSize);
    return wrapped;
}

Result<SecretBytes> unwrapKey(const SecretBytes &wrappingKey, QByteArrayView wrapped, QByteArrayView context)
{
    if (wrappingKey.size() != crypto::keySize)
        return failure(ErrorClass::System, u"keys.bad_key"_s);
    if (wrapped.size() < crypto::nonceSize + crypto::tagSize)
        return failure(ErrorClass::Data, u"keys.damaged"_s);
    SecretBytes key(wrapped.size() - crypto::nonceSize - crypto::tagSize);
    const auto cipher = crypto::gcmContext(wrappingKey.view(), crypto::Direction::Decrypt);
    if (!crypto::gcmDecrypt(cipher.get(), wrapped.first(crypto::nonceSize), context, wrapped.sliced(crypto::nonceSize),
                            key.data()))
        return failure(ErrorClass::Data, u"keys.damaged"_s);
    return key;
}

} // namespace tenantry
