// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

void printList(FILE *file, const QString &path, const QList<Command> &commands)
{
    qsizetype width = 0;
    for (const Command &command : commands)
        width = std::max(width, command.name.size());
    QTextStream out(file);
    out << "Usage: " << path << " COMMAND [ARGUMENTS]\n\nCommands:\n";
    for (const Command &command : commands)
        out << "  " << command.name.leftJustified(width) << "  " << command.summary << "\n";
}

} // namespace

int dispatch(const QString &path, const QList<Command> &commands, const QStringList &arguments)
{
    const QString name = arguments.value(0);
    if (name.isEmpty() || name == u"help"_s || name == u"--help"_s || name == u"-h"_s) {
        printList(name.isEmpty() ? stderr : stdout, path, commands);
        return name.isEmpty() ? UsageError : Success;
    }
    for (const Command &command : commands) {
        if (command.name == name)
            return command.run(arguments.mid(1));
    }
    QTextStream(stderr) << path << ": there is no command \"" << name << "\"\n";
    printList(stderr, path, commands);
    return UsageError;
}

} // namespace tenantry::ctl
