// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SnapshotBuilder::Private that works out what follows from cells and lists.
#include "core/directory/snapshotbuilder_p.h"

#include <QStringList>

namespace tenantry::directory
{

Result<void> SnapshotBuilder::Private::makeTree()
{
    const auto &cells = tables.organizations.cells;
    // Mentioning an organization that isn't known makes a tree of its own.
    treeChanged = treeChanged || tables.tree->size() != cells.size();
    if (!treeChanged)
        return {};
    std::vector<OrganizationTree::Input> input(cells.size());
    for (quint32 i = 0; i < cells.size(); ++i)
        input[i] = {cells[i].parent, cells[i].enabled};
    auto tree = OrganizationTree::make(input);
    if (!tree) {
        QStringList ids;
        for (const OrganizationIndex o : tree.error())
            ids.append(cells[o.value()].id.toString(QUuid::WithoutBraces));
        return failure(ErrorClass::Data, QStringLiteral("directory.organization_cycle"), {{QStringLiteral("ids"), ids}});
    }
    tables.tree = std::make_shared<const OrganizationTree>(std::move(*tree));
    return {};
}

void SnapshotBuilder::Private::countMembers()
{
    const OrganizationTree &tree = *tables.tree;
    std::vector<MemberCounts> counts(tree.size());
    std::vector<OrganizationIndex> of;
    for (quint32 u = 0; u < tables.membershipsOfUser.size(); ++u) {
        of.clear();
        for (const UserMembership &m : tables.membershipsOfUser[u])
            of.push_back(m.organization);
        std::ranges::sort(of, {}, [&](OrganizationIndex o) { return tree.position(o); });
        of.erase(std::unique(of.begin(), of.end()), of.end());
        for (size_t i = 0; i < of.size(); ++i) {
            ++counts[of[i].value()].own;
            ++counts[of[i].value()].total;
            if (i == 0)
                continue;
            // A person in two organizations counts once in whatever lies above both (unsigned: the sum comes out right).
            OrganizationIndex common = of[i - 1];
            while (common.isValid() && !tree.isWithin(of[i], common))
                common = tree.parent(common);
            if (common.isValid())
                --counts[common.value()].total;
        }
    }
    const auto order = tree.order();
    for (auto it = order.rbegin(); it != order.rend(); ++it)
        if (const OrganizationIndex parent = tree.parent(*it); parent.isValid())
            counts[parent.value()].total += counts[it->value()].total;
    tables.memberCounts = {};
    for (const MemberCounts &c : counts)
        tables.memberCounts.append(c);
}

void SnapshotBuilder::Private::countMembers(UserIndex of, const std::vector<OrganizationIndex> &before)
{
    const auto reached = [this](std::vector<OrganizationIndex> direct) {
        for (size_t i = 0, n = direct.size(); i < n; ++i)
            for (OrganizationIndex o = tables.tree->parent(direct[i]); o.isValid(); o = tables.tree->parent(o))
                direct.push_back(o);
        std::ranges::sort(direct);
        direct.erase(std::unique(direct.begin(), direct.end()), direct.end());
        return direct;
    };
    const auto unique = [](std::vector<OrganizationIndex> list) {
        std::ranges::sort(list);
        list.erase(std::unique(list.begin(), list.end()), list.end());
        return list;
    };
    std::vector<OrganizationIndex> after;
    for (const UserMembership &m : tables.membershipsOfUser[of.value()])
        after.push_back(m.organization);
    for (const OrganizationIndex o : unique(before))
        --tables.memberCounts.change(o.value()).own;
    for (const OrganizationIndex o : unique(after))
        ++tables.memberCounts.change(o.value()).own;
    for (const OrganizationIndex o : reached(before))
        --tables.memberCounts.change(o.value()).total;
    for (const OrganizationIndex o : reached(after))
        ++tables.memberCounts.change(o.value()).total;
}

void SnapshotBuilder::Private::judgeUsers()
{
    const auto &cells = tables.users.cells;
    const quint32 before = tables.standings.size();
    tables.standings.resize(cells.size());
    const auto judge = [&](quint32 i) {
        const UserCell &cell = cells[i];
        const auto memberships = tables.membershipsOfUser[i];
        Standing standing;
        standing.counts = cell.known && UserStatus(cell.status) == UserStatus::Active && !tables.isFrozen(cell.tenant);
        standing.inGroups = !tables.groupsOfUser[i].empty();
        standing.inOne = memberships.size() == 1;
        standing.one = standing.inOne ? memberships.front().organization.value() & 0x1fff'ffff : 0;
        if (tables.standings[i] != standing)
            tables.standings.change(i) = standing;
    };
    const bool all = relist || freezeChanged;
    for (quint32 i = all ? 0 : before; i < cells.size(); ++i)
        judge(i);
    for (const UserIndex index : touchedUsers)
        judge(index.value());
    for (auto it = membershipsBefore.keyBegin(); it != membershipsBefore.keyEnd(); ++it)
        judge(it->value());
}

void SnapshotBuilder::Private::prepareClimbs()
{
    tables.climbs = {};
    for (quint32 i = 0; i < tables.organizations.cells.size(); ++i) {
        const OrganizationIndex parent = tables.tree->parent(OrganizationIndex(i));
        Climb climb;
        climb.isRoot = !parent.isValid();
        climb.above = parent.isValid() ? parent.value() & 0x1fff'ffff : 0;
        climb.enabled = tables.tree->isEffectivelyEnabled(OrganizationIndex(i));
        climb.hasGroups = !tables.groupsOfOrganization[i].empty();
        tables.climbs.append(climb);
    }
}

void SnapshotBuilder::Private::judgeSpaces()
{
    tables.spaceFlags.resize(tables.spaces.cells.size());
    const auto judge = [&](quint32 i) {
        const SpaceCell &cell = tables.spaces.cells[i];
        const auto flags = quint8((cell.known ? Known : 0) | (tables.isFrozen(cell.tenant) ? Frozen : 0));
        if (tables.spaceFlags[i] != flags)
            tables.spaceFlags.change(i) = flags;
    };
    for (quint32 i = 0; (bulk || freezeChanged) && i < tables.spaces.cells.size(); ++i)
        judge(i);
    for (const SpaceIndex touched : touchedSpaces)
        judge(touched.value());
}

void SnapshotBuilder::Private::placePeople()
{
    const OrganizationTree &tree = *tables.tree;
    const auto order = tree.order();
    std::vector<quint32> counts(order.size());
    for (quint32 position = 0; position < order.size(); ++position)
        if (tree.isEffectivelyEnabled(order[position]))
            counts[position] = quint32(tables.membersOfOrganization[order[position].value()].size());
    PagedLists<UserIndex>::Loader loader(counts);
    for (quint32 position = 0; position < order.size(); ++position)
        if (counts[position] > 0)
            for (const OrganizationMember &member : tables.membersOfOrganization[order[position].value()])
                loader.add(position, member.user);
    tables.peopleByPosition = loader.finish();
}

void SnapshotBuilder::Private::placePerson(UserIndex of, const std::vector<OrganizationIndex> &before)
{
    const OrganizationTree &tree = *tables.tree;
    for (const OrganizationIndex o : before)
        if (tree.isEffectivelyEnabled(o))
            tables.peopleByPosition.erase(tree.position(o), of);
    for (const UserMembership &m : tables.membershipsOfUser[of.value()])
        if (tree.isEffectivelyEnabled(m.organization))
            tables.peopleByPosition.insert(tree.position(m.organization), of);
}

void SnapshotBuilder::Private::filterGrants()
{
    tables.grantFilter.make(tables.spaces.cells.size(), [this](const auto &add) {
        for (size_t kind = 0; kind < tables.grantsOfSubject.size(); ++kind)
            for (quint32 i = 0; i < tables.grantsOfSubject[kind].size(); ++i) {
                SpaceIndex last;
                for (const SubjectGrant &grant : tables.grantsOfSubject[kind][i])
                    if (grant.space() != std::exchange(last, grant.space()))
                        add(Subject(SubjectKind(kind), i), grant.space());
            }
    });
}

} // namespace tenantry::directory
