// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/personas.h"
#include "core/jobs/workerthread.h"
#include "core/server/privateserver.h"

#include <memory>
#include <optional>

namespace tenantry::console
{

/// The embedded demo platform: the private server with its data and, in the console that runs it, its worker.
class DemoServer final : public QObject
{
    Q_OBJECT
public:
    /// `folder`: of its data; empty: the usual one.
    explicit DemoServer(const QString &folder, QObject *parent = nullptr);
    ~DemoServer() override;

    void start();
    [[nodiscard]] const std::vector<demo::PersonaAccount> &personas() const { return m_personas; }
    [[nodiscard]] std::optional<demo::PersonaAccount> persona(const QString &key) const;
    [[nodiscard]] server::ServerProfile profileFor(const QString &role) const { return m_server.profileFor(role); }

Q_SIGNALS:
    /// It takes connections. Again after a take-over.
    void ready();
    void failed(const tenantry::Error &error);
    /// A sentence for whoever waits.
    void progressed(const QString &sentence);

private:
    [[nodiscard]] static server::PrivateServerOptions optionsFor(const QString &folder);
    void becomeReady(server::ServerPart part);

    const server::PrivateServerOptions m_options;
    server::PrivateServer m_server;
    std::unique_ptr<jobs::WorkerThread> m_worker;
    std::vector<demo::PersonaAccount> m_personas;
};

} // namespace tenantry::console
