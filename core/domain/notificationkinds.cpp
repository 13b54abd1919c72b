// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/notificationkinds.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

const char *const reasonLabel = QT_TRANSLATE_NOOP("notifications", "Reason");
const char *const commentLabel = QT_TRANSLATE_NOOP("notifications", "Comment");
const char *const effectLabel = QT_TRANSLATE_NOOP("notifications", "Effect");

QList<NotificationKind> applications()
{
    return {
        {"application_submitted",
         QT_TRANSLATE_NOOP("notifications",
                           "{applicant_id} asks for something: {application_kind} \"{name}\""),
         {{QT_TRANSLATE_NOOP("notifications", "Applicant"), "applicant_id"}}},
        {"application_stage_approved",
         QT_TRANSLATE_NOOP("notifications",
                           "Approved, waits for the next decision: {application_kind} \"{name}\""),
         {{commentLabel, "comment"}}},
        {"application_forwarded",
         QT_TRANSLATE_NOOP("notifications", "Approved so far, waits for you: {application_kind} \"{name}\""),
         {{QT_TRANSLATE_NOOP("notifications", "Applicant"), "applicant_id"}, {commentLabel, "comment"}}},
        {"application_approved",
         QT_TRANSLATE_NOOP("notifications", "Approved: {application_kind} \"{name}\""),
         {{commentLabel, "comment"}}},
        {"application_rejected",
         QT_TRANSLATE_NOOP("notifications", "Rejected: {application_kind} \"{name}\""),
         {{QT_TRANSLATE_NOOP("notifications", "Reason of the rejection"), "comment"}}},
        {"application_ended",
         QT_TRANSLATE_NOOP("notifications", "Ended without a decision: {application_kind} \"{name}\""),
         {{reasonLabel, "comment"}}},
    };
}

QList<NotificationKind> people()
{
    return {
        {"memberships_changed",
         QT_TRANSLATE_NOOP("notifications", "Your organizations changed"),
         {{QT_TRANSLATE_NOOP("notifications", "Before"), "before"},
          {QT_TRANSLATE_NOOP("notifications", "Now"), "after"},
          {effectLabel, "effect"},
          {reasonLabel, "reason"}}},
        {"memberships_imported",
         QT_TRANSLATE_NOOP("notifications", "Your organizations changed"),
         {{QT_TRANSLATE_NOOP("notifications", "Before"), "before"},
          {QT_TRANSLATE_NOOP("notifications", "New or changed"), "after"},
          {effectLabel, "effect"},
          {reasonLabel, "reason"}}},
        {"import_undone",
         QT_TRANSLATE_NOOP("notifications", "A change of your organizations was undone"),
         {{QT_TRANSLATE_NOOP("notifications", "Before"), "before"},
          {QT_TRANSLATE_NOOP("notifications", "Now"), "after"},
          {effectLabel, "effect"},
          {reasonLabel, "reason"}}},
        {"invited",
         QT_TRANSLATE_NOOP("notifications", "{by} invites you to \"{tenant}\""),
         {{QT_TRANSLATE_NOOP("notifications", "To be accepted until"), "until"}, {reasonLabel, "reason"}}},
        {"invitation_declined",
         QT_TRANSLATE_NOOP("notifications", "{name} declined the invitation to \"{tenant}\""),
         {}},
        {"member_removed",
         QT_TRANSLATE_NOOP("notifications", "{name} was removed from \"{from}\""),
         {{QT_TRANSLATE_NOOP("notifications", "Is now in"), "to"}, {reasonLabel, "reason"}}},
        {"member_restored",
         QT_TRANSLATE_NOOP("notifications", "{name} is back in \"{to}\""),
         {{QT_TRANSLATE_NOOP("notifications", "What could not be brought back"), "lost"}}},
        {"member_left",
         QT_TRANSLATE_NOOP("notifications", "{name} left \"{from}\""),
         {{QT_TRANSLATE_NOOP("notifications", "Is now in"), "to"}, {reasonLabel, "reason"}}},
        {"member_joined",
         QT_TRANSLATE_NOOP("notifications", "{name} joined \"{to}\""),
         {{QT_TRANSLATE_NOOP("notifications", "Was in"), "from"}, {reasonLabel, "reason"}}},
        {"account_suspended",
         QT_TRANSLATE_NOOP("notifications", "Your account was suspended"),
         {{reasonLabel, "reason"}}},
        {"account_reactivated",
         QT_TRANSLATE_NOOP("notifications", "Your account works again"),
         {{reasonLabel, "reason"}}},
        {"handover_due",
         QT_TRANSLATE_NOOP("notifications", "{name} was suspended: hand over what they own or lead"),
         {{QT_TRANSLATE_NOOP("notifications", "Spaces"), "spaces"},
          {QT_TRANSLATE_NOOP("notifications", "Resources"), "resources"},
          {QT_TRANSLATE_NOOP("notifications", "Organizations"), "organizations"},
          {QT_TRANSLATE_NOOP("notifications", "Among them"), "names"}}},
        {"handed_over",
         QT_TRANSLATE_NOOP("notifications", "{from} handed over to {to}"),
         {{QT_TRANSLATE_NOOP("notifications", "What"), "items"}, {reasonLabel, "reason"}}},
        {"profile_changed",
         QT_TRANSLATE_NOOP("notifications", "Your profile was changed"),
         {{QT_TRANSLATE_NOOP("notifications", "What"), "fields"}, {QT_TRANSLATE_NOOP("notifications", "Client"), "client"}}},
        {"password_changed",
         QT_TRANSLATE_NOOP("notifications", "Your password was changed"),
         {{QT_TRANSLATE_NOOP("notifications", "How"), "directly"},
          {QT_TRANSLATE_NOOP("notifications", "How"), "by_mail"},
          {QT_TRANSLATE_NOOP("notifications", "How"), "by_operator"},
          {QT_TRANSLATE_NOOP("notifications", "Client"), "client"}}},
    };
}

