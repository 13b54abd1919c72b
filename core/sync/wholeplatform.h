// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "core/server/connection.h"

namespace tenantry::sync {

/// What permissions rest on, of all tenants, read by the database's owner at one moment: no private data, no
/// applications, no notifications. For maintenance and audits; persons pull.
[[nodiscard]] Result<directory::SnapshotPtr> readWholePlatform(server::Connection &owner);

} // namespace tenantry::sync
