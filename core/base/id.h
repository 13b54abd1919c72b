// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QUuid>

#include <compare>
#include <functional>

namespace tenantry
{

/// Makes a UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits. IDs made by
/// one process are ascending, also within a millisecond, so that they cluster in indexes.
[[nodiscard]] QUuid makeUuid7(Instant now);

/// Milliseconds since the Unix epoch that a version 7 UUID carries; nothing is checked for other versions.
[[nodiscard]] qint64 uuid7Milliseconds(const QUuid &id);

/// An ID that can't be taken for an ID of another kind of thing. Null when default-constructed.
template <class Tag>
class Id final
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}
    [[nodiscard]] static Id make(Instant now) { return Id(makeUuid7(now)); }

    [[nodiscard]] const QUuid &uuid() const { return m_uuid; }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    /// 36 characters, lower case, no braces: as PostgreSQL prints it.
    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using TenantId = Id<struct TenantTag>;
using UserId = Id<struct UserTag>;
using OrganizationId = Id<struct OrganizationTag>;
using RoleGroupId = Id<struct RoleGroupTag>;
using SpaceId = Id<struct SpaceTag>;
using ResourceId = Id<struct ResourceTag>;
using GrantId = Id<struct GrantTag>;
using ApplicationId = Id<struct ApplicationTag>;
using TenantRoleId = Id<struct TenantRoleTag>;
using CommandId = Id<struct CommandTag>;

} // namespace tenantry
