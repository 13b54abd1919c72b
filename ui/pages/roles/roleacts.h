// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on roles as the pages give them: with what the actor saw, and what they are about (ROL-3, INB-6).
#pragma once

#include "core/domain/rolecommands.h"
#include "ui/session/session.h"

namespace tenantry::ui::roles {

[[nodiscard]] Command makeCreate(const Session &session, TenantId tenant, const TenantRoleFields &fields);
/// Only what differs from `seen`, the snapshot that the form was filled from; nothing where nothing does.
[[nodiscard]] std::optional<Command> makeChange(const directory::SnapshotPtr &seen, TenantRoleId role,
                                                const TenantRoleFields &fields);
/// With as many holders as the snapshot shows.
[[nodiscard]] Command makeDelete(const Session &session, TenantRoleId role);
[[nodiscard]] Command makeAssign(const Session &session, TenantRoleId role, UserId user);
[[nodiscard]] Command makeRevoke(const Session &session, TenantRoleId role, UserId user);

} // namespace tenantry::ui::roles
