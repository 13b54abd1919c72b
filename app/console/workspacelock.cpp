// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/workspacelock.h"

#include "app/console/serversignin.h"
#include "core/domain/messages.h"

namespace tenantry::console
{

using Secret = ui::LockScreen::Secret;

WorkspaceLock::WorkspaceLock(ui::MainWindow &window, ui::EngineSession &session, std::shared_ptr<ProfileGate> gate,
                             server::ConnectionOptions connection, bool asks, Aside &aside)
    : m_window(window), m_session(session), m_forms(session, window), m_gate(std::move(gate)), m_connection(std::move(connection)), m_asks(asks), m_aside(aside)
{
    connect(&session, &ui::Session::stateChanged, this, &WorkspaceLock::closeGate);
    connect(&m_forms, &ui::KeptForms::lost, this, [this] {
        m_window.showToast(tr("A form that you were filling in can't be shown again: what it was about is gone, or your rights don't reach it."));
    });
    connect(window.lockScreen(), &ui::LockScreen::unlockRequested, this, &WorkspaceLock::unlock);
}

void WorkspaceLock::lock()
{
    if (m_window.isLocked())
        return;
    ui::LockScreen &screen = *m_window.lockScreen();
    if (!m_gate)
        screen.setSecret(Secret::None, ui::LockScreen::Reason::Demo);
    else if (m_gate->isUnderPassphrase())
        screen.setSecret(Secret::Passphrase);
    else if (m_asks)
        screen.setSecret(Secret::Password);
    else
        screen.setSecret(Secret::None, ui::LockScreen::Reason::NoPassword);
    m_forms.keep();
    m_window.setLocked(true);
    m_session.lock();
}

// Not before the engine has closed: it would take keys that are gone for damage.
void WorkspaceLock::closeGate()
{
    if (m_gate && m_window.isLocked() && m_session.state().store == sync::StoreState::Closed && !m_window.lockScreen()->isBusy())
        m_gate->lock();
}

void WorkspaceLock::unlock(const QString &secret)
{
    if (!m_gate)
        return opened();
    m_window.lockScreen()->setBusy(true);
    const auto take = [this, secret, guard = QPointer(this)](const Result<ProfileKeys::State> &state) {
        if (!guard)
            return;
        if (!state)
            refuse(state.error());
        else if (*state != ProfileKeys::State::Unlocked)
            refuse({ErrorClass::System, QStringLiteral("keys.unreachable"), {}, {}});
        else if (m_gate->isUnderPassphrase() || !m_asks)
            opened();
        else
            unlockByPassword(secret);
    };
    m_gate->isUnderPassphrase() ? m_gate->usePassphrase(secret, take) : m_gate->open(take);
}

void WorkspaceLock::unlockByPassword(const QString &password)
{
    m_gate->checkPassword(password, [this, password, guard = QPointer(this)](const Result<void> &checked) {
        if (!guard)
            return;
        checked ? opened() : askServer(password, checked.error());
    });
}

// It may be a new one, changed elsewhere.
void WorkspaceLock::askServer(const QString &password, const Error &refused)
{
    server::ConnectionOptions connection = m_connection;
    connection.password = password;
    trySignIn(m_aside, connection, this, [this, password, refused](const Result<void> &tried) {
        if (!tried)
            return refuse(refused);
        m_gate->keepPassword(password);
        m_session.setPassword(password);
        opened();
    });
}

void WorkspaceLock::opened()
{
    m_window.lockScreen()->setBusy(false);
    m_session.unlock();
    m_window.setLocked(false);
    m_forms.reopen();
}

void WorkspaceLock::refuse(const Error &error)
{
    m_gate->lock();
    m_window.lockScreen()->setBusy(false);
    m_window.lockScreen()->setError(sentence(error));
}

} // namespace tenantry::console
