// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/keysource.h"

#include "core/security/crypto.h"
#include "core/security/durablefile.h"

#include <QFile>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

QString pathIn(const QString &folder)
{
    return folder + u"/demo.key"_s;
}

} // namespace

void KeyFileSource::give(KeyFile keys)
{
    const std::lock_guard guard(m_guard);
    m_keys = std::move(keys);
}

void KeyFileSource::lock()
{
    const std::lock_guard guard(m_guard);
    m_keys.reset();
}

template <class Use>
Result<SecretBytes> KeyFileSource::with(Use use)
{
    const std::lock_guard guard(m_guard);
    if (!m_keys)
        return failure(ErrorClass::Business, u"keys.locked"_s);
    return use(*m_keys);
}

Result<SecretBytes> KeyFileSource::replicaKey()
{
    return with([](KeyFile &keys) { return keys.replicaKey(); });
}

Result<SecretBytes> KeyFileSource::renewReplicaKey()
{
    return with([](KeyFile &keys) { return keys.renewReplicaKey(); });
}

Result<SecretBytes> KeyFileSource::queueKey(bool hasContent)
{
    return with([&](KeyFile &keys) { return keys.queueKey(hasContent ? QueueContent::Some : QueueContent::None); });
}

// The keys lie in the folder's KeyFile, as everybody's; only what opens it is a plain file here.
Result<KeyFile> FileKeySource::keys() const
{
    const QString profile = u"demo"_s;
    if (QFile file(pathIn(m_folder)); file.open(QIODevice::ReadOnly)) {
        QByteArray bytes = file.readAll();
        SecretBytes key = SecretBytes::copyOf(bytes);
        crypto::cleanse(bytes);
        const auto fingerprint = KeyFile::fingerprintIn(m_folder);
        if (fingerprint && !*fingerprint)
            return KeyFile::create(m_folder, profile, std::move(key));
        return KeyFile::open(m_folder, profile, std::move(key));
    }
    SecretBytes key = SecretBytes::random(crypto::keySize);
    if (!writeDurably(pathIn(m_folder), key.view().toByteArray()))
        return failure(ErrorClass::System, u"keys.not_written"_s);
    return KeyFile::create(m_folder, profile, std::move(key));
}

Result<SecretBytes> FileKeySource::replicaKey()
{
    return keys().and_then([](const KeyFile &keys) { return keys.replicaKey(); });
}

Result<SecretBytes> FileKeySource::renewReplicaKey()
{
    return keys().and_then([](KeyFile keys) { return keys.renewReplicaKey(); });
}

Result<SecretBytes> FileKeySource::queueKey(bool hasContent)
{
    return keys().and_then(
        [&](KeyFile keys) { return keys.queueKey(hasContent ? QueueContent::Some : QueueContent::None); });
}

} // namespace tenantry
