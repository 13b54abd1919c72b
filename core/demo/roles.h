// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/connection.h"

namespace tenantry::demo {

/// Gives each tenant roles of its own (ROL-1), two of which exclude each other, and a few people who hold
/// them; by the commands of the tenants' administrators. Over an owner's connection; where there are such
/// roles already, nothing.
[[nodiscard]] Result<void> makeRoles(server::Connection &owner);

} // namespace tenantry::demo
