// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is planned for people, organizations and role groups.
#include "core/access/planner_p.h"

#include "core/directory/tables.h"

namespace tenantry::access {

using namespace directory;

void Planner::addMember(RoleGroupIndex group, const GroupMemberWish &member)
{
    const Subject subject = m_snapshot->findSubject(member.kind, member.id);
    for (const directory::GroupMember &there : m_snapshot->membersOf(group))
        if (there.subject == subject)
            return;
    put(RoleGroupMemberRow{.id = makeUuid7(m_now),
                           .tenantId = m_snapshot->tenantId(m_snapshot->roleGroup(group).tenant()),
                           .groupId = m_snapshot->roleGroup(group).id(),
                           .subjectKind = member.kind,
                           .subjectId = member.id,
                           .version = 1});
}

void Planner::make(const CreateGroup &change)
{
    put(RoleGroupRow{.id = change.group,
                     .tenantId = change.tenant,
                     .name = {},
                     .description = {},
                     .createdAt = m_now,
                     .version = 1});
    for (const GroupMemberWish &member : change.members)
        put(RoleGroupMemberRow{.id = makeUuid7(m_now),
                               .tenantId = change.tenant,
                               .groupId = change.group,
                               .subjectKind = member.kind,
                               .subjectId = member.id,
                               .version = 1});
}

void Planner::make(const SetGroupMembers &change)
{
    const RoleGroupIndex group = m_snapshot->findRoleGroup(change.group);
    if (!group.isValid())
        return;
    for (const directory::GroupMember &there : m_snapshot->membersOf(group))
        if (!change.members.contains(GroupMemberWish{there.subject.kind(), m_snapshot->idOf(there.subject)}))
            drop(RowKind::RoleGroupMember,
                 m_snapshot->tables().roleGroupMembers.cells[there.member.value()].id);
    for (const GroupMemberWish &member : change.members)
        addMember(group, member);
}

void Planner::make(const EditGroupMembers &change)
{
    const RoleGroupIndex group = m_snapshot->findRoleGroup(change.group);
    if (!group.isValid())
        return;
    for (const directory::GroupMember &there : m_snapshot->membersOf(group))
        if (change.removed.contains(GroupMemberWish{there.subject.kind(), m_snapshot->idOf(there.subject)}))
            drop(RowKind::RoleGroupMember,
                 m_snapshot->tables().roleGroupMembers.cells[there.member.value()].id);
    for (const GroupMemberWish &member : change.added)
        addMember(group, member);
}

void Planner::make(const DeleteGroup &change)
{
    const RoleGroupIndex group = m_snapshot->findRoleGroup(change.group);
    if (!group.isValid())
        return;
    dropGrantsOf(group);
    for (const directory::GroupMember &there : m_snapshot->membersOf(group))
        drop(RowKind::RoleGroupMember, m_snapshot->tables().roleGroupMembers.cells[there.member.value()].id);
    drop(RowKind::RoleGroup, change.group.uuid());
}

void Planner::join(UserIndex user, OrganizationIndex organization)
{
    for (const UserMembership &m : m_snapshot->membershipsOf(user))
        if (m.organization == organization)
            return;
    put(MembershipRow{.id = makeUuid7(m_now),
                      .tenantId = m_snapshot->tenantId(m_snapshot->organization(organization).tenant()),
                      .userId = m_snapshot->user(user).id(),
                      .organizationId = m_snapshot->organization(organization).id(),
                      .role = QStringLiteral("member"),
                      .since = m_now,
                      .version = 1});
}

void Planner::make(const SetMemberships &change)
{
    const UserIndex user = m_snapshot->findUser(change.user);
    if (!user.isValid())
        return;
    for (const UserMembership &m : m_snapshot->membershipsOf(user))
        if (!change.organizations.contains(m_snapshot->organization(m.organization).id()))
            drop(RowKind::Membership, m_snapshot->membership(m.membership).id());
    for (const OrganizationId &id : change.organizations)
        if (const OrganizationIndex organization = m_snapshot->findOrganization(id); organization.isValid())
            join(user, organization);
}

void Planner::make(const JoinOrganization &change)
{
    const UserIndex user = m_snapshot->findUser(change.user);
    const OrganizationIndex organization = m_snapshot->findOrganization(change.organization);
    if (user.isValid() && organization.isValid())
        join(user, organization);
}

void Planner::make(const CreateOrganization &change)
{
    const TenantRow *tenant = m_snapshot->tenant(change.tenant);
    OrganizationRow row;
    row.id = change.organization;
    row.tenantId = change.tenant;
    row.parentId = change.parent.isNull() && tenant ? tenant->rootOrganizationId : change.parent;
    row.createdAt = m_now;
    put(row);
}

void Planner::make(const MoveOrganization &change)
{
    const OrganizationIndex organization = m_snapshot->findOrganization(change.organization);
    if (!organization.isValid())
        return;
    OrganizationRow row = m_snapshot->organization(organization).row();
    row.parentId = change.parent;
    put(row);
}

void Planner::make(const SetOrganizationEnabled &change)
{
    const OrganizationIndex organization = m_snapshot->findOrganization(change.organization);
    if (!organization.isValid())
        return;
    OrganizationRow row = m_snapshot->organization(organization).row();
    row.enabled = change.enabled;
    put(row);
}

void Planner::make(const DeleteOrganization &change)
{
    const OrganizationIndex organization = m_snapshot->findOrganization(change.organization);
    if (!organization.isValid())
        return;
    dropGrantsOf(organization);
    for (const OrganizationMember &m : m_snapshot->membersOf(organization))
        drop(RowKind::Membership, m_snapshot->membership(m.membership).id());
    for (const GroupOf &g : m_snapshot->groupsOf(organization))
        drop(RowKind::RoleGroupMember, m_snapshot->tables().roleGroupMembers.cells[g.member.value()].id);
    drop(RowKind::Organization, change.organization.uuid());
}

void Planner::make(const RemoveMember &change)
{
    const UserIndex user = m_snapshot->findUser(change.user);
    if (!user.isValid())
        return;
    const TenantIndex tenant = m_snapshot->user(user).tenant();
    for (const UserMembership &m : m_snapshot->membershipsOf(user))
        drop(RowKind::Membership, m_snapshot->membership(m.membership).id());
    for (const GroupOf &g : m_snapshot->groupsOf(user))
        drop(RowKind::RoleGroupMember, m_snapshot->tables().roleGroupMembers.cells[g.member.value()].id);
    for (const SubjectGrant &grant : m_snapshot->grantsOf(user))
        if (m_snapshot->space(grant.space()).tenant() == tenant)
            drop(grant.grant());
    if (!m_snapshot->user(user).isKnown())
        return;
    // Where they belong from then on has no grants to give them.
    UserRow row = m_snapshot->user(user).row();
    row.tenantId = {};
    for (const TenantRow &other : m_snapshot->tenants())
        if (other.isDefault)
            row.tenantId = other.id;
    row.primaryOrganizationId = {};
    put(row);
}

void Planner::make(const SetUserStatus &change)
{
    const UserIndex user = m_snapshot->findUser(change.user);
    if (!user.isValid() || !m_snapshot->user(user).isKnown())
        return;
    UserRow row = m_snapshot->user(user).row();
    row.status = change.status;
    put(row);
}

} // namespace tenantry::access
