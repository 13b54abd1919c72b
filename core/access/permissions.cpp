// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/permissions.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace tenantry::access {

using namespace Qt::StringLiterals;
using namespace directory;

namespace {

using Keys = std::set<QString>;

Keys keySet(const QStringList &keys)
{
    return {keys.begin(), keys.end()};
}

QStringList sorted(const Keys &keys)
{
    return {keys.begin(), keys.end()};
}

/// One step down: what is set here takes the place of what comes from above.
PermissionPicture over(const PermissionPicture &above, const OrganizationPermissions &set)
{
    Keys keys = keySet(above.keys);
    for (const QString &key : set.denied)
        keys.erase(key);
    keys.insert(set.allowed.begin(), set.allowed.end());
    return {set.dataScope.isEmpty() ? above.dataScope : set.dataScope, sorted(keys)};
}

int width(const QString &scope)
{
    static const QStringList order{u"none"_s, u"own"_s, u"below"_s, u"tenant"_s};
    return int(order.indexOf(scope));
}

/// What counts in an organization and below it, with `wanted` set at the organization itself.
QHash<OrganizationIndex, PermissionPicture> picture(const Snapshot &snapshot, OrganizationIndex top,
                                                    const OrganizationPermissions &wanted)
{
    const std::vector<OrganizationIndex> above = snapshot.ancestors(top);
    QHash<OrganizationIndex, PermissionPicture> found;
    for (const OrganizationIndex each : snapshot.subtree(top)) { // parents before children
        if (each == top)
            found.insert(
                each,
                over(above.empty() ? PermissionPicture() : permissionsAt(snapshot, above.front()), wanted));
        else
            found.insert(each,
                         over(found.value(snapshot.organization(each).parent()), setAt(snapshot, each)));
    }
    return found;
}

/// What somebody has by their organizations: those in `changed` count as they are there.
struct Reach
{
    Keys keys;
    QMap<OrganizationIndex, int> scopes; ///< of the person's organizations

    [[nodiscard]] bool covers(const Reach &other) const
    {
        return std::includes(keys.begin(), keys.end(), other.keys.begin(), other.keys.end()) &&
               std::all_of(other.scopes.keyBegin(), other.scopes.keyEnd(), [&](OrganizationIndex each) {
                   return scopes.value(each) >= other.scopes.value(each);
               });
    }
};

bool countsFor(const Snapshot &snapshot, OrganizationIndex organization)
{
    const std::vector<OrganizationIndex> path = snapshot.path(organization);
    return std::all_of(path.begin(), path.end(),
                       [&](OrganizationIndex each) { return snapshot.organization(each).isEnabled(); });
}

Keys keysOfRoles(const Snapshot &snapshot, UserIndex user)
{
    Keys keys;
    for (const RoleAssignmentRow &assignment : snapshot.roleAssignmentsOf(snapshot.user(user).id())) {
        const TenantRoleRow *role = snapshot.tenantRole(TenantRoleId(QUuid::fromString(assignment.role)));
        if (role)
            keys.insert(role->keys.begin(), role->keys.end());
    }
    return keys;
}

Reach reachOf(const Snapshot &snapshot, UserIndex user,
              const QHash<OrganizationIndex, PermissionPicture> &changed)
{
    Reach reach{keysOfRoles(snapshot, user), {}};
    for (const OrganizationIndex each : snapshot.organizationsOf(user)) {
        if (!countsFor(snapshot, each))
            continue;
        const auto found = changed.constFind(each);
        const PermissionPicture counts = found == changed.cend() ? permissionsAt(snapshot, each) : *found;
        reach.keys.insert(counts.keys.begin(), counts.keys.end());
        reach.scopes.insert(each, width(counts.dataScope));
    }
    return reach;
}

} // namespace

OrganizationPermissions setAt(const Snapshot &snapshot, OrganizationIndex organization)
{
    const OrganizationPermissionRow *row =
        snapshot.permissionsSetAt(snapshot.organization(organization).id());
    return row ? OrganizationPermissions{row->dataScope, row->allowed, row->denied}
               : OrganizationPermissions{};
}

Inherited inheritedScope(const Snapshot &snapshot, OrganizationIndex organization)
{
    for (const OrganizationIndex each : snapshot.ancestors(organization)) {
        const QString scope = setAt(snapshot, each).dataScope;
        if (!scope.isEmpty())
            return {.scope = scope, .from = each};
    }
    return {};
}

Inherited inheritedKey(const Snapshot &snapshot, OrganizationIndex organization, const QString &key)
{
    for (const OrganizationIndex each : snapshot.ancestors(organization)) {
        const OrganizationPermissions set = setAt(snapshot, each);
        if (set.allowed.contains(key) || set.denied.contains(key))
            return {.allowed = set.allowed.contains(key), .from = each};
    }
    return {};
}

PermissionPicture permissionsAt(const Snapshot &snapshot, OrganizationIndex organization)
{
    PermissionPicture counts;
    for (const OrganizationIndex each : snapshot.path(organization)) // root first
        counts = over(counts, setAt(snapshot, each));
    return counts;
}

// In the default system tenant nothing counts: nobody configures it (OPM-8).
QStringList keysOf(const Snapshot &snapshot, UserIndex user)
{
    return sorted(reachOf(snapshot, user, {}).keys);
}

PermissionPreview preview(const Snapshot &snapshot, OrganizationIndex organization,
                          const OrganizationPermissions &wanted)
{
    const auto before = picture(snapshot, organization, setAt(snapshot, organization));
    auto after = picture(snapshot, organization, wanted);
    PermissionPreview result;
    std::set<UserIndex> touched;
    for (auto each = after.cbegin(); each != after.cend(); ++each) {
        if (before.value(each.key()) == each.value())
            continue;
        ++result.organizations;
        for (const OrganizationMember &member : snapshot.membersOf(each.key()))
            touched.insert(member.user);
    }
    for (const UserIndex user : touched) {
        if (snapshot.user(user).status() != UserStatus::Active)
            continue;
        const Reach was = reachOf(snapshot, user, before), becomes = reachOf(snapshot, user, after);
        const bool gains = !was.covers(becomes), loses = !becomes.covers(was);
        result.gain += gains;
        result.lose += loses;
        result.people += gains || loses;
    }
    return result;
}

} // namespace tenantry::access
