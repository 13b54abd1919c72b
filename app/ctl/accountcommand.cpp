// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/newaccount.h"
#include "app/ctl/serveraccess.h"
#include "app/ctl/terminal.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl
{

namespace
{

int add(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Adds a person to the default system tenant and lets them sign in. Asks for e-mail, name and password; from a "
                                     "pipe they come a line each."_s);
    const QCommandLineOption administrator(u"system-administrator"_s, u"The person becomes a system administrator."_s);
    parser.addOption(administrator);
    addServerOptions(parser);
    if (const auto code = parse(parser, u"tenantryctl account add"_s, arguments))
        return *code;
    const auto role = connectAsOwner(parser).and_then(
        [&](const OwnerConnection &owner) { return askAndAddAccount(*owner.connection, parser.isSet(administrator)); });
    if (!role) {
        printError(role.error());
        return Failure;
    }
    QTextStream(stdout) << "sign-in name: " << *role << "\n";
    return Success;
}

int password(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Gives a person another password, where no mail is sent that they could reset it with. Asks for e-mail and "
                                     "password; from a pipe they come a line each. Whoever is signed in with the old one is out, and the person is told."_s);
    addServerOptions(parser);
    if (const auto code = parse(parser, u"tenantryctl account password"_s, arguments))
        return *code;
    const auto role =
        connectAsOwner(parser).and_then([](const OwnerConnection &owner) { return askAndSetPassword(*owner.connection); });
    if (!role) {
        printError(role.error());
        return Failure;
    }
    QTextStream(stdout) << "sign-in name: " << *role << "\n";
    return Success;
}

} // namespace

Command accountCommand()
{
    return {u"account"_s, u"let people sign in"_s, [](const QStringList &arguments) {
                return dispatch(u"tenantryctl account"_s, {{u"add"_s, u"add a person to the default system tenant"_s, add},
                                                          {u"password"_s, u"give a person another password"_s, password}},
                                arguments);
            }};
}

} // namespace tenantry::ctl
