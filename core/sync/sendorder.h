// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/queuedcommand.h"

#include <QSet>

#include <optional>

namespace tenantry::sync {

/// What to do next with a queue.
struct SendPlan
{
    std::optional<CommandId> next; ///< nothing: all that can be sent was
    QList<QueuedCommand>
        blocked; ///< to be written: they wait for one that will not be done, and need attention (INB-7)
};

/// In the order of their making, but nothing waits for a command that it does not depend on. `waiting`: those
/// that the server told to wait in this round.
[[nodiscard]] SendPlan planSending(const QList<QueuedCommand> &commands, const QSet<CommandId> &waiting);

/// The commands that it depends on: by `after`, and by what it saw of another's result.
[[nodiscard]] QSet<CommandId> predecessorsOf(const Command &command);

/// The same command as another one: new ID, and each predecessor that another took the place of named by that
/// one.
[[nodiscard]] Command renewed(const Command &command, CommandId id, const QList<QueuedCommand> &commands);

} // namespace tenantry::sync
