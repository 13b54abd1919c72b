// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace tenantry::ctl {

QList<Command> allCommands()
{
    return {
        serverCommand(),
        accountCommand(),
        workerCommand(),
        demoCommand(),
    };
}

} // namespace tenantry::ctl