QList<NotificationKind> tenants()
{
    return {
        {"tenant_renamed",
         QT_TRANSLATE_NOOP("notifications", "The tenant \"{before}\" is called \"{after}\" now"),
         {{QT_TRANSLATE_NOOP("notifications", "Before"), "before"},
          {QT_TRANSLATE_NOOP("notifications", "Now"), "after"},
          {reasonLabel, "reason"}}},
        {"tenant_domain_changed",
         QT_TRANSLATE_NOOP("notifications", "The domain of \"{name}\" is {after} now"),
         {{QT_TRANSLATE_NOOP("notifications", "Before"), "before"},
          {QT_TRANSLATE_NOOP("notifications", "Now"), "after"},
          {reasonLabel, "reason"}}},
        {"tenant_state_changed",
         QT_TRANSLATE_NOOP("notifications", "The tenant \"{name}\" is {state} now"),
         {{QT_TRANSLATE_NOOP("notifications", "Before"), "before"}, {reasonLabel, "reason"}}},
        {"tenant_plan_changed",
         QT_TRANSLATE_NOOP("notifications", "The tenant \"{name}\" has another plan now"),
         {{QT_TRANSLATE_NOOP("notifications", "Plan"), "plan"},
          {QT_TRANSLATE_NOOP("notifications", "Benefits"), "quotas"},
          {reasonLabel, "reason"}}},
        {"administrator_replaced",
         QT_TRANSLATE_NOOP("notifications", "{to} administers \"{name}\" now, in place of {from}"),
         {{QT_TRANSLATE_NOOP("notifications", "Since"), "at"}, {reasonLabel, "reason"}}},
    };
}

