// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The roles of a tenant as the page shows them: what the snapshot holds with what is queued laid over it
// (ROL-1).
#pragma once

#include "ui/session/session.h"

#include <vector>

namespace tenantry::ui::roles {

struct RoleItem
{
    TenantRoleId id;
    QString name, description;
    QStringList keys;
    QStringList excludes; ///< IDs
    int holders = 0;
    bool isNew = false;   ///< only in the queue yet
    bool isGoing = false; ///< its deletion is queued
    bool isQueued = false;
    bool isRefused = false; ///< a change needs attention
    friend bool operator==(const RoleItem &, const RoleItem &) = default;
};

struct HolderItem
{
    UserId id;
    QString name, department, portrait;
    QString assignedBy;
    Instant assignedAt;
    bool inactive = false;
    bool isNew = false;
    bool isGoing = false;
    friend bool operator==(const HolderItem &, const HolderItem &) = default;
};

/// Of one tenant, by name.
[[nodiscard]] std::vector<RoleItem> roleItems(const Session &session, TenantId tenant);
/// Those whom the actor sees, by name.
[[nodiscard]] std::vector<HolderItem> holderItems(const Session &session, TenantRoleId role);
/// The same on any thread.
[[nodiscard]] std::vector<HolderItem> holderItems(const directory::SnapshotPtr &snapshot,
                                                  const QList<QueuedCommand> &commands, TenantRoleId role);
/// The roles that somebody holds, queued changes laid over.
[[nodiscard]] QSet<TenantRoleId> rolesHeldBy(const Session &session, UserId user);
/// How a role is called; empty where the actor doesn't see it.
[[nodiscard]] QString roleName(const directory::Snapshot &snapshot, const QString &id);

} // namespace tenantry::ui::roles
