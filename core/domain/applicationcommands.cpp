// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/applicationcommands.h"

#include "core/domain/commandparts.h"

namespace tenantry {

using namespace Qt::StringLiterals;
using namespace commandparts;

namespace {

Command submission(const QString &kind, const ApplicationBasics &basics, QJsonObject payload = {})
{
    payload.insert(u"application_id"_s, basics.id.toString());
    payload.insert(u"reason"_s, basics.reason.trimmed());
    if (!basics.previous.isNull())
        payload.insert(u"previous_id"_s, basics.previous.toString());
    return command(kind, payload);
}

} // namespace

Command domainChangeSubmit(const ApplicationBasics &basics, const TenantId &tenant, const QString &domain)
{
    return submission(u"domain_change_submit"_s, basics,
                      {{u"tenant_id"_s, tenant.toString()}, {u"domain"_s, domain.trimmed()}});
}

Command administratorReplacementSubmit(const ApplicationBasics &basics, const TenantId &tenant,
                                       const UserId &candidate, bool everyone)
{
    return submission(u"administrator_replacement_submit"_s, basics,
                      {{u"tenant_id"_s, tenant.toString()},
                       {u"user_id"_s, candidate.toString()},
                       {u"everyone"_s, everyone}});
}

Command leaveSubmit(const ApplicationBasics &basics)
{
    return submission(u"leave_submit"_s, basics);
}

Command joinSubmit(const ApplicationBasics &basics, const TenantId &tenant)
{
    return submission(u"join_submit"_s, basics, {{u"tenant_id"_s, tenant.toString()}});
}

Command applicationRate(const ApplicationId &id, int rating)
{
    return command(u"application_rate"_s, {{u"application_id"_s, id.toString()}, {u"rating"_s, rating}});
}

Command tenantCreate(const TenantId &id, const NewTenant &tenant, const QString &reason)
{
    QJsonObject payload{{u"tenant_id"_s, id.toString()},
                        {u"name"_s, tenant.name.trimmed()},
                        {u"code"_s, tenant.code.trimmed()},
                        {u"department"_s, tenant.department.trimmed()},
                        {u"administrator_id"_s, tenant.administratorId.toString()},
                        {u"reason"_s, reason.trimmed()}};
    if (!tenant.planId.isNull())
        payload.insert(u"plan_id"_s, text(tenant.planId));
    return command(u"tenant_create"_s, payload);
}

Command tenantRename(const TenantId &id, const QString &name, const QString &reason)
{
    QJsonObject payload{{u"tenant_id"_s, id.toString()}, {u"name"_s, name.trimmed()}};
    if (const QString why = reason.trimmed(); !why.isEmpty())
        payload.insert(u"reason"_s, why);
    return command(u"tenant_rename"_s, payload);
}

Command administratorReplace(const TenantId &tenant, const UserId &newAdministrator, const QString &reason,
                             bool everyone)
{
    return command(u"administrator_replace"_s, {{u"tenant_id"_s, tenant.toString()},
                                                {u"user_id"_s, newAdministrator.toString()},
                                                {u"reason"_s, reason.trimmed()},
                                                {u"everyone"_s, everyone}});
}

} // namespace tenantry
