// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody is about to do, in the terms of the commands that do it: applied to a snapshot it gives the
// one that would come of it, with everything that the server does beside.
#pragma once

#include "core/directory/snapshot.h"
#include "core/domain/commands.h"

#include <optional>
#include <variant>

namespace tenantry::access {

/// New grants and changed ones, each on the space or one of its resources; whoever gets one on a resource and
/// has no role on the space becomes guest there (PRM-9). A grant that the subject has on the object already
/// is changed, whatever its ID.
struct SetGrants
{
    SpaceId space;
    QList<GrantWish> grants;
};
/// With one on a space go those of the same subject on its resources (PRM-9). Unknown ones are ignored.
struct RemoveGrants
{
    QList<GrantId> grants;
};

struct GroupMemberWish
{
    SubjectKind kind = SubjectKind::User; ///< or an organization
    QUuid id;
    friend bool operator==(const GroupMemberWish &, const GroupMemberWish &) = default;
};
struct CreateGroup
{
    RoleGroupId group;
    TenantId tenant;
    QList<GroupMemberWish> members;
};
struct SetGroupMembers
{
    RoleGroupId group;
    QList<GroupMemberWish> members; ///< all of them, afterwards
};
struct EditGroupMembers
{
    RoleGroupId group;
    QList<GroupMemberWish> added, removed;
};
/// Its members and grants go with it.
struct DeleteGroup
{
    RoleGroupId group;
};

struct SetMemberships
{
    UserId user;
    QList<OrganizationId> organizations; ///< all of them, afterwards
    OrganizationId primary;
};
/// A leader is made a member of what they lead (ORG-11).
struct JoinOrganization
{
    UserId user;
    OrganizationId organization;
};
struct CreateOrganization
{
    OrganizationId organization;
    TenantId tenant;
    OrganizationId parent; ///< null: the tenant's root
};
struct MoveOrganization
{
    OrganizationId organization, parent;
};
struct SetOrganizationEnabled
{
    OrganizationId organization;
    bool enabled = true;
};
/// With the memberships, grants and groups' members that name it.
struct DeleteOrganization
{
    OrganizationId organization;
};

/// Back to the default system tenant, without anything of the old one's (MOV-4, ORG-6).
struct RemoveMember
{
    UserId user;
};
struct SetUserStatus
{
    UserId user;
    UserStatus status = UserStatus::Suspended;
};

struct SetRestricted
{
    ResourceId resource;
    bool restricted = false;
};
/// Of a space or a resource. The former owner becomes administrator (SPC-10), the new one of a resource at
/// least guest of the space (PRM-9).
struct HandOver
{
    ObjectKind kind = ObjectKind::Space;
    QUuid object;
    UserId owner;
};
/// What a person has on an object as its administrator: they become editor; the other one keeps a higher role
/// (ORG-7).
struct PassAdministration
{
    GrantId grant;
    UserId to;
};
/// Gives somebody what others' grants give, an owner's as an administrator's, and never less than they have
/// (ORG-8).
struct CopyGrants
{
    UserId to;
    QList<GrantId> grants;
};
/// Everything that a person has in the spaces of a tenant (EXT-1).
struct RemoveOutsider
{
    UserId user;
    TenantId tenant;
};
/// The Bots module leaves the space (SPC-12), where it has it: its guests become this; none: their grants go.
/// Those who are guests because of a grant on a resource stay.
struct ReplaceGuests
{
    SpaceId space;
    Role becomes = Role::None;
};
struct DeleteResource
{
    ResourceId resource;
};
struct DeleteSpace
{
    SpaceId space;
};

using PlannedChange =
    std::variant<SetGrants, RemoveGrants, CreateGroup, SetGroupMembers, EditGroupMembers, DeleteGroup,
                 SetMemberships, JoinOrganization, CreateOrganization, MoveOrganization,
                 SetOrganizationEnabled, DeleteOrganization, RemoveMember, SetUserStatus, SetRestricted,
                 HandOver, PassAdministration, CopyGrants, RemoveOutsider,
                 ReplaceGuests, DeleteResource, DeleteSpace>;

/// What a command is about to change in who may do what; empty for those that change nothing of it.
[[nodiscard]] std::vector<PlannedChange> plannedChanges(const Command &command);

/// A snapshot with planned changes on top.
struct Plan
{
    directory::SnapshotPtr before, after;
    std::vector<directory::RowKey> touched; ///< rows that differ; may repeat
};

/// Applies them one after the other, as of `now`. What they name and the snapshot doesn't know is left out.
/// Error: "directory.organization_cycle" as Snapshot::apply.
[[nodiscard]] Result<Plan> plan(const directory::SnapshotPtr &snapshot, Instant now,
                                const std::vector<PlannedChange> &changes);

} // namespace tenantry::access
