// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/notificationtext.h"
#include "ui/session/session.h"

#include <vector>

namespace tenantry::ui::notifications {

/// One event that the actor was told of, in words.
struct NotificationItem
{
    QUuid id;
    QString kind;
    Instant at;
    NotificationText text;
    bool unread = false; ///< and not queued to be read
    bool queued = false; ///< a read mark waits in the queue
    friend bool operator==(const NotificationItem &, const NotificationItem &) = default;
};

/// What the actor was told, newest first. Reads what it is given only, so that any thread may ask.
[[nodiscard]] std::vector<NotificationItem>
notificationItems(const directory::SnapshotPtr &snapshot, const QList<QueuedCommand> &commands, UserId actor);

/// How many of them are unread, without making their texts.
[[nodiscard]] int unreadCount(const directory::SnapshotPtr &snapshot, const QList<QueuedCommand> &commands,
                              UserId actor);

} // namespace tenantry::ui::notifications
