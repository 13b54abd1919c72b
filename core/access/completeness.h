// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <QSet>

namespace tenantry::access {

/// How an answer made of what the actor sees stands to the truth. The greater, the less is sure.
enum class Bound {
    Exact,
    AtLeast,   ///< a role may be higher, and more people may have one
    Uncertain, ///< it counts people of a tenant that isn't seen: where that one is frozen, they have no role
};

/// What the server completed (accessbasis.h): a space with all that is in it, or with one of its resources.
struct Completed
{
    SpaceId space;
    ResourceId resource; ///< null: all of them
    friend bool operator==(const Completed &, const Completed &) = default;
};

/// Whether what the actor sees is all that an answer rests on (PRM-7). Where it isn't, pages say so.
class Completeness final
{
public:
    /// `held`: the scopes of the last pull that are in the snapshot; `actor`: whose snapshot it is.
    /// `completed`: of this the snapshot holds all that the server knows.
    Completeness(directory::SnapshotPtr snapshot, const QList<Scope> &held, UserId actor,
                 const std::optional<Completed> &completed = {});

    [[nodiscard]] Bound of(directory::Subject subject, directory::Object object) const;
    /// For objects(). What somebody has as an outsider elsewhere, only they see.
    [[nodiscard]] Bound of(directory::Subject subject) const;
    /// For who().
    [[nodiscard]] Bound of(directory::Object object) const;
    /// For what these rows change, between an earlier snapshot and this one: exact where all of it lies in
    /// tenants of which the actor sees everything.
    [[nodiscard]] Bound of(const directory::Snapshot &before,
                           const std::vector<directory::RowKey> &touched) const;
    /// Whether everything of a tenant is to be seen, so that counting its people says how many there are.
    [[nodiscard]] bool seesAllOf(directory::TenantIndex tenant) const;
    /// Whether all grants on a space and on its resources are to be seen.
    [[nodiscard]] bool seesGrantsIn(directory::SpaceIndex space) const;
    /// Whether all grants on this itself are to be seen.
    [[nodiscard]] bool seesGrantsOn(directory::Object object) const;

private:
    [[nodiscard]] bool holds(ScopeKind kind, const QUuid &id) const
    {
        return m_held.contains({kind, id, {}});
    }
    [[nodiscard]] bool holdsTenantOf(directory::SpaceIndex space) const;
    [[nodiscard]] bool isActorWhoSeesAll(directory::UserIndex user) const;
    [[nodiscard]] bool mayBeFrozen(directory::UserIndex user) const;
    [[nodiscard]] bool isCompleted(directory::Object object) const;
    [[nodiscard]] bool isCompleted(const GrantRow &grant) const;
    [[nodiscard]] Bound ofRow(const directory::Row &row) const;

    directory::SnapshotPtr m_snapshot;
    QSet<Scope> m_held;
    UserId m_actor;
    std::optional<Completed> m_completed;
};

} // namespace tenantry::access
