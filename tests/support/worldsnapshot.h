// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "tests/support/worldgenerator.h"

namespace tenantry::tests
{

[[nodiscard]] inline directory::SnapshotPtr snapshotOf(const World &world)
{
    directory::SnapshotBuilder builder;
    eachRow(world, [&builder](const auto &row) { builder.add(row); });
    return builder.build().value();
}

/// A small world that differs in every respect with the seed.
[[nodiscard]] inline WorldShape smallShape(quint64 seed)
{
    WorldShape shape;
    shape.seed = seed;
    shape.tenants = 1 + int(seed % 3);
    shape.users = 12 + int(seed % 7);
    shape.organizations = 6 + int(seed % 11);
    shape.depth = 2 + int(seed % 6);
    shape.memberships = shape.users + int(seed % 13);
    shape.groups = int(seed % 5);
    shape.groupMembers = 10;
    shape.spaces = 4;
    shape.resourcesPerSpace = 1 + int(seed % 4);
    shape.grants = 20 + int(seed % 9) * 12;
    shape.privates = false;
    return shape;
}

} // namespace tenantry::tests
