// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/keyfile.h"
#include "core/security/passphrasestore.h"
#include "core/security/secretstore.h"

#include <QObject>

namespace tenantry
{

/// The way to the keys of one profile (installation and account). They lie wrapped in the profile's folder
/// (KeyFile); the key that unwraps them is in the keychain, under a passphrase, or in both, and then either
/// opens the profile. Its name in the stores holds its fingerprint: no key ever takes the place of another,
/// so a keyring that seems empty, as a locked one does, costs nothing.
///
/// Lives on the main thread, like the keychain. One process at a time has a profile open: the caller holds
/// the profile's lock.
class ProfileKeys final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Closed,          ///< not opened yet, or locked: open()
        Unlocked,        ///< keys()
        NeedsPassphrase, ///< unlock()
        NoKeychain,      ///< neither keychain nor passphrase: setPassphrase() with a new one
    };
    Q_ENUM(State)
    using StateDone = std::function<void(Result<State>)>;
    using Done = SecretStore::Done;

    /// The stores outlive this object; `folder` exists.
    ProfileKeys(QString folder, QString profile, SecretStore &keychain, PassphraseStore &passphrases,
                QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }

    /// Looks where the key is and answers with what to do next; makes one for a profile that has none, and
    /// for one whose key is gone while its queue holds nothing (the replica is then built again). With
    /// content in the queue that is "keys.unreachable" (System) or "keys.damaged" (Data), and nothing is
    /// touched: the keychain may be back later.
    void open(QueueContent queue, StateDone done);
    /// In NeedsPassphrase; the key goes into the keychain too, if there is one now. In Unlocked: the key goes
    /// under this passphrase as well. Errors of PassphraseStore::unlock() and of open().
    void unlock(SecretBytes passphrase, StateDone done);
    /// In NoKeychain: makes the key, under a new passphrase. In Unlocked: the key goes under it as well.
    /// Errors of PassphraseStore::setPassphrase().
    void setPassphrase(SecretBytes passphrase, StateDone done);
    /// Forgets the key and locks the passphrase store. Whoever has a KeyFile or a key lets go of it too.
    void lock();
    /// Removes the file, which makes replica and queue unreadable for anybody, then the key from the stores.
    /// "wipe.files_left", "keys.not_removed" (System): the file is gone, but the keychain can't be reached.
    void wipe(Done done);

    /// "keys.locked" (Business) unless unlocked. To be moved to the thread that uses it.
    [[nodiscard]] Result<KeyFile> keys() const;

Q_SIGNALS:
    void stateChanged(tenantry::ProfileKeys::State state);

private:
    [[nodiscard]] QString nameOf(const QString &fingerprint) const;
    void setState(State state);
    template <class Function>
    [[nodiscard]] auto ifCurrent(StateDone done, Function function);
    void openExisting(const QString &fingerprint, StateDone done);
    void openFresh(const StateDone &done);
    void readUnderPassphrase(const StateDone &done);
    void addToPassphrase(const StateDone &done);
    void makeKey(SecretStore &store, const StateDone &done);
    void adopt(SecretBytes key, const StateDone &done);

    QString m_folder;
    QString m_profile;
    SecretStore &m_keychain;
    PassphraseStore &m_passphrases;
    State m_state = State::Closed;
    QueueContent m_queue = QueueContent::Some;
    SecretBytes m_key;     // empty unless unlocked
    quint64 m_attempt = 0; // answers that come after lock() or another open() are for nobody
};

} // namespace tenantry
