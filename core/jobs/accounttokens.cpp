// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/accounttokens.h"

#include "core/security/crypto.h"
#include "core/security/durablefile.h"

#include <QFile>

namespace tenantry::jobs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype idSize = 16;
constexpr qsizetype proofSize = 20;
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

tl::unexpected<Error> bad(const QString &reason)
{
    return failure(ErrorClass::Data, u"accounts.settings"_s, {{u"reason"_s, reason}});
}

} // namespace

AccountTokens::AccountTokens(SecretBytes key) : m_key(std::move(key)) {}

Result<std::shared_ptr<const AccountTokens>> AccountTokens::read(const QString &path)
{
    QFile file(path);
    if (!file.exists() && !writeDurably(path, crypto::randomBytes(crypto::keySize)))
        return bad(u"\"token_key\": the file can't be made"_s);
    if (!file.open(QIODevice::ReadOnly))
        return bad(u"\"token_key\": the file can't be read"_s);
    if (file.permissions() &
        (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther))
        return bad(u"\"token_key\": the file may be read by others: chmod 600"_s);
    QByteArray bytes = file.readAll();
    if (bytes.size() != crypto::keySize)
        return bad(u"\"token_key\": the file doesn't hold 32 bytes"_s);
    auto tokens = std::make_shared<const AccountTokens>(SecretBytes::copyOf(bytes));
    crypto::cleanse(bytes);
    return tokens;
}

QString AccountTokens::token(const QUuid &request) const
{
    const QByteArray id = request.toRfc4122();
    return QString::fromLatin1((id + proof(id)).toBase64(encoding));
}

std::optional<QUuid> AccountTokens::request(const QString &token) const
{
    const auto decoded =
        QByteArray::fromBase64Encoding(token.toLatin1(), encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != idSize + proofSize)
        return std::nullopt;
    const QByteArray id = decoded.decoded.first(idSize);
    // Compared in constant time: how much of a guess was right tells nobody anything.
    if (SecretBytes::copyOf(decoded.decoded.sliced(idSize)) != SecretBytes::copyOf(proof(id)))
        return std::nullopt;
    return QUuid::fromRfc4122(id);
}

QByteArray AccountTokens::proof(const QByteArray &request) const
{
    return crypto::hmacSha256(m_key.view(), "tenantry account 1" + request).first(proofSize);
}

} // namespace tenantry::jobs
