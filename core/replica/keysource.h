// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/keyfile.h"
#include "core/security/secretbytes.h"

#include <QString>

#include <mutex>
#include <optional>

namespace tenantry {

/// Where the sealed stores of one profile get their keys. Called in the engine's threads, so implementations
/// are thread-safe; a call may block for a small file.
class KeySource
{
public:
    virtual ~KeySource() = default;

    /// Wraps the replica's own data key. "keys.none", "keys.damaged" (Data): renew, and build again.
    /// "keys.locked" (Business): later.
    [[nodiscard]] virtual Result<SecretBytes> replicaKey() = 0;
    /// A fresh one, stored before it is returned; what the one before opened can't be opened any more.
    [[nodiscard]] virtual Result<SecretBytes> renewReplicaKey() = 0;
    /// Of the queue. `hasContent`: a queue file is there, so a key must be too; else one is made.
    [[nodiscard]] virtual Result<SecretBytes> queueKey(bool hasContent) = 0;
};

/// The keys of a profile while it is unlocked (ProfileKeys::keys()); "keys.locked" at other times.
class KeyFileSource final : public KeySource
{
public:
    /// From any thread.
    void give(KeyFile keys);
    void lock();

    [[nodiscard]] Result<SecretBytes> replicaKey() override;
    [[nodiscard]] Result<SecretBytes> renewReplicaKey() override;
    [[nodiscard]] Result<SecretBytes> queueKey(bool hasContent) override;

private:
    template <class Use>
    [[nodiscard]] Result<SecretBytes> with(Use use);

    std::mutex m_guard;
    std::optional<KeyFile> m_keys;
};

/// Keys in a file of the folder, readable by its owner only: for demo data, whose passwords lie beside them.
/// It keeps a sealed store honest, not secret.
class FileKeySource final : public KeySource
{
public:
    explicit FileKeySource(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] Result<SecretBytes> replicaKey() override;
    [[nodiscard]] Result<SecretBytes> renewReplicaKey() override;
    [[nodiscard]] Result<SecretBytes> queueKey(bool hasContent) override;

private:
    [[nodiscard]] Result<KeyFile> keys() const;

    QString m_folder;
};

} // namespace tenantry
