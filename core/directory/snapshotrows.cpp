// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// From rows to a snapshot and back again.
#include "core/directory/snapshotbuilder_p.h"

namespace tenantry::directory {

SnapshotBuilder::SnapshotBuilder() : d(std::make_unique<Private>(Tables{}, true)) {}
SnapshotBuilder::~SnapshotBuilder() = default;

void SnapshotBuilder::add(const Row &row)
{
    std::visit([this](const auto &r) { d->upsert(r); }, row);
}

template <class AnyRow>
void SnapshotBuilder::add(const AnyRow &row)
{
    d->upsert(row);
}

#define TENANTRY_ROW(AnyRow) template void SnapshotBuilder::add<AnyRow>(const AnyRow &);
TENANTRY_EACH_ROW(TENANTRY_ROW)
#undef TENANTRY_ROW

Result<SnapshotPtr> SnapshotBuilder::build()
{
    if (const auto finished = d->finish(); !finished)
        return tl::unexpected(finished.error());
    auto history = std::make_shared<Snapshot::History>();
    history->steps.push_back(std::make_shared<Changes>());
    return SnapshotPtr(new Snapshot(std::make_unique<Tables>(std::move(d->tables)), std::move(history)));
}

namespace {

RoleGroupMemberRow memberRow(const Snapshot &snapshot, const RoleGroupMemberCell &cell)
{
    const RoleGroupCell &group = snapshot.tables().roleGroups.cells[cell.group.value()];
    return {cell.id,
            snapshot.tenantId(group.tenant),
            RoleGroupId(group.id),
            cell.whom().kind(),
            snapshot.idOf(cell.whom()),
            cell.version};
}

template <class Index, class Cell, class Function>
void eachKnown(const CellTable<Cell> &table, const Function &function)
{
    for (quint32 i = 0; i < table.cells.size(); ++i)
        if (table.cells[i].known)
            function(Index(i));
}

template <class Index, class Cell, class Function>
void eachUsed(const CellTable<Cell> &table, const Function &function)
{
    for (quint32 i = 0; i < table.cells.size(); ++i)
        if (!table.cells[i].id.isNull())
            function(Index(i));
}

template <class AnyRow>
std::optional<Row> found(const AnyRow *row)
{
    return row ? std::optional<Row>(*row) : std::nullopt;
}

} // namespace

std::vector<Row> Snapshot::allRows() const
{
    const Tables &t = *m_tables;
    std::vector<Row> all;
    const auto append = [&all](const auto &rows) { all.insert(all.end(), rows.begin(), rows.end()); };
    append(tenants());
    eachKnown<UserIndex>(t.users, [&](UserIndex i) { all.push_back(user(i).row()); });
    for (quint32 i = 0; i < t.users.cells.size(); ++i)
        if (const auto row = user(UserIndex(i)).privateRow())
            all.push_back(*row);
    eachKnown<OrganizationIndex>(t.organizations,
                                 [&](OrganizationIndex i) { all.push_back(organization(i).row()); });
    eachUsed<MembershipIndex>(t.memberships, [&](MembershipIndex i) { all.push_back(membership(i).row()); });
    eachKnown<RoleGroupIndex>(t.roleGroups, [&](RoleGroupIndex i) { all.push_back(roleGroup(i).row()); });
    eachUsed<RoleGroupMemberIndex>(t.roleGroupMembers, [&](RoleGroupMemberIndex i) {
        all.push_back(memberRow(*this, t.roleGroupMembers.cells[i.value()]));
    });
    eachKnown<SpaceIndex>(t.spaces, [&](SpaceIndex i) { all.push_back(space(i).row()); });
    eachKnown<ResourceIndex>(t.resources, [&](ResourceIndex i) { all.push_back(resource(i).row()); });
    eachUsed<GrantIndex>(t.grants, [&](GrantIndex i) { all.push_back(grant(i).row()); });
    append(outsiders());
    append(applications());
    append(t.events.rows());
    append(plans());
    append(settings());
    append(notifications());
    append(t.reads.rows());
    append(roleAssignments());
    append(t.spacePictures.rows());
    append(tenantRoles());
    append(t.organizationPermissions.rows());
    append(t.tenantStandings.rows());
    return all;
}

std::optional<Row> Snapshot::row(const RowKey &key) const
{
    const Tables &t = *m_tables;
    // Where there is a row: its index, else nothing. Cells of edges are there only while their rows are.
    const auto at = [&](const auto &table) -> std::optional<quint32> {
        const quint32 index = table.find(key.id);
        if (index == IdTable::none)
            return std::nullopt;
        if constexpr (requires { table.cells[index].known; })
            if (!table.cells[index].known)
                return std::nullopt;
        return index;
    };
    const auto with = [](std::optional<quint32> index, const auto &make) {
        return index ? std::optional<Row>(make(*index)) : std::nullopt;
    };
    switch (key.kind) {
    case RowKind::Tenant:
        return found(t.tenantRows.find(key.id));
    case RowKind::User:
        return with(at(t.users), [&](quint32 i) { return user(UserIndex(i)).row(); });
    case RowKind::UserPrivate: {
        const UserIndex index = findUser(UserId(key.id));
        const auto row = index.isValid() ? user(index).privateRow() : std::nullopt;
        return row ? std::optional<Row>(*row) : std::nullopt;
    }
    case RowKind::Organization:
        return with(at(t.organizations), [&](quint32 i) { return organization(OrganizationIndex(i)).row(); });
    case RowKind::Membership:
        return with(at(t.memberships), [&](quint32 i) { return membership(MembershipIndex(i)).row(); });
    case RowKind::RoleGroup:
        return with(at(t.roleGroups), [&](quint32 i) { return roleGroup(RoleGroupIndex(i)).row(); });
    case RowKind::RoleGroupMember:
        return with(at(t.roleGroupMembers),
                    [&](quint32 i) { return memberRow(*this, t.roleGroupMembers.cells[i]); });
    case RowKind::Space:
        return with(at(t.spaces), [&](quint32 i) { return space(SpaceIndex(i)).row(); });
    case RowKind::Resource:
        return with(at(t.resources), [&](quint32 i) { return resource(ResourceIndex(i)).row(); });
    case RowKind::Grant:
        return with(at(t.grants), [&](quint32 i) { return grant(GrantIndex(i)).row(); });
    case RowKind::Outsider:
        return found(t.outsiders.find(key.id));
    case RowKind::Application:
        return found(t.applications.find(key.id));
    case RowKind::ApplicationEvent:
        return found(t.events.find(key.id));
    case RowKind::Plan:
        return found(t.plans.find(key.id));
    case RowKind::Setting:
        return found(t.settings.find(key.id));
    case RowKind::Notification:
        return found(t.notifications.find(key.id));
    case RowKind::NotificationRead:
        return found(t.reads.find(key.id));
    case RowKind::RoleAssignment:
        return found(t.roleAssignments.find(key.id));
    case RowKind::SpacePicture:
        return found(t.spacePictures.find(key.id));
    case RowKind::TenantRole:
        return found(t.tenantRoles.find(key.id));
    case RowKind::OrganizationPermission:
        return found(t.organizationPermissions.find(key.id));
    case RowKind::TenantStanding:
        return found(t.tenantStandings.find(key.id));
    }
    return std::nullopt;
}

qsizetype Snapshot::memoryUsed() const
{
    const Tables &t = *m_tables;
    qsizetype sum = 0;
    const auto add = [&sum](const auto &...parts) { (..., (sum += parts.memoryUsed())); };
    const auto addTable = [&](const auto &...table) { (..., add(table.cells, table.ids)); };
    addTable(t.tenants, t.users, t.organizations, t.roleGroups, t.spaces, t.resources, t.memberships,
             t.roleGroupMembers, t.grants);
    for (const Texts &texts : t.texts)
        add(texts);
    for (const auto &lists : t.grantsOfSubject)
        add(lists);
    add(t.expiries, t.membershipsOfUser, t.membersOfOrganization, t.groupsOfUser, t.groupsOfOrganization,
        t.membersOfGroup, t.resourcesOfSpace, t.grantsOnSpace, t.grantsOnResource, *t.tree, t.memberCounts,
        t.standings, t.resourcePlaces, t.spaceFlags, t.climbs, t.peopleByPosition, t.grantFilter);
    return sum;
}

} // namespace tenantry::directory
