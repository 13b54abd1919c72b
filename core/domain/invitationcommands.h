// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who is asked into a tenant, one by one or by a file, and what they answer (ORG-5, ORG-10).
#pragma once

#include "core/domain/commands.h"

namespace tenantry {

struct InvitationFields
{
    QString email = {};
    QString name = {};                ///< empty: not needed where the address is known
    QString phone = {};               ///< of a new account
    QString mis = {};                 ///< the same
    OrganizationId organization = {}; ///< null: the tenant's default one
    QString role = {};                ///< "leader"; empty: a member
    QString reason = {};
};
[[nodiscard]] Command memberInvite(const TenantId &tenant, const InvitationFields &fields);
[[nodiscard]] Command invitationWithdraw(const TenantId &tenant, const UserId &user);
/// Makes an application to join, decided by the tenant already.
[[nodiscard]] Command invitationAccept(const ApplicationId &application, const TenantId &tenant);
[[nodiscard]] Command invitationDecline(const TenantId &tenant);

/// `rows`: how many were staged. partly: without those that are bad by now.
[[nodiscard]] Command importApply(const TenantId &tenant, const QUuid &import, int rows, bool partly,
                                  const QString &reason);
[[nodiscard]] Command importUndo(const TenantId &tenant, const QUuid &import);

} // namespace tenantry
