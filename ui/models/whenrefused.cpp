// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/whenrefused.h"

namespace tenantry::ui {

void whenRefused(Session &session, const QList<CommandId> &commands, QObject *context,
                 const std::function<void(const QueuedCommand &)> &then)
{
    auto *watch = new QObject(context);
    const auto open = std::make_shared<QSet<CommandId>>(commands.begin(), commands.end());
    QObject::connect(&session, &Session::commandsChanged, watch, [&session, watch, open, then] {
        QList<QueuedCommand> refused;
        for (const QueuedCommand &queued : session.commands()) {
            const bool waits = queued.isOpen() && queued.state != CommandState::NeedsAttention;
            if (!waits && open->remove(queued.id()) && queued.state == CommandState::NeedsAttention)
                refused += queued;
        }
        if (open->isEmpty())
            watch->deleteLater();
        for (const QueuedCommand &queued : std::as_const(refused))
            then(queued);
    });
}

} // namespace tenantry::ui
