// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/signinname.h"

#include "core/security/crypto.h"

namespace tenantry
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype nameBytes = 160 / 8;

// RFC 4648 base32 in lower case; the length is a multiple of 5 bytes, so nothing is padded.
QString base32(QByteArrayView bytes)
{
    static constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
    QString text;
    quint32 pending = 0;
    int bits = 0;
    for (const char byte : bytes) {
        pending = (pending << 8) | uchar(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += QLatin1Char(alphabet[(pending >> (bits - 5)) & 0x1f]);
    }
    return text;
}

} // namespace

QString signInName(const SecretBytes &installationKey, const QString &normalisedEmail)
{
    const QByteArray mac = crypto::hmacSha256(installationKey.view(), normalisedEmail.toUtf8());
    return u"u_"_s + base32(QByteArrayView(mac).first(nameBytes));
}

} // namespace tenantry
