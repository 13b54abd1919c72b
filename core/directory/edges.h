// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists between things hold: the other end and the row that says so.
#pragma once

#include "core/directory/indices.h"

namespace tenantry::directory
{

struct UserMembership {
    OrganizationIndex organization;
    MembershipIndex membership;
    friend auto operator<=>(const UserMembership &, const UserMembership &) = default;
};

struct OrganizationMember {
    UserIndex user;
    MembershipIndex membership;
    friend auto operator<=>(const OrganizationMember &, const OrganizationMember &) = default;
};

/// A role group that a user or an organization is in.
struct GroupOf {
    RoleGroupIndex group;
    RoleGroupMemberIndex member;
    friend auto operator<=>(const GroupOf &, const GroupOf &) = default;
};

/// A user or an organization that is in a role group.
struct GroupMember {
    Subject subject;
    RoleGroupMemberIndex member;
    friend auto operator<=>(const GroupMember &, const GroupMember &) = default;
};

/// A resource of a space, in the order of their indices.
class SpaceResource final
{
public:
    SpaceResource() = default;
    SpaceResource(ResourceIndex resource, bool restricted) : m_bits(resource.value() << 1 | quint32(restricted)) {}
    [[nodiscard]] ResourceIndex resource() const { return ResourceIndex(m_bits >> 1); }
    [[nodiscard]] bool isRestricted() const { return m_bits & 1; }
    friend auto operator<=>(const SpaceResource &, const SpaceResource &) = default;

private:
    quint32 m_bits = 0;
};

/// A grant with what resolution asks of it: its role, and whether the clock has a say in it.
class GrantEntry final
{
public:
    GrantEntry() = default;
    GrantEntry(GrantIndex grant, Role role, bool expires)
        : m_bits(grant.value() << 4 | quint32(role) << 1 | quint32(expires))
    {
    }
    [[nodiscard]] GrantIndex grant() const { return GrantIndex(m_bits >> 4); }
    [[nodiscard]] Role role() const { return Role(m_bits >> 1 & 7); }
    /// It has an expiry, which may have passed.
    [[nodiscard]] bool expires() const { return m_bits & 1; }
    friend auto operator<=>(const GrantEntry &, const GrantEntry &) = default;

private:
    quint32 m_bits = 0;
};

/// One of a subject's grants. Lists of them are ordered by space, within it the space first and then its resources.
class SubjectGrant final
{
public:
    SubjectGrant() = default;
    SubjectGrant(SpaceIndex space, Object object, GrantEntry entry)
        : m_space(space), m_object(object.kind() == ObjectKind::Space ? 0 : object.index() + 1), m_entry(entry)
    {
    }
    [[nodiscard]] SpaceIndex space() const { return m_space; }
    [[nodiscard]] bool isOnSpace() const { return m_object == 0; }
    /// Only where it isn't on the space.
    [[nodiscard]] ResourceIndex resource() const { return ResourceIndex(m_object - 1); }
    [[nodiscard]] Object object() const { return isOnSpace() ? Object(m_space) : Object(resource()); }
    [[nodiscard]] GrantEntry entry() const { return m_entry; }
    [[nodiscard]] GrantIndex grant() const { return m_entry.grant(); }
    [[nodiscard]] Role role() const { return m_entry.role(); }
    friend auto operator<=>(const SubjectGrant &, const SubjectGrant &) = default;

private:
    SpaceIndex m_space;
    quint32 m_object = 0;
    GrantEntry m_entry;
};

} // namespace tenantry::directory
