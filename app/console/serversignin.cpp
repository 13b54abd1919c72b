// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/serversignin.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

const auto service = u"tenantry"_s;

QString passwordName(const server::ServerProfile &profile)
{
    return u"password:"_s + profile.name + u':' + profile.role;
}

} // namespace

ServerSignIn::ServerSignIn(server::ServerProfile profile, QString folder, QObject *parent)
    : QObject(parent), m_profile(std::move(profile)), m_folder(std::move(folder)), m_keychain(service),
      m_passphrases(m_folder + u"/passphrase.json"_s), m_keys(m_folder, m_profile.name + u':' + m_profile.role, m_keychain, m_passphrases)
{
}

void ServerSignIn::start(const QString &password, bool remember)
{
    m_password = password;
    if (!password.isEmpty()) {
        if (remember) // a keychain that is missing is no reason not to sign in
            m_keychain.write(passwordName(m_profile), SecretBytes::fromText(password), this, [](const Result<void> &) {});
        openKeys();
        return;
    }
    m_keychain.read(passwordName(m_profile), this, [this](const Result<std::optional<SecretBytes>> &found) {
        if (found && *found)
            m_password = QString::fromUtf8((*found)->view());
        openKeys();
    });
}

void ServerSignIn::openKeys()
{
    const bool hasQueue = !QDir(m_folder).entryList({u"queue*"_s}, QDir::Files).isEmpty();
    m_keys.open(hasQueue ? QueueContent::Some : QueueContent::None, [this](const Result<ProfileKeys::State> &state) { takeState(state); });
}

void ServerSignIn::takeState(const Result<ProfileKeys::State> &state)
{
    if (!state) {
        Q_EMIT failed(state.error());
        return;
    }
    switch (*state) {
    case ProfileKeys::State::Unlocked:
        succeed();
        break;
    case ProfileKeys::State::NeedsPassphrase:
        Q_EMIT passphraseNeeded(false);
        break;
    case ProfileKeys::State::NoKeychain:
    case ProfileKeys::State::Closed:
        Q_EMIT passphraseNeeded(true);
        break;
    }
}

void ServerSignIn::givePassphrase(const QString &passphrase)
{
    m_byPassphrase = true;
    const auto take = [this](const Result<ProfileKeys::State> &state) { takeState(state); };
    if (m_keys.state() == ProfileKeys::State::NeedsPassphrase)
        m_keys.unlock(SecretBytes::fromText(passphrase), take);
    else
        m_keys.setPassphrase(SecretBytes::fromText(passphrase), take);
}

void ServerSignIn::succeed()
{
    auto keys = m_keys.keys();
    if (!keys) {
        Q_EMIT failed(keys.error());
        return;
    }
    SignedIn who;
    who.engine.folder = m_folder;
    who.engine.serverName = m_profile.name;
    who.engine.connection.profile = m_profile;
    who.engine.connection.password = std::exchange(m_password, {});
    who.engine.keys = std::make_shared<KeyFileSource>(std::move(*keys));
    who.byPassphrase = m_byPassphrase;
    who.userName = m_profile.role;
    who.transport = m_profile.isLocal() ? tr("on this machine") : m_profile.allowUnverified ? tr("TLS, certificate not verified") : tr("TLS, certificate verified");
    Q_EMIT succeeded(who);
}

} // namespace tenantry::console
