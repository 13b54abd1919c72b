// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on spaces and their resources as these pages give them: with what the actor saw, and what they are
// about.
#pragma once

#include "core/domain/commands.h"
#include "ui/pages/spaces/tenantlimits.h"
#include "ui/session/session.h"
#include "ui/widgets/avatarchoice.h"

namespace tenantry::ui::spaces {

[[nodiscard]] SpaceAvatar toAvatar(const AvatarChoice &choice);
/// The avatar of a space that the actor sees, with its picture.
[[nodiscard]] AvatarChoice avatarOf(const directory::Snapshot &snapshot, directory::SpaceView space);

[[nodiscard]] Command makeSpaceCreate(SpaceId id, TenantId tenant, const SpaceFields &fields);
/// Only what differs from what `seen` says; nothing where nothing does. `seen` is the snapshot that the form
/// was filled from (INB-6).
[[nodiscard]] std::optional<Command> makeSpaceEdit(const directory::SnapshotPtr &seen, SpaceId id,
                                                   const SpaceFields &fields);
[[nodiscard]] Command makeSetModules(const directory::SnapshotPtr &seen, SpaceId id,
                                     const QStringList &modules, GuestFate guests);
[[nodiscard]] Command makeTransfer(const directory::SnapshotPtr &seen, SpaceId id, UserId newOwner);
[[nodiscard]] Command makeArchive(const directory::SnapshotPtr &seen, SpaceId id, bool archived);
[[nodiscard]] Command makeSpaceDelete(const directory::SnapshotPtr &seen, SpaceId id,
                                      const QString &typedName);
[[nodiscard]] Command makeResourceAccess(const directory::SnapshotPtr &seen, ResourceId id, bool restricted);
[[nodiscard]] Command makeResourceTransfer(const directory::SnapshotPtr &seen, ResourceId id,
                                           UserId newOwner);

/// `touched`: the settings that `settings` sets; `seen`: what the actor saw of them.
[[nodiscard]] Command makeTenantSettings(const TenantLimits &seen, TenantId tenant,
                                         const TenantSettings &settings, const QStringList &touched);

/// Takes back what `done` did: discarded while it waits, else `inverse`, which builds on its result.
void takeBack(Session &session, CommandId done, Command inverse);

/// The sentence why the actor can't give a command of this kind; empty: they can, as far as the client knows
/// (SPC-6, SPC-9, SPC-11).
[[nodiscard]] QString whyNotOnSpace(const Session &session, const QString &kind, SpaceId space);
[[nodiscard]] QString whyNotOnResource(const Session &session, const QString &kind, ResourceId resource);
/// Why the actor can't create spaces in their tenant (SPC-1); limits that they can see included.
[[nodiscard]] QString whyNotCreated(const Session &session);

/// Whoever holds the owner's grant; null where the actor doesn't see it.
[[nodiscard]] UserId ownerOf(const directory::Snapshot &snapshot, directory::Object object);
/// Guests who would have nothing to be guests for without Bots: those with no grant on a resource (SPC-12).
[[nodiscard]] int guestsOfBots(const directory::Snapshot &snapshot, directory::SpaceIndex space);

} // namespace tenantry::ui::spaces
