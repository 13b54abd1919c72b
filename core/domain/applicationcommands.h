// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Applications of the other kinds than for a tenant of one's own (commands.h), and what is done to tenants
// directly (TEN-6 to TEN-10, MOV-2, MOV-3).
#pragma once

#include "core/domain/commands.h"

namespace tenantry {

/// What an application of any kind has. `previous`: the rejected one that this takes up again (INB-9).
struct ApplicationBasics
{
    ApplicationId id = {};
    QString reason = {};
    ApplicationId previous = {};
};

[[nodiscard]] Command domainChangeSubmit(const ApplicationBasics &basics, const TenantId &tenant,
                                         const QString &domain);
/// everyone: all members are told when it has happened, not only the two.
[[nodiscard]] Command administratorReplacementSubmit(const ApplicationBasics &basics, const TenantId &tenant,
                                                     const UserId &candidate, bool everyone);
[[nodiscard]] Command leaveSubmit(const ApplicationBasics &basics); ///< the actor's own tenant
[[nodiscard]] Command joinSubmit(const ApplicationBasics &basics, const TenantId &tenant);
/// 1 to 5, by the applicant after the decision.
[[nodiscard]] Command applicationRate(const ApplicationId &id, int rating);

struct NewTenant
{
    QString name = {}, code = {}, department = {};
    UserId administratorId = {};
    QUuid planId = {}; ///< null: the basic one
};
[[nodiscard]] Command tenantCreate(const TenantId &id, const NewTenant &tenant, const QString &reason);
/// Seen: the tenant's ID, group "".
[[nodiscard]] Command tenantRename(const TenantId &id, const QString &name, const QString &reason);
/// Seen: the tenant's ID, group "".
[[nodiscard]] Command administratorReplace(const TenantId &tenant, const UserId &newAdministrator,
                                           const QString &reason, bool everyone);

} // namespace tenantry
