// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <algorithm>
#include <initializer_list>

namespace tenantry::ui {

/// Whether rows of these kinds differ between an older snapshot and a newer one, or may: for pages that do
/// nothing about the rest. Null: there was none.
[[nodiscard]] inline bool differs(const directory::SnapshotPtr &older, const directory::SnapshotPtr &newer,
                                  std::initializer_list<RowKind> kinds)
{
    if (!older)
        return true;
    const auto changes = newer->changesSince(*older);
    return !changes ||
           std::any_of(kinds.begin(), kinds.end(), [&](RowKind kind) { return changes->has(kind); });
}

} // namespace tenantry::ui
