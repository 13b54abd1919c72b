// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demoserver.h"

#include "core/demo/platform.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

// Beside the demo's data, so that both are there or neither.
QString personasFile(const server::PrivateServerOptions &options)
{
    return options.directory + u"/personas.json"_s;
}

QString sentenceFor(const QString &code)
{
    if (code == u"private_server.initialising")
        return DemoServer::tr("Making the database of the demo…");
    if (code == u"private_server.preparing")
        return DemoServer::tr("Filling the demo with people, organizations and spaces…");
    return DemoServer::tr("Starting the demo's server…");
}

} // namespace

server::PrivateServerOptions DemoServer::optionsFor(const QString &folder)
{
    server::PrivateServerOptions options = server::PrivateServerOptions::standard(u"demo"_s);
    if (!folder.isEmpty())
        options.directory = QDir::current().absoluteFilePath(folder);
    options.prepare = [personas = personasFile(options)](const server::ServerProfile &owner, const std::function<bool()> &) -> Result<void> {
        server::ConnectionOptions connection;
        connection.profile = owner;
        return demo::preparePlatform(connection, personas);
    };
    return options;
}

DemoServer::DemoServer(const QString &folder, QObject *parent) : QObject(parent), m_options(optionsFor(folder)), m_server(m_options)
{
    connect(&m_server, &server::PrivateServer::ready, this, &DemoServer::becomeReady);
    connect(&m_server, &server::PrivateServer::failed, this, &DemoServer::failed);
    connect(&m_server, &server::PrivateServer::progressed, this, [this](const QString &code) { Q_EMIT progressed(sentenceFor(code)); });
}

DemoServer::~DemoServer() = default;

void DemoServer::start()
{
    m_server.start();
}

void DemoServer::becomeReady(server::ServerPart part)
{
    auto personas = demo::readPersonas(personasFile(m_options));
    if (!personas) {
        Q_EMIT failed(personas.error());
        return;
    }
    m_personas = std::move(*personas);
    if (part == server::ServerPart::Holder && !m_worker) {
        jobs::WorkerOptions options;
        options.connection.profile = m_server.ownerProfile();
        options.connection.applicationName = u"tenantry worker"_s;
        options.holder = QSysInfo::machineHostName() + u':' + QString::number(QCoreApplication::applicationPid());
        m_worker = std::make_unique<jobs::WorkerThread>(options);
        m_worker->start();
    }
    Q_EMIT ready();
}

std::optional<demo::PersonaAccount> DemoServer::persona(const QString &key) const
{
    for (const demo::PersonaAccount &account : m_personas)
        if (account.key == key)
            return account;
    return std::nullopt;
}

} // namespace tenantry::console
