// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/privateserverrunner.h"

#include <QObject>
#include <QThread>

namespace tenantry::server {

/// The private server for a program with an event loop: starts, joins, restarts and stops it on a thread of
/// its own; nothing here blocks but the destructor. When the console that runs the server ends, this one
/// takes over and says ready() again.
class PrivateServer final : public QObject
{
    Q_OBJECT

public:
    explicit PrivateServer(const PrivateServerOptions &options, QObject *parent = nullptr);
    /// Stops the server if this program runs it (some 20 ms) and waits for that.
    ~PrivateServer() override;

    void start();
    void stop();

    /// Where to connect; known before the server runs.
    [[nodiscard]] ServerProfile ownerProfile() const { return m_options.ownerProfile(); }
    [[nodiscard]] ServerProfile profileFor(const QString &role) const { return m_options.profileFor(role); }

Q_SIGNALS:
    /// The server takes connections and `prepare` has run. Again after a take-over or a crash.
    void ready(tenantry::server::ServerPart part);
    /// It will not run; start() may be called again.
    void failed(const tenantry::Error &error);
    void stopped();
    /// What is going on, for a splash: "private_server.initialising", ".starting", ".preparing", ".joining".
    void progressed(const QString &code);

private:
    class Worker;
    PrivateServerOptions m_options;
    QThread m_thread;
    Worker *m_worker;
};

} // namespace tenantry::server
