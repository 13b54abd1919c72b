// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/commandparts.h"

namespace tenantry {

using namespace Qt::StringLiterals;
using namespace commandparts;

namespace {

void setSeen(QJsonObject &seen, const QUuid &record, const QString &group, const QJsonValue &version)
{
    QJsonObject groups = seen.value(text(record)).toObject();
    groups.insert(group, version);
    seen.insert(text(record), groups);
}

QJsonObject toJson(const GrantWish &wish)
{
    QJsonObject json{
        {u"grant_id"_s, wish.id.toString()},     {u"object_kind"_s, QString(wireName(wish.objectKind))},
        {u"object_id"_s, text(wish.objectId)},   {u"subject_kind"_s, QString(wireName(wish.subjectKind))},
        {u"subject_id"_s, text(wish.subjectId)}, {u"role"_s, QString(wireName(wish.role))}};
    if (wish.expiresAt)
        json.insert(u"expires_at"_s, toMicroseconds(*wish.expiresAt));
    return json;
}

void insertAvatar(QJsonObject &payload, const SpaceAvatar &avatar)
{
    payload.insert(u"avatar_kind"_s, avatar.kind);
    if (avatar.kind == "icon"_L1)
        payload.insert(u"avatar_icon"_s, avatar.icon);
    else if (avatar.kind == "picture"_L1)
        payload.insert(u"avatar_picture"_s, QString::fromLatin1(avatar.picture.toBase64()));
}

} // namespace

Command &Command::see(const QUuid &record, const QString &group, int version)
{
    setSeen(seen, record, group, version);
    return *this;
}

Command &Command::seeResultOf(const QUuid &record, const QString &group, const CommandId &earlier)
{
    setSeen(seen, record, group, QJsonObject{{u"after"_s, earlier.toString()}});
    return *this;
}

Command tenantApplicationSubmit(const ApplicationId &id, const TenantApplicationForm &form)
{
    QJsonObject payload{{u"application_id"_s, id.toString()},
                        {u"name"_s, form.name.trimmed()},
                        {u"code"_s, form.code.trimmed()},
                        {u"department"_s, form.department.trimmed()},
                        {u"use"_s, form.use.trimmed()},
                        {u"estimated_users"_s, form.estimatedUsers},
                        {u"contact_name"_s, form.contactName.trimmed()},
                        {u"contact_details"_s, form.contactDetails.trimmed()},
                        {u"contact_email"_s, form.contactEmail.trimmed()},
                        {u"reason"_s, form.reason.trimmed()}};
    if (!form.planId.isNull())
        payload.insert(u"plan_id"_s, text(form.planId));
    if (!form.administratorId.isNull())
        payload.insert(u"administrator_id"_s, form.administratorId.toString());
    if (!form.previousId.isNull())
        payload.insert(u"previous_id"_s, form.previousId.toString());
    return command(u"tenant_application_submit"_s, payload);
}

Command applicationWithdraw(const ApplicationId &id)
{
    return command(u"application_withdraw"_s, {{u"application_id"_s, id.toString()}});
}

Command applicationDecide(const ApplicationId &id, Decision decision, const QString &comment)
{
    return command(u"application_decide"_s,
                   {{u"application_id"_s, id.toString()},
                    {u"decision"_s, decision == Decision::Approve ? u"approve"_s : u"reject"_s},
                    {u"comment"_s, comment.trimmed()}});
}

Command organizationCreate(const OrganizationId &id, const TenantId &tenant, const OrganizationId &parent,
                           const OrganizationFields &fields)
{
    return command(u"organization_create"_s, {{u"organization_id"_s, id.toString()},
                                              {u"tenant_id"_s, tenant.toString()},
                                              {u"parent_id"_s, orNull(parent)},
                                              {u"name"_s, fields.name.trimmed()},
                                              {u"code"_s, fields.code.trimmed()},
                                              {u"description"_s, fields.description.trimmed()},
                                              {u"leader_id"_s, orNull(fields.leaderId)}});
}

Command organizationEdit(const OrganizationId &id, const OrganizationEdit &edit)
{
    QJsonObject payload{{u"organization_id"_s, id.toString()}};
    if (edit.name)
        payload.insert(u"name"_s, edit.name->trimmed());
    if (edit.code)
        payload.insert(u"code"_s, edit.code->trimmed());
    if (edit.description)
        payload.insert(u"description"_s, edit.description->trimmed());
    if (edit.leaderId)
        payload.insert(u"leader_id"_s, orNull(*edit.leaderId));
    return command(u"organization_edit"_s, payload);
}

Command organizationMove(const OrganizationId &id, const OrganizationId &newParent)
{
    return command(u"organization_move"_s,
                   {{u"organization_id"_s, id.toString()}, {u"parent_id"_s, newParent.toString()}});
}

Command organizationSetEnabled(const OrganizationId &id, bool enabled)
{
    return command(u"organization_set_enabled"_s,
                   {{u"organization_id"_s, id.toString()}, {u"enabled"_s, enabled}});
}

Command organizationDelete(const OrganizationId &id)
{
    return command(u"organization_delete"_s, {{u"organization_id"_s, id.toString()}});
}

Command membershipsSet(const UserId &user, const TenantId &tenant, const QList<MembershipWish> &memberships,
                       const OrganizationId &primary, const QString &reason)
{
    QJsonArray list;
    for (const MembershipWish &wish : memberships)
        list.append(
            QJsonObject{{u"organization_id"_s, wish.organizationId.toString()}, {u"role"_s, wish.role}});
    return command(u"memberships_set"_s, {{u"user_id"_s, user.toString()},
                                          {u"tenant_id"_s, tenant.toString()},
                                          {u"memberships"_s, list},
                                          {u"primary_organization_id"_s, primary.toString()},
                                          {u"reason"_s, reason.trimmed()}});
}

Command grantsSet(const SpaceId &space, const QList<GrantWish> &grants)
{
    QJsonArray list;
    for (const GrantWish &wish : grants)
        list.append(toJson(wish));
    return command(u"grants_set"_s, {{u"space_id"_s, space.toString()}, {u"grants"_s, list}});
}

Command grantsRemove(const SpaceId &space, const QList<GrantId> &grants)
{
    return command(u"grants_remove"_s, {{u"space_id"_s, space.toString()}, {u"grant_ids"_s, texts(grants)}});
}

Command spaceCreate(const SpaceId &id, const TenantId &tenant, const SpaceFields &fields)
{
    QJsonObject payload{{u"space_id"_s, id.toString()},
                        {u"tenant_id"_s, tenant.toString()},
                        {u"name"_s, fields.name.trimmed()},
                        {u"description"_s, fields.description.trimmed()},
                        {u"edition"_s, fields.edition},
                        {u"modules"_s, QJsonArray::fromStringList(fields.modules)}};
    insertAvatar(payload, fields.avatar);
    return command(u"space_create"_s, payload);
}

Command spaceEdit(const SpaceId &id, const SpaceEdit &edit)
{
    QJsonObject payload{{u"space_id"_s, id.toString()}};
    if (edit.name)
        payload.insert(u"name"_s, edit.name->trimmed());
    if (edit.description)
        payload.insert(u"description"_s, edit.description->trimmed());
    if (edit.edition)
        payload.insert(u"edition"_s, *edit.edition);
    if (edit.avatar)
        insertAvatar(payload, *edit.avatar);
    return command(u"space_edit"_s, payload);
}

Command spaceSetModules(const SpaceId &id, const QStringList &modules, GuestFate guests)
{
    QJsonObject payload{{u"space_id"_s, id.toString()}, {u"modules"_s, QJsonArray::fromStringList(modules)}};
    if (guests != GuestFate::Undecided)
        payload.insert(u"guests"_s, guests == GuestFate::Viewer ? u"viewer"_s : u"remove"_s);
    return command(u"space_set_modules"_s, payload);
}

Command spaceTransfer(const SpaceId &id, const UserId &newOwner)
{
    return command(u"space_transfer"_s, {{u"space_id"_s, id.toString()}, {u"user_id"_s, newOwner.toString()}});
}

Command spaceArchive(const SpaceId &id)
{
    return command(u"space_archive"_s, {{u"space_id"_s, id.toString()}});
}

Command spaceRestore(const SpaceId &id)
{
    return command(u"space_restore"_s, {{u"space_id"_s, id.toString()}});
}

Command spaceDelete(const SpaceId &id, const QString &typedName)
{
    return command(u"space_delete"_s, {{u"space_id"_s, id.toString()}, {u"name"_s, typedName}});
}

Command resourceSetAccess(const SpaceId &space, const ResourceId &id, bool restricted)
{
    return command(u"resource_set_access"_s,
                   {{u"space_id"_s, space.toString()}, {u"resource_id"_s, id.toString()}, {u"restricted"_s, restricted}});
}

Command resourceTransfer(const SpaceId &space, const ResourceId &id, const UserId &newOwner)
{
    return command(u"resource_transfer"_s, {{u"space_id"_s, space.toString()},
                                            {u"resource_id"_s, id.toString()},
                                            {u"user_id"_s, newOwner.toString()}});
}

Command tenantSettingsSet(const TenantId &tenant, const TenantSettings &settings)
{
    QJsonObject payload{{u"tenant_id"_s, tenant.toString()}};
    if (settings.spaceCreation)
        payload.insert(u"space_creation"_s, *settings.spaceCreation);
    if (settings.spaceCreators) {
        QJsonArray list;
        for (const UserId &user : *settings.spaceCreators)
            list.append(user.toString());
        payload.insert(u"space_creators"_s, list);
    }
    const auto limit = [&payload](const QString &field, const std::optional<std::optional<int>> &wanted) {
        if (wanted)
            payload.insert(field, *wanted ? QJsonValue(**wanted) : QJsonValue());
    };
    limit(u"spaces_limit"_s, settings.spacesLimit);
    limit(u"outsiders_limit"_s, settings.outsidersLimit);
    return command(u"tenant_settings_set"_s, payload);
}

Command notificationsRead(const QList<QUuid> &notifications)
{
    QJsonArray list;
    for (const QUuid &notification : notifications)
        list.append(text(notification));
    return command(u"notifications_read"_s, {{u"notification_ids"_s, list}});
}

} // namespace tenantry
