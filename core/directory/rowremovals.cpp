// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SnapshotBuilder::Private that lets rows go.
#include "core/directory/celledits_p.h"

namespace tenantry::directory {

void SnapshotBuilder::Private::removeTenant(quint32 index)
{
    tables.tenantRows.take(tables.tenants.cells[index].id);
    freezeChanged = freezeChanged || tables.tenants.cells[index].frozen;
    forget(tables.tenants, index);
    judgeTenant(TenantIndex(index));
}

void SnapshotBuilder::Private::removeStanding(quint32 index)
{
    tables.tenantStandings.take(tables.tenants.cells[index].id);
    judgeTenant(TenantIndex(index));
}

void SnapshotBuilder::Private::removeUser(quint32 index)
{
    const UserCell before = tables.users.cells[index];
    if (!forget(tables.users, index))
        return;
    UserCell &cell = tables.users.cells.change(index);
    cell.hasPrivate = before.hasPrivate;
    cell.privateVersion = before.privateVersion;
    setText(Text::UserName, index, {});
    setText(Text::UserAvatar, index, {});
    touchedUsers.push_back(UserIndex(index));
}

void SnapshotBuilder::Private::removePrivate(quint32 index)
{
    UserCell &cell = tables.users.cells.change(index);
    cell.hasPrivate = false;
    cell.privateVersion = 0;
    for (const Text column : {Text::Email, Text::Phone, Text::Mis, Text::Username, Text::Nickname})
        setText(column, index, {});
}

void SnapshotBuilder::Private::removeOrganization(quint32 index)
{
    treeChanged = forget(tables.organizations, index) || treeChanged;
    for (const Text column : {Text::OrganizationName, Text::OrganizationCode, Text::OrganizationDescription})
        setText(column, index, {});
}

void SnapshotBuilder::Private::removeRoleGroup(quint32 index)
{
    forget(tables.roleGroups, index);
    setText(Text::RoleGroupName, index, {});
    setText(Text::RoleGroupDescription, index, {});
}

void SnapshotBuilder::Private::removeSpace(quint32 index)
{
    forget(tables.spaces, index);
    touchedSpaces.push_back(SpaceIndex(index));
    setText(Text::SpaceName, index, {});
    setText(Text::SpaceDescription, index, {});
}

void SnapshotBuilder::Private::removeResource(quint32 index)
{
    linkToSpace(ResourceIndex(index), false);
    forget(tables.resources, index);
    ResourcePlace &place = tables.resourcePlaces.change(index); // its grants still say which space it is in
    place.known = place.restricted = 0;
    setText(Text::ResourceName, index, {});
}

void SnapshotBuilder::Private::removeMembership(quint32 index)
{
    link(MembershipIndex(index), false);
    forgetId(tables.memberships, maps.memberships, index);
    release(tables.memberships, index);
}

void SnapshotBuilder::Private::removeRoleGroupMember(quint32 index)
{
    link(RoleGroupMemberIndex(index), false);
    forgetId(tables.roleGroupMembers, maps.roleGroupMembers, index);
    release(tables.roleGroupMembers, index);
}

void SnapshotBuilder::Private::removeGrant(quint32 index)
{
    link(GrantIndex(index), false);
    setExpiry(GrantIndex(index), std::nullopt);
    forgetId(tables.grants, maps.grants, index);
    release(tables.grants, index);
}

void SnapshotBuilder::Private::remove(const RowKey &key)
{
    const auto from = [&](const auto &table, IdMap &map, auto function) {
        const quint32 index = find(table, map, key.id);
        if (index != IdTable::none)
            (this->*function)(index);
    };
    switch (key.kind) {
    case RowKind::Tenant:
        return from(tables.tenants, maps.tenants, &Private::removeTenant);
    case RowKind::User:
        return from(tables.users, maps.users, &Private::removeUser);
    case RowKind::UserPrivate:
        return from(tables.users, maps.users, &Private::removePrivate);
    case RowKind::Organization:
        return from(tables.organizations, maps.organizations, &Private::removeOrganization);
    case RowKind::Membership:
        return from(tables.memberships, maps.memberships, &Private::removeMembership);
    case RowKind::RoleGroup:
        return from(tables.roleGroups, maps.roleGroups, &Private::removeRoleGroup);
    case RowKind::RoleGroupMember:
        return from(tables.roleGroupMembers, maps.roleGroupMembers, &Private::removeRoleGroupMember);
    case RowKind::Space:
        return from(tables.spaces, maps.spaces, &Private::removeSpace);
    case RowKind::Resource:
        return from(tables.resources, maps.resources, &Private::removeResource);
    case RowKind::Grant:
        return from(tables.grants, maps.grants, &Private::removeGrant);
    case RowKind::Outsider:
        tables.outsiders.remove(key.id);
        break;
    case RowKind::Application:
        tables.applications.take(key.id);
        break;
    case RowKind::ApplicationEvent:
        tables.events.remove(key.id);
        break;
    case RowKind::Plan:
        tables.plans.take(key.id);
        break;
    case RowKind::Setting:
        tables.settings.remove(key.id);
        break;
    case RowKind::Notification:
        tables.notifications.take(key.id);
        break;
    case RowKind::NotificationRead:
        tables.reads.remove(key.id);
        break;
    case RowKind::RoleAssignment:
        tables.roleAssignments.remove(key.id);
        break;
    case RowKind::SpacePicture:
        tables.spacePictures.take(key.id);
        break;
    case RowKind::TenantRole:
        tables.tenantRoles.remove(key.id);
        break;
    case RowKind::OrganizationPermission:
        tables.organizationPermissions.take(key.id);
        break;
    case RowKind::TenantStanding:
        return from(tables.tenants, maps.tenants, &Private::removeStanding);
    }
}

} // namespace tenantry::directory
