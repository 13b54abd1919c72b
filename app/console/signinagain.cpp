// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/signinagain.h"

#include "app/console/serversignin.h"
#include "core/domain/messages.h"

namespace tenantry::console
{

SignInAgain::SignInAgain(ui::MainWindow &window, ui::EngineSession &session, ProfileGate &gate, server::ConnectionOptions connection, Aside &aside)
    : m_window(window), m_session(session), m_gate(gate), m_connection(std::move(connection)), m_aside(aside)
{
    connect(&session, &ui::Session::stateChanged, this, &SignInAgain::follow);
    connect(&window, &ui::MainWindow::signInRequested, this, &SignInAgain::ask);
}

void SignInAgain::follow()
{
    const bool isNews = m_session.state().signInNeeded && !m_needed;
    m_needed = m_session.state().signInNeeded;
    if (isNews)
        ask();
}

void SignInAgain::ask()
{
    if (m_dialog || m_window.isLocked())
        return;
    m_dialog = new ui::PasswordDialog(m_session.state().server, m_connection.profile.role, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ui::PasswordDialog::passwordGiven, this, &SignInAgain::tryPassword);
    m_dialog->open();
}

void SignInAgain::tryPassword(const QString &password, bool remember)
{
    m_dialog->setBusy(true);
    server::ConnectionOptions connection = m_connection;
    connection.password = password;
    trySignIn(m_aside, connection, m_dialog, [this, password, remember](const Result<void> &tried) {
        m_dialog->setBusy(false);
        tried ? taken(password, remember) : m_dialog->setError(sentence(tried.error()));
    });
}

void SignInAgain::taken(const QString &password, bool remember)
{
    m_gate.keepPassword(password);
    m_session.setPassword(password);
    m_dialog->accept();
    const auto told = [this, remember, guard = QPointer(this)](const Result<void> &done) {
        if (guard && !done && remember)
            m_window.showToast(sentence({ErrorClass::System, QStringLiteral("password.not_remembered"), {}, {}}));
    };
    remember ? m_gate.remember(password, told) : m_gate.forget(told); // the refused one is of no use any more
}

} // namespace tenantry::console
