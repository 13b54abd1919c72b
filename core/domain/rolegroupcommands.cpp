// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rolegroupcommands.h"

#include "core/domain/commandparts.h"

namespace tenantry {

using namespace Qt::StringLiterals;
using namespace commandparts;

namespace {

QJsonArray toJson(const QList<RoleGroupMember> &members)
{
    QJsonArray list;
    for (const RoleGroupMember &member : members)
        list.append(QJsonObject{{u"subject_kind"_s, QString(wireName(member.kind))},
                                {u"subject_id"_s, text(member.id)}});
    return list;
}

} // namespace

Command roleGroupCreate(const RoleGroupId &id, const TenantId &tenant, const QString &name,
                        const QString &description)
{
    return command(u"role_group_create"_s, {{u"group_id"_s, id.toString()},
                                            {u"tenant_id"_s, tenant.toString()},
                                            {u"name"_s, name.trimmed()},
                                            {u"description"_s, description.trimmed()}});
}

Command roleGroupEdit(const RoleGroupId &id, const RoleGroupEdit &edit)
{
    QJsonObject payload{{u"group_id"_s, id.toString()}};
    if (edit.name)
        payload.insert(u"name"_s, edit.name->trimmed());
    if (edit.description)
        payload.insert(u"description"_s, edit.description->trimmed());
    return command(u"role_group_edit"_s, payload);
}

Command roleGroupDelete(const RoleGroupId &id, int removesGrants)
{
    return command(u"role_group_delete"_s,
                   {{u"group_id"_s, id.toString()}, {u"removes_grants"_s, removesGrants}});
}

Command roleGroupMembersSet(const RoleGroupId &id, const QList<RoleGroupMember> &add,
                            const QList<RoleGroupMember> &remove)
{
    return command(u"role_group_members_set"_s,
                   {{u"group_id"_s, id.toString()}, {u"add"_s, toJson(add)}, {u"remove"_s, toJson(remove)}});
}

} // namespace tenantry
