// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to "why": values that a page draws and a test applies; sentences are made in explanationtext.h.
#pragma once

#include "core/base/time.h"
#include "core/directory/indices.h"

#include <optional>
#include <vector>

namespace tenantry::directory
{
class Snapshot;
}

namespace tenantry::access
{

/// One way in which a subject comes to a role: user → organization → organization above → role group → grant.
/// What a way doesn't use is invalid.
struct Path {
    directory::Subject subject;                ///< whose role it is
    directory::OrganizationIndex organization; ///< the one the user is in, or the subject itself
    directory::OrganizationIndex above;        ///< the one that counts: `organization` or one above it
    directory::RoleGroupIndex group;           ///< that contains the user or `above`, or the subject itself
    directory::GrantIndex grant;
    Role role = Role::None;   ///< what it gives
    bool throughSpace = false; ///< a grant on the space that counts for a resource of it (PRM-8)

    [[nodiscard]] bool isValid() const { return grant.isValid(); }
    friend bool operator==(const Path &, const Path &) = default;
};

/// A path step by step, as it is drawn: each line leads from the thing before to this one.
struct Step {
    enum Kind {
        Start,    ///< the subject
        In,       ///< is a member of organization `subject`
        Below,    ///< which is below organization `subject` (one step for each level)
        MemberOf, ///< which is in role group `subject`
        RoleOn,   ///< which has `role` on `object`
        CountsOn, ///< which counts on `object`, a resource of the space
    };
    Kind kind = Start;
    directory::Subject subject;
    directory::Object object;
    Role role = Role::None;
    friend bool operator==(const Step &, const Step &) = default;
};
[[nodiscard]] std::vector<Step> steps(const directory::Snapshot &snapshot, const Path &path, directory::Object object);

/// Something that was considered and counts for nothing.
struct Obstacle {
    enum Kind {
        UserNotActive,        ///< the user's status; nothing else of them counts
        UserTenantFrozen,     ///< the user's tenant
        ObjectTenantFrozen,   ///< the space's tenant
        OrganizationDisabled, ///< `organization` on `path` is switched off
        GrantExpired,         ///< the grant of `path`, at `expiredAt`
        ResourceRestricted,   ///< the role on the space, given by `path`, doesn't count on the resource
        NotEnough,            ///< `path` counts, but gives less than was wanted
        NotKnown,             ///< the actor can't see the person: nothing can be said
    };
    Kind kind = UserNotActive;
    Path path; ///< where there is one
    directory::OrganizationIndex organization;
    std::optional<Instant> expiredAt;
    friend bool operator==(const Obstacle &, const Obstacle &) = default;
};

/// One act of a repair.
struct Repair {
    enum Kind {
        ActivateUser,       ///< set `subject`, a user, active
        UnfreezeTenant,     ///< `tenant`
        EnableOrganization, ///< `subject`, an organization
        RenewGrant,         ///< `grant`: a later expiry, or none
        LengthenGrant,      ///< `grant` on the space, which the one on a resource that follows must not outlast (PRM-9)
        RestoreSpace,       ///< `object`, an archived space: nothing else can be done in it before
        OpenResource,       ///< `object`, a resource
        Give,               ///< `role` on `object` to `subject`, without expiry; `grant`, where valid, is the one to change
        Transfer,           ///< ownership of `object` to `subject`, a person
    };
    Kind kind = ActivateUser;
    directory::Subject subject;
    directory::TenantIndex tenant;
    directory::GrantIndex grant;
    directory::Object object;
    Role role = Role::None;
    friend bool operator==(const Repair &, const Repair &) = default;
};

struct Explanation {
    directory::Subject subject;
    directory::Object object;
    Instant at;
    Role role = Role::None;
    Role wanted = Role::Guest;
    bool restricted = false;          ///< the object is a restricted resource
    std::vector<Path> paths;          ///< those that count: the winning one first, then by role and length
    std::vector<Obstacle> obstacles;  ///< empty where role ≥ wanted
    std::vector<Repair> repair;       ///< the cheapest that commands allow; all of it together makes role ≥ wanted; empty where it is already, or can't be

    [[nodiscard]] bool isEnough() const { return role >= wanted; }
};

} // namespace tenantry::access
