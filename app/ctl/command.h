// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace tenantry::ctl {

/// What a program tells the shell: 1 = tried and failed (the reason is on stderr), 2 = called wrongly.
enum ExitCode { Success = 0, Failure = 1, UsageError = 2 };

/// One sub-command of tenantryctl, or one word below it ("server install").
struct Command
{
    QString name;
    QString summary; ///< one line for the list of commands
    /// Gets what stands after the name; returns the exit code. A QCoreApplication exists.
    std::function<int(const QStringList &arguments)> run;
};

/// Runs the command that `arguments` begins with. None, "help" or "--help" prints the list; an unknown one
/// is a usage error. `path` is what was typed so far ("tenantryctl server").
[[nodiscard]] int dispatch(const QString &path, const QList<Command> &commands, const QStringList &arguments);

} // namespace tenantry::ctl
