// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each kind of command that touches access.
#include "core/access/plannedchange.h"

#include <QHash>
#include <QJsonArray>

namespace tenantry::access {

using namespace Qt::StringLiterals;

namespace {

using Changes = std::vector<PlannedChange>;

template <class Id>
Id idAt(const QJsonObject &json, QLatin1String key)
{
    return Id(QUuid::fromString(json.value(key).toString()));
}

GrantWish wishFrom(const QJsonObject &json)
{
    GrantWish wish;
    wish.id = idAt<GrantId>(json, "grant_id"_L1);
    wish.objectKind = fromWireName<ObjectKind>(json.value("object_kind"_L1).toString().toUtf8())
                          .value_or(ObjectKind::Space);
    wish.objectId = idAt<QUuid>(json, "object_id"_L1);
    wish.subjectKind = fromWireName<SubjectKind>(json.value("subject_kind"_L1).toString().toUtf8())
                           .value_or(SubjectKind::User);
    wish.subjectId = idAt<QUuid>(json, "subject_id"_L1);
    wish.role = fromWireName<Role>(json.value("role"_L1).toString().toUtf8()).value_or(Role::None);
    if (const QJsonValue at = json.value("expires_at"_L1); at.isDouble())
        wish.expiresAt = fromMicroseconds(at.toInteger());
    return wish;
}

Changes grantsSetChanges(const QJsonObject &payload)
{
    SetGrants change{idAt<SpaceId>(payload, "space_id"_L1), {}};
    for (const QJsonValue &item : payload.value("grants"_L1).toArray())
        change.grants.append(wishFrom(item.toObject()));
    return {change};
}

Changes grantsRemoveChanges(const QJsonObject &payload)
{
    RemoveGrants change;
    for (const QJsonValue &id : payload.value("grant_ids"_L1).toArray())
        change.grants.append(GrantId(QUuid::fromString(id.toString())));
    return {change};
}

/// Whoever is made leader becomes a member (ORG-11).
void addLeader(Changes &changes, const QJsonObject &payload)
{
    if (const auto leader = idAt<UserId>(payload, "leader_id"_L1); !leader.isNull())
        changes.push_back(JoinOrganization{leader, idAt<OrganizationId>(payload, "organization_id"_L1)});
}

Changes organizationCreateChanges(const QJsonObject &payload)
{
    Changes changes{CreateOrganization{idAt<OrganizationId>(payload, "organization_id"_L1),
                                       idAt<TenantId>(payload, "tenant_id"_L1),
                                       idAt<OrganizationId>(payload, "parent_id"_L1)}};
    addLeader(changes, payload);
    return changes;
}

Changes organizationEditChanges(const QJsonObject &payload)
{
    Changes changes;
    addLeader(changes, payload);
    return changes;
}

Changes organizationMoveChanges(const QJsonObject &payload)
{
    return {MoveOrganization{idAt<OrganizationId>(payload, "organization_id"_L1),
                             idAt<OrganizationId>(payload, "parent_id"_L1)}};
}

Changes organizationSetEnabledChanges(const QJsonObject &payload)
{
    return {SetOrganizationEnabled{idAt<OrganizationId>(payload, "organization_id"_L1),
                                   payload.value("enabled"_L1).toBool()}};
}

Changes organizationDeleteChanges(const QJsonObject &payload)
{
    return {DeleteOrganization{idAt<OrganizationId>(payload, "organization_id"_L1)}};
}

Changes membershipsSetChanges(const QJsonObject &payload)
{
    SetMemberships change{
        idAt<UserId>(payload, "user_id"_L1), {}, idAt<OrganizationId>(payload, "primary_organization_id"_L1)};
    for (const QJsonValue &item : payload.value("memberships"_L1).toArray())
        change.organizations.append(idAt<OrganizationId>(item.toObject(), "organization_id"_L1));
    return {change};
}

using Maker = Changes (*)(const QJsonObject &);

Maker makerFor(const QString &kind)
{
    static const QHash<QString, Maker> makers{
        {u"grants_set"_s, grantsSetChanges},
        {u"grants_remove"_s, grantsRemoveChanges},
        {u"organization_create"_s, organizationCreateChanges},
        {u"organization_edit"_s, organizationEditChanges},
        {u"organization_move"_s, organizationMoveChanges},
        {u"organization_set_enabled"_s, organizationSetEnabledChanges},
        {u"organization_delete"_s, organizationDeleteChanges},
        {u"memberships_set"_s, membershipsSetChanges},
    };
    return makers.value(kind);
}

} // namespace

std::vector<PlannedChange> plannedChanges(const Command &command)
{
    const Maker maker = makerFor(command.kind);
    return maker ? maker(command.payload) : Changes();
}

} // namespace tenantry::access