QList<NotificationKind> access()
{
    return {
        {"tenant_created",
         QT_TRANSLATE_NOOP("notifications", "The tenant \"{name}\" was created and you administer it"),
         {{QT_TRANSLATE_NOOP("notifications", "Plan"), "plan"},
          {QT_TRANSLATE_NOOP("notifications", "Benefits"), "quotas"}}},
        {"organization_created",
         QT_TRANSLATE_NOOP("notifications", "The organization \"{name}\" was created"),
         {{QT_TRANSLATE_NOOP("notifications", "Path"), "path"}}},
        {"ownership_transferred",
         QT_TRANSLATE_NOOP("notifications", "\"{name}\" belongs to {to} now"),
         {{QT_TRANSLATE_NOOP("notifications", "Owner before"), "from"},
          {QT_TRANSLATE_NOOP("notifications", "Owner now"), "to"},
          {QT_TRANSLATE_NOOP("notifications", "Changed by"), "by"}}},
        {"role_group_joined",
         QT_TRANSLATE_NOOP("notifications", "You are in the role group \"{name}\" now"),
         {{reasonLabel, "reason"}}},
        {"role_group_left",
         QT_TRANSLATE_NOOP("notifications", "You are no longer in the role group \"{name}\""),
         {{reasonLabel, "reason"}}},
        {"role_assigned",
         QT_TRANSLATE_NOOP("notifications", "You hold the role \"{name}\" now"),
         {{QT_TRANSLATE_NOOP("notifications", "You may now"), "keys"}, {reasonLabel, "reason"}}},
        {"role_revoked",
         QT_TRANSLATE_NOOP("notifications", "You no longer hold the role \"{name}\""),
         {{QT_TRANSLATE_NOOP("notifications", "It permitted"), "keys"}, {reasonLabel, "reason"}}},
        {"role_changed",
         QT_TRANSLATE_NOOP("notifications", "What your role \"{name}\" permits was changed"),
         {{QT_TRANSLATE_NOOP("notifications", "You may now"), "gained"},
          {QT_TRANSLATE_NOOP("notifications", "You may no longer"), "lost_keys"}}},
        {"organization_permissions_changed",
         QT_TRANSLATE_NOOP("notifications", "What the organization \"{name}\" permits to its people was changed"),
         {{QT_TRANSLATE_NOOP("notifications", "You see the people of"), "data_scope"},
          {QT_TRANSLATE_NOOP("notifications", "You may now"), "gained"},
          {QT_TRANSLATE_NOOP("notifications", "You may no longer"), "lost_keys"},
          {reasonLabel, "reason"}}},
        {"system_administrator_appointed",
         QT_TRANSLATE_NOOP("notifications", "You are a system administrator now"),
         {{reasonLabel, "reason"}}},
        {"system_administrator_dismissed",
         QT_TRANSLATE_NOOP("notifications", "You are no longer a system administrator"),
         {{reasonLabel, "reason"}}},
        {"access_copied",
         QT_TRANSLATE_NOOP("notifications", "You were given what {from} has"),
         {{effectLabel, "effect"}, {reasonLabel, "reason"}}},
        {"outsider_removed",
         QT_TRANSLATE_NOOP("notifications", "You were removed from the spaces of \"{tenant}\""),
         {{QT_TRANSLATE_NOOP("notifications", "Spaces"), "names"}, {reasonLabel, "reason"}}},
        {"break_glass_opened",
         QT_TRANSLATE_NOOP("notifications", "{by} opened the tenant \"{tenant}\" for maintenance"),
         {{QT_TRANSLATE_NOOP("notifications", "Until"), "until"}, {reasonLabel, "reason"}}},
        {"break_glass_ended",
         QT_TRANSLATE_NOOP("notifications", "The access of {by} to the tenant \"{tenant}\" for maintenance ended"),
         {{QT_TRANSLATE_NOOP("notifications", "Was allowed until"), "until"}, {reasonLabel, "reason"}}},
        {"unusual_access",
         QT_TRANSLATE_NOOP("notifications", "Unusual access by {actor}: {event}"),
         {{QT_TRANSLATE_NOOP("notifications", "Tenant"), "tenant"},
          {QT_TRANSLATE_NOOP("notifications", "How many"), "count"},
          {QT_TRANSLATE_NOOP("notifications", "Within minutes"), "minutes"}}},
        {"grant_expiring",
         QT_TRANSLATE_NOOP("notifications", "The access of {subject} to \"{name}\" ends on {expires_at}"),
         {{QT_TRANSLATE_NOOP("notifications", "Role"), "role"}}},
    };
}

QJsonObject declarations()
{
    static const QJsonObject all = [] {
        QFile file(u":/declarations/notifications.json"_s);
        [[maybe_unused]] const bool read = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(read, "notificationTarget", "notifications.json is compiled in");
        return QJsonDocument::fromJson(file.readAll()).object();
    }();
    return all;
}

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &each : array.toArray())
        list += each.toString();
    return list;
}

} // namespace

const QList<NotificationKind> &notificationKinds()
{
    static const QList<NotificationKind> kinds = applications() + people() + tenants() + access();
    return kinds;
}

const NotificationKind *findNotificationKind(const QString &kind)
{
    for (const NotificationKind &each : notificationKinds())
        if (kind == QLatin1String(each.kind))
            return &each;
    return nullptr;
}

NotificationTarget notificationTarget(const QString &kind)
{
    const QJsonObject declared = declarations().value(kind).toObject();
    return {texts(declared["page"_L1]), declared["object"_L1].toString()};
}

QStringList notificationHolds(const QString &kind)
{
    return texts(declarations().value(kind)["holds"_L1]);
}

QStringList declaredNotifications()
{
    return declarations().keys();
}

} // namespace tenantry
