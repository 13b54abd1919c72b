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

bool isEnabledUpwards(const Snapshot &snapshot, OrganizationIndex organization)
{
    const std::vector<OrganizationIndex> path = snapshot.path(organization);
    return std::all_of(path.begin(), path.end(),
                       [&](OrganizationIndex each) { return snapshot.organization(each).isEnabled(); });
}

/// What an organization permits, and whether it counts: it does where it and all above it are enabled.
struct Standing
{
    PermissionPicture permits;
    bool counts = true;
    friend bool operator==(const Standing &, const Standing &) = default;
};

Standing standingOf(const Snapshot &snapshot, OrganizationIndex organization)
{
    return organization.isValid()
               ? Standing{permissionsAt(snapshot, organization), isEnabledUpwards(snapshot, organization)}
               : Standing();
}

OrganizationIndex parentOf(const Snapshot &snapshot, OrganizationIndex organization)
{
    return snapshot.organization(organization).parent();
}

using Standings = QHash<OrganizationIndex, Standing>;

/// An organization and all below it, as it would be under `above` with `set` at itself.
Standings standings(const Snapshot &snapshot, OrganizationIndex top, const Standing &above,
                    const OrganizationPermissions &set)
{
    Standings found;
    for (const OrganizationIndex each : snapshot.subtree(top)) { // parents before children
        const Standing outer = each == top ? above : found.value(parentOf(snapshot, each));
        found.insert(each, {over(outer.permits, each == top ? set : setAt(snapshot, each)),
                            outer.counts && snapshot.organization(each).isEnabled()});
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

Reach reachOf(const Snapshot &snapshot, UserIndex user, const Standings &changed)
{
    Reach reach{keysOfRoles(snapshot, user), {}};
    for (const OrganizationIndex each : snapshot.organizationsOf(user)) {
        const auto found = changed.constFind(each);
        const Standing now = found == changed.cend() ? standingOf(snapshot, each) : *found;
        if (!now.counts)
            continue;
        reach.keys.insert(now.permits.keys.begin(), now.permits.keys.end());
        reach.scopes.insert(each, width(now.permits.dataScope));
    }
    return reach;
}

PermissionPreview compare(const Snapshot &snapshot, const Standings &before, const Standings &after)
{
    PermissionPreview result;
    std::set<UserIndex> touched;
    for (auto each = after.cbegin(); each != after.cend(); ++each) {
        const Standing was = before.value(each.key());
        if (was == each.value())
            continue;
        result.organizations += was.permits != each.value().permits;
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
    const Standing above = standingOf(snapshot, parentOf(snapshot, organization));
    return compare(snapshot, standings(snapshot, organization, above, setAt(snapshot, organization)),
                   standings(snapshot, organization, above, wanted));
}

PermissionPreview previewMove(const Snapshot &snapshot, OrganizationIndex organization,
                              OrganizationIndex newParent)
{
    const OrganizationPermissions set = setAt(snapshot, organization);
    const auto under = [&](OrganizationIndex parent) {
        return standings(snapshot, organization, standingOf(snapshot, parent), set);
    };
    return compare(snapshot, under(parentOf(snapshot, organization)), under(newParent));
}

} // namespace tenantry::access
