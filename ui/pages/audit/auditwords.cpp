// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditwords.h"

#include "core/domain/wordtable.h"

#include <QCoreApplication>

namespace tenantry::ui::audit {

namespace {

constexpr TableWord kinds[] = {
    {"platform_installed", QT_TRANSLATE_NOOP("audit", "Platform installed")},
    {"direct", QT_TRANSLATE_NOOP("audit", "Changed directly in the database")},
    {"account_added", QT_TRANSLATE_NOOP("audit", "Account added")},
    {"account_purged", QT_TRANSLATE_NOOP("audit", "Account that nobody activated deleted")},
    {"audit_details_erased", QT_TRANSLATE_NOOP("audit", "Details of entries erased")},
    {"account_registered", QT_TRANSLATE_NOOP("audit", "Account registered")},
    {"account_activated", QT_TRANSLATE_NOOP("audit", "Account activated")},
    {"account_close", QT_TRANSLATE_NOOP("audit", "Account closed")},
    {"profile_change", QT_TRANSLATE_NOOP("audit", "Profile changed")},
    {"staff_confirm", QT_TRANSLATE_NOOP("audit", "Staff confirmed or not")},
    {"password_reset", QT_TRANSLATE_NOOP("audit", "Password reset by mail")},
    {"password_changed", QT_TRANSLATE_NOOP("audit", "Password changed")},
    {"user_status_set", QT_TRANSLATE_NOOP("audit", "Account suspended, reactivated or closed")},
    {"user_set_suspended", QT_TRANSLATE_NOOP("audit", "Account suspended or reactivated")},
    {"password_changed_directly", QT_TRANSLATE_NOOP("audit", "Password changed past the console")},
    {"user_moved", QT_TRANSLATE_NOOP("audit", "Moved to another tenant")},
    {"member_remove", QT_TRANSLATE_NOOP("audit", "Member removed")},
    {"member_restore", QT_TRANSLATE_NOOP("audit", "Member restored")},
    {"handover", QT_TRANSLATE_NOOP("audit", "Handover")},
    {"leader_handed_over", QT_TRANSLATE_NOOP("audit", "Leadership handed over")},
    {"administration_handed_over", QT_TRANSLATE_NOOP("audit", "Administration handed over")},
    {"access_copy", QT_TRANSLATE_NOOP("audit", "Access copied")},
    {"outsider_remove", QT_TRANSLATE_NOOP("audit", "Non-enterprise member removed")},
    {"memberships_set", QT_TRANSLATE_NOOP("audit", "Organizations of a person changed")},
    {"import_applied", QT_TRANSLATE_NOOP("audit", "Members invited or imported")},
    {"members_imported", QT_TRANSLATE_NOOP("audit", "Organizations of imported people")},
    {"import_undone", QT_TRANSLATE_NOOP("audit", "Import undone")},
    {"invitation_accepted", QT_TRANSLATE_NOOP("audit", "Invitation accepted")},
    {"invitation_declined", QT_TRANSLATE_NOOP("audit", "Invitation declined")},
    {"invitation_withdrawn", QT_TRANSLATE_NOOP("audit", "Invitation withdrawn")},
    {"role_assigned", QT_TRANSLATE_NOOP("audit", "Role assigned")},
    {"role_revoked", QT_TRANSLATE_NOOP("audit", "Role revoked")},
    {"role_create", QT_TRANSLATE_NOOP("audit", "Role created")},
    {"role_change", QT_TRANSLATE_NOOP("audit", "Role changed")},
    {"role_delete", QT_TRANSLATE_NOOP("audit", "Role deleted")},
    {"organization_permissions_set", QT_TRANSLATE_NOOP("audit", "Permissions of an organization changed")},
    {"break_glass_opened", QT_TRANSLATE_NOOP("audit", "Opened for maintenance by the platform team")},
    {"break_glass_ended", QT_TRANSLATE_NOOP("audit", "Access for maintenance ended")},
    {"tenant_state_set", QT_TRANSLATE_NOOP("audit", "State of the tenant changed")},
    {"tenant_plan_set", QT_TRANSLATE_NOOP("audit", "Plan of the tenant changed")},
    {"mail_resent", QT_TRANSLATE_NOOP("audit", "Mail sent again")},
    {"tenant_created", QT_TRANSLATE_NOOP("audit", "Tenant created")},
    {"platform_settings_set", QT_TRANSLATE_NOOP("audit", "Platform settings changed")},
    {"tenant_settings_set", QT_TRANSLATE_NOOP("audit", "Tenant settings changed")},
    {"application_submitted", QT_TRANSLATE_NOOP("audit", "Application submitted")},
    {"application_approved", QT_TRANSLATE_NOOP("audit", "Application approved")},
    {"application_stage_approved", QT_TRANSLATE_NOOP("audit", "Stage of an application approved")},
    {"application_rejected", QT_TRANSLATE_NOOP("audit", "Application rejected")},
    {"application_withdrawn", QT_TRANSLATE_NOOP("audit", "Application withdrawn")},
    {"application_ended", QT_TRANSLATE_NOOP("audit", "Application ended")},
    {"organization_create", QT_TRANSLATE_NOOP("audit", "Organization created")},
    {"organization_edit", QT_TRANSLATE_NOOP("audit", "Organization edited")},
    {"organization_move", QT_TRANSLATE_NOOP("audit", "Organization moved")},
    {"organization_set_enabled", QT_TRANSLATE_NOOP("audit", "Organization enabled or disabled")},
    {"organization_delete", QT_TRANSLATE_NOOP("audit", "Organization deleted")},
    {"role_group_create", QT_TRANSLATE_NOOP("audit", "Role group created")},
    {"role_group_edit", QT_TRANSLATE_NOOP("audit", "Role group edited")},
    {"role_group_delete", QT_TRANSLATE_NOOP("audit", "Role group deleted")},
    {"role_group_members_set", QT_TRANSLATE_NOOP("audit", "Members of a role group changed")},
    {"space_create", QT_TRANSLATE_NOOP("audit", "Space created")},
    {"space_edit", QT_TRANSLATE_NOOP("audit", "Space edited")},
    {"space_set_modules", QT_TRANSLATE_NOOP("audit", "Modules of a space changed")},
    {"space_archive", QT_TRANSLATE_NOOP("audit", "Space archived")},
    {"space_restore", QT_TRANSLATE_NOOP("audit", "Space restored")},
    {"space_transfer", QT_TRANSLATE_NOOP("audit", "Space transferred")},
    {"space_delete", QT_TRANSLATE_NOOP("audit", "Space deleted")},
    {"resource_set_access", QT_TRANSLATE_NOOP("audit", "Resource opened or restricted")},
    {"resource_transfer", QT_TRANSLATE_NOOP("audit", "Resource transferred")},
    {"grants_set", QT_TRANSLATE_NOOP("audit", "Permissions given or changed")},
    {"grants_remove", QT_TRANSLATE_NOOP("audit", "Permissions removed")},
    {"grants_restore", QT_TRANSLATE_NOOP("audit", "Removal of permissions undone")},
};

constexpr TableWord fields[] = {
    {"name", QT_TRANSLATE_NOOP("audit", "Name")},
    {"code", QT_TRANSLATE_NOOP("audit", "Code")},
    {"description", QT_TRANSLATE_NOOP("audit", "Description")},
    {"domain", QT_TRANSLATE_NOOP("audit", "Domain")},
    {"parent_id", QT_TRANSLATE_NOOP("audit", "Parent organization")},
    {"leader_id", QT_TRANSLATE_NOOP("audit", "Leader")},
    {"enabled", QT_TRANSLATE_NOOP("audit", "Enabled")},
    {"role", QT_TRANSLATE_NOOP("audit", "Role")},
    {"roles", QT_TRANSLATE_NOOP("audit", "Roles")},
    {"edition", QT_TRANSLATE_NOOP("audit", "Edition")},
    {"modules", QT_TRANSLATE_NOOP("audit", "Modules")},
    {"archived", QT_TRANSLATE_NOOP("audit", "Archived")},
    {"owner_id", QT_TRANSLATE_NOOP("audit", "Owner")},
    {"restricted", QT_TRANSLATE_NOOP("audit", "Restricted")},
    {"expires_at", QT_TRANSLATE_NOOP("audit", "Expires")},
    {"status", QT_TRANSLATE_NOOP("audit", "Status")},
    {"state", QT_TRANSLATE_NOOP("audit", "State")},
    {"until", QT_TRANSLATE_NOOP("audit", "Until")},
    {"early", QT_TRANSLATE_NOOP("audit", "Ended before its time")},
    {"tenant_id", QT_TRANSLATE_NOOP("audit", "Tenant")},
    {"stage", QT_TRANSLATE_NOOP("audit", "Stage")},
    {"plan_id", QT_TRANSLATE_NOOP("audit", "Plan")},
    {"administrator_id", QT_TRANSLATE_NOOP("audit", "Administrator")},
    {"department", QT_TRANSLATE_NOOP("audit", "Department")},
    {"use", QT_TRANSLATE_NOOP("audit", "Main use")},
    {"estimated_users", QT_TRANSLATE_NOOP("audit", "Estimated users")},
    {"contact_name", QT_TRANSLATE_NOOP("audit", "Contact")},
    {"contact_details", QT_TRANSLATE_NOOP("audit", "Contact details")},
    {"contact_email", QT_TRANSLATE_NOOP("audit", "Contact e-mail")},
    {"application_id", QT_TRANSLATE_NOOP("audit", "Application")},
    {"added", QT_TRANSLATE_NOOP("audit", "Added")},
    {"removed", QT_TRANSLATE_NOOP("audit", "Removed")},
    {"grants", QT_TRANSLATE_NOOP("audit", "Permissions")},
    {"user_id", QT_TRANSLATE_NOOP("audit", "Person")},
    {"subject_id", QT_TRANSLATE_NOOP("audit", "Subject")},
    {"space_id", QT_TRANSLATE_NOOP("audit", "Space")},
    {"resource_id", QT_TRANSLATE_NOOP("audit", "Resource")},
    {"organization_id", QT_TRANSLATE_NOOP("audit", "Organization")},
    {"group_id", QT_TRANSLATE_NOOP("audit", "Role group")},
    {"primary", QT_TRANSLATE_NOOP("audit", "Primary")},
    {"memberships", QT_TRANSLATE_NOOP("audit", "Organizations")},
    {"role_id", QT_TRANSLATE_NOOP("audit", "Role")},
    {"keys", QT_TRANSLATE_NOOP("audit", "May")},
    {"mail_kind", QT_TRANSLATE_NOOP("audit", "About")},
    {"mail_reason", QT_TRANSLATE_NOOP("audit", "Failed with")},
    {"attempts", QT_TRANSLATE_NOOP("audit", "Attempts")},
    {"excludes", QT_TRANSLATE_NOOP("audit", "Excludes")},
    {"holders", QT_TRANSLATE_NOOP("audit", "Held by")},
    {"data_scope", QT_TRANSLATE_NOOP("audit", "Data scope")},
    {"allowed", QT_TRANSLATE_NOOP("audit", "Allowed")},
    {"denied", QT_TRANSLATE_NOOP("audit", "Denied")},
    {"effects", QT_TRANSLATE_NOOP("audit", "Where something else counts now")},
    {"primary_organization_id", QT_TRANSLATE_NOOP("audit", "Primary organization")},
    {"people_in_all", QT_TRANSLATE_NOOP("audit", "People in all")},
    {"people", QT_TRANSLATE_NOOP("audit", "People")},
    {"invited", QT_TRANSLATE_NOOP("audit", "Invited")},
    {"invited_by", QT_TRANSLATE_NOOP("audit", "Invited by")},
    {"made", QT_TRANSLATE_NOOP("audit", "New account")},
    {"created", QT_TRANSLATE_NOOP("audit", "New accounts")},
    {"changed", QT_TRANSLATE_NOOP("audit", "Changed")},
    {"unchanged", QT_TRANSLATE_NOOP("audit", "Unchanged")},
    {"refused", QT_TRANSLATE_NOOP("audit", "Left out")},
    {"undone", QT_TRANSLATE_NOOP("audit", "Undone")},
    {"left", QT_TRANSLATE_NOOP("audit", "Left as they are")},
    {"import_id", QT_TRANSLATE_NOOP("audit", "Import")},
    {"space_creation", QT_TRANSLATE_NOOP("audit", "Who may create spaces")},
    {"space_creators", QT_TRANSLATE_NOOP("audit", "Who else may create spaces")},
    {"spaces_limit", QT_TRANSLATE_NOOP("audit", "Most spaces")},
    {"outsiders_limit", QT_TRANSLATE_NOOP("audit", "Most non-enterprise members")},
    {"phone", QT_TRANSLATE_NOOP("audit", "Phone")},
    {"mis", QT_TRANSLATE_NOOP("audit", "MIS account")},
    {"username", QT_TRANSLATE_NOOP("audit", "Username")},
    {"nickname", QT_TRANSLATE_NOOP("audit", "Nickname")},
    {"avatar", QT_TRANSLATE_NOOP("audit", "Own picture")},
    {"language", QT_TRANSLATE_NOOP("audit", "Language of mail")},
    {"staff", QT_TRANSLATE_NOOP("audit", "Staff")},
};

constexpr TableWord objectKinds[] = {
    {"tenant", QT_TRANSLATE_NOOP("audit", "Tenant")},
    {"platform", QT_TRANSLATE_NOOP("audit", "Platform")},
    {"user", QT_TRANSLATE_NOOP("audit", "Person")},
    {"organization", QT_TRANSLATE_NOOP("audit", "Organization")},
    {"role", QT_TRANSLATE_NOOP("audit", "Role")},
    {"role_group", QT_TRANSLATE_NOOP("audit", "Role group")},
    {"space", QT_TRANSLATE_NOOP("audit", "Space")},
    {"resource", QT_TRANSLATE_NOOP("audit", "Resource")},
    {"application", QT_TRANSLATE_NOOP("audit", "Application")},
};

QString textOf(std::span<const TableWord> words, const QString &word)
{
    return translatedIn(words, "audit", word);
}

} // namespace

QString kindText(const QString &kind)
{
    return textOf(kinds, kind);
}

QString fieldText(const QString &field)
{
    return textOf(fields, field);
}

QString objectKindText(const QString &kind)
{
    return textOf(objectKinds, kind);
}

} // namespace tenantry::ui::audit
