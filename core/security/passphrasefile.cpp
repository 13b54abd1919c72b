// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/passphrasefile.h"

#include "core/security/crypto.h"
#include "core/security/durablefile.h"
#include "core/security/keywrap.h"

#include <openssl/evp.h>

#include <QFile>
#include <QtEndian>

namespace tenantry
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QByteArrayView magic = "TNTSECR";
constexpr char version = 1;
constexpr qsizetype saltSize = 16;
constexpr qsizetype headerSize = 8 + saltSize;
constexpr qsizetype checksumSize = 32;
constexpr qint64 maximumSize = 1 << 20;

auto damaged()
{
    return failure(ErrorClass::Data, u"keystore.damaged"_s);
}

QByteArray headerWith(const QByteArray &salt)
{
    return QByteArray(magic.toByteArray() + version + salt);
}

// The file without its checksum.
Result<QByteArray> readBody(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorClass::Data, u"keystore.missing"_s);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maximumSize)
        return damaged();
    QByteArray body = file.readAll();
    if (body.size() < headerSize + checksumSize || !body.startsWith(magic))
        return damaged();
    const QByteArray checksum = body.last(checksumSize);
    body.chop(checksumSize);
    if (crypto::sha256(body) != checksum)
        return damaged();
    if (body[magic.size()] != version)
        return failure(ErrorClass::Data, u"keystore.newer"_s);
    return body;
}

QByteArray saltOf(const QByteArray &body)
{
    return body.mid(headerSize - saltSize, saltSize);
}

// Each secret: length of the name (4, big endian), name in UTF-8, length of the secret (4), secret.
SecretBytes packed(const passphrasefile::Secrets &secrets)
{
    qsizetype size = 0;
    for (const auto &[name, secret] : secrets)
        size += 8 + name.toUtf8().size() + secret.size();
    SecretBytes result(size);
    char *to = result.data();
    const auto put = [&to](QByteArrayView bytes) {
        qToBigEndian(quint32(bytes.size()), to);
        to = std::copy(bytes.begin(), bytes.end(), to + 4);
    };
    for (const auto &[name, secret] : secrets) {
        put(name.toUtf8());
        put(secret.view());
    }
    return result;
}

Result<passphrasefile::Secrets> unpacked(QByteArrayView bytes)
{
    passphrasefile::Secrets secrets;
    const auto take = [&bytes](QByteArrayView &piece) {
        if (bytes.size() < 4 || bytes.size() - 4 < qsizetype(qFromBigEndian<quint32>(bytes.data())))
            return false;
        piece = bytes.sliced(4, qFromBigEndian<quint32>(bytes.data()));
        bytes = bytes.sliced(4 + piece.size());
        return true;
    };
    while (!bytes.isEmpty()) {
        QByteArrayView name;
        QByteArrayView secret;
        if (!take(name) || !take(secret))
            return damaged();
        secrets.insert_or_assign(QString::fromUtf8(name), SecretBytes::copyOf(secret));
    }
    return secrets;
}

} // namespace

Result<PassphraseKey> derivePassphraseKey(const SecretBytes &passphrase, const QByteArray &salt)
{
    constexpr quint64 n = 1 << 17;
    constexpr quint64 r = 8;
    constexpr quint64 p = 1;
    constexpr quint64 maximumMemory = 256 * 1024 * 1024; // OpenSSL's own limit is 32 MiB
    PassphraseKey result{salt.isEmpty() ? crypto::randomBytes(saltSize) : salt, SecretBytes(crypto::keySize)};
    if (!EVP_PBE_scrypt(passphrase.isEmpty() ? "" : passphrase.data(), size_t(passphrase.size()),
                        reinterpret_cast<const uchar *>(result.salt.data()), size_t(result.salt.size()), n, r, p,
                        maximumMemory, reinterpret_cast<uchar *>(result.key.data()), size_t(result.key.size())))
        return failure(ErrorClass::System, u"keystore.no_memory"_s);
    return result;
}

namespace passphrasefile
{

Result<QByteArray> readSalt(const QString &path)
{
    return readBody(path).map(saltOf);
}

Result<Secrets> load(const QString &path, const PassphraseKey &key)
{
    const auto body = readBody(path);
    if (!body)
        return tl::make_unexpected(body.error());
    const auto secrets = unwrapKey(key.key, QByteArrayView(*body).sliced(headerSize), body->first(headerSize));
    // The checksum was right, so the bytes are those once written: the key is not theirs.
    if (!secrets)
        return failure(ErrorClass::Business, u"keystore.wrong_passphrase"_s, {}, u"passphrase"_s);
    return unpacked(secrets->view());
}

Result<void> save(const QString &path, const PassphraseKey &key, const Secrets &secrets)
{
    QByteArray content = headerWith(key.salt);
    const auto sealed = wrapKey(key.key, packed(secrets), content);
    if (!sealed)
        return tl::make_unexpected(sealed.error());
    content += *sealed;
    content += crypto::sha256(content);
    if (!writeDurably(path, content))
        return failure(ErrorClass::System, u"keystore.not_written"_s);
    return {};
}

} // namespace passphrasefile

} // namespace tenantry
