// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/outsiders/outsiderrow.h"
#include "ui/pages/spaces/membercommands.h"

namespace tenantry::ui::outsiders {

struct Removal
{
    spaces::Undo undo; ///< gives back, with new IDs, what the actor may give
    int lost = 0; ///< grants that undo can't bring back: on contents, or in archived spaces (SPC-9, SPC-11)
};

/// Takes somebody out of every space of the tenant (EXT-1).
[[nodiscard]] Removal removeOutsider(Session &session, const OutsiderRow &row, TenantId tenant);

} // namespace tenantry::ui::outsiders
