// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The core without windows: start-up glue for the command line. The commands are in app/ctl.
#include "app/ctl/commands.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"tenantry"_s);
    QCoreApplication::setApplicationName(u"tenantryctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TENANTRY_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == u"--version"_s) {
        QTextStream(stdout) << "tenantryctl " << QCoreApplication::applicationVersion() << "\n";
        return 0;
    }
    return tenantry::ctl::dispatch(u"tenantryctl"_s, tenantry::ctl::allCommands(), arguments);
}
