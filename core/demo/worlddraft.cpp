// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/worlddraft.h"

namespace tenantry::demo {

WorldDraft::WorldDraft(const Size &wanted, const Installed &installed, Instant time)
    : size(wanted), plans(installed.planIds), now(time), random(wanted.seed)
{
    world.tenants.push_back(installed.defaultTenant);
    world.organizations.push_back(installed.defaultOrganization);
    tenants.push_back({&systemPlan(), {0}, {}, {}, {0}});
}

size_t WorldDraft::activeUser(size_t tenant)
{
    const std::vector<size_t> &users = tenants[tenant].users;
    size_t user = users[size_t(below(users.size()))];
    while (world.users[user].status != UserStatus::Active)
        user = users[size_t(below(users.size()))];
    return user;
}

} // namespace tenantry::demo
