// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that says whose grants count for a subject (PRM-2). Templates, because resolution is asked millions of
// times.
#pragma once

#include "core/directory/tables.h"

namespace tenantry::access
{

/// How a holder of grants stands to the subject; what isn't used is invalid.
struct Way {
    directory::OrganizationIndex organization; ///< the one the user is in, or the subject
    directory::OrganizationIndex above;        ///< it or one above it
    directory::RoleGroupIndex group;           ///< that contains the user or `above`, or the subject
};

/// A role group counts for people and organizations of its own tenant (EXT-2: outsiders are in none).
[[nodiscard]] inline bool isOfTenant(const directory::Tables &tables, directory::RoleGroupIndex group, directory::TenantIndex tenant)
{
    return tables.roleGroups.cells[group.value()].tenant == tenant;
}

/// Visits an organization's holders from itself upwards: `visit(Subject, Way)` for each and each group with it, of those
/// that `mayMatter(Subject)`; `tenant()` is the subject's, asked only where it matters. Stops where `done(organization)` says that the rest was visited.
template <class Tenant, class MayMatter, class Visit, class Done>
void eachOrganizationHolder(const directory::Tables &tables, directory::OrganizationIndex from, const Tenant &tenant,
                            const MayMatter &mayMatter, const Visit &visit, const Done &done)
{
    using namespace directory;
    for (OrganizationIndex above = from; above.isValid() && !done(above);) {
        const Climb climb = tables.climbs[above.value()];
        if (mayMatter(Subject(above)))
            visit(Subject(above), Way{from, above, {}});
        if (climb.hasGroups)
            for (const GroupOf &g : tables.groupsOfOrganization[above.value()])
                if (mayMatter(Subject(g.group)) && isOfTenant(tables, g.group, tenant()))
                    visit(Subject(g.group), Way{from, above, g.group});
        above = climb.parent();
    }
}

/// Visits everything whose grants count for a user who counts at all, memberships in disabled organizations left out.
/// Groups may come more than once, organizations only with `everyWay`.
template <bool everyWay, class MayMatter, class Visit>
void eachUserHolder(const directory::Tables &tables, directory::UserIndex user, const MayMatter &mayMatter, const Visit &visit)
{
    using namespace directory;
    const auto tenant = [&] { return tables.users.cells[user.value()].tenant; };
    if (mayMatter(Subject(user)))
        visit(Subject(user), Way{});
    const Standing standing = tables.standings[user.value()];
    for (const GroupOf &g : standing.inGroups ? tables.groupsOfUser[user.value()] : std::span<const GroupOf>())
        if (mayMatter(Subject(g.group)) && isOfTenant(tables, g.group, tenant()))
            visit(Subject(g.group), Way{{}, {}, g.group});
    const auto climb = [&](OrganizationIndex from, const auto &done) {
        if (tables.climbs[from.value()].enabled)
            eachOrganizationHolder(tables, from, tenant, mayMatter, visit, done);
    };
    if (standing.inOne) {
        climb(OrganizationIndex(standing.one), [](OrganizationIndex) { return false; });
        return;
    }
    const auto memberships = tables.membershipsOfUser[user.value()];
    for (size_t i = 0; i < memberships.size(); ++i)
        climb(memberships[i].organization, [&](OrganizationIndex above) {
            // What is above an organization visited before has been visited with it.
            for (size_t j = 0; !everyWay && j < i; ++j)
                if (const auto before = memberships[j].organization;
                    tables.tree->isWithin(before, above) && tables.climbs[before.value()].enabled)
                    return true;
            return false;
        });
}

/// The same for any subject; nothing for one that doesn't count.
template <bool everyWay = false, class MayMatter, class Visit>
void eachHolder(const directory::Tables &tables, directory::Subject subject, const MayMatter &mayMatter, const Visit &visit)
{
    using namespace directory;
    switch (subject.kind()) {
    case SubjectKind::User:
        if (tables.standings[subject.index()].counts)
            eachUserHolder<everyWay>(tables, subject.user(), mayMatter, visit);
        return;
    case SubjectKind::Organization:
        if (const OrganizationIndex o = subject.organization(); tables.climbs[o.value()].enabled)
            eachOrganizationHolder(tables, o, [&] { return tables.organizations.cells[o.value()].tenant; }, mayMatter, visit,
                                   [](OrganizationIndex) { return false; });
        return;
    case SubjectKind::RoleGroup:
        visit(subject, Way{{}, {}, subject.group()});
    }
}

/// The same for those who may have grants in one space.
template <bool everyWay = false, class Visit>
void eachHolderIn(const directory::Tables &tables, directory::Subject subject, directory::SpaceIndex space, const Visit &visit)
{
    const directory::GrantFilter::Slice slice = tables.grantFilter.of(space);
    eachHolder<everyWay>(tables, subject, [slice](directory::Subject holder) { return slice.mayHave(holder); }, visit);
}

/// A holder's grants in one space: on it and on its resources.
[[nodiscard]] inline std::span<const directory::SubjectGrant> grantsIn(const directory::Tables &tables, directory::Subject holder,
                                                                       directory::SpaceIndex space)
{
    const auto all = tables.grantsOfSubject[size_t(holder.kind())][holder.index()];
    const auto *first = all.data();
    const auto *end = first + all.size();
    if (all.size() > 16)
        first = std::lower_bound(first, end, space, [](const directory::SubjectGrant &g, directory::SpaceIndex s) { return g.space() < s; });
    else
        while (first != end && first->space() < space)
            ++first;
    const auto *last = first;
    while (last != end && last->space() == space)
        ++last;
    return {first, last};
}

/// The role on a resource (PRM-8), from the highest of its own grants and of the space's.
[[nodiscard]] inline Role onResource(Role own, Role onSpace, bool restricted)
{
    if (restricted && onSpace != Role::Owner)
        return own;
    return std::max(own, onSpace);
}

/// A resource that isn't known counts as restricted: no more is promised than is sure.
[[nodiscard]] inline bool isRestricted(const directory::Tables &tables, directory::ResourceIndex resource)
{
    const directory::ResourcePlace place = tables.resourcePlaces[resource.value()];
    return !place.known || place.restricted;
}

[[nodiscard]] inline bool isFrozen(const directory::Tables &tables, directory::SpaceIndex space)
{
    return tables.spaceFlags[space.value()] & directory::Frozen;
}

} // namespace tenantry::access
