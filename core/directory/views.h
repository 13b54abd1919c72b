// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Light handles on one row of a snapshot: two words, made on the fly, valid while the snapshot lives. A row that others
// refer to but that the actor can't see has a handle too: its `isKnown()` is false, its ID is right, the rest is empty.
#pragma once

#include "core/directory/indices.h"
#include "core/domain/rows.h"

#include <optional>

namespace tenantry::directory
{

class Snapshot;

class UserView final
{
public:
    UserView(const Snapshot &snapshot, UserIndex index) : m_snapshot(&snapshot), m_index(index) {}

    [[nodiscard]] UserIndex index() const { return m_index; }
    [[nodiscard]] bool isKnown() const;
    [[nodiscard]] UserId id() const;
    [[nodiscard]] TenantIndex tenant() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString avatar() const;
    [[nodiscard]] bool isStaff() const;
    [[nodiscard]] UserStatus status() const;
    [[nodiscard]] OrganizationIndex primaryOrganization() const; ///< may be invalid
    [[nodiscard]] Instant createdAt() const;
    [[nodiscard]] int version() const;
    /// Whether the actor sees the private data: without, the following are empty.
    [[nodiscard]] bool hasPrivate() const;
    [[nodiscard]] QString email() const;
    [[nodiscard]] QString phone() const;
    [[nodiscard]] QString mis() const;
    [[nodiscard]] QString username() const;
    [[nodiscard]] QString nickname() const;

    [[nodiscard]] UserRow row() const;
    [[nodiscard]] std::optional<UserPrivateRow> privateRow() const;

private:
    const Snapshot *m_snapshot;
    UserIndex m_index;
};

class OrganizationView final
{
public:
    OrganizationView(const Snapshot &snapshot, OrganizationIndex index) : m_snapshot(&snapshot), m_index(index) {}

    [[nodiscard]] OrganizationIndex index() const { return m_index; }
    [[nodiscard]] bool isKnown() const;
    [[nodiscard]] OrganizationId id() const;
    [[nodiscard]] TenantIndex tenant() const;
    [[nodiscard]] OrganizationIndex parent() const; ///< invalid: a root; may be unknown
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString code() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] bool isEnabled() const;            ///< its own switch
    [[nodiscard]] bool isEffectivelyEnabled() const; ///< its own and all above it
    [[nodiscard]] int depth() const;                 ///< 0: a root
    [[nodiscard]] int ownMemberCount() const;        ///< people in it
    [[nodiscard]] int totalMemberCount() const;      ///< different people in it and everything below
    [[nodiscard]] UserIndex leader() const;          ///< invalid: none (or not to be seen)
    [[nodiscard]] Instant createdAt() const;
    [[nodiscard]] int version() const;

    [[nodiscard]] OrganizationRow row() const;

private:
    const Snapshot *m_snapshot;
    OrganizationIndex m_index;
};

class RoleGroupView final
{
public:
    RoleGroupView(const Snapshot &snapshot, RoleGroupIndex index) : m_snapshot(&snapshot), m_index(index) {}

    [[nodiscard]] RoleGroupIndex index() const { return m_index; }
    [[nodiscard]] bool isKnown() const;
    [[nodiscard]] RoleGroupId id() const;
    [[nodiscard]] TenantIndex tenant() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] Instant createdAt() const;
    [[nodiscard]] int version() const;

    [[nodiscard]] RoleGroupRow row() const;

private:
    const Snapshot *m_snapshot;
    RoleGroupIndex m_index;
};

class SpaceView final
{
public:
    SpaceView(const Snapshot &snapshot, SpaceIndex index) : m_snapshot(&snapshot), m_index(index) {}

    [[nodiscard]] SpaceIndex index() const { return m_index; }
    [[nodiscard]] bool isKnown() const;
    [[nodiscard]] SpaceId id() const;
    [[nodiscard]] TenantIndex tenant() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString edition() const;
    [[nodiscard]] QStringList modules() const;
    [[nodiscard]] bool isArchived() const;
    [[nodiscard]] QString avatarKind() const; ///< "system", "icon", "picture"
    [[nodiscard]] QString avatarIcon() const;
    [[nodiscard]] UserIndex createdBy() const;
    [[nodiscard]] Instant createdAt() const;
    [[nodiscard]] int version() const;

    [[nodiscard]] SpaceRow row() const;

private:
    const Snapshot *m_snapshot;
    SpaceIndex m_index;
};

class ResourceView final
{
public:
    ResourceView(const Snapshot &snapshot, ResourceIndex index) : m_snapshot(&snapshot), m_index(index) {}

    [[nodiscard]] ResourceIndex index() const { return m_index; }
    [[nodiscard]] bool isKnown() const;
    [[nodiscard]] ResourceId id() const;
    [[nodiscard]] SpaceIndex space() const;
    [[nodiscard]] QString resourceKind() const; ///< "agent" …
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isRestricted() const;
    [[nodiscard]] UserIndex createdBy() const;
    [[nodiscard]] Instant createdAt() const;
    [[nodiscard]] int version() const;

    [[nodiscard]] ResourceRow row() const;

private:
    const Snapshot *m_snapshot;
    ResourceIndex m_index;
};

class MembershipView final
{
public:
    MembershipView(const Snapshot &snapshot, MembershipIndex index) : m_snapshot(&snapshot), m_index(index) {}

    [[nodiscard]] MembershipIndex index() const { return m_index; }
    [[nodiscard]] QUuid id() const;
    [[nodiscard]] UserIndex user() const;
    [[nodiscard]] OrganizationIndex organization() const;
    [[nodiscard]] QString role() const; ///< "leader", "member" …
    [[nodiscard]] Instant since() const;

    [[nodiscard]] MembershipRow row() const;

private:
    const Snapshot *m_snapshot;
    MembershipIndex m_index;
};

class GrantView final
{
public:
    GrantView(const Snapshot &snapshot, GrantIndex index) : m_snapshot(&snapshot), m_index(index) {}

    [[nodiscard]] GrantIndex index() const { return m_index; }
    [[nodiscard]] GrantId id() const;
    [[nodiscard]] Subject subject() const;
    [[nodiscard]] Object object() const;
    [[nodiscard]] SpaceIndex space() const; ///< the object itself, or the resource's
    [[nodiscard]] Role role() const;
    [[nodiscard]] std::optional<Instant> expiresAt() const;
    [[nodiscard]] bool isExpired(Instant now) const { return expiresAt() && *expiresAt() <= now; }
    [[nodiscard]] UserIndex grantedBy() const;
    [[nodiscard]] Instant grantedAt() const;
    [[nodiscard]] int version() const;

    [[nodiscard]] GrantRow row() const;

private:
    const Snapshot *m_snapshot;
    GrantIndex m_index;
};

} // namespace tenantry::directory
