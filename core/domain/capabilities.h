// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each role on a space may do (SPC-6), and what follows for grants (SPC-10, SPC-11, MEM-7). The same as app.grant_refusal in the database.
#pragma once

#include "core/base/result.h"
#include "core/domain/words.h"

#include <optional>

namespace tenantry
{

/// The rows of the table in SPC-6, top to bottom.
enum class Capability : quint8 {
    SeeSpace, UseResources, Comment, EditResources,
    ManageMembers, ///< up to editor; also: edit the space, archive it
    AppointAdministrators, ///< also: delete resources or the space, transfer it
};

/// The lowest role that may.
[[nodiscard]] Role lowestRole(Capability capability);
[[nodiscard]] inline bool may(Role role, Capability capability) { return role >= lowestRole(capability); }

/// Setting or removing one grant.
struct GrantChange {
    Role actorRole = Role::None; ///< the actor's own final role on the object that the grant is on (space or resource)
    bool tenantAdministrator = false; ///< of the space's tenant
    bool archived = false;
    bool hasBots = true; ///< the space has the module Bots
    ObjectKind objectKind = ObjectKind::Space;
    Role before = Role::None; ///< none: a new grant
    Role after = Role::None;  ///< none: removal
};

/// Why the server would refuse the change, as far as the roles say: grant.not_allowed, grant.contents (a tenant administrator manages the members
/// of a space, not its contents), space.archived, grant.owner_fixed, grant.owner_by_transfer, grant.administrators_by_owner, grant.guest_needs_bots.
[[nodiscard]] std::optional<Error> refusal(const GrantChange &change);

} // namespace tenantry
