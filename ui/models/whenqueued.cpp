// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/whenqueued.h"

namespace tenantry::ui {

namespace {

/// Takes commands out of `waiting` that the queue has.
void takeOutQueued(const Session &session, QSet<CommandId> &waiting)
{
    for (const QueuedCommand &queued : session.commands())
        waiting.remove(queued.id());
}

} // namespace

void whenQueued(Session &session, const QList<CommandId> &commands, QObject *context,
                const std::function<void(const NotQueued &)> &then)
{
    QSet<CommandId> waiting(commands.begin(), commands.end());
    takeOutQueued(session, waiting);
    if (waiting.isEmpty())
        return then({});
    struct Open
    {
        QSet<CommandId> waiting;
        NotQueued failed;
    };
    auto *watch = new QObject(context);
    const auto open = std::make_shared<Open>(Open{waiting, {}});
    const auto end = [watch, open, then] {
        if (!open->waiting.isEmpty())
            return;
        watch->disconnect();
        watch->deleteLater();
        then(open->failed);
    };
    QObject::connect(&session, &Session::commandsChanged, watch, [&session, open, end] {
        takeOutQueued(session, open->waiting);
        end();
    });
    QObject::connect(&session, &Session::submitFailed, watch, [open, end](CommandId id, const Error &error) {
        if (!open->waiting.remove(id))
            return;
        open->failed.ids.insert(id);
        open->failed.error = error;
        end();
    });
}

} // namespace tenantry::ui
