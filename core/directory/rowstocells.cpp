// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SnapshotBuilder::Private that writes rows into cells.
#include "core/directory/celledits_p.h"

namespace tenantry::directory {

void SnapshotBuilder::Private::upsert(const TenantRow &row)
{
    const TenantIndex index = tenant(row.id);
    setKnown(tables.tenants, tables.tenants.cells.change(index.value()));
    tables.tenantRows.upsert(row);
    judgeTenant(index);
}

void SnapshotBuilder::Private::upsert(const TenantStandingRow &row)
{
    const TenantIndex index = tenant(row.id);
    tables.tenantStandings.upsert(row);
    judgeTenant(index);
}

// Either of the two rows says it, and where both are there they say the same.
void SnapshotBuilder::Private::judgeTenant(TenantIndex tenant)
{
    TenantCell &cell = tables.tenants.cells.change(tenant.value());
    const TenantRow *row = tables.tenantRows.find(cell.id);
    const TenantStandingRow *standing = tables.tenantStandings.find(cell.id);
    const bool frozen = row ? row->state == TenantState::Frozen || row->state == TenantState::Deleted
                            : standing && standing->frozen;
    freezeChanged = freezeChanged || frozen != cell.frozen;
    cell.frozen = frozen;
}

void SnapshotBuilder::Private::upsert(const UserRow &row)
{
    const UserIndex index = user(row.id);
    const TenantIndex ofTenant = tenant(row.tenantId);
    const OrganizationIndex primary = organization(row.primaryOrganizationId);
    UserCell &cell = tables.users.cells.change(index.value());
    setKnown(tables.users, cell);
    cell.tenant = ofTenant;
    cell.primary = primary;
    cell.createdAt = toMicroseconds(row.createdAt);
    cell.version = quint64(row.version) & 0x3f'ffff;
    cell.versionMemberships = quint64(row.versionMemberships) & 0x3'ffff;
    cell.status = quint64(row.status) & 3;
    cell.staff = row.staff;
    setText(Text::UserName, index.value(), row.name);
    setText(Text::UserAvatar, index.value(), row.avatar);
    if (!bulk)
        touchedUsers.push_back(index);
}

void SnapshotBuilder::Private::upsert(const UserPrivateRow &row)
{
    const quint32 index = user(row.id).value();
    UserCell &cell = tables.users.cells.change(index);
    cell.hasPrivate = true;
    cell.privateVersion = quint64(row.version) & 0x3'ffff;
    setText(Text::Email, index, row.email);
    setText(Text::Phone, index, row.phone);
    setText(Text::Mis, index, row.mis);
    setText(Text::Username, index, row.username);
    setText(Text::Nickname, index, row.nickname);
}

void SnapshotBuilder::Private::upsert(const OrganizationRow &row)
{
    const OrganizationIndex index = organization(row.id);
    const TenantIndex ofTenant = tenant(row.tenantId);
    const OrganizationIndex parent = organization(row.parentId);
    OrganizationCell &cell = tables.organizations.cells.change(index.value());
    treeChanged = treeChanged || !cell.known || cell.parent != parent || cell.enabled != row.enabled;
    setKnown(tables.organizations, cell);
    cell.tenant = ofTenant;
    cell.parent = parent;
    cell.enabled = row.enabled;
    cell.createdAt = toMicroseconds(row.createdAt);
    cell.version = row.version;
    cell.versionDetails = row.versionDetails;
    cell.versionPlace = row.versionPlace;
    cell.versionStatus = row.versionStatus;
    cell.versionLeader = row.versionLeader;
    setText(Text::OrganizationName, index.value(), row.name);
    setText(Text::OrganizationCode, index.value(), row.code);
    setText(Text::OrganizationDescription, index.value(), row.description);
}

void SnapshotBuilder::Private::upsert(const RoleGroupRow &row)
{
    const RoleGroupIndex index = roleGroup(row.id);
    const TenantIndex ofTenant = tenant(row.tenantId);
    RoleGroupCell &cell = tables.roleGroups.cells.change(index.value());
    setKnown(tables.roleGroups, cell);
    cell.tenant = ofTenant;
    cell.createdAt = toMicroseconds(row.createdAt);
    cell.version = row.version;
    setText(Text::RoleGroupName, index.value(), row.name);
    setText(Text::RoleGroupDescription, index.value(), row.description);
}

void SnapshotBuilder::Private::upsert(const SpaceRow &row)
{
    const SpaceIndex index = space(row.id);
    const TenantIndex ofTenant = tenant(row.tenantId);
    const UserIndex createdBy = user(row.createdBy);
    const quint32 edition = word(row.edition);
    const quint32 modules = word(row.modules.join(u','));
    const quint32 avatarKind = word(row.avatarKind);
    const quint32 avatarIcon = word(row.avatarIcon);
    SpaceCell &cell = tables.spaces.cells.change(index.value());
    setKnown(tables.spaces, cell);
    cell.tenant = ofTenant;
    cell.createdBy = createdBy;
    cell.createdAt = toMicroseconds(row.createdAt);
    cell.version = row.version;
    cell.edition = edition;
    cell.modules = modules;
    cell.archived = row.archived;
    cell.avatarKind = avatarKind;
    cell.avatarIcon = avatarIcon;
    cell.versionDetails = row.versionDetails;
    cell.versionAvatar = row.versionAvatar;
    cell.versionModules = row.versionModules;
    cell.versionStatus = row.versionStatus;
    cell.versionOwner = row.versionOwner;
    setText(Text::SpaceName, index.value(), row.name);
    setText(Text::SpaceDescription, index.value(), row.description);
    touchedSpaces.push_back(index);
}

void SnapshotBuilder::Private::learnTenant(SpaceIndex of, const TenantId &id)
{
    const TenantIndex is = tenant(id);
    tables.spaces.cells.change(of.value()).tenant = is;
    touchedSpaces.push_back(of);
}

void SnapshotBuilder::Private::upsert(const ResourceRow &row)
{
    const ResourceIndex index = resource(row.id);
    const SpaceIndex ofSpace = space(row.spaceId);
    const UserIndex createdBy = user(row.createdBy);
    const quint32 kind = word(row.resourceKind);
    if (ofSpace.isValid() && !tables.spaces.cells[ofSpace.value()].tenant.isValid())
        learnTenant(ofSpace, row.tenantId);
    const SpaceIndex before = tables.resourcePlaces[index.value()].space();
    linkToSpace(index, false);
    tables.resourcePlaces.change(index.value()) = ResourcePlace(ofSpace, true, row.restricted);
    ResourceCell &cell = tables.resources.cells.change(index.value());
    setKnown(tables.resources, cell);
    cell.createdBy = createdBy;
    cell.createdAt = toMicroseconds(row.createdAt);
    cell.version = quint64(row.version) & 0x3f'ffff;
    cell.versionAccess = quint64(row.versionAccess) & 0xf'ffff;
    cell.versionOwner = quint64(row.versionOwner) & 0xf'ffff;
    cell.resourceKind = kind;
    setText(Text::ResourceName, index.value(), row.name);
    linkToSpace(index, true);
    // Lists of grants are ordered by space. Resources don't move, so that this may cost.
    if (before != ofSpace && before.isValid())
        relist = true;
}

void SnapshotBuilder::Private::upsert(const MembershipRow &row)
{
    const UserIndex ofUser = user(row.userId);
    const OrganizationIndex inOrganization = organization(row.organizationId);
    bool isNew = false;
    const quint32 index = take(tables.memberships, maps.memberships, row.id, isNew);
    if (!isNew)
        link(MembershipIndex(index), false);
    const quint32 role = word(row.role);
    if (const TenantIndex of = tenant(row.tenantId); of.isValid()) {
        if (!tables.organizations.cells[inOrganization.value()].tenant.isValid())
            tables.organizations.cells.change(inOrganization.value()).tenant = of;
    }
    MembershipCell &cell = tables.memberships.cells.change(index);
    cell.user = ofUser;
    cell.organization = inOrganization;
    cell.since = toMicroseconds(row.since);
    cell.role = role;
    cell.version = row.version;
    link(MembershipIndex(index), true);
}

void SnapshotBuilder::Private::upsert(const RoleGroupMemberRow &row)
{
    const RoleGroupIndex group = roleGroup(row.groupId);
    const Subject whom = subject(row.subjectKind, row.subjectId);
    bool isNew = false;
    const quint32 index = take(tables.roleGroupMembers, maps.roleGroupMembers, row.id, isNew);
    if (!isNew)
        link(RoleGroupMemberIndex(index), false);
    if (const TenantIndex of = tenant(row.tenantId);
        of.isValid() && !tables.roleGroups.cells[group.value()].tenant.isValid())
        tables.roleGroups.cells.change(group.value()).tenant = of;
    RoleGroupMemberCell &cell = tables.roleGroupMembers.cells.change(index);
    cell.group = group;
    cell.isOrganization = whom.kind() == SubjectKind::Organization;
    cell.subject = whom.index() & 0x7fff'ffff;
    cell.version = row.version;
    link(RoleGroupMemberIndex(index), true);
}

void SnapshotBuilder::Private::prefetch(const GrantRow &row)
{
    // Four places in memory that would be waited for one after the other.
    switch (row.subjectKind) {
    case SubjectKind::User:
        maps.users.prefetch(row.subjectId);
        break;
    case SubjectKind::Organization:
        maps.organizations.prefetch(row.subjectId);
        break;
    case SubjectKind::RoleGroup:
        maps.roleGroups.prefetch(row.subjectId);
        break;
    }
    maps.spaces.prefetch(row.spaceId.uuid());
    maps.users.prefetch(row.grantedBy.uuid());
    if (row.objectKind == ObjectKind::Resource)
        maps.resources.prefetch(row.objectId);
}

void SnapshotBuilder::Private::upsert(const GrantRow &row)
{
    if (!bulk) {
        put(row);
        return;
    }
    prefetch(row);
    if (pending.size() < pendingGrants) {
        pending.push_back(row);
        return;
    }
    put(pending[nextPending]);
    pending[nextPending] = row;
    nextPending = (nextPending + 1) % pendingGrants;
}

void SnapshotBuilder::Private::putPending()
{
    for (size_t i = 0; i < pending.size(); ++i)
        put(pending[(nextPending + i) % pending.size()]);
    pending.clear();
    nextPending = 0;
}

void SnapshotBuilder::Private::put(const GrantRow &row)
{
    const Subject to = subject(row.subjectKind, row.subjectId);
    const bool onSpace = row.objectKind == ObjectKind::Space;
    const SpaceIndex inSpace = space(onSpace ? SpaceId(row.objectId) : row.spaceId);
    const Object on = onSpace ? Object(inSpace) : Object(resource(ResourceId(row.objectId)));
    const UserIndex grantedBy = user(row.grantedBy);
    if (inSpace.isValid() && !tables.spaces.cells[inSpace.value()].tenant.isValid())
        learnTenant(inSpace, row.tenantId);
    if (!onSpace && !tables.spaceOf(on).isValid())
        tables.resourcePlaces.change(on.index()) = ResourcePlace(inSpace, false, false);
    bool isNew = false;
    const quint32 index = take(tables.grants, maps.grants, row.id.uuid(), isNew);
    if (!isNew)
        link(GrantIndex(index), false);
    GrantCell &cell = tables.grants.cells.change(index);
    cell.subjectKind = quint32(to.kind()) & 3;
    cell.subject = to.index() & 0x3fff'ffff;
    cell.objectKind = onSpace ? 0 : 1;
    cell.object = on.index() & 0x0fff'ffff;
    cell.role = quint32(row.role) & 7;
    cell.grantedBy = grantedBy;
    cell.grantedAt = toMicroseconds(row.grantedAt);
    cell.version = row.version;
    setExpiry(GrantIndex(index), row.expiresAt);
    link(GrantIndex(index), true);
}

} // namespace tenantry::directory
