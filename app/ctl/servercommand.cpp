// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/newaccount.h"
#include "app/ctl/serveraccess.h"
#include "app/ctl/terminal.h"
#include "core/server/schemainstaller.h"

#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace tenantry::server;

namespace tenantry::ctl {

namespace {

int fail(const Error &error)
{
    printError(error);
    return Failure;
}

void print(const SchemaStatus &status)
{
    QTextStream out(stdout);
    out << "schema: step " << status.installed << " of " << status.available
        << (status.current ? ", current" : ", not current") << "\n";
    for (const QString &step : status.pending)
        out << "  pending: " << step << "\n";
}

Result<bool> hasAdministrator(Connection &owner)
{
    const auto found =
        owner.exec(u"select exists (select from app.role_assignments where role = 'system_administrator')"_s);
    if (!found)
        return tl::make_unexpected(found.error());
    return found->value().toBool();
}

/// Settings of the server's start that the design rests on and no schema file can set.
Result<QStringList> doubtfulSettings(Connection &owner)
{
    const auto rows =
        owner.exec(u"select name || ' = ' || setting from pg_settings where"
                   " name = 'max_prepared_transactions' and setting <> '0'"
                   " or name = 'log_destination' and setting not like '%jsonlog%'"
                   " or name in ('logging_collector', 'log_connections') and setting <> 'on'"
                   " or name = 'log_timezone' and setting not in ('UTC', 'Etc/UTC', 'GMT', 'Etc/GMT')"
                   " or name = 'password_encryption' and setting <> 'scram-sha-256'"
                   " or name in ('fsync', 'full_page_writes') and setting <> 'on' order by name"_s);
    if (!rows)
        return tl::make_unexpected(rows.error());
    QStringList lines;
    for (const QVariantList &row : rows->rows)
        lines.append(row.value(0).toString());
    return lines;
}

int install(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Makes the database with its schema and asks for the first system administrator. Run it as a "
        u"superuser of a "
        "PostgreSQL that serves nothing else. From a pipe: e-mail, name, password, a line each."_s);
    addServerOptions(parser);
    if (const auto code = parse(parser, u"tenantryctl server install"_s, arguments))
        return *code;
    const auto access = openServer(parser);
    if (!access)
        return fail(access.error());
    const auto installed = SchemaInstaller::installAt(access->owner);
    if (!installed)
        return fail(installed.error());
    print(*installed);
    const auto owner = Connection::open(access->owner);
    if (!owner)
        return fail(owner.error());
    const auto known = hasAdministrator(**owner);
    if (!known)
        return fail(known.error());
    if (*known) {
        QTextStream(stdout) << "There is a system administrator already.\n";
        return Success;
    }
    const auto role = askAndAddAccount(**owner, true);
    if (!role)
        return fail(role.error());
    QTextStream(stdout) << "sign-in name of the first system administrator: " << *role << "\n";
    return Success;
}

int upgrade(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Brings the schema up to date. Runs beside open consoles; a run that was cut off can be repeated."_s);
    addServerOptions(parser);
    if (const auto code = parse(parser, u"tenantryctl server upgrade"_s, arguments))
        return *code;
    const auto owner = connectAsOwner(parser);
    if (!owner)
        return fail(owner.error());
    SchemaInstaller installer(*owner->connection);
    const auto before = installer.status();
    if (!before)
        return fail(before.error());
    if (before->installed == 0)
        return fail({ErrorClass::Business, u"schema.not_installed"_s, {}, {}});
    const auto after = installer.install();
    if (!after)
        return fail(after.error());
    print(*after);
    return Success;
}

int status(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Compares the schema of a server with this program's. Exit code 1 where they differ."_s);
    addServerOptions(parser);
    if (const auto code = parse(parser, u"tenantryctl server status"_s, arguments))
        return *code;
    const auto owner = connectAsOwner(parser);
    if (!owner)
        return fail(owner.error());
    const auto version = owner->connection->exec(u"show server_version"_s);
    if (!version)
        return fail(version.error());
    QTextStream(stdout) << "PostgreSQL " << version->value().toString() << "\n";
    const auto found = SchemaInstaller(*owner->connection).status();
    if (!found)
        return fail(found.error());
    print(*found);
    const auto doubtful = doubtfulSettings(*owner->connection);
    if (!doubtful)
        return fail(doubtful.error());
    for (const QString &line : *doubtful)
        QTextStream(stdout) << "setting to look at: " << line << "\n";
    return found->current ? Success : Failure;
}

} // namespace

Command serverCommand()
{
    return {u"server"_s, u"install, upgrade or look at the schema of a server"_s,
            [](const QStringList &arguments) {
                return dispatch(
                    u"tenantryctl server"_s,
                    {{u"install"_s, u"make the database, its schema and the first system administrator"_s,
                      install},
                     {u"upgrade"_s, u"bring the schema up to date"_s, upgrade},
                     {u"status"_s, u"compare the schema with this program's"_s, status}},
                    arguments);
            }};
}

} // namespace tenantry::ctl
