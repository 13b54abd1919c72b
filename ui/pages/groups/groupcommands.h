// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on virtual role groups as this page gives them: with what the actor saw, and what they are about
// (GRP-1, INB-6).
#pragma once

#include "core/domain/rolegroupcommands.h"
#include "ui/session/session.h"

namespace tenantry::ui::groups {

[[nodiscard]] Command makeCreate(const Session &session, TenantId tenant, const QString &name,
                                 const QString &description);
/// Only what differs from `seen`, the snapshot that the form was filled from; nothing where nothing does.
[[nodiscard]] std::optional<Command> makeEdit(const directory::SnapshotPtr &seen, RoleGroupId group,
                                              const QString &name, const QString &description);
/// With as many grants as the snapshot shows.
[[nodiscard]] Command makeDelete(const Session &session, RoleGroupId group);
/// In pieces of 500.
[[nodiscard]] QList<Command> makeMembers(const Session &session, RoleGroupId group,
                                         const QList<RoleGroupMember> &add,
                                         const QList<RoleGroupMember> &remove);

/// Takes commands back that were just given: drops those that still wait, gives for each of the others the
/// inverse at the same place of `inverses`.
void undo(Session &session, const QList<CommandId> &given, const QList<Command> &inverses);

} // namespace tenantry::ui::groups
