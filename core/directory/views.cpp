// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/views.h"

#include "core/directory/snapshot.h"
#include "core/directory/tables.h"

namespace tenantry::directory
{

namespace
{

template <class Id, class Index, class Cell>
Id idAt(const CellTable<Cell> &table, Index index)
{
    return index.isValid() ? Id(table.cells[index.value()].id) : Id();
}

const UserCell &cellOf(const Snapshot &s, UserIndex i) { return s.tables().users.cells[i.value()]; }
const OrganizationCell &cellOf(const Snapshot &s, OrganizationIndex i) { return s.tables().organizations.cells[i.value()]; }
const RoleGroupCell &cellOf(const Snapshot &s, RoleGroupIndex i) { return s.tables().roleGroups.cells[i.value()]; }
const SpaceCell &cellOf(const Snapshot &s, SpaceIndex i) { return s.tables().spaces.cells[i.value()]; }
const ResourceCell &cellOf(const Snapshot &s, ResourceIndex i) { return s.tables().resources.cells[i.value()]; }
const MembershipCell &cellOf(const Snapshot &s, MembershipIndex i) { return s.tables().memberships.cells[i.value()]; }
const GrantCell &cellOf(const Snapshot &s, GrantIndex i) { return s.tables().grants.cells[i.value()]; }

template <class Index>
QString text(const Snapshot &s, Text column, Index i)
{
    return s.tables().text(column, i.value());
}
} // namespace

bool UserView::isKnown() const { return cellOf(*m_snapshot, m_index).known; }
UserId UserView::id() const { return UserId(cellOf(*m_snapshot, m_index).id); }
TenantIndex UserView::tenant() const { return cellOf(*m_snapshot, m_index).tenant; }
QString UserView::name() const { return text(*m_snapshot, Text::UserName, m_index); }
QString UserView::avatar() const { return text(*m_snapshot, Text::UserAvatar, m_index); }
bool UserView::isStaff() const { return cellOf(*m_snapshot, m_index).staff; }
UserStatus UserView::status() const { return UserStatus(cellOf(*m_snapshot, m_index).status); }
OrganizationIndex UserView::primaryOrganization() const { return cellOf(*m_snapshot, m_index).primary; }
Instant UserView::createdAt() const { return fromMicroseconds(cellOf(*m_snapshot, m_index).createdAt); }
int UserView::version() const { return int(cellOf(*m_snapshot, m_index).version); }
bool UserView::hasPrivate() const { return cellOf(*m_snapshot, m_index).hasPrivate; }
QString UserView::email() const { return text(*m_snapshot, Text::Email, m_index); }
QString UserView::phone() const { return text(*m_snapshot, Text::Phone, m_index); }
QString UserView::mis() const { return text(*m_snapshot, Text::Mis, m_index); }
QString UserView::username() const { return text(*m_snapshot, Text::Username, m_index); }
QString UserView::nickname() const { return text(*m_snapshot, Text::Nickname, m_index); }

UserRow UserView::row() const
{
    UserRow row;
    row.id = id();
    row.tenantId = m_snapshot->tenantId(tenant());
    row.name = name();
    row.avatar = avatar();
    row.staff = isStaff();
    row.status = status();
    row.primaryOrganizationId = idAt<OrganizationId>(m_snapshot->tables().organizations, primaryOrganization());
    row.createdAt = createdAt();
    row.version = version();
    row.versionMemberships = int(cellOf(*m_snapshot, m_index).versionMemberships);
    return row;
}

std::optional<UserPrivateRow> UserView::privateRow() const
{
    if (!hasPrivate())
        return std::nullopt;
    return UserPrivateRow{id(), email(), phone(), mis(), username(), nickname(), int(cellOf(*m_snapshot, m_index).privateVersion)};
}

bool OrganizationView::isKnown() const { return cellOf(*m_snapshot, m_index).known; }
OrganizationId OrganizationView::id() const { return OrganizationId(cellOf(*m_snapshot, m_index).id); }
TenantIndex OrganizationView::tenant() const { return cellOf(*m_snapshot, m_index).tenant; }
OrganizationIndex OrganizationView::parent() const { return cellOf(*m_snapshot, m_index).parent; }
QString OrganizationView::name() const { return text(*m_snapshot, Text::OrganizationName, m_index); }
QString OrganizationView::code() const { return text(*m_snapshot, Text::OrganizationCode, m_index); }
QString OrganizationView::description() const { return text(*m_snapshot, Text::OrganizationDescription, m_index); }
bool OrganizationView::isEnabled() const { return cellOf(*m_snapshot, m_index).enabled; }
bool OrganizationView::isEffectivelyEnabled() const { return m_snapshot->tables().tree->isEffectivelyEnabled(m_index); }
int OrganizationView::depth() const { return m_snapshot->tables().tree->depth(m_index); }
int OrganizationView::ownMemberCount() const { return int(m_snapshot->tables().memberCounts[m_index.value()].own); }
int OrganizationView::totalMemberCount() const { return int(m_snapshot->tables().memberCounts[m_index.value()].total); }
UserIndex OrganizationView::leader() const
{
    const auto &words = *m_snapshot->tables().words;
    const auto leader = std::ranges::find(words, QLatin1String("leader")) - words.begin();
    for (const OrganizationMember &member : m_snapshot->membersOf(m_index))
        if (cellOf(*m_snapshot, member.membership).role == leader)
            return member.user;
    return {};
}
Instant OrganizationView::createdAt() const { return fromMicroseconds(cellOf(*m_snapshot, m_index).createdAt); }
int OrganizationView::version() const { return cellOf(*m_snapshot, m_index).version; }

OrganizationRow OrganizationView::row() const
{
    const OrganizationCell &cell = cellOf(*m_snapshot, m_index);
    OrganizationRow row;
    row.id = id();
    row.tenantId = m_snapshot->tenantId(tenant());
    row.parentId = idAt<OrganizationId>(m_snapshot->tables().organizations, cell.parent);
    row.name = name();
    row.code = code();
    row.description = description();
    row.enabled = cell.enabled;
    row.createdAt = createdAt();
    row.version = cell.version;
    row.versionDetails = cell.versionDetails;
    row.versionPlace = cell.versionPlace;
    row.versionStatus = cell.versionStatus;
    row.versionLeader = cell.versionLeader;
    return row;
}

bool RoleGroupView::isKnown() const { return cellOf(*m_snapshot, m_index).known; }
RoleGroupId RoleGroupView::id() const { return RoleGroupId(cellOf(*m_snapshot, m_index).id); }
TenantIndex RoleGroupView::tenant() const { return cellOf(*m_snapshot, m_index).tenant; }
QString RoleGroupView::name() const { return text(*m_snapshot, Text::RoleGroupName, m_index); }
QString RoleGroupView::description() const { return text(*m_snapshot, Text::RoleGroupDescription, m_index); }
Instant RoleGroupView::createdAt() const { return fromMicroseconds(cellOf(*m_snapshot, m_index).createdAt); }
int RoleGroupView::version() const { return cellOf(*m_snapshot, m_index).version; }

RoleGroupRow RoleGroupView::row() const
{
    return {id(), m_snapshot->tenantId(tenant()), name(), description(), createdAt(), version()};
}

bool SpaceView::isKnown() const { return cellOf(*m_snapshot, m_index).known; }
SpaceId SpaceView::id() const { return SpaceId(cellOf(*m_snapshot, m_index).id); }
TenantIndex SpaceView::tenant() const { return cellOf(*m_snapshot, m_index).tenant; }
QString SpaceView::name() const { return text(*m_snapshot, Text::SpaceName, m_index); }
QString SpaceView::description() const { return text(*m_snapshot, Text::SpaceDescription, m_index); }
QString SpaceView::edition() const
{
    return isKnown() ? (*m_snapshot->tables().words)[cellOf(*m_snapshot, m_index).edition] : QString();
}
QStringList SpaceView::modules() const
{
    const QString joined = isKnown() ? (*m_snapshot->tables().words)[cellOf(*m_snapshot, m_index).modules] : QString();
    return joined.isEmpty() ? QStringList() : joined.split(u',');
}
QString SpaceView::avatarKind() const
{
    return isKnown() ? (*m_snapshot->tables().words)[cellOf(*m_snapshot, m_index).avatarKind] : QString();
}
QString SpaceView::avatarIcon() const
{
    return isKnown() ? (*m_snapshot->tables().words)[cellOf(*m_snapshot, m_index).avatarIcon] : QString();
}
bool SpaceView::isArchived() const { return cellOf(*m_snapshot, m_index).archived; }
UserIndex SpaceView::createdBy() const { return cellOf(*m_snapshot, m_index).createdBy; }
Instant SpaceView::createdAt() const { return fromMicroseconds(cellOf(*m_snapshot, m_index).createdAt); }
int SpaceView::version() const { return cellOf(*m_snapshot, m_index).version; }

SpaceRow SpaceView::row() const
{
    const SpaceCell &cell = cellOf(*m_snapshot, m_index);
    return {id(),
            m_snapshot->tenantId(tenant()),
            name(),
            description(),
            edition(),
            modules(),
            isArchived(),
            idAt<UserId>(m_snapshot->tables().users, createdBy()),
            createdAt(),
            version(),
            avatarKind(),
            avatarIcon(),
            cell.versionDetails,
            cell.versionAvatar,
            cell.versionModules,
            cell.versionStatus,
            cell.versionOwner};
}

bool ResourceView::isKnown() const { return cellOf(*m_snapshot, m_index).known; }
ResourceId ResourceView::id() const { return ResourceId(cellOf(*m_snapshot, m_index).id); }
SpaceIndex ResourceView::space() const { return m_snapshot->tables().resourcePlaces[m_index.value()].space(); }
QString ResourceView::resourceKind() const
{
    return isKnown() ? (*m_snapshot->tables().words)[cellOf(*m_snapshot, m_index).resourceKind] : QString();
}
QString ResourceView::name() const { return text(*m_snapshot, Text::ResourceName, m_index); }
bool ResourceView::isRestricted() const { return m_snapshot->tables().resourcePlaces[m_index.value()].restricted; }
UserIndex ResourceView::createdBy() const { return cellOf(*m_snapshot, m_index).createdBy; }
Instant ResourceView::createdAt() const { return fromMicroseconds(cellOf(*m_snapshot, m_index).createdAt); }
int ResourceView::version() const { return cellOf(*m_snapshot, m_index).version; }

ResourceRow ResourceView::row() const
{
    const SpaceIndex of = space();
    const Tables &tables = m_snapshot->tables();
    return {id(),
            of.isValid() ? m_snapshot->tenantId(tables.spaces.cells[of.value()].tenant) : TenantId(),
            idAt<SpaceId>(tables.spaces, of),
            resourceKind(),
            name(),
            isRestricted(),
            idAt<UserId>(tables.users, createdBy()),
            createdAt(),
            version(),
            int(cellOf(*m_snapshot, m_index).versionAccess),
            int(cellOf(*m_snapshot, m_index).versionOwner)};
}

QUuid MembershipView::id() const { return cellOf(*m_snapshot, m_index).id; }
UserIndex MembershipView::user() const { return cellOf(*m_snapshot, m_index).user; }
OrganizationIndex MembershipView::organization() const { return cellOf(*m_snapshot, m_index).organization; }
QString MembershipView::role() const { return (*m_snapshot->tables().words)[cellOf(*m_snapshot, m_index).role]; }
Instant MembershipView::since() const { return fromMicroseconds(cellOf(*m_snapshot, m_index).since); }

MembershipRow MembershipView::row() const
{
    const Tables &tables = m_snapshot->tables();
    return {id(),
            m_snapshot->tenantId(tables.organizations.cells[organization().value()].tenant),
            idAt<UserId>(tables.users, user()),
            idAt<OrganizationId>(tables.organizations, organization()),
            role(),
            since(),
            cellOf(*m_snapshot, m_index).version};
}

GrantId GrantView::id() const { return GrantId(cellOf(*m_snapshot, m_index).id); }
Subject GrantView::subject() const { return cellOf(*m_snapshot, m_index).to(); }
Object GrantView::object() const { return cellOf(*m_snapshot, m_index).on(); }
SpaceIndex GrantView::space() const { return m_snapshot->spaceOf(object()); }
Role GrantView::role() const { return Role(cellOf(*m_snapshot, m_index).role); }
std::optional<Instant> GrantView::expiresAt() const
{
    const auto at = m_snapshot->tables().expiry(m_index);
    return at ? std::optional(fromMicroseconds(*at)) : std::nullopt;
}
UserIndex GrantView::grantedBy() const { return cellOf(*m_snapshot, m_index).grantedBy; }
Instant GrantView::grantedAt() const { return fromMicroseconds(cellOf(*m_snapshot, m_index).grantedAt); }
int GrantView::version() const { return cellOf(*m_snapshot, m_index).version; }

GrantRow GrantView::row() const
{
    const Tables &tables = m_snapshot->tables();
    const SpaceIndex of = space();
    GrantRow row;
    row.id = id();
    row.tenantId = of.isValid() ? m_snapshot->tenantId(tables.spaces.cells[of.value()].tenant) : TenantId();
    row.objectKind = object().kind();
    row.objectId = m_snapshot->idOf(object());
    row.spaceId = idAt<SpaceId>(tables.spaces, of);
    row.subjectKind = subject().kind();
    row.subjectId = m_snapshot->idOf(subject());
    row.role = role();
    row.expiresAt = expiresAt();
    row.grantedBy = idAt<UserId>(tables.users, grantedBy());
    row.grantedAt = grantedAt();
    row.version = version();
    return row;
}

} // namespace tenantry::directory
