// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/serversignin.h"

namespace tenantry::console
{

using namespace Qt::StringLiterals;

void trySignIn(Aside &aside, const server::ConnectionOptions &connection, QObject *context, std::function<void(const Result<void> &)> done)
{
    aside.run<Result<void>>(
        context, [connection] { return server::Connection::open(connection).map([](const auto &) {}); }, std::move(done));
}

ServerSignIn::ServerSignIn(server::ServerProfile profile, std::shared_ptr<ProfileGate> gate, Aside &aside, QObject *parent)
    : QObject(parent), m_profile(std::move(profile)), m_gate(std::move(gate)), m_aside(aside)
{
}

void ServerSignIn::start(const QString &password, bool remember)
{
    m_password = password;
    m_remember = remember;
    if (!password.isEmpty())
        return trial();
    m_gate->remembered([this, guard = QPointer(this)](const QString &found) {
        if (!guard)
            return;
        m_password = found;
        trial();
    });
}

void ServerSignIn::trial()
{
    server::ConnectionOptions connection;
    connection.profile = m_profile;
    connection.password = m_password;
    trySignIn(m_aside, connection, this, [this](const Result<void> &tried) {
        if (tried) {
            m_online = true;
            return openKeys();
        }
        const QDateTime copyTime = m_gate->copyTime();
        if (tried.error().errorClass == ErrorClass::Network && copyTime.isValid())
            Q_EMIT offline(tried.error(), copyTime);
        else
            Q_EMIT failed(tried.error());
    });
}

void ServerSignIn::workOffline(const QString &password)
{
    if (!password.isEmpty())
        m_password = password;
    m_online = false;
    openKeys();
}

void ServerSignIn::openKeys()
{
    m_gate->open([this, guard = QPointer(this)](const Result<ProfileKeys::State> &state) {
        if (guard)
            takeState(state);
    });
}

void ServerSignIn::takeState(const Result<ProfileKeys::State> &state)
{
    if (!state) {
        Q_EMIT failed(state.error());
        return;
    }
    switch (*state) {
    case ProfileKeys::State::Unlocked:
        m_online ? succeed() : checkOffline();
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
    m_gate->usePassphrase(passphrase, [this, guard = QPointer(this)](const Result<ProfileKeys::State> &state) {
        if (guard)
            takeState(state);
    });
}

void ServerSignIn::checkOffline()
{
    m_gate->checkPassword(m_password, [this, guard = QPointer(this)](const Result<void> &checked) {
        if (!guard)
            return;
        if (checked)
            return succeed();
        m_gate->lock();
        Q_EMIT failed(checked.error());
    });
}

void ServerSignIn::settleRemembering()
{
    const auto told = [this, guard = QPointer(this)](const Result<void> &done) {
        if (guard && !done && m_remember)
            Q_EMIT notRemembered({ErrorClass::System, u"password.not_remembered"_s, {}, {}});
    };
    m_remember ? m_gate->remember(m_password, told) : m_gate->forget(told);
}

void ServerSignIn::succeed()
{
    SignedIn who;
    if (m_online && !m_password.isEmpty()) {
        m_gate->keepPassword(m_password);
        settleRemembering();
    }
    who.engine.folder = m_gate->folder();
    who.engine.serverName = m_profile.name;
    who.engine.connection.profile = m_profile;
    who.engine.keys = m_gate->keys();
    who.knownByPassword = !m_password.isEmpty();
    who.engine.connection.password = std::exchange(m_password, {});
    who.gate = m_gate;
    who.userName = m_profile.role;
    who.transport = m_profile.isLocal() ? tr("on this machine") : m_profile.allowUnverified ? tr("TLS, certificate not verified") : tr("TLS, certificate verified");
    Q_EMIT succeeded(who);
}

} // namespace tenantry::console
