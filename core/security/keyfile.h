// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/secretbytes.h"

#include <QString>

#include <optional>

class QJsonObject;

namespace tenantry
{

enum class QueueContent { None, Some };

/// The wrapped keys of one profile (installation and account), in the file "keys.json" of its folder: the
/// data key of the replica, made afresh for each build, and the queue's, never made anew while the queue
/// holds anything. Blocks for a small file; may live on any thread, one at a time per profile.
class KeyFile final
{
public:
    /// Of the key that unwraps the others; nothing where there is no file. "keys.damaged" (Data).
    [[nodiscard]] static Result<std::optional<QString>> fingerprintIn(const QString &folder);
    /// 16 hex digits that tell keys apart and nothing about the key.
    [[nodiscard]] static QString fingerprintOf(const SecretBytes &key);

    /// A file without keys, in the place of any other. "keys.not_written" (System).
    [[nodiscard]] static Result<KeyFile> create(const QString &folder, const QString &profile, SecretBytes key);
    /// "keys.damaged" (Data), also for another key than the file was made with.
    [[nodiscard]] static Result<KeyFile> open(const QString &folder, const QString &profile, SecretBytes key);
    /// True once no such file is there.
    [[nodiscard]] static bool remove(const QString &folder);

    /// Of the present build. "keys.none" (Data) before the first; "keys.damaged" (Data): build again.
    [[nodiscard]] Result<SecretBytes> replicaKey() const;
    /// A fresh one, on disk before it is returned; the one before is gone. "keys.damaged", "keys.not_written".
    [[nodiscard]] Result<SecretBytes> renewReplicaKey();
    /// Made, and on disk, at the first call; from then on always the same. "keys.none" (Data) if there is none
    /// though the queue has content; "keys.damaged", "keys.not_written".
    [[nodiscard]] Result<SecretBytes> queueKey(QueueContent content);
    /// For something else of the profile, named by `purpose`; on no disk.
    [[nodiscard]] SecretBytes derivedKey(const QString &purpose) const;

private:
    KeyFile(QString folder, QString profile, SecretBytes key);

    [[nodiscard]] QByteArray context(const QString &purpose) const;
    [[nodiscard]] Result<SecretBytes> unwrapped(const QJsonObject &file, const QString &purpose) const;
    [[nodiscard]] Result<SecretBytes> make(QJsonObject file, const QString &purpose) const;

    QString m_folder;
    QString m_profile;
    SecretBytes m_key;
};

} // namespace tenantry
