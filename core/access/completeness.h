// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <QSet>

namespace tenantry::access {

/// Whether what the actor sees is all that an answer rests on (PRM-7). Where it isn't, a role may be higher
/// and more people may have one: pages say "at least".
class Completeness final
{
public:
    /// `held`: the scopes of the last pull that are in the snapshot; `actor`: whose snapshot it is.
    Completeness(directory::SnapshotPtr snapshot, const QList<Scope> &held, UserId actor);

    [[nodiscard]] bool isExact(directory::Subject subject, directory::Object object) const;
    /// For objects(), of what lies in the tenants that the actor sees. What somebody has as an outsider elsewhere, only they see.
    [[nodiscard]] bool isExact(directory::Subject subject) const;
    /// For who().
    [[nodiscard]] bool isExact(directory::Object object) const;
    /// For what these rows change, between an earlier snapshot and this one: whether all of it lies in
    /// tenants of which the actor sees everything.
    [[nodiscard]] bool isExact(const directory::Snapshot &before,
                               const std::vector<directory::RowKey> &touched) const;

private:
    [[nodiscard]] bool holds(ScopeKind kind, const QUuid &id) const
    {
        return m_held.contains({kind, id, {}});
    }
    [[nodiscard]] bool holdsTenantOf(directory::SpaceIndex space) const;
    [[nodiscard]] bool seesAllOf(const directory::Row &row) const;

    directory::SnapshotPtr m_snapshot;
    QSet<Scope> m_held;
    UserId m_actor;
};

} // namespace tenantry::access
