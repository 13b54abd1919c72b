// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/profilegate.h"
#include "app/console/workspace.h"

namespace tenantry::console
{

/// Whether a server takes a password: a sign-in of its own, nothing more. Answers in the main thread.
void trySignIn(Aside &aside, const server::ConnectionOptions &connection, QObject *context, std::function<void(const Result<void> &)> done);

/// Signs in to a server that is not the demo's. The local copy opens once the server has taken the password, or,
/// without a connection, with the password that it took last (SEC-4). One attempt at a time; deleting it gives up.
class ServerSignIn final : public QObject
{
    Q_OBJECT
public:
    ServerSignIn(server::ServerProfile profile, std::shared_ptr<ProfileGate> gate, Aside &aside, QObject *parent = nullptr);

    /// Empty: the one that the keychain remembers, or none (the server may know the person otherwise). What the server
    /// took is remembered if `remember`, else forgotten.
    void start(const QString &password, bool remember);
    /// After offline().
    void workOffline(const QString &password);
    /// After passphraseNeeded().
    void givePassphrase(const QString &passphrase);

Q_SIGNALS:
    void succeeded(const tenantry::console::SignedIn &who);
    void failed(const tenantry::Error &error);
    /// The server can't be reached, but there is a local copy of that time.
    void offline(const tenantry::Error &error, const QDateTime &copyTime);
    /// `fresh`: there is none yet, and the person chooses one.
    void passphraseNeeded(bool fresh);
    /// Told beside success.
    void notRemembered(const tenantry::Error &error);

private:
    void trial();
    void openKeys();
    void takeState(const Result<ProfileKeys::State> &state);
    void checkOffline();
    void settleRemembering();
    void succeed();

    const server::ServerProfile m_profile;
    const std::shared_ptr<ProfileGate> m_gate;
    Aside &m_aside;
    QString m_password;
    bool m_remember = false;
    bool m_online = false;
};

} // namespace tenantry::console
