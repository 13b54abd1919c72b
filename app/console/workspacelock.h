// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/profilegate.h"
#include "core/server/connection.h"
#include "ui/dialogs/keptforms.h"
#include "ui/session/enginesession.h"
#include "ui/shell/mainwindow.h"

namespace tenantry::console
{

/// Locks a workspace and opens it again to whoever knows the password, or the passphrase where the keys are under one
/// (SEC-4). While locked neither the model nor a key is in memory; what was typed into forms is (KeptForms). Without a gate (the demo) nothing is asked.
class WorkspaceLock final : public QObject
{
    Q_OBJECT
public:
    /// `connection`: for a password that was changed elsewhere. `asks`: the person has a password.
    WorkspaceLock(ui::MainWindow &window, ui::EngineSession &session, std::shared_ptr<ProfileGate> gate, server::ConnectionOptions connection,
                  bool asks, Aside &aside);

    void lock();

private:
    void closeGate();
    void unlock(const QString &secret);
    void unlockByPassword(const QString &password);
    void askServer(const QString &password, const Error &refused);
    void opened();
    void refuse(const Error &error);

    ui::MainWindow &m_window;
    ui::EngineSession &m_session;
    ui::KeptForms m_forms;
    const std::shared_ptr<ProfileGate> m_gate;
    const server::ConnectionOptions m_connection;
    const bool m_asks;
    Aside &m_aside;
};

} // namespace tenantry::console
