// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rolecommands.h"

#include "core/domain/commandparts.h"

namespace tenantry {

using namespace Qt::StringLiterals;
using namespace commandparts;

namespace {

Command withReason(const QString &kind, QJsonObject payload, const QString &reason)
{
    if (!reason.trimmed().isEmpty())
        payload.insert(u"reason"_s, reason.trimmed());
    return command(kind, payload);
}

Command ofPerson(const QString &kind, const TenantRoleId &role, const UserId &user, const QString &reason)
{
    return withReason(kind, {{u"role_id"_s, role.toString()}, {u"user_id"_s, user.toString()}}, reason);
}

QJsonArray list(const QStringList &words)
{
    return QJsonArray::fromStringList(words);
}

} // namespace

Command roleCreate(const TenantRoleId &id, const TenantId &tenant, const TenantRoleFields &fields)
{
    return command(u"role_create"_s, {{u"role_id"_s, id.toString()},
                                      {u"tenant_id"_s, tenant.toString()},
                                      {u"name"_s, fields.name.trimmed()},
                                      {u"description"_s, fields.description.trimmed()},
                                      {u"keys"_s, list(fields.keys)},
                                      {u"excludes"_s, texts(fields.excludes)}});
}

Command roleChange(const TenantRoleId &id, const TenantRoleEdit &edit)
{
    QJsonObject payload{{u"role_id"_s, id.toString()}};
    if (edit.name)
        payload.insert(u"name"_s, edit.name->trimmed());
    if (edit.description)
        payload.insert(u"description"_s, edit.description->trimmed());
    if (edit.keys)
        payload.insert(u"keys"_s, list(*edit.keys));
    if (edit.excludes)
        payload.insert(u"excludes"_s, texts(*edit.excludes));
    return command(u"role_change"_s, payload);
}

Command roleDelete(const TenantRoleId &id, int revokes)
{
    return command(u"role_delete"_s, {{u"role_id"_s, id.toString()}, {u"revokes"_s, revokes}});
}

Command roleAssign(const TenantRoleId &role, const UserId &user, const QString &reason)
{
    return ofPerson(u"role_assign"_s, role, user, reason);
}

Command roleRevoke(const TenantRoleId &role, const UserId &user, const QString &reason)
{
    return ofPerson(u"role_revoke"_s, role, user, reason);
}

Command systemAdministratorAppoint(const UserId &user, const QString &reason)
{
    return withReason(u"system_administrator_appoint"_s, {{u"user_id"_s, user.toString()}}, reason);
}

Command systemAdministratorDismiss(const UserId &user, const QString &reason)
{
    return withReason(u"system_administrator_dismiss"_s, {{u"user_id"_s, user.toString()}}, reason);
}

Command organizationPermissionsSet(const OrganizationId &organization,
                                   const OrganizationPermissions &permissions, const QString &reason)
{
    const QJsonValue scope =
        permissions.dataScope.isEmpty() ? QJsonValue() : QJsonValue(permissions.dataScope);
    return withReason(u"organization_permissions_set"_s,
                      {{u"organization_id"_s, organization.toString()},
                       {u"data_scope"_s, scope},
                       {u"allowed"_s, list(permissions.allowed)},
                       {u"denied"_s, list(permissions.denied)}},
                      reason);
}

} // namespace tenantry
