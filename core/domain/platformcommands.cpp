// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/platformcommands.h"

#include "core/domain/commandparts.h"

namespace tenantry {

using namespace Qt::StringLiterals;
using namespace commandparts;

Command platformSettingsSet(const QJsonObject &settings)
{
    return command(u"platform_settings_set"_s, settings);
}

Command tenantSetState(TenantId tenant, TenantState state, const QString &reason)
{
    return command(u"tenant_set_state"_s,
                   {{u"tenant_id"_s, tenant.toString()}, {u"state"_s, QString(wireName(state))}, {u"reason"_s, reason}});
}

Command tenantSetPlan(TenantId tenant, const QUuid &plan, const QString &reason)
{
    return command(u"tenant_set_plan"_s,
                   {{u"tenant_id"_s, tenant.toString()}, {u"plan_id"_s, text(plan)}, {u"reason"_s, reason}});
}

Command breakGlassOpen(const QUuid &id, TenantId tenant, int minutes, const QString &reason)
{
    return command(u"break_glass_open"_s, {{u"break_glass_id"_s, text(id)},
                                           {u"tenant_id"_s, tenant.toString()},
                                           {u"minutes"_s, minutes},
                                           {u"reason"_s, reason}});
}

Command breakGlassEnd(const QUuid &id, TenantId tenant)
{
    return command(u"break_glass_end"_s, {{u"break_glass_id"_s, text(id)}, {u"tenant_id"_s, tenant.toString()}});
}

Command mailResend(const QUuid &mail, TenantId tenant)
{
    return command(u"mail_resend"_s, {{u"mail_id"_s, text(mail)}, {u"tenant_id"_s, tenant.toString()}});
}

} // namespace tenantry
