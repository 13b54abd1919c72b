// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/world.h"

namespace tenantry::bench
{

/// A platform in the proportions of L (design §6), of any number of people.
[[nodiscard]] inline demo::Size largePlatform(int users)
{
    return {.users = users,
            .organizations = users / 10,
            .groups = users / 100,
            .spaces = users / 40,
            .resourcesPerSpace = 20,
            .grants = users * 5,
            .depth = 10};
}

} // namespace tenantry::bench
