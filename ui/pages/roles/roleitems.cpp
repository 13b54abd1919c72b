// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roles/roleitems.h"

#include "ui/models/textorder.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::roles {

using namespace directory;

namespace {

TenantRoleId roleIn(const Command &command)
{
    return TenantRoleId(QUuid::fromString(command.payload["role_id"_L1].toString()));
}

UserId userIn(const Command &command)
{
    return UserId(QUuid::fromString(command.payload["user_id"_L1].toString()));
}

QStringList texts(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &each : list.toArray())
        texts += each.toString();
    return texts;
}

void lay(RoleItem &item, const QueuedCommand &queued)
{
    const QJsonObject &payload = queued.command.payload;
    const bool refused = queued.state == CommandState::NeedsAttention;
    (refused ? item.isRefused : item.isQueued) = true;
    if (queued.command.kind == "role_delete"_L1) {
        item.isGoing = !refused;
        return;
    }
    item.name = payload["name"_L1].toString(item.name);
    item.description = payload["description"_L1].toString(item.description);
    if (payload.contains("keys"_L1))
        item.keys = texts(payload["keys"_L1]);
    if (payload.contains("excludes"_L1))
        item.excludes = texts(payload["excludes"_L1]);
}

template <class Item>
void sortByName(std::vector<Item> &items)
{
    std::ranges::sort(items, std::less(), &Item::id);
    sortByText(items, &Item::name);
}

HolderItem holderOf(const Snapshot &snapshot, UserIndex index)
{
    const UserView user = snapshot.user(index);
    HolderItem item;
    item.id = user.id();
    item.name = user.name().simplified();
    item.portrait = user.avatar();
    item.inactive = user.status() != UserStatus::Active;
    if (const OrganizationIndex primary = user.primaryOrganization(); primary.isValid())
        item.department = snapshot.organization(primary).name();
    return item;
}

/// Whether a command that is on its way changes who holds what.
bool assigns(const QueuedCommand &queued)
{
    return queued.isOpen() && queued.state != CommandState::NeedsAttention &&
           (queued.command.kind == "role_assign"_L1 || queued.command.kind == "role_revoke"_L1);
}

} // namespace

std::vector<RoleItem> roleItems(const Session &session, TenantId tenant)
{
    const SnapshotPtr snapshot = session.snapshot();
    QHash<QString, int> holders;
    for (const RoleAssignmentRow &assignment : snapshot->roleAssignments())
        ++holders[assignment.role];
    std::vector<RoleItem> items;
    for (const TenantRoleRow &row : snapshot->tenantRolesOf(tenant))
        items.push_back(
            {row.id, row.name, row.description, row.keys, row.excludes, holders.value(row.id.toString())});
    for (const QueuedCommand &queued : session.commands()) {
        const QString &kind = queued.command.kind;
        if (!queued.isOpen() ||
            (kind != "role_create"_L1 && kind != "role_change"_L1 && kind != "role_delete"_L1))
            continue;
        auto at = std::ranges::find(items, roleIn(queued.command), &RoleItem::id);
        if (at == items.end()) {
            if (kind != "role_create"_L1 ||
                queued.command.payload["tenant_id"_L1].toString() != tenant.toString())
                continue;
            at = items.emplace(items.end());
            at->id = roleIn(queued.command);
            at->isNew = true;
        }
        lay(*at, queued);
    }
    sortByName(items);
    return items;
}

std::vector<HolderItem> holderItems(const Session &session, TenantRoleId role)
{
    return holderItems(session.snapshot(), session.commands(), role);
}

std::vector<HolderItem> holderItems(const SnapshotPtr &snapshot, const QList<QueuedCommand> &commands,
                                    TenantRoleId role)
{
    const QString wanted = role.toString();
    std::vector<HolderItem> items;
    for (const RoleAssignmentRow &assignment : snapshot->roleAssignments()) {
        if (assignment.role != wanted)
            continue;
        const UserIndex user = snapshot->findUser(assignment.userId);
        if (!user.isValid())
            continue;
        items.push_back(holderOf(*snapshot, user));
        items.back().assignedAt = assignment.assignedAt;
        if (const UserIndex by = snapshot->findUser(assignment.assignedBy); by.isValid())
            items.back().assignedBy = snapshot->user(by).name();
    }
    for (const QueuedCommand &queued : commands) {
        if (!assigns(queued) || roleIn(queued.command) != role)
            continue;
        const bool comes = queued.command.kind == "role_assign"_L1;
        const auto at = std::ranges::find(items, userIn(queued.command), &HolderItem::id);
        const UserIndex user = snapshot->findUser(userIn(queued.command));
        if (at != items.end()) {
            at->isGoing = !comes;
        } else if (comes && user.isValid()) {
            items.push_back(holderOf(*snapshot, user));
            items.back().isNew = true;
        }
    }
    sortByName(items);
    return items;
}

QSet<TenantRoleId> rolesHeldBy(const Session &session, UserId user)
{
    QSet<TenantRoleId> held;
    for (const RoleAssignmentRow &assignment : session.snapshot()->roleAssignmentsOf(user)) {
        if (const QUuid id = QUuid::fromString(assignment.role); !id.isNull())
            held.insert(TenantRoleId(id));
    }
    for (const QueuedCommand &queued : session.commands()) {
        if (!assigns(queued) || userIn(queued.command) != user)
            continue;
        if (queued.command.kind == "role_assign"_L1)
            held.insert(roleIn(queued.command));
        else
            held.remove(roleIn(queued.command));
    }
    return held;
}

QString roleName(const Snapshot &snapshot, const QString &id)
{
    const TenantRoleRow *role = snapshot.tenantRole(TenantRoleId(QUuid::fromString(id)));
    return role ? role->name : QString();
}

} // namespace tenantry::ui::roles
