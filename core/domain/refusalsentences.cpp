// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sentences.h"

#include <QtGlobal>

namespace tenantry {

const QList<Sentence> &refusalSentences()
{
    static const QList<Sentence> table{
        // Commands of any kind
        {"command.unknown_kind",
         QT_TRANSLATE_NOOP(
             "messages", "The server doesn't know this kind of command. Update the console or the server.")},
        {"command.malformed",
         QT_TRANSLATE_NOOP(
             "messages",
             "The server could not read the command ({reason}). Update the console, then try again.")},
        {"command.too_old",
         QT_TRANSLATE_NOOP(
             "messages", "This change is older than 90 days and can't be applied any more. Make it again.")},
        {"command.from_the_future",
         QT_TRANSLATE_NOOP("messages", "This change is dated more than a day ahead of the server. Set this "
                                       "computer's clock right, then make it again.")},
        {"command.not_allowed",
         QT_TRANSLATE_NOOP("messages", "You may not do this here. Ask your tenant administrator.")},
        {"command.not_found",
         QT_TRANSLATE_NOOP("messages", "This doesn't exist (any more), or you have no access to it.")},
        {"command.conflict",
         QT_TRANSLATE_NOOP("messages", "Somebody changed this meanwhile. Compare both versions and choose.")},
        {"command.predecessor_refused",
         QT_TRANSLATE_NOOP("messages", "An earlier change that this one builds on was refused.")},
        {"command.id_taken",
         QT_TRANSLATE_NOOP("messages", "This ID is in use already. Make the change again.")},
        // Field rules
        {"rule.required", QT_TRANSLATE_NOOP("messages", "Fill this in.")},
        {"rule.spaces", QT_TRANSLATE_NOOP("messages", "Remove the blanks at the beginning and at the end.")},
        {"rule.characters",
         QT_TRANSLATE_NOOP("messages",
                           "\"{character}\" ({code_point}) can't be used here. Allowed: {class}.")},
        {"rule.too_short",
         QT_TRANSLATE_NOOP("messages", "Too short: at least {min} characters, now {length}.")},
        {"rule.too_long", QT_TRANSLATE_NOOP("messages", "Too long: at most {max} characters, now {length}.")},
        {"rule.first", QT_TRANSLATE_NOOP("messages", "It can't begin with \"{character}\".")},
        {"rule.last", QT_TRANSLATE_NOOP("messages", "It can't end with \"{character}\".")},
        {"rule.doubled", QT_TRANSLATE_NOOP("messages", "\"{character}\" can't stand twice in a row.")},
        {"rule.email",
         QT_TRANSLATE_NOOP("messages", "This is not an e-mail address. It looks like name@example.com.")},
        {"rule.web_address",
         QT_TRANSLATE_NOOP("messages", "This is no web address that can be used here. It begins with https://; with http:// only where it "
                                       "names this machine (localhost).")},
        {"rule.not_a_number", QT_TRANSLATE_NOOP("messages", "Enter a whole number.")},
        {"rule.range", QT_TRANSLATE_NOOP("messages", "Enter a number from {min} to {max}.")},
        // Applications
        {"application.not_pending",
         QT_TRANSLATE_NOOP("messages", "This application is no longer pending: {by_name}, {status}, {at}.")},
        {"application.own",
         QT_TRANSLATE_NOOP("messages", "Nobody decides their own application. Ask another administrator.")},
        {"application.comment_required", QT_TRANSLATE_NOOP("messages", "Say why you reject it.")},
        {"tenant_application.applicant_inactive",
         QT_TRANSLATE_NOOP("messages", "The applicant's account is not active.")},
        {"tenant_application.applicant_elsewhere",
         QT_TRANSLATE_NOOP("messages",
                           "The applicant belongs to the tenant {tenant} and has to leave it first.")},
        {"tenant_application.applicant_is_administrator",
         QT_TRANSLATE_NOOP(
             "messages",
             "The applicant administers the tenant {tenant} and has to be replaced there first.")},
        {"tenant_application.applicant_has_application",
         QT_TRANSLATE_NOOP("messages", "The applicant has another open application. Withdraw it first.")},
        {"tenant_application.administrator_inactive",
         QT_TRANSLATE_NOOP("messages", "The account of the designated administrator is not active.")},
        {"tenant_application.administrator_elsewhere",
         QT_TRANSLATE_NOOP(
             "messages",
             "The designated administrator is not in the default system tenant. Who is in another tenant has "
             "to leave it first.")},
        {"tenant_application.administrator_is_administrator",
         QT_TRANSLATE_NOOP(
             "messages",
             "The designated administrator administers a tenant already and has to be replaced there "
             "first.")},
        {"tenant_application.administrator_has_application",
         QT_TRANSLATE_NOOP(
             "messages",
             "The designated administrator has another open application. It has to be withdrawn first.")},
        {"tenant_application.name_taken",
         QT_TRANSLATE_NOOP("messages",
                           "A tenant or an open application has this name already. Choose another one.")},
        {"tenant_application.code_taken",
         QT_TRANSLATE_NOOP("messages",
                           "A tenant or an open application has this code already. Choose another one.")},
        {"tenant_application.domain_taken",
         QT_TRANSLATE_NOOP("messages",
                           "A tenant or an open application has this domain already. Choose another one.")},
        {"tenant_application.plan_unknown",
         QT_TRANSLATE_NOOP("messages", "This plan is not offered any more. Choose another one.")},
        // Organizations
        {"organization.name_taken",
         QT_TRANSLATE_NOOP("messages",
                           "Another department of this tenant has this name. Choose another one.")},
        {"organization.code_taken",
         QT_TRANSLATE_NOOP("messages",
                           "Another department of this tenant has this code. Choose another one.")},
        {"organization.parent_unknown",
         QT_TRANSLATE_NOOP("messages", "The parent department doesn't exist in this tenant (any more).")},
        {"organization.under_itself",
         QT_TRANSLATE_NOOP("messages",
                           "A department can't be moved under itself or under one of its own departments.")},
        {"organization.root_fixed",
         QT_TRANSLATE_NOOP("messages", "The root department can't be moved, disabled or deleted.")},
        {"organization.default_fixed",
         QT_TRANSLATE_NOOP("messages", "The default department can't be moved, disabled or deleted.")},
        {"organization.leader_elsewhere",
         QT_TRANSLATE_NOOP("messages", "Only somebody of this tenant can lead a department.")},
        {"organization.leader_inactive",
         QT_TRANSLATE_NOOP("messages", "{name} can't lead a department: the account is not active.")},
        {"organization.not_empty",
         QT_TRANSLATE_NOOP("messages", "Not empty: {members} members, {children} departments below, "
                                       "{groups} role groups, {grants} grants. "
                                       "Move or remove them first.")},
        // Memberships
        {"membership.none",
         QT_TRANSLATE_NOOP(
             "messages",
             "Everybody belongs to at least one department. Add another one before you remove the last.")},
        {"membership.primary_missing",
         QT_TRANSLATE_NOOP("messages", "The primary department must be one of the departments chosen.")},
        {"membership.doubled", QT_TRANSLATE_NOOP("messages", "This department is in the list twice.")},
        {"membership.user_elsewhere",
         QT_TRANSLATE_NOOP("messages", "This person doesn't belong to the tenant (any more).")},
        {"membership.user_inactive",
         QT_TRANSLATE_NOOP(
             "messages", "Only an active person can be put into departments. Reactivate the account first.")},
        {"membership.organization_elsewhere",
         QT_TRANSLATE_NOOP("messages", "This department doesn't exist in this tenant (any more).")},
        {"membership.organization_disabled",
         QT_TRANSLATE_NOOP("messages",
                           "{name} is disabled, or lies below a disabled department. Enable it first.")},
        {"membership.leader_taken",
         QT_TRANSLATE_NOOP(
             "messages",
             "{name} has a leader already: {leader}. Change the leader in the department itself.")},
        // Search for people
        {"search.not_allowed", QT_TRANSLATE_NOOP("messages", "Only those who may add people somewhere can search the whole platform.")},
        {"search.not_applicant", QT_TRANSLATE_NOOP("messages", "Only people of the default system tenant look for the administrator of a new tenant.")},
        {"search.too_short", QT_TRANSLATE_NOOP("messages", "Type at least {min} characters.")},
        {"search.too_many", QT_TRANSLATE_NOOP("messages", "Too many searches. Try again in {minutes} minutes.")},
        // Members and outsiders
        {"outsider.unknown",
         QT_TRANSLATE_NOOP("messages", "This person is not (any more) among the non-enterprise members.")},
        {"outsider.owns_resources",
         QT_TRANSLATE_NOOP("messages",
                           "They own {resources} resources here: {names}. Hand them over first.")},
        {"member.is_administrator",
         QT_TRANSLATE_NOOP("messages",
                           "This person administers the tenant. Replace the administrator first.")},
        {"member.is_system_administrator",
         QT_TRANSLATE_NOOP("messages",
                           "The account of a system administrator is managed by the platform team.")},
        {"member.self",
         QT_TRANSLATE_NOOP("messages", "You can't suspend yourself. Ask another administrator.")},
        {"member.has_duties",
         QT_TRANSLATE_NOOP("messages", "They still own {spaces} spaces and {resources} resources and lead "
                                       "{organizations} departments: {names}. Hand them over first.")},
        {"member.not_suspendable",
         QT_TRANSLATE_NOOP("messages", "Only active accounts can be suspended, and only suspended ones "
                                       "reactivated. This one is: {status}.")},
        {"member.removal_unknown",
         QT_TRANSLATE_NOOP("messages", "This removal is not known in this tenant (any more).")},
        {"member.restored_already", QT_TRANSLATE_NOOP("messages", "This removal has been undone already.")},
        {"member.restore_too_late",
         QT_TRANSLATE_NOOP(
             "messages", "A removal can be undone for 30 days, and these are over. Invite the person anew.")},
        {"member.restore_elsewhere",
         QT_TRANSLATE_NOOP(
             "messages", "This person belongs to another tenant by now. They would have to leave it first.")},
        {"member.restore_departed",
         QT_TRANSLATE_NOOP("messages", "This person's account is closed and can't be restored.")},
        {"member.restore_has_application",
         QT_TRANSLATE_NOOP("messages", "This person has an open application to create or join a tenant. It "
                                       "has to be withdrawn first.")},
        {"member.restore_partly",
         QT_TRANSLATE_NOOP("messages", "Some of it is gone and can't be given back: {names}. Restore the "
                                       "person without it, or leave it.")},
        {"handover.gone", QT_TRANSLATE_NOOP("messages", "This is not (any more) theirs to hand over.")},
        {"handover.doubled", QT_TRANSLATE_NOOP("messages", "This is in the list twice.")},
        {"handover.holder_same",
         QT_TRANSLATE_NOOP("messages", "Choose somebody else: it is theirs already.")},
        {"handover.holder_elsewhere",
         QT_TRANSLATE_NOOP("messages", "Only somebody of this tenant can take this over.")},
        {"handover.holder_inactive",
         QT_TRANSLATE_NOOP("messages", "{name} can't take this over: the account is not active.")},
        {"copy.gone", QT_TRANSLATE_NOOP("messages", "They don't have this (any more).")},
        {"copy.target_same", QT_TRANSLATE_NOOP("messages", "Choose two different people.")},
        {"copy.target_elsewhere",
         QT_TRANSLATE_NOOP("messages", "Access can be copied only to somebody of this tenant.")},
        {"copy.target_inactive",
         QT_TRANSLATE_NOOP("messages",
                           "{name}'s account is not active. Access can be given only to active people.")},
        // Role groups
        {"role_group.name_taken",
         QT_TRANSLATE_NOOP("messages",
                           "Another role group of this tenant has this name. Choose another one.")},
        {"role_group.used",
         QT_TRANSLATE_NOOP("messages",
                           "This role group is used in {grants} grants of {spaces} spaces: {names}. "
                           "Remove them there, or delete it together with them.")},
        {"role_group.member_elsewhere",
         QT_TRANSLATE_NOOP("messages", "Only people and departments of this tenant can be in a role group, "
                                       "no non-enterprise members.")},
        {"role_group.member_inactive",
         QT_TRANSLATE_NOOP("messages",
                           "{name}'s account is not active. Only active people can join a role group.")},
        {"role_group.doubled", QT_TRANSLATE_NOOP("messages", "The same member is in the lists twice.")},
        // Quotas
        {"quota.spaces",
         QT_TRANSLATE_NOOP("messages", "The plan allows {limit} spaces and the tenant has {used}. Delete one that isn't "
                                       "needed any more, or ask the platform team for a larger plan.")},
        {"quota.spaces_limit",
         QT_TRANSLATE_NOOP("messages", "Your tenant administrator allows {limit} spaces and the tenant has {used}. Delete "
                                       "one that isn't needed any more, or ask for a higher limit.")},
        {"quota.outsiders",
         QT_TRANSLATE_NOOP("messages",
                           "The plan allows {limit} non-enterprise members; the tenant has {used}, and this would add "
                           "{wanted}. Remove some, or ask the platform team for a larger plan.")},
        {"quota.outsiders_limit",
         QT_TRANSLATE_NOOP("messages", "Your tenant administrator allows {limit} non-enterprise members; the tenant has "
                                       "{used}, and this would add {wanted}. Remove some, or ask for a higher limit.")},
        {"tenant.closing",
         QT_TRANSLATE_NOOP("messages", "The tenant is being closed: no new spaces can be created in it.")},
        {"platform_settings.staff_domain", QT_TRANSLATE_NOOP("messages", "\"{domain}\" is not a domain. It looks like example.com.")},
        {"tenant_settings.creator_elsewhere",
         QT_TRANSLATE_NOOP("messages", "Only people of this tenant can be allowed to create spaces.")},
        // Spaces
        {"space_creation.not_allowed",
         QT_TRANSLATE_NOOP("messages",
                           "In this tenant you may not create spaces. Ask your tenant administrator to create one or to "
                           "allow you to.")},
        {"space.not_allowed", QT_TRANSLATE_NOOP("messages", "This takes the role {role} or a higher one.")},
        {"space.archived", QT_TRANSLATE_NOOP("messages", "This space is archived. Restore it first.")},
        {"space.not_archived", QT_TRANSLATE_NOOP("messages", "This space is not archived.")},
        {"space.name_differs", QT_TRANSLATE_NOOP("messages", "Type the name exactly as it is: {name}")},
        {"space.picture_unusable",
         QT_TRANSLATE_NOOP("messages",
                           "This is not a PNG or JPEG picture of at most {kib} KiB. Choose another picture.")},
        {"space.edition_beyond_plan",
         QT_TRANSLATE_NOOP("messages", "The plan of your tenant doesn't include this edition. Choose a smaller one.")},
        {"space.module_beyond_plan",
         QT_TRANSLATE_NOOP("messages", "The plan of your tenant doesn't include the module {module}.")},
        {"space.guests_undecided",
         QT_TRANSLATE_NOOP("messages", "Without Bots there are no guests: say what the {guests} guests become.")},
        // Owners
        {"owner.elsewhere",
         QT_TRANSLATE_NOOP("messages", "Only somebody of this tenant can become owner.")},
        {"owner.inactive",
         QT_TRANSLATE_NOOP("messages", "{name} can't become owner: the account is not active.")},
        {"owner.already", QT_TRANSLATE_NOOP("messages", "{name} is the owner already.")},
        // Grants
        {"grant.not_allowed",
         QT_TRANSLATE_NOOP("messages", "Only administrators and the owner manage who may use this.")},
        {"grant.contents",
         QT_TRANSLATE_NOOP("messages", "A tenant administrator manages the members of a space, not its "
                                       "contents. Ask the space's owner.")},
        {"grant.administrators_by_owner",
         QT_TRANSLATE_NOOP("messages", "Only the owner appoints, changes and removes administrators.")},
        {"grant.owner_fixed",
         QT_TRANSLATE_NOOP("messages",
                           "The owner's role can't be changed or removed. Transfer the ownership first.")},
        {"grant.owner_by_transfer", QT_TRANSLATE_NOOP("messages", "Ownership is transferred, not granted.")},
        {"grant.guest_needs_bots",
         QT_TRANSLATE_NOOP("messages", "The role guest can be given only in spaces with the Bots module.")},
        {"grant.doubled", QT_TRANSLATE_NOOP("messages", "The same member is in the list twice.")},
        {"grant.object_unknown", QT_TRANSLATE_NOOP("messages", "The space has no such resource (any more).")},
        {"grant.subject_unknown", QT_TRANSLATE_NOOP("messages", "This member doesn't exist (any more).")},
        {"grant.subject_inactive",
         QT_TRANSLATE_NOOP("messages", "{name}'s account is not active. Only active people can be added.")},
        {"grant.subject_elsewhere",
         QT_TRANSLATE_NOOP(
             "messages",
             "Departments and role groups of other tenants can't be added. Add their people instead.")},
        {"grant.expired",
         QT_TRANSLATE_NOOP("messages", "The expiry lies in the past. Choose a later moment.")},
        {"grant.owns_resources",
         QT_TRANSLATE_NOOP(
             "messages",
             "This member owns {resources} resources here. Transfer them to somebody else first.")},
        {"audit.not_allowed", QT_TRANSLATE_NOOP("messages", "This audit is for the tenant's administrator, that of the platform for system administrators.")},
        {"grant.gone",
         QT_TRANSLATE_NOOP("messages",
                           "Somebody removed this member meanwhile. Add them again if they shall stay.")},
    };
    return table;
}

} // namespace tenantry
