// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/aside.h"
#include "core/replica/keysource.h"
#include "core/security/passphrasestore.h"
#include "core/security/profilekeys.h"

#include <QDateTime>

namespace tenantry::console
{

/// What stands between a person and the local copy of one account of one server: the keys (in the keychain, or under
/// a passphrase), the password that the server took last, and the one that is remembered (SEC-3, SEC-4). Lives in the
/// main thread as long as somebody is signed in; locking doesn't end it.
class ProfileGate final : public QObject
{
public:
    using Done = std::function<void(const Result<void> &)>;
    using StateDone = ProfileKeys::StateDone;

    /// `folder`: of the profile and account; the caller holds its lock. `name` tells it from others in `keychain`.
    ProfileGate(QString folder, QString name, SecretStore &keychain, Aside &aside);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] std::shared_ptr<KeySource> keys() const { return m_source; }
    /// When the local copy was written last; invalid: there is none.
    [[nodiscard]] QDateTime copyTime() const;

    /// By the keychain; NeedsPassphrase and NoKeychain: usePassphrase().
    void open(StateDone done);
    void usePassphrase(const QString &passphrase, StateDone done);
    /// The keys are under a passphrase: that is what opens the lock, not the password.
    [[nodiscard]] bool isUnderPassphrase() const { return m_byPassphrase; }
    /// Lets go of the keys; the engine is closed by then.
    void lock();

    /// The server took this password. Without it kept, the lock asks the server again.
    void keepPassword(const QString &password);
    /// "password.wrong" (Business), "password.not_kept" (Data). While open.
    void checkPassword(const QString &password, Done done);

    /// Empty: none, or no keychain.
    void remembered(std::function<void(const QString &)> done);
    void remember(const QString &password, Done done);
    void forget(Done done);

    /// Everything of the account but replica and queue: keys, in the stores too, and passwords. The first error.
    void wipe(Done done);

private:
    void taken(const Result<ProfileKeys::State> &state, const StateDone &done);
    void forgetAfterWipe(const Result<void> &wiped, const Done &done);
    [[nodiscard]] QString passwordName() const;
    [[nodiscard]] std::shared_ptr<SecretBytes> passwordKey() const;

    const QString m_folder;
    const QString m_name;
    SecretStore &m_keychain;
    Aside &m_aside;
    PassphraseStore m_passphrases;
    ProfileKeys m_keys;
    std::shared_ptr<KeyFileSource> m_source = std::make_shared<KeyFileSource>();
    bool m_byPassphrase = false;
};

} // namespace tenantry::console
