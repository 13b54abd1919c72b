// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/membercommands.h"

#include "core/domain/commandparts.h"

namespace tenantry {

using namespace Qt::StringLiterals;
using namespace commandparts;

namespace {

QString wireName(Duty duty)
{
    switch (duty) {
    case Duty::Space:
        return u"space"_s;
    case Duty::Resource:
        return u"resource"_s;
    case Duty::Organization:
        return u"organization"_s;
    case Duty::Administration:
        return u"administration"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject about(const UserId &user, const TenantId &tenant)
{
    return {{u"user_id"_s, user.toString()}, {u"tenant_id"_s, tenant.toString()}};
}

} // namespace

Command grantsRestore(const SpaceId &space, CommandId removal)
{
    return command(u"grants_restore"_s, {{u"space_id"_s, space.toString()}, {u"command_id"_s, removal.toString()}});
}

Command outsiderRemove(const UserId &user, const TenantId &tenant)
{
    return command(u"outsider_remove"_s, about(user, tenant));
}

Command memberRemove(const UserId &user, const TenantId &tenant, const QString &reason)
{
    QJsonObject payload = about(user, tenant);
    payload.insert(u"reason"_s, reason.trimmed());
    return command(u"member_remove"_s, payload);
}

Command memberRestore(const QUuid &removal, const TenantId &tenant, bool partly)
{
    return command(
        u"member_restore"_s,
        {{u"removal_id"_s, text(removal)}, {u"tenant_id"_s, tenant.toString()}, {u"partly"_s, partly}});
}

Command userSetSuspended(const UserId &user, const TenantId &tenant, bool suspended, const QString &reason)
{
    QJsonObject payload = about(user, tenant);
    payload.insert(u"suspended"_s, suspended);
    payload.insert(u"reason"_s, reason.trimmed());
    return command(u"user_set_suspended"_s, payload);
}

Command handover(const UserId &from, const TenantId &tenant, const QList<HandoverItem> &items,
                 const QString &reason)
{
    QJsonArray list;
    for (const HandoverItem &item : items)
        list.append(QJsonObject{
            {u"kind"_s, wireName(item.duty)}, {u"id"_s, text(item.id)}, {u"to"_s, item.to.toString()}});
    QJsonObject payload = about(from, tenant);
    payload.insert(u"items"_s, list);
    payload.insert(u"reason"_s, reason.trimmed());
    return command(u"handover"_s, payload);
}

Command accessCopy(const UserId &from, const UserId &to, const TenantId &tenant, const AccessChoice &choice,
                   const QString &reason)
{
    return command(u"access_copy"_s, {{u"from_user_id"_s, from.toString()},
                                      {u"to_user_id"_s, to.toString()},
                                      {u"tenant_id"_s, tenant.toString()},
                                      {u"grant_ids"_s, texts(choice.grants)},
                                      {u"group_ids"_s, texts(choice.groups)},
                                      {u"organization_ids"_s, texts(choice.organizations)},
                                      {u"reason"_s, reason.trimmed()}});
}

} // namespace tenantry
