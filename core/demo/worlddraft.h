// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/names.h"
#include "core/demo/tenantplans.h"
#include "core/demo/world.h"

namespace tenantry::demo {

/// A world while it is made, with the dice. Whoever works on it throws them in a fixed order: the same seed
/// gives the same world.
struct WorldDraft
{
    struct Tenant
    {
        const TenantPlan *plan;
        std::vector<size_t> organizations; ///< indices into World::organizations
        std::vector<size_t> users;
        std::vector<size_t> groups;
        std::vector<int> depths; ///< of organizations
    };

    WorldDraft(const Size &wanted, const Installed &installed, Instant time);

    template <class T>
    T newId() const
    {
        return T::make(now);
    }
    int below(size_t n) { return int(std::uniform_int_distribution<size_t>(0, n - 1)(random)); }
    bool chance(double p) { return std::bernoulli_distribution(p)(random); }
    Instant daysAgo(int most)
    {
        return now - std::chrono::hours(24 * below(size_t(most)) + below(24)) -
               std::chrono::minutes(below(60));
    }
    size_t activeUser(size_t tenant); ///< any; index into World::users

    const Size size;
    const std::vector<QUuid> plans;
    const Instant now;
    Random random;
    World world;
    std::vector<Tenant> tenants; ///< as in World::tenants
};

} // namespace tenantry::demo
