// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Worlds made from a seed: small ones full of corner cases for property tests, large ones for figures. The same shape
// gives the same world everywhere.
#pragma once

#include "core/domain/rows.h"

#include <vector>

namespace tenantry::tests
{

struct WorldShape {
    quint64 seed = 1;
    int tenants = 1;
    int users = 30;
    int organizations = 15;
    int depth = 10;            ///< levels below a root at most
    int memberships = 45;      ///< in all; a person may be in several organizations
    int groups = 4;
    int groupMembers = 12;     ///< in all, half of them organizations
    int spaces = 6;
    int resourcesPerSpace = 4;
    int grants = 120;
    // Shares, in percent
    int inactiveUsers = 15;
    int disabledOrganizations = 15;
    int restrictedResources = 25;
    int expiringGrants = 30; ///< before, at and after `worldNow`
    int outsiderGrants = 5;  ///< given to people of other tenants
    int frozenTenants = 20;
    bool privates = true;
    bool scattered = true; ///< resources of a space are made at different times
};

/// L of design §6.
[[nodiscard]] WorldShape largeShape();

/// The moment around which expiries lie.
inline constexpr Instant worldNow = Instant(std::chrono::microseconds(1'767'225'600'000'000)); // 2026-01-01T00:00:00Z

struct World {
    std::vector<TenantRow> tenants;
    std::vector<UserRow> users;
    std::vector<UserPrivateRow> privates;
    std::vector<OrganizationRow> organizations;
    std::vector<MembershipRow> memberships;
    std::vector<RoleGroupRow> groups;
    std::vector<RoleGroupMemberRow> groupMembers;
    std::vector<SpaceRow> spaces;
    std::vector<ResourceRow> resources;
    std::vector<GrantRow> grants;
};

[[nodiscard]] World makeWorld(const WorldShape &shape);

/// Calls `function` with every row.
template <class Function>
void eachRow(const World &world, const Function &function)
{
    const auto each = [&function](const auto &rows) {
        for (const auto &row : rows)
            function(row);
    };
    each(world.tenants);
    each(world.users);
    each(world.privates);
    each(world.organizations);
    each(world.memberships);
    each(world.groups);
    each(world.groupMembers);
    each(world.spaces);
    each(world.resources);
    each(world.grants);
}

} // namespace tenantry::tests
