// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/snapshotbuilder_p.h"

namespace tenantry::directory
{

namespace
{

// Where a free cell keeps the number of the next one.
UserIndex &nextFree(MembershipCell &cell) { return cell.user; }
RoleGroupIndex &nextFree(RoleGroupMemberCell &cell) { return cell.group; }
UserIndex &nextFree(GrantCell &cell) { return cell.grantedBy; }

template <class Cell>
void release(CellTable<Cell> &table, quint32 index)
{
    Cell &cell = table.cells.change(index);
    cell = {};
    nextFree(cell) = std::remove_reference_t<decltype(nextFree(cell))>(table.firstFree);
    table.firstFree = index;
    --table.live;
}

template <class Cell>
void setKnown(CellTable<Cell> &table, Cell &cell)
{
    if (!cell.known)
        ++table.live;
    cell.known = true;
}

/// A cell of which only the ID is left; false where it was no more before.
template <class Cell>
bool forget(CellTable<Cell> &table, quint32 index)
{
    if (!table.cells[index].known)
        return false;
    Cell &cell = table.cells.change(index);
    Cell blank;
    blank.id = cell.id;
    if constexpr (requires { cell.tenant; })
        blank.tenant = cell.tenant; // rows that refer to it say the same
    cell = blank;
    --table.live;
    return true;
}

} // namespace

SnapshotBuilder::Private::Private(const Tables &base, bool inBulk) : tables(base), bulk(inBulk)
{
    if (!bulk)
        return;
    const auto fill = [](IdMap &map, const auto &cells) {
        for (quint32 i = 0; i < cells.size(); ++i)
            if (!cells[i].id.isNull())
                map.place(cells[i].id) = i;
    };
    fill(maps.tenants, tables.tenants.cells);
    fill(maps.users, tables.users.cells);
    fill(maps.organizations, tables.organizations.cells);
    fill(maps.roleGroups, tables.roleGroups.cells);
    fill(maps.spaces, tables.spaces.cells);
    fill(maps.resources, tables.resources.cells);
    // Rows that nothing refers to need no map where there are none yet: IDs that come twice are found at the end.
    fresh = tables.memberships.cells.size() + tables.roleGroupMembers.cells.size() + tables.grants.cells.size() == 0;
    if (fresh)
        return;
    fill(maps.memberships, tables.memberships.cells);
    fill(maps.roleGroupMembers, tables.roleGroupMembers.cells);
    fill(maps.grants, tables.grants.cells);
}

template <class Index, class Cell>
Index SnapshotBuilder::Private::intern(CellTable<Cell> &table, IdMap &map, const QUuid &id)
{
    if (id.isNull())
        return {};
    quint32 index = bulk ? map.place(id) : table.find(id);
    if (index != IdTable::none)
        return Index(index);
    index = table.cells.size();
    Cell cell;
    cell.id = id;
    table.cells.append(cell);
    if (bulk)
        map.place(id) = index;
    else
        table.ids.insert(index, table.cells);
    return Index(index);
}

template <class Cell>
quint32 SnapshotBuilder::Private::take(CellTable<Cell> &table, IdMap &map, const QUuid &id, bool &isNew)
{
    quint32 *place = bulk && !fresh ? &map.place(id) : nullptr;
    quint32 index = place ? *place : fresh ? IdTable::none : table.find(id);
    isNew = index == IdTable::none;
    if (!isNew)
        return index;
    ++table.live;
    Cell made;
    made.id = id;
    index = table.firstFree;
    if (index == IdTable::none) {
        index = table.cells.size();
        table.cells.append(made);
    } else {
        Cell &cell = table.cells.change(index);
        table.firstFree = nextFree(cell).value();
        cell = made;
    }
    if (place)
        *place = index;
    else if (!bulk)
        table.ids.insert(index, table.cells);
    return index;
}

template <class Cell>
void SnapshotBuilder::Private::forgetId(CellTable<Cell> &table, IdMap &map, quint32 index)
{
    if (bulk)
        map.place(table.cells[index].id) = IdTable::none;
    else
        table.ids.remove(table.cells[index].id, table.cells);
}

template <class Cell>
quint32 SnapshotBuilder::Private::find(const CellTable<Cell> &table, IdMap &map, const QUuid &id)
{
    return bulk ? map.place(id) : table.find(id);
}

TenantIndex SnapshotBuilder::Private::tenant(const TenantId &id) { return intern<TenantIndex>(tables.tenants, maps.tenants, id.uuid()); }
UserIndex SnapshotBuilder::Private::user(const UserId &id) { return intern<UserIndex>(tables.users, maps.users, id.uuid()); }
OrganizationIndex SnapshotBuilder::Private::organization(const OrganizationId &id)
{
    return intern<OrganizationIndex>(tables.organizations, maps.organizations, id.uuid());
}
RoleGroupIndex SnapshotBuilder::Private::roleGroup(const RoleGroupId &id)
{
    return intern<RoleGroupIndex>(tables.roleGroups, maps.roleGroups, id.uuid());
}
SpaceIndex SnapshotBuilder::Private::space(const SpaceId &id) { return intern<SpaceIndex>(tables.spaces, maps.spaces, id.uuid()); }
ResourceIndex SnapshotBuilder::Private::resource(const ResourceId &id)
{
    return intern<ResourceIndex>(tables.resources, maps.resources, id.uuid());
}

Subject SnapshotBuilder::Private::subject(SubjectKind kind, const QUuid &id)
{
    switch (kind) {
    case SubjectKind::User:
        return user(UserId(id));
    case SubjectKind::Organization:
        return organization(OrganizationId(id));
    case SubjectKind::RoleGroup:
        break;
    }
    return roleGroup(RoleGroupId(id));
}

quint32 SnapshotBuilder::Private::word(const QString &text)
{
    if (wordIndex.isEmpty())
        for (const QString &known : *tables.words)
            wordIndex.insert(known, quint32(wordIndex.size()));
    const auto found = wordIndex.constFind(text);
    if (found != wordIndex.cend())
        return *found;
    auto words = std::make_shared<std::vector<QString>>(*tables.words);
    words->push_back(text);
    tables.words = std::move(words);
    return *wordIndex.insert(text, quint32(wordIndex.size()));
}

void SnapshotBuilder::Private::setText(Text column, quint32 row, const QString &text)
{
    if (bulk) {
        staged[size_t(column)].set(row, text);
        return;
    }
    Texts &texts = tables.texts[size_t(column)];
    texts.resize(row + 1);
    const QByteArray utf8 = text.toUtf8();
    const auto before = texts[row];
    if (!std::ranges::equal(before, utf8))
        texts.set(row, std::span(utf8.data(), size_t(utf8.size())));
}

void SnapshotBuilder::Private::setExpiry(GrantIndex grant, const std::optional<Instant> &at)
{
    const quint32 i = grant.value();
    if (bulk) {
        if (stagedExpiries.empty())
            for (quint32 old = 0; old < tables.grants.cells.size(); ++old)
                stagedExpiries.push_back(tables.expiry(GrantIndex(old)).value_or(never));
        if (i >= stagedExpiries.size())
            stagedExpiries.resize(std::max<size_t>(i + 1, stagedExpiries.size() * 2), never);
        stagedExpiries[i] = at ? toMicroseconds(*at) : never;
        return;
    }
    const auto before = tables.expiry(grant);
    const quint32 list = i / Tables::grantsPerExpiryList;
    tables.expiries.resize(list + 1);
    if (before)
        tables.expiries.erase(list, Expiry{*before, grant});
    if (at)
        tables.expiries.insert(list, Expiry{toMicroseconds(*at), grant});
}

std::optional<qint64> SnapshotBuilder::Private::expiry(GrantIndex grant) const
{
    if (stagedExpiries.empty())
        return tables.expiry(grant);
    return stagedExpiries[grant.value()] == never ? std::nullopt : std::optional(stagedExpiries[grant.value()]);
}

void SnapshotBuilder::Private::upsert(const TenantRow &row)
{
    const TenantIndex index = tenant(row.id);
    TenantCell &cell = tables.tenants.cells.change(index.value());
    setKnown(tables.tenants, cell);
    const bool frozen = row.state == TenantState::Frozen || row.state == TenantState::Deleted;
    freezeChanged = freezeChanged || frozen != cell.frozen;
    cell.frozen = frozen;
    tables.tenantRows.upsert(row);
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
    cell.version = quint32(row.version) & 0x7ff'ffff;
    cell.status = quint32(row.status) & 3;
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
    cell.privateVersion = row.version;
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
    const SpaceIndex before = tables.resources.cells[index.value()].space;
    linkToSpace(index, false);
    ResourceCell &cell = tables.resources.cells.change(index.value());
    setKnown(tables.resources, cell);
    cell.space = ofSpace;
    cell.createdBy = createdBy;
    cell.createdAt = toMicroseconds(row.createdAt);
    cell.version = row.version;
    cell.versionAccess = row.versionAccess;
    cell.versionOwner = row.versionOwner;
    cell.resourceKind = kind;
    cell.restricted = row.restricted;
    setText(Text::ResourceName, index.value(), row.name);
    linkToSpace(index, true);
    touchedResources.push_back(index);
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
    if (const TenantIndex of = tenant(row.tenantId); of.isValid() && !tables.roleGroups.cells[group.value()].tenant.isValid())
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
    if (!onSpace && !tables.resources.cells[on.index()].space.isValid())
        tables.resources.cells.change(on.index()).space = inSpace;
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

void SnapshotBuilder::Private::makeIdTables()
{
    putPending();
    const auto rebuild = [](auto &...table) { (table.ids.rebuild(table.cells), ...); };
    rebuild(tables.tenants, tables.users, tables.organizations, tables.roleGroups, tables.spaces, tables.resources);
    // Those may have come twice. Their cells are let go afterwards: searching the table still compares with them.
    const auto rebuildEdges = [this](auto &table, auto dropped) {
        std::vector<quint32> twice;
        table.ids.rebuild(table.cells, [&twice](quint32 earlier) { twice.push_back(earlier); });
        for (const quint32 earlier : twice) {
            release(table, earlier);
            dropped(earlier);
        }
    };
    rebuildEdges(tables.memberships, [](quint32) {});
    rebuildEdges(tables.roleGroupMembers, [](quint32) {});
    rebuildEdges(tables.grants, [this](quint32 grant) { setExpiry(GrantIndex(grant), std::nullopt); });
    maps = {};
}

void SnapshotBuilder::Private::removeTenant(quint32 index)
{
    tables.tenantRows.take(tables.tenants.cells[index].id);
    freezeChanged = freezeChanged || tables.tenants.cells[index].frozen;
    forget(tables.tenants, index);
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
    const SpaceIndex ofSpace = tables.resources.cells[index].space;
    linkToSpace(ResourceIndex(index), false);
    if (forget(tables.resources, index))
        tables.resources.cells.change(index).space = ofSpace;
    setText(Text::ResourceName, index, {});
    touchedResources.push_back(ResourceIndex(index));
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
    case RowKind::Tenant: return from(tables.tenants, maps.tenants, &Private::removeTenant);
    case RowKind::User: return from(tables.users, maps.users, &Private::removeUser);
    case RowKind::UserPrivate: return from(tables.users, maps.users, &Private::removePrivate);
    case RowKind::Organization: return from(tables.organizations, maps.organizations, &Private::removeOrganization);
    case RowKind::Membership: return from(tables.memberships, maps.memberships, &Private::removeMembership);
    case RowKind::RoleGroup: return from(tables.roleGroups, maps.roleGroups, &Private::removeRoleGroup);
    case RowKind::RoleGroupMember: return from(tables.roleGroupMembers, maps.roleGroupMembers, &Private::removeRoleGroupMember);
    case RowKind::Space: return from(tables.spaces, maps.spaces, &Private::removeSpace);
    case RowKind::Resource: return from(tables.resources, maps.resources, &Private::removeResource);
    case RowKind::Grant: return from(tables.grants, maps.grants, &Private::removeGrant);
    case RowKind::Outsider: tables.outsiders.remove(key.id); break;
    case RowKind::Application: tables.applications.take(key.id); break;
    case RowKind::ApplicationEvent: tables.events.remove(key.id); break;
    case RowKind::Plan: tables.plans.take(key.id); break;
    case RowKind::Setting: tables.settings.remove(key.id); break;
    case RowKind::Notification: tables.notifications.take(key.id); break;
    case RowKind::NotificationRead: tables.reads.remove(key.id); break;
    case RowKind::RoleAssignment: tables.roleAssignments.remove(key.id); break;
    case RowKind::SpacePicture: tables.spacePictures.take(key.id); break;
    }
}

} // namespace tenantry::directory
