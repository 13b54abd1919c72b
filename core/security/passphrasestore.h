// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/secretstore.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace tenantry
{

/// Secrets in a file under a passphrase, for machines without a keychain. Only the key is held while
/// unlocked, the secrets are read from the file each time: other processes may use the same file.
/// Work runs on a thread of its own, in the order of the calls. What was asked for is done also after the store is
/// gone, but not answered any more: making a key takes half a second, which no window waits for.
class PassphraseStore final : public SecretStore
{
public:
    explicit PassphraseStore(QString path);
    ~PassphraseStore() override;

    /// Whether there is a file (unlock() is the way in) or not (setPassphrase() makes it).
    [[nodiscard]] bool exists() const;

    /// "keystore.missing", "keystore.damaged", "keystore.newer" (Data), "keystore.wrong_passphrase" (Business).
    void unlock(SecretBytes passphrase, QObject *context, Done done);
    /// Makes the file, unlocked; or, when unlocked, seals it anew under another passphrase (other processes
    /// that use the file have to unlock it again). "keystore.locked" (Business) where it exists and is locked,
    /// "keystore.busy", "keystore.not_written" (System).
    void setPassphrase(SecretBytes passphrase, QObject *context, Done done);
    /// Forgets the key, after the calls before.
    void lock();

    /// "keystore.locked" (Business) unless unlocked, and errors as unlock() and setPassphrase().
    void read(const QString &name, QObject *context, ReadDone done) override;
    void write(const QString &name, SecretBytes secret, QObject *context, Done done) override;
    void remove(const QString &name, QObject *context, Done done) override;

private:
    class File;

    template <class T>
    void submit(std::function<Result<T>(File &)> work, QObject *context, std::function<void(Result<T>)> done);

    QString m_path;
    std::shared_ptr<File> m_file;        // touched by the pool's thread alone
    std::shared_ptr<QObject> m_relay;    // brings answers back to the store's thread
    QObject m_owner;                     // gone with the store: nothing is answered then
    std::unique_ptr<QThreadPool> m_pool; // of one thread
};

} // namespace tenantry
