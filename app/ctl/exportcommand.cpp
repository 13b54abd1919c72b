// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/serveraccess.h"
#include "app/ctl/terminal.h"
#include "core/exchange/directoryexport.h"
#include "core/sync/wholeplatform.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

int run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Writes everything that permissions rest on, of all tenants, as CSV "
                                     u"files from which `tenantryctl answer --from DIR` "
                                     "and the like answer without a server. Names of people, organizations "
                                     "and spaces are in them; addresses and phone "
                                     "numbers are not."_s);
    const QCommandLineOption to(u"to"_s, u"Where the files go; those that are there are replaced."_s,
                                u"DIR"_s);
    parser.addOption(to);
    addServerOptions(parser);
    if (const auto code = parse(parser, u"tenantryctl export"_s, arguments))
        return *code;
    if (parser.value(to).isEmpty()) {
        QTextStream(stderr) << "tenantryctl export: --to DIR is missing\n";
        return UsageError;
    }
    const auto owner = connectAsOwner(parser);
    const auto snapshot =
        owner ? sync::readWholePlatform(*owner->connection) : tl::make_unexpected(owner.error());
    const auto written = snapshot.and_then([&](const directory::SnapshotPtr &read) {
        return exchange::writeDirectoryFiles(*read, parser.value(to));
    });
    if (!written) {
        printError(written.error());
        return Failure;
    }
    QTextStream(stdout) << (*snapshot)->userCount() << " people, " << (*snapshot)->organizationCount()
                        << " organizations, " << (*snapshot)->grantCount() << " grants\n";
    return Success;
}

} // namespace

Command exportCommand()
{
    return {u"export"_s, u"write what permissions rest on as CSV files"_s, run};
}

} // namespace tenantry::ctl
