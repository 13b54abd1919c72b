// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roles/giveroledialog.h"

#include "ui/pages/roles/roleitems.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::roles {

namespace {

CandidatesDialog::Choice choiceOf(const Session &session, TenantRoleId role)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    CandidatesDialog::Choice choice;
    choice.kinds = directory::SearchKind::User;
    const TenantRoleRow *row = snapshot->tenantRole(role);
    if (!row)
        return choice;
    choice.tenant = row->tenantId;
    for (const RoleAssignmentRow &assignment : snapshot->roleAssignments()) {
        if (row->excludes.contains(assignment.role))
            choice.taken.insert(
                assignment.userId.uuid(),
                GiveRoleDialog::tr("Holds %1, which excludes it").arg(roleName(*snapshot, assignment.role)));
    }
    for (const HolderItem &holder : holderItems(session, role)) {
        if (!holder.isGoing)
            choice.taken.insert(holder.id.uuid(), GiveRoleDialog::tr("Holds it already"));
    }
    return choice;
}

} // namespace

GiveRoleDialog::GiveRoleDialog(Session &session, TenantRoleId role, QWidget *parent)
    : CandidatesDialog(session, choiceOf(session, role), parent)
{
    setTexts({.title = tr("Give the role to people"),
              .subtitle = roleName(*session.snapshot(), role.toString()),
              .searchHint = tr("Name of a person, pinyin too"),
              .listName = tr("People found"),
              .note = tr("Search for people of the tenant."),
              .act = tr("Give the role")});
}

} // namespace tenantry::ui::roles
