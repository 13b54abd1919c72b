// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notifications/notificationrow.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::notifications {

namespace {

QSet<QUuid> queuedReads(const QList<QueuedCommand> &commands)
{
    QSet<QUuid> ids;
    for (const QueuedCommand &queued : commands) {
        if (!queued.isOpen() || queued.state == CommandState::NeedsAttention ||
            queued.command.kind != u"notifications_read")
            continue;
        for (const QJsonValue &id : queued.command.payload["notification_ids"_L1].toArray())
            ids.insert(QUuid::fromString(id.toString()));
    }
    return ids;
}

QString nameOf(const directory::Snapshot &snapshot, const QUuid &id)
{
    if (const auto user = snapshot.findUser(UserId(id)); user.isValid())
        return snapshot.user(user).name().simplified();
    return {};
}

/// What all members of a tenant are told lies where whoever turns to that tenant reads too (the platform
/// team): it isn't addressed to them.
bool isAddressed(const NotificationRow &row, TenantId own)
{
    static const QSet<QString> toAllMembers{u"tenant_renamed"_s, u"tenant_domain_changed"_s,
                                            u"tenant_state_changed"_s};
    return row.tenantId.isNull() || row.tenantId == own || !toAllMembers.contains(row.notificationKind);
}

TenantId tenantOf(const directory::Snapshot &snapshot, UserId actor)
{
    const auto user = snapshot.findUser(actor);
    return user.isValid() ? snapshot.tenantId(snapshot.user(user).tenant()) : TenantId();
}

} // namespace

std::vector<NotificationItem> notificationItems(const directory::SnapshotPtr &snapshot,
                                                const QList<QueuedCommand> &commands, UserId actor)
{
    const QSet<QUuid> reads = queuedReads(commands);
    const NotificationWords words =
        wordsOfMoment([&snapshot](const QUuid &id) { return nameOf(*snapshot, id); });
    const TenantId own = tenantOf(*snapshot, actor);
    std::vector<NotificationItem> items;
    for (const NotificationRow &row : snapshot->notifications()) {
        if (!isAddressed(row, own))
            continue;
        NotificationItem item{row.id, row.notificationKind,
                              row.at, notificationText(row.notificationKind, row.parameters, words),
                              false,  false};
        const bool isRead = snapshot->isRead(row.id, actor);
        item.queued = !isRead && reads.contains(row.id);
        item.unread = !isRead && !item.queued;
        items.push_back(std::move(item));
    }
    std::sort(items.begin(), items.end(), [](const NotificationItem &a, const NotificationItem &b) {
        return a.at != b.at ? a.at > b.at : a.id > b.id;
    });
    return items;
}

int unreadCount(const directory::SnapshotPtr &snapshot, const QList<QueuedCommand> &commands, UserId actor)
{
    const QSet<QUuid> reads = queuedReads(commands);
    const TenantId own = tenantOf(*snapshot, actor);
    const auto rows = snapshot->notifications();
    return int(std::count_if(rows.begin(), rows.end(), [&](const NotificationRow &row) {
        return isAddressed(row, own) && !snapshot->isRead(row.id, actor) && !reads.contains(row.id);
    }));
}

} // namespace tenantry::ui::notifications
