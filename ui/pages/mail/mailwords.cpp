// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mail/mailwords.h"

#include "core/domain/wordtable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui::mail {

namespace {

constexpr TableWord kinds[] = {
    {"account_activation", QT_TRANSLATE_NOOP("mails", "Activation of an account")},
    {"account_reset", QT_TRANSLATE_NOOP("mails", "New password")},
    {"account_active_already", QT_TRANSLATE_NOOP("mails", "Account exists already")},
    {"account_reset_elsewhere", QT_TRANSLATE_NOOP("mails", "Password of a system administrator")},
    {"application_submitted", QT_TRANSLATE_NOOP("mails", "Application submitted")},
    {"application_stage_approved", QT_TRANSLATE_NOOP("mails", "Stage of an application approved")},
    {"application_forwarded", QT_TRANSLATE_NOOP("mails", "Application waits for the next decision")},
    {"application_approved", QT_TRANSLATE_NOOP("mails", "Application approved")},
    {"application_rejected", QT_TRANSLATE_NOOP("mails", "Application rejected")},
    {"application_ended", QT_TRANSLATE_NOOP("mails", "Application ended")},
    {"tenant_created", QT_TRANSLATE_NOOP("mails", "Tenant created")},
    {"organization_created", QT_TRANSLATE_NOOP("mails", "Organization created")},
    {"memberships_changed", QT_TRANSLATE_NOOP("mails", "Organizations changed")},
    {"memberships_imported", QT_TRANSLATE_NOOP("mails", "Organizations changed by an import")},
    {"import_undone", QT_TRANSLATE_NOOP("mails", "Import undone")},
    {"invited", QT_TRANSLATE_NOOP("mails", "Invitation")},
    {"invitation_declined", QT_TRANSLATE_NOOP("mails", "Invitation declined")},
    {"ownership_transferred", QT_TRANSLATE_NOOP("mails", "Ownership transferred")},
    {"role_group_joined", QT_TRANSLATE_NOOP("mails", "Joined a role group")},
    {"role_group_left", QT_TRANSLATE_NOOP("mails", "Left a role group")},
    {"member_removed", QT_TRANSLATE_NOOP("mails", "Removed from the tenant")},
    {"member_restored", QT_TRANSLATE_NOOP("mails", "Restored as a member")},
    {"member_left", QT_TRANSLATE_NOOP("mails", "Left the tenant")},
    {"member_joined", QT_TRANSLATE_NOOP("mails", "Joined the tenant")},
    {"tenant_renamed", QT_TRANSLATE_NOOP("mails", "Tenant renamed")},
    {"tenant_domain_changed", QT_TRANSLATE_NOOP("mails", "Domain changed")},
    {"administrator_replaced", QT_TRANSLATE_NOOP("mails", "Administrator replaced")},
    {"account_suspended", QT_TRANSLATE_NOOP("mails", "Account suspended")},
    {"account_reactivated", QT_TRANSLATE_NOOP("mails", "Account reactivated")},
    {"handover_due", QT_TRANSLATE_NOOP("mails", "Handover due")},
    {"handed_over", QT_TRANSLATE_NOOP("mails", "Handed over")},
    {"access_copied", QT_TRANSLATE_NOOP("mails", "Access copied")},
    {"outsider_removed", QT_TRANSLATE_NOOP("mails", "Removed from all spaces")},
    {"role_assigned", QT_TRANSLATE_NOOP("mails", "Role assigned")},
    {"role_revoked", QT_TRANSLATE_NOOP("mails", "Role revoked")},
    {"role_changed", QT_TRANSLATE_NOOP("mails", "Role changed")},
    {"organization_permissions_changed", QT_TRANSLATE_NOOP("mails", "Permissions of an organization changed")},
    {"system_administrator_appointed", QT_TRANSLATE_NOOP("mails", "Appointed system administrator")},
    {"system_administrator_dismissed", QT_TRANSLATE_NOOP("mails", "Dismissed as system administrator")},
    {"unusual_access", QT_TRANSLATE_NOOP("mails", "Unusual access")},
    {"break_glass_opened", QT_TRANSLATE_NOOP("mails", "Tenant opened for maintenance")},
    {"break_glass_ended", QT_TRANSLATE_NOOP("mails", "Access for maintenance ended")},
    {"tenant_state_changed", QT_TRANSLATE_NOOP("mails", "State of the tenant changed")},
    {"tenant_plan_changed", QT_TRANSLATE_NOOP("mails", "Plan changed")},
    {"password_changed", QT_TRANSLATE_NOOP("mails", "Password changed")},
    {"profile_changed", QT_TRANSLATE_NOOP("mails", "Profile changed")},
    {"grant_expiring", QT_TRANSLATE_NOOP("mails", "Permission about to expire")},
};

constexpr TableWord statuses[] = {
    {"queued", QT_TRANSLATE_NOOP("mails", "Waiting")},
    {"sent", QT_TRANSLATE_NOOP("mails", "Sent")},
    {"failed", QT_TRANSLATE_NOOP("mails", "Given up")},
};

QString textOf(std::span<const TableWord> words, const QString &word)
{
    return translatedIn(words, "mails", word);
}

} // namespace

QString kindText(const QString &kind)
{
    return textOf(kinds, kind);
}

QString statusText(const QString &status)
{
    return textOf(statuses, status);
}

} // namespace tenantry::ui::mail
