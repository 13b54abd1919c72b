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

Changes roleGroupCreateChanges(const QJsonObject &payload)
{
    return {
        CreateGroup{idAt<RoleGroupId>(payload, "group_id"_L1), idAt<TenantId>(payload, "tenant_id"_L1), {}}};
}

Changes roleGroupDeleteChanges(const QJsonObject &payload)
{
    return {DeleteGroup{idAt<RoleGroupId>(payload, "group_id"_L1)}};
}

QList<GroupMemberWish> membersFrom(const QJsonValue &list)
{
    QList<GroupMemberWish> members;
    for (const QJsonValue &item : list.toArray()) {
        const GrantWish subject = wishFrom(item.toObject());
        members.append({subject.subjectKind, subject.subjectId});
    }
    return members;
}

Changes roleGroupMembersSetChanges(const QJsonObject &payload)
{
    return {EditGroupMembers{idAt<RoleGroupId>(payload, "group_id"_L1), membersFrom(payload.value("add"_L1)),
                             membersFrom(payload.value("remove"_L1))}};
}

Changes spaceSetModulesChanges(const QJsonObject &payload)
{
    const QString guests = payload.value("guests"_L1).toString();
    if (guests.isEmpty() || payload.value("modules"_L1).toArray().contains("bots"_L1))
        return {};
    return {ReplaceGuests{idAt<SpaceId>(payload, "space_id"_L1),
                          guests == "viewer"_L1 ? Role::Viewer : Role::None}};
}

Changes spaceTransferChanges(const QJsonObject &payload)
{
    return {HandOver{ObjectKind::Space, idAt<QUuid>(payload, "space_id"_L1),
                     idAt<UserId>(payload, "user_id"_L1)}};
}

Changes resourceTransferChanges(const QJsonObject &payload)
{
    return {HandOver{ObjectKind::Resource, idAt<QUuid>(payload, "resource_id"_L1),
                     idAt<UserId>(payload, "user_id"_L1)}};
}

Changes resourceSetAccessChanges(const QJsonObject &payload)
{
    return {
        SetRestricted{idAt<ResourceId>(payload, "resource_id"_L1), payload.value("restricted"_L1).toBool()}};
}

Changes spaceDeleteChanges(const QJsonObject &payload)
{
    return {DeleteSpace{idAt<SpaceId>(payload, "space_id"_L1)}};
}

Changes memberRemoveChanges(const QJsonObject &payload)
{
    return {RemoveMember{idAt<UserId>(payload, "user_id"_L1)}};
}

Changes outsiderRemoveChanges(const QJsonObject &payload)
{
    return {RemoveOutsider{idAt<UserId>(payload, "user_id"_L1), idAt<TenantId>(payload, "tenant_id"_L1)}};
}

Changes userSetSuspendedChanges(const QJsonObject &payload)
{
    const bool suspended = payload.value("suspended"_L1).toBool();
    return {SetUserStatus{idAt<UserId>(payload, "user_id"_L1),
                          suspended ? UserStatus::Suspended : UserStatus::Active}};
}

Changes accountCloseChanges(const QJsonObject &payload)
{
    return {SetUserStatus{idAt<UserId>(payload, "user_id"_L1), UserStatus::Departed}};
}

Changes handoverChanges(const QJsonObject &payload)
{
    Changes changes;
    for (const QJsonValue &value : payload.value("items"_L1).toArray()) {
        const QJsonObject item = value.toObject();
        const QString kind = item.value("kind"_L1).toString();
        const auto to = idAt<UserId>(item, "to"_L1);
        if (kind == "organization"_L1)
            changes.push_back(JoinOrganization{to, idAt<OrganizationId>(item, "id"_L1)});
        else if (kind == "administration"_L1)
            changes.push_back(PassAdministration{idAt<GrantId>(item, "id"_L1), to});
        else
            changes.push_back(HandOver{kind == "space"_L1 ? ObjectKind::Space : ObjectKind::Resource,
                                       idAt<QUuid>(item, "id"_L1), to});
    }
    return changes;
}

Changes accessCopyChanges(const QJsonObject &payload)
{
    const auto to = idAt<UserId>(payload, "to_user_id"_L1);
    CopyGrants grants{to, {}};
    for (const QJsonValue &id : payload.value("grant_ids"_L1).toArray())
        grants.grants.append(GrantId(QUuid::fromString(id.toString())));
    Changes changes{grants};
    for (const QJsonValue &id : payload.value("group_ids"_L1).toArray())
        changes.push_back(EditGroupMembers{
            RoleGroupId(QUuid::fromString(id.toString())), {{SubjectKind::User, to.uuid()}}, {}});
    for (const QJsonValue &id : payload.value("organization_ids"_L1).toArray())
        changes.push_back(JoinOrganization{to, OrganizationId(QUuid::fromString(id.toString()))});
    return changes;
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
        {u"role_group_create"_s, roleGroupCreateChanges},
        {u"role_group_delete"_s, roleGroupDeleteChanges},
        {u"role_group_members_set"_s, roleGroupMembersSetChanges},
        {u"space_set_modules"_s, spaceSetModulesChanges},
        {u"space_transfer"_s, spaceTransferChanges},
        {u"space_delete"_s, spaceDeleteChanges},
        {u"resource_transfer"_s, resourceTransferChanges},
        {u"resource_set_access"_s, resourceSetAccessChanges},
        {u"member_remove"_s, memberRemoveChanges},
        {u"outsider_remove"_s, outsiderRemoveChanges},
        {u"user_set_suspended"_s, userSetSuspendedChanges},
        {u"account_close"_s, accountCloseChanges},
        {u"handover"_s, handoverChanges},
        {u"access_copy"_s, accessCopyChanges},
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
