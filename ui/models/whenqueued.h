// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui {

/// Which of some commands the queue could not keep, and why: a full disk, a queue that is shut. None: all are safe.
struct NotQueued
{
    QSet<CommandId> ids;
    Error error;

    [[nodiscard]] bool isEmpty() const { return ids.isEmpty(); }
};

/// Calls `then` once it is known of each of the commands just submitted whether it is safe in the queue, which
/// takes milliseconds: until then what they were made of must not be dropped (ERR-2). At once where it is known
/// already; never after the end of `context`. Who waits for the server's answer takes a CommandFollower.
void whenQueued(Session &session, const QList<CommandId> &commands, QObject *context,
                const std::function<void(const NotQueued &)> &then);

} // namespace tenantry::ui
