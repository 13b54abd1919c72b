// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/snapshot.h"

#include "core/directory/snapshotbuilder_p.h"

namespace tenantry::directory {

namespace {

constexpr size_t bulkFrom = 20'000; ///< rows of a delta: from here on making all lists anew is cheaper
constexpr size_t rememberedSteps = 64;

template <class Index, class Cell, class Wanted>
std::vector<Index> known(const CellTable<Cell> &table, const Wanted &wanted)
{
    std::vector<Index> result;
    for (quint32 i = 0; i < table.cells.size(); ++i)
        if (table.cells[i].known && wanted(table.cells[i]))
            result.push_back(Index(i));
    return result;
}

template <class Index, class Cell>
std::vector<Index> known(const CellTable<Cell> &table)
{
    return known<Index>(table, [](const Cell &) { return true; });
}

template <class Index, class Cell>
std::vector<Index> knownOf(const CellTable<Cell> &table, TenantIndex tenant)
{
    return known<Index>(table, [tenant](const Cell &cell) { return cell.tenant == tenant; });
}

} // namespace

Snapshot::Snapshot(std::unique_ptr<Tables> tables, std::shared_ptr<const History> history)
    : m_tables(std::move(tables)), m_history(std::move(history))
{
}

Snapshot::~Snapshot() = default;

SnapshotPtr Snapshot::empty()
{
    return SnapshotBuilder().build().value();
}

Result<SnapshotPtr> Snapshot::apply(const Delta &delta) const
{
    const size_t rows = delta.upserted.size() + delta.removed.size();
    SnapshotBuilder::Private builder(*m_tables, rows >= bulkFrom);
    auto changes = std::make_shared<Changes>();
    for (const RowKey &key : delta.removed) {
        builder.remove(key);
        changes->add(key.kind, key.id);
    }
    for (const Row &row : delta.upserted) {
        std::visit([&](const auto &r) { builder.upsert(r); }, row);
        changes->add(kindOf(row), directory::idOf(row));
    }
    if (const auto finished = builder.finish(); !finished)
        return tl::unexpected(finished.error());
    auto history = std::make_shared<History>();
    if (rows < bulkFrom) {
        const auto &steps = m_history->steps;
        history->steps.assign(
            steps.size() < rememberedSteps ? steps.begin() : steps.end() - rememberedSteps / 2, steps.end());
    }
    history->steps.push_back(std::move(changes));
    return SnapshotPtr(new Snapshot(std::make_unique<Tables>(std::move(builder.tables)), std::move(history)));
}

std::optional<Changes> Snapshot::changesSince(const Snapshot &older) const
{
    const auto &steps = m_history->steps;
    const auto from = std::ranges::find(steps, older.m_history->steps.back());
    if (from == steps.end())
        return std::nullopt;
    Changes all;
    for (auto step = from + 1; step != steps.end(); ++step)
        for (int kind = 1; kind <= rowKindCount; ++kind)
            for (const QUuid &id : (*step)->of(RowKind(kind)))
                all.add(RowKind(kind), id);
    return all;
}

UserIndex Snapshot::findUser(UserId id) const
{
    return UserIndex(m_tables->users.find(id.uuid()));
}
std::vector<UserIndex> Snapshot::users() const
{
    return known<UserIndex>(m_tables->users);
}
std::vector<UserIndex> Snapshot::usersOf(TenantIndex tenant) const
{
    return knownOf<UserIndex>(m_tables->users, tenant);
}
qsizetype Snapshot::userCount() const
{
    return m_tables->users.live;
}
quint32 Snapshot::userSlots() const
{
    return m_tables->users.cells.size();
}

OrganizationIndex Snapshot::findOrganization(OrganizationId id) const
{
    return OrganizationIndex(m_tables->organizations.find(id.uuid()));
}
std::vector<OrganizationIndex> Snapshot::organizations() const
{
    std::vector<OrganizationIndex> result;
    for (const OrganizationIndex o : m_tables->tree->order())
        if (m_tables->organizations.cells[o.value()].known)
            result.push_back(o);
    return result;
}
qsizetype Snapshot::organizationCount() const
{
    return m_tables->organizations.live;
}
quint32 Snapshot::organizationSlots() const
{
    return m_tables->organizations.cells.size();
}

std::vector<OrganizationIndex> Snapshot::rootOrganizations() const
{
    const auto &cells = m_tables->organizations.cells;
    return known<OrganizationIndex>(m_tables->organizations, [&](const OrganizationCell &cell) {
        return !cell.parent.isValid() || !cells[cell.parent.value()].known;
    });
}
std::vector<OrganizationIndex> Snapshot::rootOrganizations(TenantIndex tenant) const
{
    auto roots = rootOrganizations();
    std::erase_if(roots, [&](OrganizationIndex o) {
        return m_tables->organizations.cells[o.value()].tenant != tenant;
    });
    return roots;
}
std::span<const OrganizationIndex> Snapshot::children(OrganizationIndex organization) const
{
    return m_tables->tree->children(organization);
}
std::vector<OrganizationIndex> Snapshot::ancestors(OrganizationIndex organization) const
{
    std::vector<OrganizationIndex> result;
    const OrganizationTree &tree = *m_tables->tree;
    for (OrganizationIndex o = tree.parent(organization); o.isValid(); o = tree.parent(o))
        result.push_back(o);
    return result;
}
std::vector<OrganizationIndex> Snapshot::path(OrganizationIndex organization) const
{
    auto result = ancestors(organization);
    result.insert(result.begin(), organization);
    std::ranges::reverse(result);
    return result;
}
bool Snapshot::isWithin(OrganizationIndex below, OrganizationIndex above) const
{
    return m_tables->tree->isWithin(below, above);
}
std::vector<OrganizationIndex> Snapshot::subtree(OrganizationIndex organization) const
{
    const auto all = m_tables->tree->subtree(organization);
    return {all.begin(), all.end()};
}

MembershipIndex Snapshot::findMembership(const QUuid &id) const
{
    return MembershipIndex(m_tables->memberships.find(id));
}
std::span<const UserMembership> Snapshot::membershipsOf(UserIndex user) const
{
    return m_tables->membershipsOfUser[user.value()];
}
std::vector<OrganizationIndex> Snapshot::organizationsOf(UserIndex user) const
{
    std::vector<OrganizationIndex> result;
    const OrganizationIndex primary = m_tables->users.cells[user.value()].primary;
    for (const UserMembership &m : membershipsOf(user))
        result.insert(m.organization == primary ? result.begin() : result.end(), m.organization);
    return result;
}
std::span<const OrganizationMember> Snapshot::membersOf(OrganizationIndex organization) const
{
    return m_tables->membersOfOrganization[organization.value()];
}
std::vector<UserIndex> Snapshot::membersWithin(OrganizationIndex organization) const
{
    std::vector<UserIndex> result;
    for (const OrganizationIndex o : m_tables->tree->subtree(organization))
        for (const OrganizationMember &m : membersOf(o))
            result.push_back(m.user);
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}
qsizetype Snapshot::membershipCount() const
{
    return m_tables->memberships.live;
}

RoleGroupIndex Snapshot::findRoleGroup(RoleGroupId id) const
{
    return RoleGroupIndex(m_tables->roleGroups.find(id.uuid()));
}
std::vector<RoleGroupIndex> Snapshot::roleGroups() const
{
    return known<RoleGroupIndex>(m_tables->roleGroups);
}
std::vector<RoleGroupIndex> Snapshot::roleGroupsOf(TenantIndex tenant) const
{
    return knownOf<RoleGroupIndex>(m_tables->roleGroups, tenant);
}
quint32 Snapshot::roleGroupSlots() const
{
    return m_tables->roleGroups.cells.size();
}
std::span<const GroupMember> Snapshot::membersOf(RoleGroupIndex group) const
{
    return m_tables->membersOfGroup[group.value()];
}
std::span<const GroupOf> Snapshot::groupsOf(UserIndex user) const
{
    return m_tables->groupsOfUser[user.value()];
}
std::span<const GroupOf> Snapshot::groupsOf(OrganizationIndex organization) const
{
    return m_tables->groupsOfOrganization[organization.value()];
}

SpaceIndex Snapshot::findSpace(SpaceId id) const
{
    return SpaceIndex(m_tables->spaces.find(id.uuid()));
}
std::vector<SpaceIndex> Snapshot::spaces() const
{
    return known<SpaceIndex>(m_tables->spaces);
}
std::vector<SpaceIndex> Snapshot::spacesOf(TenantIndex tenant) const
{
    return knownOf<SpaceIndex>(m_tables->spaces, tenant);
}
quint32 Snapshot::spaceSlots() const
{
    return m_tables->spaces.cells.size();
}
const SpacePictureRow *Snapshot::pictureOf(SpaceId space) const
{
    return m_tables->spacePictures.find(space.uuid());
}
ResourceIndex Snapshot::findResource(ResourceId id) const
{
    return ResourceIndex(m_tables->resources.find(id.uuid()));
}
std::span<const SpaceResource> Snapshot::resourcesOf(SpaceIndex space) const
{
    return m_tables->resourcesOfSpace[space.value()];
}
quint32 Snapshot::resourceSlots() const
{
    return m_tables->resources.cells.size();
}

GrantIndex Snapshot::findGrant(GrantId id) const
{
    return GrantIndex(m_tables->grants.find(id.uuid()));
}
std::span<const GrantEntry> Snapshot::grantsOn(SpaceIndex space) const
{
    return m_tables->grantsOnSpace[space.value()];
}
std::span<const GrantEntry> Snapshot::grantsOn(ResourceIndex resource) const
{
    return m_tables->grantsOnResource[resource.value()];
}
std::span<const GrantEntry> Snapshot::grantsOn(Object object) const
{
    return object.kind() == ObjectKind::Space ? grantsOn(object.space()) : grantsOn(object.resource());
}
std::span<const SubjectGrant> Snapshot::grantsOf(Subject subject) const
{
    return m_tables->grantsOfSubject[size_t(subject.kind())][subject.index()];
}
qsizetype Snapshot::grantCount() const
{
    return m_tables->grants.live;
}

Subject Snapshot::findSubject(SubjectKind kind, const QUuid &id) const
{
    switch (kind) {
    case SubjectKind::User:
        return findUser(UserId(id));
    case SubjectKind::Organization:
        return findOrganization(OrganizationId(id));
    case SubjectKind::RoleGroup:
        break;
    }
    return findRoleGroup(RoleGroupId(id));
}
Object Snapshot::findObject(ObjectKind kind, const QUuid &id) const
{
    return kind == ObjectKind::Space ? Object(findSpace(SpaceId(id))) : Object(findResource(ResourceId(id)));
}
QUuid Snapshot::idOf(Subject subject) const
{
    switch (subject.kind()) {
    case SubjectKind::User:
        return m_tables->users.cells[subject.index()].id;
    case SubjectKind::Organization:
        return m_tables->organizations.cells[subject.index()].id;
    case SubjectKind::RoleGroup:
        break;
    }
    return m_tables->roleGroups.cells[subject.index()].id;
}
QUuid Snapshot::idOf(Object object) const
{
    return object.kind() == ObjectKind::Space ? m_tables->spaces.cells[object.index()].id
                                              : m_tables->resources.cells[object.index()].id;
}
QString Snapshot::nameOf(Subject subject) const
{
    constexpr std::array columns{Text::UserName, Text::OrganizationName, Text::RoleGroupName};
    return m_tables->text(columns[size_t(subject.kind())], subject.index());
}
QString Snapshot::nameOf(Object object) const
{
    return m_tables->text(object.kind() == ObjectKind::Space ? Text::SpaceName : Text::ResourceName,
                          object.index());
}
SpaceIndex Snapshot::spaceOf(Object object) const
{
    return m_tables->spaceOf(object);
}

TenantIndex Snapshot::findTenant(TenantId id) const
{
    return TenantIndex(m_tables->tenants.find(id.uuid()));
}
TenantId Snapshot::tenantId(TenantIndex index) const
{
    return index.isValid() ? TenantId(m_tables->tenants.cells[index.value()].id) : TenantId();
}
const TenantRow *Snapshot::tenant(TenantIndex index) const
{
    return tenant(tenantId(index));
}
const TenantRow *Snapshot::tenant(TenantId id) const
{
    return m_tables->tenantRows.find(id.uuid());
}
bool Snapshot::knowsStandingOf(TenantIndex index) const
{
    return tenant(index) || (index.isValid() && m_tables->tenantStandings.find(tenantId(index).uuid()));
}
bool Snapshot::isFrozen(TenantIndex index) const
{
    return m_tables->isFrozen(index);
}
Rows<TenantRow> Snapshot::tenants() const
{
    return m_tables->tenantRows.rows();
}
Rows<PlanRow> Snapshot::plans() const
{
    return m_tables->plans.rows();
}
const PlanRow *Snapshot::plan(const QUuid &id) const
{
    return m_tables->plans.find(id);
}
Rows<SettingRow> Snapshot::settings() const
{
    return m_tables->settings.rows();
}
const SettingRow *Snapshot::setting(TenantId tenant, const QString &key) const
{
    for (const SettingRow &row : m_tables->settings.of(tenant.uuid()))
        if (row.key == key)
            return &row;
    return nullptr;
}
Rows<OutsiderRow> Snapshot::outsiders() const
{
    return m_tables->outsiders.rows();
}
Rows<OutsiderRow> Snapshot::outsidersOf(TenantId tenant) const
{
    return m_tables->outsiders.of(tenant.uuid());
}
Rows<RoleAssignmentRow> Snapshot::roleAssignments() const
{
    return m_tables->roleAssignments.rows();
}
Rows<RoleAssignmentRow> Snapshot::roleAssignmentsOf(UserId user) const
{
    return m_tables->roleAssignments.of(user.uuid());
}

Rows<TenantRoleRow> Snapshot::tenantRoles() const
{
    return m_tables->tenantRoles.rows();
}
Rows<TenantRoleRow> Snapshot::tenantRolesOf(TenantId tenant) const
{
    return m_tables->tenantRoles.of(tenant.uuid());
}
const TenantRoleRow *Snapshot::tenantRole(TenantRoleId id) const
{
    return m_tables->tenantRoles.find(id.uuid());
}
const OrganizationPermissionRow *Snapshot::permissionsSetAt(OrganizationId organization) const
{
    return m_tables->organizationPermissions.find(organization.uuid());
}
Rows<OrganizationPermissionRow> Snapshot::organizationPermissions() const
{
    return m_tables->organizationPermissions.rows();
}

Rows<ApplicationRow> Snapshot::applications() const
{
    return m_tables->applications.rows();
}
const ApplicationRow *Snapshot::application(ApplicationId id) const
{
    return m_tables->applications.find(id.uuid());
}
Rows<ApplicationEventRow> Snapshot::eventsOf(ApplicationId application) const
{
    return m_tables->events.of(application.uuid());
}
Rows<NotificationRow> Snapshot::notifications() const
{
    return m_tables->notifications.rows();
}
const NotificationRow *Snapshot::notification(const QUuid &id) const
{
    return m_tables->notifications.find(id);
}
Rows<NotificationReadRow> Snapshot::readsOf(const QUuid &notification) const
{
    return m_tables->reads.of(notification);
}
bool Snapshot::isRead(const QUuid &notification, UserId by) const
{
    const auto reads = readsOf(notification);
    return std::any_of(reads.begin(), reads.end(),
                       [&](const NotificationReadRow &read) { return read.userId == by; });
}

} // namespace tenantry::directory
