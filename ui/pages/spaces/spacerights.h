// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/indices.h"
#include "core/domain/capabilities.h"
#include "ui/pages/spaces/memberplace.h"

namespace tenantry::ui::spaces
{

/// What the actor is in a space or on one of its resources, as far as managing its members depends on it (SPC-6, SPC-9, SPC-11).
struct SpaceRights {
    Role role = Role::None; ///< the actor's own final role
    bool tenantAdministrator = false;
    bool archived = false;
    bool hasBots = false;
    bool frozen = false;
    ObjectKind objectKind = ObjectKind::Space;

    friend bool operator==(const SpaceRights &, const SpaceRights &) = default;
};

/// None at all where the snapshot doesn't know the place.
[[nodiscard]] SpaceRights rightsOn(const Session &session, const MemberPlace &place);
[[nodiscard]] SpaceRights rightsOn(const Session &session, directory::SpaceIndex space);

/// The sentence why the actor can't turn a role on it from `before` into `after` (none: a new grant, a removal);
/// empty: they can, as far as the client knows.
[[nodiscard]] QString refusalSentence(const SpaceRights &rights, Role before, Role after);

/// Why the actor can add nobody; empty: they can.
[[nodiscard]] QString addingRefusal(const SpaceRights &rights);

/// Why somebody can't be removed from a space because of what they have on its resources, in the server's words: what they own
/// (SPC-7), what they administer where the actor is no owner (SPC-6).
[[nodiscard]] QString removalRefusalBelow(const Session &session, const MemberPlace &place, SubjectKind kind, const QUuid &subject);

} // namespace tenantry::ui::spaces
