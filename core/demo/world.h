// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rows.h"

#include <vector>

namespace tenantry::demo {

/// How large a platform to make. The first tenant takes what the others leave: at 200,000 users it is one
/// large tenant.
struct Size
{
    int users = 400;
    int organizations = 90;
    int groups = 12;
    int spaces = 30;
    int resourcesPerSpace = 6;
    int grants = 1200; ///< at least one per space and resource (its owner's) is made whatever this says
    int depth = 7;     ///< levels of the first tenant's department tree, the root included
    quint64 seed = 20240501;
};

/// Somebody whom the sign-in window of the demo offers.
struct Persona
{
    QString key; ///< "system_administrator", "second_system_administrator", "tenant_administrator",
                 ///< "tenant_administrator_2", "space_administrator", "member", "outsider"
    UserId userId;
    QString name;
    TenantId tenantId;
};

/// What the schema's installation made: the world builds on it.
struct Installed
{
    TenantRow defaultTenant;
    OrganizationRow defaultOrganization;
    std::vector<QUuid> planIds;
};

/// A whole platform as rows: valid against every constraint of the schema (a test loads it with all of them
/// on).
struct World
{
    std::vector<TenantRow>
        tenants; ///< the default system tenant first: it and its organization are installed already
    std::vector<UserRow> users;
    std::vector<UserPrivateRow> userPrivates;
    std::vector<OrganizationRow> organizations;
    std::vector<MembershipRow> memberships;
    std::vector<RoleGroupRow> groups;
    std::vector<RoleGroupMemberRow> groupMembers;
    std::vector<SpaceRow> spaces;
    std::vector<ResourceRow> resources;
    std::vector<GrantRow> grants;
    std::vector<OutsiderRow> outsiders;
    std::vector<RoleAssignmentRow> roleAssignments;
    std::vector<Persona> personas;
};

/// The same size and time give the same world, IDs excepted.
[[nodiscard]] World makeWorld(const Size &size, const Installed &installed, Instant now);

/// For worlds that no server is going to see: a default system tenant made up on the spot.
[[nodiscard]] Installed inventedInstallation(Instant now);

} // namespace tenantry::demo
