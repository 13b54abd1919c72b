// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on organizations as this page gives them: with what the actor saw, and what they are about.
#pragma once

#include "core/domain/commands.h"
#include "ui/session/session.h"

namespace tenantry::ui
{

[[nodiscard]] Command makeCreate(const Session &session, OrganizationId parent, const OrganizationFields &fields);
/// Only what differs from what `seen` says; nothing where nothing does. `seen` is the snapshot that the form was filled from: what
/// came since is somebody else's change, which the server has to hold against this one (INB-6).
[[nodiscard]] std::optional<Command> makeEdit(const directory::SnapshotPtr &seen, OrganizationId id, const OrganizationFields &fields);
[[nodiscard]] Command makeMove(const Session &session, OrganizationId id, OrganizationId newParent);
[[nodiscard]] Command makeSetEnabled(const Session &session, OrganizationId id, bool enabled);
[[nodiscard]] Command makeDelete(const Session &session, OrganizationId id);
[[nodiscard]] Command makeMemberships(const directory::SnapshotPtr &seen, UserId user, const QList<MembershipWish> &wishes, OrganizationId primary, const QString &reason);

/// What takes a command back that was given (`id`), where that can be: moves, edits, switches, memberships. It builds on the
/// result of that command, so that what somebody else did after it is a conflict and not overwritten.
[[nodiscard]] std::optional<Command> makeOpposite(const Command &given);

/// The sentence why an act can't be done on an organization; empty: it can, as far as the client knows (ORG-1, ORG-11).
[[nodiscard]] QString whyNotManaged(const Session &session, TenantId tenant);
[[nodiscard]] QString whyNotMoved(const Session &session, OrganizationId id);
[[nodiscard]] QString whyNotDisabled(const Session &session, OrganizationId id);
[[nodiscard]] QString whyNotDeleted(const Session &session, OrganizationId id);

} // namespace tenantry::ui
