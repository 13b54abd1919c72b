// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/connection.h"
#include "core/server/privateserverrunner.h"

#include <QCommandLineParser>
#include <QStringList>

#include <memory>
#include <optional>

namespace tenantry::ctl {

/// A server whose owner we are, as the commands that install and maintain reach it.
struct ServerAccess
{
    server::ConnectionOptions owner;
    /// Where it is a private one: keeps it running as long as this lives (unless a console runs it).
    std::unique_ptr<server::PrivateServerRunner> runner;
};

/// Adds the options that say which server: the PG* variables, or `--private [DIRECTORY]`.
void addServerOptions(QCommandLineParser &parser);

/// The server that the options name; a private one is started or joined.
[[nodiscard]] Result<ServerAccess> openServer(const QCommandLineParser &parser);

/// That server's owner connected.
struct OwnerConnection
{
    ServerAccess access;
    std::unique_ptr<server::Connection> connection;
};
[[nodiscard]] Result<OwnerConnection> connectAsOwner(const QCommandLineParser &parser);

/// Parses what stands after a command. Handles --help; where it returns a number, that is the exit code.
[[nodiscard]] std::optional<int> parse(QCommandLineParser &parser, const QString &command,
                                       const QStringList &arguments);

} // namespace tenantry::ctl
