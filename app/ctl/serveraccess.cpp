// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/serveraccess.h"

#include "app/ctl/command.h"

#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace tenantry::server;

namespace tenantry::ctl {

void addServerOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"database"_s, u"The database (else PGDATABASE, else tenantry)."_s, u"NAME"_s},
        {u"private"_s,
         u"The private server of this account instead of the one that the PG* variables name."_s},
        {u"directory"_s, u"Another folder of a private server."_s, u"FOLDER"_s},
        {u"allow-unverified"_s,
         u"Allow a server on another machine whose certificate is not verified (PGSSLMODE)."_s},
    });
}

Result<ServerAccess> openServer(const QCommandLineParser &parser)
{
    ServerAccess access;
    access.owner.applicationName = u"tenantryctl"_s;
    access.owner.tellMessages = true;
    if (parser.isSet(u"private"_s) || parser.isSet(u"directory"_s)) {
        PrivateServerOptions options = PrivateServerOptions::standard();
        if (parser.isSet(u"directory"_s))
            options.directory = QDir::current().absoluteFilePath(parser.value(u"directory"_s));
        if (parser.isSet(u"database"_s))
            options.database = parser.value(u"database"_s);
        access.runner = std::make_unique<PrivateServerRunner>(options);
        if (const auto started = access.runner->start(); !started)
            return tl::make_unexpected(started.error());
        access.owner.profile = access.runner->options().ownerProfile();
        return access;
    }
    const auto server = serverFromEnvironment();
    if (!server)
        return tl::make_unexpected(server.error());
    access.owner.profile = server->profile;
    access.owner.password = server->password;
    access.owner.profile.allowUnverified = parser.isSet(u"allow-unverified"_s);
    if (parser.isSet(u"database"_s))
        access.owner.profile.database = parser.value(u"database"_s);
    if (access.owner.profile.database.isEmpty())
        access.owner.profile.database = u"tenantry"_s;
    return access;
}

Result<OwnerConnection> connectAsOwner(const QCommandLineParser &parser)
{
    return openServer(parser).and_then([](ServerAccess access) {
        return Connection::open(access.owner).map([&](std::unique_ptr<Connection> connection) {
            return OwnerConnection{std::move(access), std::move(connection)};
        });
    });
}

std::optional<int> parse(QCommandLineParser &parser, const QString &command, const QStringList &arguments)
{
    const QCommandLineOption help = parser.addHelpOption();
    if (!parser.parse(QStringList(command) + arguments)) {
        QTextStream(stderr) << command << ": " << parser.errorText() << "\n";
        return UsageError;
    }
    if (parser.isSet(help)) {
        QTextStream(stdout) << parser.helpText();
        return Success;
    }
    return std::nullopt;
}

} // namespace tenantry::ctl
