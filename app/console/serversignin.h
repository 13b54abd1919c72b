// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/workspace.h"
#include "core/security/keychainstore.h"
#include "core/security/passphrasestore.h"
#include "core/security/profilekeys.h"

#include <QObject>

namespace tenantry::console
{

/// Signs in to a server that is not the demo's: password and keys of the local copy from the keychain, or from under a
/// passphrase where there is none (SEC-3). One attempt at a time.
class ServerSignIn final : public QObject
{
    Q_OBJECT
public:
    /// `folder`: of the profile and account; the caller holds its lock.
    ServerSignIn(server::ServerProfile profile, QString folder, QObject *parent = nullptr);

    /// Empty: the one that the keychain remembers.
    void start(const QString &password, bool remember);
    /// After passphraseNeeded().
    void givePassphrase(const QString &passphrase);

Q_SIGNALS:
    void succeeded(const tenantry::console::SignedIn &who);
    void failed(const tenantry::Error &error);
    /// `fresh`: there is none yet, and the person chooses one.
    void passphraseNeeded(bool fresh);

private:
    void openKeys();
    void takeState(const Result<ProfileKeys::State> &state);
    void succeed();

    const server::ServerProfile m_profile;
    const QString m_folder;
    KeychainStore m_keychain;
    PassphraseStore m_passphrases;
    ProfileKeys m_keys;
    QString m_password;
    bool m_byPassphrase = false;
};

} // namespace tenantry::console
