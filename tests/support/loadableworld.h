// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Random worlds in a real server.
#pragma once

#include "core/demo/loader.h"
#include "tests/support/worldgenerator.h"

#include <QHash>
#include <QSet>

namespace tenantry::tests
{

using namespace Qt::StringLiterals;

/// What the random worlds leave open and the schema asks for.
[[nodiscard]] inline World loadable(World world, int number)
{
    QSet<UserId> administrators; // one each, of the tenant where it has people
    for (TenantRow &row : world.tenants) {
        for (const UserRow &user : world.users)
            if (!administrators.contains(user.id) && (row.administratorId.isNull() || user.tenantId == row.id))
                row.administratorId = user.id;
        administrators.insert(row.administratorId);
        row.name += u" of world %1"_s.arg(number);
        row.code = row.domain = u"world%1-"_s.arg(number) + row.code;
        for (const OrganizationRow &organization : world.organizations)
            if (organization.tenantId == row.id && organization.parentId.isNull())
                row.rootOrganizationId = row.defaultOrganizationId = organization.id;
    }
    for (UserPrivateRow &row : world.privates)
        row.email = u"world%1-"_s.arg(number) + row.email; // also the name to sign in with
    for (OrganizationRow &row : world.organizations)
        row.description = u""_s;
    for (SpaceRow &row : world.spaces)
        row.description = u""_s;
    QSet<QUuid> owned; // one owner each, a person, for good
    for (GrantRow &row : world.grants) {
        if (row.role != Role::Owner)
            continue;
        if (row.subjectKind != SubjectKind::User || row.expiresAt || owned.contains(row.objectId))
            row.role = Role::Administrator;
        else
            owned.insert(row.objectId);
    }
    return world;
}

/// What is installed already, for others to be put beside.
[[nodiscard]] inline demo::World emptyWorld(const demo::Installed &installed)
{
    demo::World world;
    world.tenants.push_back(installed.defaultTenant);
    world.organizations.push_back(installed.defaultOrganization);
    return world;
}

/// Whoever has grants in a tenant that isn't their own (EXT-1).
[[nodiscard]] inline std::vector<OutsiderRow> outsidersOf(const World &world)
{
    QHash<QUuid, TenantId> homes;
    for (const UserRow &user : world.users)
        homes.insert(user.id.uuid(), user.tenantId);
    QSet<std::pair<QUuid, TenantId>> seen;
    std::vector<OutsiderRow> outsiders;
    for (const GrantRow &grant : world.grants) {
        const std::pair key(grant.subjectId, grant.tenantId);
        if (grant.subjectKind != SubjectKind::User || homes.value(grant.subjectId) == grant.tenantId || seen.contains(key))
            continue;
        seen.insert(key);
        outsiders.push_back({makeUuid7(worldNow), grant.tenantId, UserId(grant.subjectId), worldNow, 1});
    }
    return outsiders;
}

inline void append(demo::World &all, const World &world)
{
    const auto add = [](auto &to, const auto &from) { to.insert(to.end(), from.begin(), from.end()); };
    add(all.tenants, world.tenants);
    add(all.users, world.users);
    add(all.userPrivates, world.privates);
    add(all.organizations, world.organizations);
    add(all.memberships, world.memberships);
    add(all.groups, world.groups);
    add(all.groupMembers, world.groupMembers);
    add(all.spaces, world.spaces);
    add(all.resources, world.resources);
    add(all.grants, world.grants);
    add(all.outsiders, outsidersOf(world));
}

} // namespace tenantry::tests
