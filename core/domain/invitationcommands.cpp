// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/invitationcommands.h"

#include "core/domain/commandparts.h"

namespace tenantry {

using namespace Qt::StringLiterals;
using namespace commandparts;

Command memberInvite(const TenantId &tenant, const InvitationFields &fields)
{
    QJsonObject payload{{u"tenant_id"_s, tenant.toString()}, {u"email"_s, fields.email.trimmed()}};
    for (const auto &[key, value] :
         {std::pair(u"name"_s, fields.name),
          {u"phone"_s, fields.phone},
          {u"mis"_s, fields.mis},
          {u"role"_s, fields.role},
          {u"reason"_s, fields.reason}})
        if (const QString trimmed = value.trimmed(); !trimmed.isEmpty())
            payload.insert(key, trimmed);
    if (!fields.organization.isNull())
        payload.insert(u"organization_id"_s, fields.organization.toString());
    return command(u"member_invite"_s, payload);
}

Command invitationWithdraw(const TenantId &tenant, const UserId &user)
{
    return command(u"invitation_withdraw"_s,
                   {{u"tenant_id"_s, tenant.toString()}, {u"user_id"_s, user.toString()}});
}

Command invitationAccept(const ApplicationId &application, const TenantId &tenant)
{
    return command(u"invitation_accept"_s,
                   {{u"application_id"_s, application.toString()}, {u"tenant_id"_s, tenant.toString()}});
}

Command invitationDecline(const TenantId &tenant)
{
    return command(u"invitation_decline"_s, {{u"tenant_id"_s, tenant.toString()}});
}

Command importApply(const TenantId &tenant, const QUuid &import, int rows, bool partly, const QString &reason)
{
    return command(u"import_apply"_s, {{u"tenant_id"_s, tenant.toString()},
                                       {u"import_id"_s, text(import)},
                                       {u"rows"_s, rows},
                                       {u"partly"_s, partly},
                                       {u"reason"_s, reason.trimmed()}});
}

Command importUndo(const TenantId &tenant, const QUuid &import)
{
    return command(u"import_undo"_s, {{u"tenant_id"_s, tenant.toString()}, {u"import_id"_s, text(import)}});
}

} // namespace tenantry
