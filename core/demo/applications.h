// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/connection.h"

namespace tenantry::demo
{

/// Submits tenant applications of people of the default system tenant through the platform's own command, as if hours and
/// days had passed since; one of them is withdrawn again and two are rejected. Over an owner's connection; where there are
/// applications already, nothing.
[[nodiscard]] Result<void> submitApplications(server::Connection &owner);

} // namespace tenantry::demo
