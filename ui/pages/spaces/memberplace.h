// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "ui/session/session.h"

namespace tenantry::ui::spaces {

/// What members are of: a space, or one resource in it (MEM-10).
struct MemberPlace
{
    SpaceId space;
    ResourceId resource = {}; ///< null: of the space itself

    [[nodiscard]] bool isResource() const { return !resource.isNull(); }
    [[nodiscard]] ObjectKind kind() const { return isResource() ? ObjectKind::Resource : ObjectKind::Space; }
    [[nodiscard]] QUuid id() const { return isResource() ? resource.uuid() : space.uuid(); }
    /// Invalid where nothing in the snapshot speaks of it.
    [[nodiscard]] directory::Object in(const directory::Snapshot &snapshot) const
    {
        return snapshot.findObject(kind(), id());
    }
    friend bool operator==(const MemberPlace &, const MemberPlace &) = default;
};

/// Somebody of whom the actor knows no more than that they are in the place.
struct MemberName
{
    SubjectKind kind = SubjectKind::User;
    QUuid id;
};

/// What rows of members are made of, to be read on any thread.
struct MemberSource
{
    directory::SnapshotPtr snapshot;
    QList<QueuedCommand> commands; ///< those that the queue keeps, oldest first
    UserId actor;
    Instant now;
    QList<Scope> held;
    QList<MemberName> named{}; ///< beside those whose grants are to be seen

    explicit MemberSource(const Session &session)
        : snapshot(session.snapshot()), commands(session.commands()), actor(session.userId()),
          now(session.now()), held(session.heldScopes())
    {
    }
};

} // namespace tenantry::ui::spaces
