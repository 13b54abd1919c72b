// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/profilegate.h"
#include "core/server/connection.h"
#include "ui/session/enginesession.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/passworddialog.h"

namespace tenantry::console
{

/// Asks for the password when the server refuses the one of this session (INB-7: nothing of the queue is lost by it).
class SignInAgain final : public QObject
{
    Q_OBJECT
public:
    SignInAgain(ui::MainWindow &window, ui::EngineSession &session, ProfileGate &gate, server::ConnectionOptions connection, Aside &aside);

    void ask();

private:
    void follow();
    void tryPassword(const QString &password, bool remember);
    void taken(const QString &password, bool remember);

    ui::MainWindow &m_window;
    ui::EngineSession &m_session;
    ProfileGate &m_gate;
    const server::ConnectionOptions m_connection;
    Aside &m_aside;
    QPointer<ui::PasswordDialog> m_dialog;
    bool m_needed = false;
};

} // namespace tenantry::console
