// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Members who go, come back, hand over or are suspended; access that is copied; outsiders (ORG-6 to ORG-8,
// ACC-9, EXT-1).
#pragma once

#include "core/domain/commands.h"

namespace tenantry {

/// Takes back what the actor's own command `removal` (grantsRemove) took from a space, with what went along.
[[nodiscard]] Command grantsRestore(const SpaceId &space, CommandId removal);

/// Out of every space of the tenant, and so out of its list of non-enterprise members.
[[nodiscard]] Command outsiderRemove(const UserId &user, const TenantId &tenant);

/// Refused while they own or lead something (member.has_duties). Seen: the user's ID, group "memberships".
[[nodiscard]] Command memberRemove(const UserId &user, const TenantId &tenant, const QString &reason);
/// removal: from the answer of memberRemove, or api.removed_members. partly: also without what is gone by
/// now.
[[nodiscard]] Command memberRestore(const QUuid &removal, const TenantId &tenant, bool partly = false);

[[nodiscard]] Command userSetSuspended(const UserId &user, const TenantId &tenant, bool suspended,
                                       const QString &reason);

enum class Duty : quint8 { Space, Resource, Organization, Administration };
struct HandoverItem
{
    Duty duty = Duty::Space;
    QUuid id; ///< of the space, resource or organization; Administration: of the administrator's grant
    UserId to;
};
/// At most 500, all or none. Who hands over steps down by one: an owner is administrator afterwards.
[[nodiscard]] Command handover(const UserId &from, const TenantId &tenant, const QList<HandoverItem> &items,
                               const QString &reason);

struct AccessChoice
{
    QList<GrantId> grants = {};
    QList<RoleGroupId> groups = {};
    QList<OrganizationId> organizations = {};
};
/// What one member has, for another: never less than they have already.
[[nodiscard]] Command accessCopy(const UserId &from, const UserId &to, const TenantId &tenant,
                                 const AccessChoice &choice, const QString &reason);

} // namespace tenantry
