// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Roles of people, and what organizations permit to theirs (ROL-1 to ROL-4, OPM-1).
#pragma once

#include "core/domain/commands.h"

namespace tenantry {

struct TenantRoleFields
{
    QString name = {}, description = {};
    QStringList keys = {};             ///< each with those that it implies
    QList<TenantRoleId> excludes = {}; ///< roles that nobody may hold beside it
};
[[nodiscard]] Command roleCreate(const TenantRoleId &id, const TenantId &tenant,
                                 const TenantRoleFields &fields);

/// Only what is set is changed. Seen: the role's ID, group "".
struct TenantRoleEdit
{
    std::optional<QString> name = {}, description = {};
    std::optional<QStringList> keys = {};
    std::optional<QList<TenantRoleId>> excludes = {};
};
[[nodiscard]] Command roleChange(const TenantRoleId &id, const TenantRoleEdit &edit);
/// revokes: how many people the actor saw who lose it; where there are more by then, it is refused with
/// role.held. Seen: the role's ID, group "".
[[nodiscard]] Command roleDelete(const TenantRoleId &id, int revokes = 0);

/// Nothing needs to be seen: whoever holds it already keeps it, whoever lacks it already stays without.
[[nodiscard]] Command roleAssign(const TenantRoleId &role, const UserId &user, const QString &reason = {});
[[nodiscard]] Command roleRevoke(const TenantRoleId &role, const UserId &user, const QString &reason = {});

[[nodiscard]] Command systemAdministratorAppoint(const UserId &user, const QString &reason);
[[nodiscard]] Command systemAdministratorDismiss(const UserId &user, const QString &reason);

/// Everything that is set at the organization itself; the rest it inherits. Seen: the organization's ID,
/// group "permissions" (OrganizationPermissionRow::version; 0 where there is no row).
struct OrganizationPermissions
{
    QString dataScope = {}; ///< "none", "own", "below", "tenant"; empty: inherited
    QStringList allowed = {}, denied = {};
    friend bool operator==(const OrganizationPermissions &, const OrganizationPermissions &) = default;
};
[[nodiscard]] Command organizationPermissionsSet(const OrganizationId &organization,
                                                 const OrganizationPermissions &permissions,
                                                 const QString &reason = {});

} // namespace tenantry
