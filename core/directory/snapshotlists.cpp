// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SnapshotBuilder::Private that keeps the lists between things, one by one or all at once.
#include "core/directory/snapshotbuilder_p.h"

namespace tenantry::directory {

namespace {

template <class Entry, int bits>
void edit(PagedLists<Entry, bits> &lists, quint32 node, const Entry &entry, bool add)
{
    lists.resize(node + 1);
    if (add)
        lists.insert(node, entry);
    else
        lists.erase(node, entry);
}

/// Makes the lists of `nodes` nodes from `cells`: `edge(index, cell)` gives node and entry, or nothing for a
/// free cell.
template <class Entry, class Cells, class Edge>
PagedLists<Entry> collect(const Cells &cells, quint32 nodes, const Edge &edge)
{
    std::vector<quint32> counts(nodes);
    for (quint32 i = 0; i < cells.size(); ++i)
        if (const std::optional<std::pair<quint32, Entry>> e = edge(i, cells[i]))
            ++counts[e->first];
    typename PagedLists<Entry>::Loader loader(std::move(counts));
    for (quint32 i = 0; i < cells.size(); ++i)
        if (const std::optional<std::pair<quint32, Entry>> e = edge(i, cells[i]))
            loader.add(e->first, e->second);
    loader.sort();
    return loader.finish();
}

} // namespace

void SnapshotBuilder::Private::beforeMembershipsChange(UserIndex of)
{
    if (membershipsBefore.contains(of))
        return;
    tables.membershipsOfUser.resize(of.value() + 1);
    std::vector<OrganizationIndex> before;
    for (const UserMembership &m : tables.membershipsOfUser[of.value()])
        before.push_back(m.organization);
    membershipsBefore.insert(of, std::move(before));
}

void SnapshotBuilder::Private::link(MembershipIndex membership, bool add)
{
    if (relist)
        return;
    const MembershipCell &cell = tables.memberships.cells[membership.value()];
    beforeMembershipsChange(cell.user);
    edit(tables.membershipsOfUser, cell.user.value(), {cell.organization, membership}, add);
    edit(tables.membersOfOrganization, cell.organization.value(), {cell.user, membership}, add);
}

void SnapshotBuilder::Private::link(RoleGroupMemberIndex member, bool add)
{
    if (relist)
        return;
    const RoleGroupMemberCell &cell = tables.roleGroupMembers.cells[member.value()];
    edit(cell.isOrganization ? tables.groupsOfOrganization : tables.groupsOfUser, cell.subject,
         {cell.group, member}, add);
    if (cell.isOrganization) {
        tables.climbs.resize(tables.organizations.cells.size());
        tables.climbs.change(cell.subject).hasGroups = !tables.groupsOfOrganization[cell.subject].empty();
    } else {
        touchedUsers.push_back(UserIndex(cell.subject));
    }
    edit(tables.membersOfGroup, cell.group.value(), {cell.whom(), member}, add);
}

void SnapshotBuilder::Private::link(GrantIndex grant, bool add)
{
    if (relist)
        return;
    const GrantCell &cell = tables.grants.cells[grant.value()];
    const GrantEntry entry(grant, Role(cell.role), expiry(grant).has_value());
    const Object on = cell.on();
    const SpaceIndex inSpace = tables.spaceOf(on);
    edit(on.kind() == ObjectKind::Space ? tables.grantsOnSpace : tables.grantsOnResource, on.index(), entry,
         add);
    edit(tables.grantsOfSubject[cell.subjectKind], cell.subject, SubjectGrant(inSpace, on, entry), add);
    if (add)
        tables.grantFilter.add(cell.to(), inSpace);
}

void SnapshotBuilder::Private::linkToSpace(ResourceIndex resource, bool add)
{
    const ResourcePlace place = tables.resourcePlaces[resource.value()];
    if (!relist && place.known && place.space().isValid())
        edit(tables.resourcesOfSpace, place.inSpace, {resource, place.restricted != 0}, add);
}

Result<void> SnapshotBuilder::Private::finish()
{
    std::future<std::vector<quint32>> grantIds;
    if (bulk) {
        putPending();
        grantIds = startGrantIds();
        makeIdTables();
    }
    const auto tree = tables.tree;
    if (const auto made = makeTree(); !made)
        return made;
    if (bulk)
        packTexts();
    if (relist) {
        makeMembershipLists();
        makeGroupLists();
        makeResourceLists();
    }
    if (bulk)
        takeGrantIds(std::move(grantIds));
    if (relist)
        makeGrantLists();
    resizeLists();
    if (relist || tables.tree != tree) {
        countMembers();
        placePeople();
        prepareClimbs();
    } else {
        for (auto it = membershipsBefore.cbegin(); it != membershipsBefore.cend(); ++it) {
            countMembers(it.key(), it.value());
            placePerson(it.key(), it.value());
        }
    }
    if (relist || tables.grantFilter.isFull())
        filterGrants();
    judgeUsers();
    judgeSpaces();
    return {};
}

void SnapshotBuilder::Private::packTexts()
{
    for (size_t i = 0; i < textCount; ++i) {
        const Text column = Text(i);
        const quint32 rows = column <= Text::Nickname                  ? tables.users.cells.size()
                             : column <= Text::OrganizationDescription ? tables.organizations.cells.size()
                             : column <= Text::RoleGroupDescription    ? tables.roleGroups.cells.size()
                             : column <= Text::SpaceDescription        ? tables.spaces.cells.size()
                                                                       : tables.resources.cells.size();
        tables.texts[i] = staged[i].finish(tables.texts[i], rows);
    }
}

void SnapshotBuilder::Private::resizeLists()
{
    for (size_t i = 0; i < textCount; ++i) {
        const Text column = Text(i);
        tables.texts[i].resize(column <= Text::Nickname                  ? tables.users.cells.size()
                               : column <= Text::OrganizationDescription ? tables.organizations.cells.size()
                               : column <= Text::RoleGroupDescription    ? tables.roleGroups.cells.size()
                               : column <= Text::SpaceDescription        ? tables.spaces.cells.size()
                                                                         : tables.resources.cells.size());
    }
    const quint32 users = tables.users.cells.size();
    const quint32 organizations = tables.organizations.cells.size();
    const quint32 groups = tables.roleGroups.cells.size();
    tables.membershipsOfUser.resize(users);
    tables.membersOfOrganization.resize(organizations);
    tables.groupsOfUser.resize(users);
    tables.groupsOfOrganization.resize(organizations);
    tables.membersOfGroup.resize(groups);
    tables.resourcesOfSpace.resize(tables.spaces.cells.size());
    tables.grantsOnSpace.resize(tables.spaces.cells.size());
    tables.grantsOnResource.resize(tables.resources.cells.size());
    tables.grantsOfSubject[size_t(SubjectKind::User)].resize(users);
    tables.grantsOfSubject[size_t(SubjectKind::Organization)].resize(organizations);
    tables.grantsOfSubject[size_t(SubjectKind::RoleGroup)].resize(groups);
    tables.expiries.resize(tables.grants.cells.size() / Tables::grantsPerExpiryList + 1);
    tables.memberCounts.resize(organizations);
}

void SnapshotBuilder::Private::makeMembershipLists()
{
    const auto &cells = tables.memberships.cells;
    using OfUser = std::optional<std::pair<quint32, UserMembership>>;
    tables.membershipsOfUser =
        collect<UserMembership>(cells, tables.users.cells.size(), [](quint32 i, const MembershipCell &c) {
            return isNone(c.id) ? OfUser() : OfUser({c.user.value(), {c.organization, MembershipIndex(i)}});
        });
    using InOrganization = std::optional<std::pair<quint32, OrganizationMember>>;
    tables.membersOfOrganization = collect<OrganizationMember>(
        cells, tables.organizations.cells.size(), [](quint32 i, const MembershipCell &c) {
            return isNone(c.id) ? InOrganization()
                                : InOrganization({c.organization.value(), {c.user, MembershipIndex(i)}});
        });
}

void SnapshotBuilder::Private::makeGroupLists()
{
    const auto &cells = tables.roleGroupMembers.cells;
    using Of = std::optional<std::pair<quint32, GroupOf>>;
    const auto groupsOf = [&](quint32 nodes, bool organizations) {
        return collect<GroupOf>(cells, nodes, [organizations](quint32 i, const RoleGroupMemberCell &c) {
            return isNone(c.id) || c.isOrganization != organizations
                       ? Of()
                       : Of({c.subject, {c.group, RoleGroupMemberIndex(i)}});
        });
    };
    tables.groupsOfUser = groupsOf(tables.users.cells.size(), false);
    tables.groupsOfOrganization = groupsOf(tables.organizations.cells.size(), true);
    using In = std::optional<std::pair<quint32, GroupMember>>;
    tables.membersOfGroup = collect<GroupMember>(
        cells, tables.roleGroups.cells.size(), [](quint32 i, const RoleGroupMemberCell &c) {
            return isNone(c.id) ? In() : In({c.group.value(), {c.whom(), RoleGroupMemberIndex(i)}});
        });
}

void SnapshotBuilder::Private::makeResourceLists()
{
    using In = std::optional<std::pair<quint32, SpaceResource>>;
    tables.resourcesOfSpace = collect<SpaceResource>(
        tables.resourcePlaces, tables.spaces.cells.size(), [](quint32 i, ResourcePlace p) {
            return !p.known || !p.space().isValid() ? In()
                                                    : In({p.inSpace, {ResourceIndex(i), p.restricted != 0}});
        });
}

void SnapshotBuilder::Private::makeExpiries()
{
    if (stagedExpiries.empty())
        return;
    const quint32 count = tables.grants.cells.size();
    stagedExpiries.resize(count, never);
    std::vector<quint32> counts(count / Tables::grantsPerExpiryList + 1);
    for (quint32 i = 0; i < count; ++i)
        counts[i / Tables::grantsPerExpiryList] += stagedExpiries[i] != never;
    PagedLists<Expiry>::Loader loader(std::move(counts));
    for (quint32 i = 0; i < count; ++i)
        if (stagedExpiries[i] != never)
            loader.add(i / Tables::grantsPerExpiryList, {stagedExpiries[i], i % Tables::grantsPerExpiryList});
    tables.expiries = loader.finish();
}

void SnapshotBuilder::Private::makeGrantLists()
{
    makeExpiries();
    // Two ways through all grants that don't meet: they fill what is large and lies apart.
    auto onObjects = std::async(std::launch::async, [this] { makeListsOnObjects(); });
    makeListsOfSubjects();
    onObjects.get();
    stagedExpiries.clear();
}

template <class Visit>
void SnapshotBuilder::Private::eachGrant(const Visit &visit) const
{
    const auto &cells = tables.grants.cells;
    for (quint32 i = 0; i < cells.size(); ++i)
        if (const GrantCell &cell = cells[i]; !isNone(cell.id))
            visit(cell, GrantIndex(i));
}

void SnapshotBuilder::Private::makeListsOnObjects()
{
    std::vector<quint32> onSpace(tables.spaces.cells.size());
    std::vector<quint32> onResource(tables.resources.cells.size());
    eachGrant(
        [&](const GrantCell &c, GrantIndex) { ++(c.objectKind == 0 ? onSpace : onResource)[c.object]; });
    PagedLists<GrantEntry>::Loader spaces(std::move(onSpace));
    PagedLists<GrantEntry>::Loader resources(std::move(onResource));
    eachGrant([&](const GrantCell &c, GrantIndex i) {
        (c.objectKind == 0 ? spaces : resources).add(c.object, {i, Role(c.role), expiry(i).has_value()});
    });
    tables.grantsOnSpace = spaces.finish(); // in the order of grants already
    tables.grantsOnResource = resources.finish();
}

void SnapshotBuilder::Private::makeListsOfSubjects()
{
    using Counts = std::vector<quint32>;
    std::array<Counts, 3> counts{Counts(tables.users.cells.size()), Counts(tables.organizations.cells.size()),
                                 Counts(tables.roleGroups.cells.size())};
    eachGrant([&](const GrantCell &c, GrantIndex) { ++counts[c.subjectKind][c.subject]; });
    using Loader = PagedLists<SubjectGrant>::Loader;
    std::array<Loader, 3> lists{Loader(std::move(counts[0])), Loader(std::move(counts[1])),
                                Loader(std::move(counts[2]))};
    eachGrant([&](const GrantCell &c, GrantIndex i) {
        const GrantEntry entry(i, Role(c.role), expiry(i).has_value());
        lists[c.subjectKind].add(c.subject, SubjectGrant(tables.spaceOf(c.on()), c.on(), entry));
    });
    for (size_t kind = 0; kind < lists.size(); ++kind) {
        lists[kind].sort();
        tables.grantsOfSubject[kind] = lists[kind].finish();
    }
}

} // namespace tenantry::directory
