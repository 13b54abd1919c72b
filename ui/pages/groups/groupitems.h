// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual role groups as the page shows them: what the snapshot holds with what is queued laid over it.
#pragma once

#include "ui/session/session.h"

#include <vector>

namespace tenantry::ui::groups {

/// A change of the actor's own that isn't in the snapshot yet.
enum class Pending : quint8 { None, Queued, Refused };

struct GroupItem
{
    RoleGroupId id;
    QString name;
    QString description;
    int people = 0;
    int organizations = 0;
    int grants = 0;
    bool isNew = false;   ///< only in the queue yet
    bool isGoing = false; ///< its deletion is queued
    Pending pending = Pending::None;
    friend bool operator==(const GroupItem &, const GroupItem &) = default;
};

struct MemberItem
{
    SubjectKind kind = SubjectKind::User;
    QUuid id;
    QString name;
    QString portrait;      ///< of a person: their own picture
    QString detail;        ///< department of a person, path of an organization
    int people = 0;        ///< in an organization and below
    bool inactive = false; ///< an account or organization that gives nothing now
    bool isNew = false;
    bool isGoing = false;
    friend bool operator==(const MemberItem &, const MemberItem &) = default;
};

/// Where the group holds a role.
struct UseItem
{
    GrantId id;
    ObjectKind kind = ObjectKind::Space;
    QUuid objectId;
    QString name;
    QString spaceName; ///< of a resource
    QString resourceKind;
    SpaceId space;
    Role role = Role::None;
    std::optional<Instant> expiresAt;
    QString grantedBy;
    Instant grantedAt;
    friend bool operator==(const UseItem &, const UseItem &) = default;
};

/// Of one tenant, by name.
[[nodiscard]] std::vector<GroupItem> groupItems(const Session &session, TenantId tenant);
/// Organizations first, then people, each by name.
[[nodiscard]] std::vector<MemberItem> memberItems(const Session &session, RoleGroupId group);
/// The same on any thread.
[[nodiscard]] std::vector<MemberItem> memberItems(const directory::SnapshotPtr &snapshot,
                                                  const QList<QueuedCommand> &commands, RoleGroupId group);
/// Spaces before resources, each by name; those whose objects the actor sees.
[[nodiscard]] std::vector<UseItem> useItems(const Session &session, RoleGroupId group);

} // namespace tenantry::ui::groups
