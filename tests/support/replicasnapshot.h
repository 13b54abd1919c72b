// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "tests/support/memoryreplica.h"

namespace tenantry::test
{

[[nodiscard]] inline directory::SnapshotPtr snapshotOf(const MemoryReplica &replica)
{
    directory::SnapshotBuilder builder;
    for (auto it = replica.rows().cbegin(); it != replica.rows().cend(); ++it)
        builder.add(directory::parseAnyRow(RowKind(it.key().kind), *it).value());
    return builder.build().value();
}

} // namespace tenantry::test
