// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sentences.h"

#include <QtGlobal>

#define SENTENCE(text) QT_TRANSLATE_NOOP("messages", text)

namespace tenantry {

const QList<Sentence> &refusalSentences()
{
    static const QList<Sentence> table{
        // Commands of any kind
        {"command.unknown_kind",
         SENTENCE("The server doesn't know this kind of command. Update the console or the server.")},
        {"command.malformed",
         SENTENCE("The server could not read the command ({reason}). Update the console, then try again.")},
        {"command.too_old",
         SENTENCE("This change is older than 90 days and can't be applied any more. Make it again.")},
        {"command.not_allowed", SENTENCE("You may not do this here. Ask your tenant administrator.")},
        {"command.not_found", SENTENCE("This doesn't exist (any more), or you have no access to it.")},
        {"command.conflict", SENTENCE("Somebody changed this meanwhile. Compare both versions and choose.")},
        {"command.predecessor_refused", SENTENCE("An earlier change that this one builds on was refused.")},
        {"command.id_taken", SENTENCE("This ID is in use already. Make the change again.")},
        // Field rules
        {"rule.required", SENTENCE("Fill this in.")},
        {"rule.spaces", SENTENCE("Remove the blanks at the beginning and at the end.")},
        {"rule.characters", SENTENCE("“{character}” ({code_point}) can't be used here. Allowed: {class}.")},
        {"rule.too_short", SENTENCE("Too short: at least {min} characters, now {length}.")},
        {"rule.too_long", SENTENCE("Too long: at most {max} characters, now {length}.")},
        {"rule.first", SENTENCE("It can't begin with “{character}”.")},
        {"rule.last", SENTENCE("It can't end with “{character}”.")},
        {"rule.doubled", SENTENCE("“{character}” can't stand twice in a row.")},
        {"rule.email", SENTENCE("This is not an e-mail address. It looks like name@example.com.")},
        {"rule.not_a_number", SENTENCE("Enter a whole number.")},
        {"rule.range", SENTENCE("Enter a number from {min} to {max}.")},
        // Applications
        {"application.not_pending",
         SENTENCE("This application is no longer pending: {by_name}, {status}, {at}.")},
        {"application.own", SENTENCE("Nobody decides their own application. Ask another administrator.")},
        {"application.comment_required", SENTENCE("Say why you reject it.")},
        {"tenant_application.applicant_inactive", SENTENCE("The applicant's account is not active.")},
        {"tenant_application.applicant_elsewhere",
         SENTENCE("The applicant belongs to the tenant {tenant} and has to leave it first.")},
        {"tenant_application.applicant_is_administrator",
         SENTENCE("The applicant administers the tenant {tenant} and has to be replaced there first.")},
        {"tenant_application.applicant_has_application",
         SENTENCE("The applicant has another open application. Withdraw it first.")},
        {"tenant_application.administrator_inactive",
         SENTENCE("The account of the designated administrator is not active.")},
        {"tenant_application.administrator_elsewhere",
         SENTENCE("The designated administrator belongs to the tenant {tenant} and has to leave it first.")},
        {"tenant_application.administrator_is_administrator",
         SENTENCE("The designated administrator administers the tenant {tenant} and has to be replaced there "
                  "first.")},
        {"tenant_application.administrator_has_application",
         SENTENCE(
             "The designated administrator has another open application. It has to be withdrawn first.")},
        {"tenant_application.name_taken",
         SENTENCE("A tenant or an open application has this name already. Choose another one.")},
        {"tenant_application.code_taken",
         SENTENCE("A tenant or an open application has this code already. Choose another one.")},
        {"tenant_application.domain_taken",
         SENTENCE("A tenant or an open application has this domain already. Choose another one.")},
        {"tenant_application.plan_unknown",
         SENTENCE("This plan is not offered any more. Choose another one.")},
        // Organizations
        {"organization.name_taken",
         SENTENCE("Another department of this tenant has this name. Choose another one.")},
        {"organization.code_taken",
         SENTENCE("Another department of this tenant has this code. Choose another one.")},
        {"organization.parent_unknown",
         SENTENCE("The parent department doesn't exist in this tenant (any more).")},
        {"organization.under_itself",
         SENTENCE("A department can't be moved under itself or under one of its own departments.")},
        {"organization.root_fixed", SENTENCE("The root department can't be moved, disabled or deleted.")},
        {"organization.default_fixed",
         SENTENCE("The default department can't be moved, disabled or deleted.")},
        {"organization.leader_elsewhere", SENTENCE("Only somebody of this tenant can lead a department.")},
        {"organization.leader_inactive",
         SENTENCE("{name} can't lead a department: the account is not active.")},
        {"organization.not_empty", SENTENCE("Not empty: {members} members, {children} departments below, "
                                            "{groups} role groups, {grants} grants. "
                                            "Move or remove them first.")},
        // Memberships
        {"membership.none",
         SENTENCE(
             "Everybody belongs to at least one department. Add another one before you remove the last.")},
        {"membership.primary_missing",
         SENTENCE("The primary department must be one of the departments chosen.")},
        {"membership.doubled", SENTENCE("This department is in the list twice.")},
        {"membership.user_elsewhere", SENTENCE("This person doesn't belong to the tenant (any more).")},
        {"membership.user_inactive",
         SENTENCE("Only an active person can be put into departments. Reactivate the account first.")},
        {"membership.organization_elsewhere",
         SENTENCE("This department doesn't exist in this tenant (any more).")},
        {"membership.organization_disabled",
         SENTENCE("{name} is disabled, or lies below a disabled department. Enable it first.")},
        {"membership.leader_taken",
         SENTENCE("{name} has a leader already: {leader}. Change the leader in the department itself.")},
        // Grants
        {"space.archived", SENTENCE("This space is archived. Restore it first.")},
        {"grant.not_allowed", SENTENCE("Only administrators and the owner manage who may use this.")},
        {"grant.contents", SENTENCE("A tenant administrator manages the members of a space, not its "
                                    "contents. Ask the space's owner.")},
        {"grant.administrators_by_owner",
         SENTENCE("Only the owner appoints, changes and removes administrators.")},
        {"grant.owner_fixed",
         SENTENCE("The owner's role can't be changed or removed. Transfer the ownership first.")},
        {"grant.owner_by_transfer", SENTENCE("Ownership is transferred, not granted.")},
        {"grant.guest_needs_bots",
         SENTENCE("The role guest can be given only in spaces with the Bots module.")},
        {"grant.doubled", SENTENCE("The same member is in the list twice.")},
        {"grant.object_unknown", SENTENCE("The space has no such resource (any more).")},
        {"grant.subject_unknown", SENTENCE("This member doesn't exist (any more).")},
        {"grant.subject_inactive",
         SENTENCE("{name}'s account is not active. Only active people can be added.")},
        {"grant.subject_elsewhere",
         SENTENCE("Departments and role groups of other tenants can't be added. Add their people instead.")},
        {"grant.expired", SENTENCE("The expiry lies in the past. Choose a later moment.")},
        {"grant.owns_resources",
         SENTENCE("This member owns {resources} resources here. Transfer them to somebody else first.")},
        {"grant.gone",
         SENTENCE("Somebody removed this member meanwhile. Add them again if they shall stay.")},
    };
    return table;
}

} // namespace tenantry
