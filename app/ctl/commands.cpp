// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace tenantry::ctl {

QList<Command> allCommands()
{
    QList<Command> commands{
        serverCommand(),
        accountCommand(),
        workerCommand(),
        auditCommand(),
        mailCommand(),
        demoCommand(),
        exportCommand(),
        diagnoseCommand(),
    };
    commands += questionCommands();
    return commands;
}

} // namespace tenantry::ctl
