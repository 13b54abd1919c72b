// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/groups/addgroupmembersdialog.h"

#include "ui/dialogs/impactline.h"
#include "ui/pages/groups/groupcommands.h"
#include "ui/pages/groups/groupitems.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::groups {

namespace {

CandidatesDialog::Choice choiceOf(const Session &session, RoleGroupId group)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    CandidatesDialog::Choice choice;
    choice.kinds = directory::SearchKinds(directory::SearchKind::User) | directory::SearchKind::Organization;
    if (const auto index = snapshot->findRoleGroup(group); index.isValid())
        choice.tenant = snapshot->tenantId(snapshot->roleGroup(index).tenant());
    for (const MemberItem &member : memberItems(session, group)) {
        if (!member.isGoing)
            choice.taken.insert(member.id, AddGroupMembersDialog::tr("Already a member"));
    }
    return choice;
}

} // namespace

AddGroupMembersDialog::AddGroupMembersDialog(Session &session, RoleGroupId group, QWidget *parent)
    : CandidatesDialog(session, choiceOf(session, group), parent), m_impact(new ImpactLine(session))
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findRoleGroup(group);
    setTexts({.title = tr("Add members"),
              .subtitle = index.isValid() ? snapshot->roleGroup(index).name() : QString(),
              .searchHint = tr("Name of a person or organization, pinyin too"),
              .listName = tr("People and organizations found"),
              .note = tr("Search for people and organizations of the tenant."),
              .act = tr("Add")});
    addBelow(m_impact);
    connect(model(), &CandidatesModel::chosenChanged, this,
            [this, &session, group] { m_impact->setCommands(makeMembers(session, group, members(), {})); });
}

QList<RoleGroupMember> AddGroupMembersDialog::members() const
{
    QList<RoleGroupMember> members;
    for (const explorer::Pick &pick : model()->chosen())
        members += {pick.subjectKind, pick.id};
    return members;
}

} // namespace tenantry::ui::groups
