// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/world.h"

#include "core/demo/peoplemaker.h"
#include "core/demo/spacemaker.h"

#include <algorithm>

namespace tenantry::demo {

using namespace Qt::StringLiterals;

namespace {

void addPersona(WorldDraft &draft, const QString &key, size_t user)
{
    const UserRow &row = draft.world.users[user];
    draft.world.personas.push_back({key, row.id, row.name, row.tenantId});
}

void addPersonas(WorldDraft &draft)
{
    const auto user = [&](size_t tenant, size_t n) { return draft.tenants[tenant].users[n]; };
    addPersona(draft, u"system_administrator"_s, user(0, 0));
    addPersona(draft, u"second_system_administrator"_s, user(0, 1));
    addPersona(draft, u"tenant_administrator"_s, user(1, 0));
    addPersona(draft, u"tenant_administrator_2"_s, user(2, 0));
    addPersona(draft, u"space_administrator"_s, user(1, 2));
    addPersona(draft, u"member"_s, user(1, 3));
    const std::vector<UserRow> &users = draft.world.users;
    const UserId outsiderId = draft.world.outsiders.front().userId;
    const auto outsider =
        std::find_if(users.begin(), users.end(), [&](const UserRow &row) { return row.id == outsiderId; });
    addPersona(draft, u"outsider"_s, size_t(outsider - users.begin()));
}

} // namespace

World makeWorld(const Size &size, const Installed &installed, Instant now)
{
    WorldDraft draft(size, installed, now);
    PeopleMaker(draft).make();
    SpaceMaker(draft).make();
    addPersonas(draft);
    return std::move(draft.world);
}

Installed inventedInstallation(Instant now)
{
    Installed installed;
    OrganizationRow &organization = installed.defaultOrganization;
    TenantRow &tenant = installed.defaultTenant;
    organization.id = OrganizationId::make(now);
    organization.tenantId = tenant.id = TenantId::make(now);
    organization.name = u"默认组织"_s;
    organization.code = u"default"_s;
    organization.description = u""_s;
    organization.createdAt = tenant.createdAt = tenant.stateSince = now - std::chrono::hours(24 * 400);
    organization.version = organization.versionDetails = organization.versionPlace =
        organization.versionStatus = organization.versionLeader = 1;
    tenant.name = QString::fromUtf16(systemPlan().name);
    tenant.code = tenant.domain = QString::fromLatin1(systemPlan().code);
    tenant.isDefault = true;
    tenant.rootOrganizationId = tenant.defaultOrganizationId = organization.id;
    tenant.version = 1;
    return installed;
}

} // namespace tenantry::demo
