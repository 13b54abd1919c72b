// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody's role on everything, for comparisons.
#pragma once

#include "core/access/difference.h"

#include <QStringList>

#include <map>

namespace tenantry::tests {

using namespace tenantry::access;
using namespace tenantry::directory;
using namespace Qt::StringLiterals;

using Roles = std::map<std::pair<QUuid, QUuid>, Role>;

inline void put(Roles &roles, const Snapshot &snapshot, UserIndex user, Object object, Role role)
{
    if (role != Role::None)
        roles[{snapshot.idOf(Subject(user)), snapshot.idOf(object)}] = role;
}

/// Everybody's role on everything, asked one by one.
inline Roles everyRole(const SnapshotPtr &snapshot, Instant at)
{
    const Resolver resolver(snapshot, at);
    Roles roles;
    for (const UserIndex user : snapshot->users())
        for (const SpaceIndex space : snapshot->spaces()) {
            put(roles, *snapshot, user, space, resolver.check(user, space));
            for (const SpaceResource &resource : snapshot->resourcesOf(space))
                put(roles, *snapshot, user, resource.resource(), resolver.check(user, resource.resource()));
        }
    return roles;
}

inline QString line(const QUuid &user, const QUuid &object, Role before, Role after)
{
    return u"%1 on %2: %3 -> %4"_s.arg(user.toString(), object.toString(), wireName(before), wireName(after));
}

inline QStringList expectedChanges(const Moment &before, const Moment &after)
{
    const Roles then = everyRole(before.snapshot, before.at);
    const Roles now = everyRole(after.snapshot, after.at);
    QStringList lines;
    for (const auto &[key, role] : then)
        if (const auto found = now.find(key); found == now.end() || found->second != role)
            lines += line(key.first, key.second, role, found == now.end() ? Role::None : found->second);
    for (const auto &[key, role] : now)
        if (!then.contains(key))
            lines += line(key.first, key.second, Role::None, role);
    lines.sort();
    return lines;
}

inline QStringList foundChanges(const Difference &difference)
{
    const Snapshot &snapshot = *difference.after().snapshot;
    QStringList lines;
    for (const RoleChange &change : difference.page(0, difference.size()))
        lines += line(snapshot.idOf(Subject(change.user)), snapshot.idOf(change.object), change.before,
                      change.after);
    lines.sort();
    return lines;
}

} // namespace tenantry::tests
