// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keyfile.h"

#include "core/security/crypto.h"
#include "core/security/durablefile.h"
#include "core/security/keywrap.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace tenantry
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int version = 1;
constexpr qint64 maximumSize = 64 * 1024;
const auto fingerprintField = "fingerprint"_L1;
const auto versionField = "version"_L1;

QString pathIn(const QString &folder)
{
    return QDir(folder).filePath(u"keys.json"_s);
}

auto damaged()
{
    return failure(ErrorClass::Data, u"keys.damaged"_s);
}

// Nothing where there is no file.
Result<std::optional<QJsonObject>> load(const QString &folder)
{
    QFile file(pathIn(folder));
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly) || file.size() > maximumSize)
        return damaged();
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.value(versionField).toInt() != version || object.value(fingerprintField).toString().isEmpty())
        return damaged();
    return object;
}

Result<QJsonObject> loadPresent(const QString &folder)
{
    auto file = load(folder);
    if (!file)
        return tl::make_unexpected(file.error());
    if (!*file)
        return damaged();
    return **file;
}

Result<void> save(const QString &folder, const QJsonObject &file)
{
    if (!writeDurably(pathIn(folder), QJsonDocument(file).toJson()))
        return failure(ErrorClass::System, u"keys.not_written"_s);
    return {};
}

} // namespace

KeyFile::KeyFile(QString folder, QString profile, SecretBytes key)
    : m_folder(std::move(folder)), m_profile(std::move(profile)), m_key(std::move(key))
{
}

Result<std::optional<QString>> KeyFile::fingerprintIn(const QString &folder)
{
    const auto file = load(folder);
    if (!file)
        return tl::make_unexpected(file.error());
    if (!*file)
        return std::nullopt;
    return (*file)->value(fingerprintField).toString();
}

QString KeyFile::fingerprintOf(const SecretBytes &key)
{
    return QString::fromLatin1(crypto::hmacSha256(key.view(), "tenantry fingerprint 1").first(8).toHex());
}

Result<KeyFile> KeyFile::create(const QString &folder, const QString &profile, SecretBytes key)
{
    const QJsonObject file{{versionField, version}, {fingerprintField, fingerprintOf(key)}};
    return save(folder, file).map([&] { return KeyFile(folder, profile, std::move(key)); });
}

Result<KeyFile> KeyFile::open(const QString &folder, const QString &profile, SecretBytes key)
{
    const auto file = loadPresent(folder);
    if (!file)
        return tl::make_unexpected(file.error());
    if (file->value(fingerprintField).toString() != fingerprintOf(key))
        return damaged();
    return KeyFile(folder, profile, std::move(key));
}

bool KeyFile::remove(const QString &folder)
{
    QFile file(pathIn(folder));
    return !file.exists() || file.remove();
}

Result<SecretBytes> KeyFile::replicaKey() const
{
    return loadPresent(m_folder).and_then([this](const QJsonObject &file) { return unwrapped(file, u"replica"_s); });
}

Result<SecretBytes> KeyFile::renewReplicaKey()
{
    return loadPresent(m_folder).and_then([this](const QJsonObject &file) { return make(file, u"replica"_s); });
}

Result<SecretBytes> KeyFile::queueKey(QueueContent content)
{
    const auto file = loadPresent(m_folder);
    if (!file)
        return tl::make_unexpected(file.error());
    const QString purpose = u"queue"_s;
    if (file->contains(purpose) || content == QueueContent::Some)
        return unwrapped(*file, purpose);
    return make(*file, purpose);
}

SecretBytes KeyFile::derivedKey(const QString &purpose) const
{
    return crypto::hkdfSha256(m_key, {}, context(purpose));
}

// Bound into the wrapping, so that a key can't be moved to another use or another profile.
QByteArray KeyFile::context(const QString &purpose) const
{
    return QByteArray("tenantry keys 1\n" + purpose.toUtf8() + '\n' + m_profile.toUtf8());
}

Result<SecretBytes> KeyFile::unwrapped(const QJsonObject &file, const QString &purpose) const
{
    if (!file.contains(purpose))
        return failure(ErrorClass::Data, u"keys.none"_s);
    return unwrapKey(m_key, QByteArray::fromBase64(file.value(purpose).toString().toLatin1()), context(purpose));
}

Result<SecretBytes> KeyFile::make(QJsonObject file, const QString &purpose) const
{
    SecretBytes key = SecretBytes::random(crypto::keySize);
    const auto wrapped = wrapKey(m_key, key, context(purpose));
    if (!wrapped)
        return tl::make_unexpected(wrapped.error());
    file.insert(purpose, QString::fromLatin1(wrapped->toBase64()));
    return save(m_folder, file).map([&] { return std::move(key); });
}

} // namespace tenantry
