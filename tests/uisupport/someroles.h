// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/uisupport/fixedsession.h"

namespace tenantry::test {

/// Three roles of the tenant that the session's person administers, the first held by five people and
/// excluding the second; and permissions: the root sees what is below, one of its children denies and allows
/// something else.
[[nodiscard]] directory::Delta someRoles(const FixedSession &session);
/// The child of the root that sets permissions of its own in someRoles().
[[nodiscard]] OrganizationId departmentWithPermissions(const FixedSession &session);

} // namespace tenantry::test
