// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Dense numbers that stand for rows within one snapshot. A snapshot made from another by deltas keeps the numbers of
// rows that stayed; anything that outlives a snapshot remembers IDs instead.
#pragma once

#include "core/domain/words.h"

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace tenantry::directory
{

template <class Tag>
class Index final
{
public:
    constexpr Index() = default;
    constexpr explicit Index(quint32 value) : m_value(value) {}

    [[nodiscard]] constexpr quint32 value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value != none; }

    friend constexpr auto operator<=>(Index, Index) = default;
    friend size_t qHash(Index index, size_t seed = 0) { return ::qHash(index.m_value, seed); }

private:
    static constexpr quint32 none = 0xffff'ffff;
    quint32 m_value = none;
};

using TenantIndex = Index<struct TenantIndexTag>;
using UserIndex = Index<struct UserIndexTag>;
using OrganizationIndex = Index<struct OrganizationIndexTag>;
using RoleGroupIndex = Index<struct RoleGroupIndexTag>;
using SpaceIndex = Index<struct SpaceIndexTag>;
using ResourceIndex = Index<struct ResourceIndexTag>;
using MembershipIndex = Index<struct MembershipIndexTag>;
using RoleGroupMemberIndex = Index<struct RoleGroupMemberIndexTag>;
using GrantIndex = Index<struct GrantIndexTag>;

/// Who a grant is given to, or who is in a role group.
class Subject final
{
public:
    constexpr Subject() = default;
    constexpr Subject(UserIndex user) : Subject(SubjectKind::User, user.value()) {}
    constexpr Subject(OrganizationIndex organization) : Subject(SubjectKind::Organization, organization.value()) {}
    constexpr Subject(RoleGroupIndex group) : Subject(SubjectKind::RoleGroup, group.value()) {}
    constexpr Subject(SubjectKind kind, quint32 index) : m_kind(kind), m_index(index) {}

    [[nodiscard]] constexpr SubjectKind kind() const { return m_kind; }
    [[nodiscard]] constexpr quint32 index() const { return m_index; }
    [[nodiscard]] constexpr bool isValid() const { return UserIndex(m_index).isValid(); }
    /// Invalid where the subject is of another kind.
    [[nodiscard]] constexpr UserIndex user() const { return as<UserIndex>(SubjectKind::User); }
    [[nodiscard]] constexpr OrganizationIndex organization() const { return as<OrganizationIndex>(SubjectKind::Organization); }
    [[nodiscard]] constexpr RoleGroupIndex group() const { return as<RoleGroupIndex>(SubjectKind::RoleGroup); }

    friend constexpr auto operator<=>(const Subject &, const Subject &) = default;
    friend size_t qHash(const Subject &s, size_t seed = 0) { return qHashMulti(seed, int(s.m_kind), s.m_index); }

private:
    template <class Index>
    [[nodiscard]] constexpr Index as(SubjectKind kind) const { return m_kind == kind ? Index(m_index) : Index(); }

    SubjectKind m_kind = SubjectKind::User;
    quint32 m_index = UserIndex().value();
};

/// What a grant gives a role on.
class Object final
{
public:
    constexpr Object() = default;
    constexpr Object(SpaceIndex space) : m_kind(ObjectKind::Space), m_index(space.value()) {}
    constexpr Object(ResourceIndex resource) : m_kind(ObjectKind::Resource), m_index(resource.value()) {}

    [[nodiscard]] constexpr ObjectKind kind() const { return m_kind; }
    [[nodiscard]] constexpr quint32 index() const { return m_index; }
    [[nodiscard]] constexpr bool isValid() const { return SpaceIndex(m_index).isValid(); }
    /// Invalid where the object is of the other kind.
    [[nodiscard]] constexpr SpaceIndex space() const { return m_kind == ObjectKind::Space ? SpaceIndex(m_index) : SpaceIndex(); }
    [[nodiscard]] constexpr ResourceIndex resource() const { return m_kind == ObjectKind::Resource ? ResourceIndex(m_index) : ResourceIndex(); }

    friend constexpr auto operator<=>(const Object &, const Object &) = default;
    friend size_t qHash(const Object &o, size_t seed = 0) { return qHashMulti(seed, int(o.m_kind), o.m_index); }

private:
    ObjectKind m_kind = ObjectKind::Space;
    quint32 m_index = SpaceIndex().value();
};

} // namespace tenantry::directory
