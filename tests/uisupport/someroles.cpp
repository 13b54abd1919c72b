// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/someroles.h"

namespace tenantry::test {

using namespace Qt::StringLiterals;

namespace {

TenantRoleRow role(const FixedSession &session, const QString &name, const QString &description,
                   const QStringList &keys)
{
    TenantRoleRow row;
    row.id = TenantRoleId::make(session.now());
    row.tenantId = session.actor().administers;
    row.name = name;
    row.description = description;
    row.keys = keys;
    row.createdAt = session.now();
    row.version = 1;
    return row;
}

OrganizationPermissionRow permissions(const FixedSession &session, OrganizationId organization)
{
    OrganizationPermissionRow row;
    row.id = organization;
    row.tenantId = session.actor().administers;
    row.version = 1;
    return row;
}

directory::OrganizationIndex rootOf(const FixedSession &session)
{
    const auto snapshot = session.snapshot();
    return snapshot->rootOrganizations(snapshot->findTenant(session.actor().administers)).front();
}

} // namespace

OrganizationId departmentWithPermissions(const FixedSession &session)
{
    const auto snapshot = session.snapshot();
    return snapshot->organization(snapshot->children(rootOf(session)).front()).id();
}

directory::Delta someRoles(const FixedSession &session)
{
    const auto snapshot = session.snapshot();
    TenantRoleRow personnel = role(session, u"人事专员"_s, u"入职、调动与离职"_s,
                                   {u"members.manage"_s, u"members.organizations"_s, u"members.status"_s});
    TenantRoleRow auditor = role(session, u"空间审核员"_s, u""_s, {u"outsiders.manage"_s});
    const TenantRoleRow helper = role(session, u"Workspace helper"_s, u"Opens spaces for projects"_s,
                                      {u"spaces.create"_s, u"role_groups.manage"_s});
    personnel.excludes = {auditor.id.toString()};
    auditor.excludes = {personnel.id.toString()};
    directory::Delta delta;
    delta.upserted = {personnel, auditor, helper};
    int holders = 0;
    for (const auto user : snapshot->usersOf(snapshot->findTenant(personnel.tenantId))) {
        if (snapshot->user(user).status() != UserStatus::Active ||
            snapshot->user(user).id() == session.userId() || holders == 6)
            continue;
        RoleAssignmentRow assignment;
        assignment.id = QUuid::createUuid();
        assignment.userId = snapshot->user(user).id();
        assignment.tenantId = personnel.tenantId;
        assignment.role = (holders < 5 ? personnel.id : auditor.id).toString();
        assignment.assignedAt = session.now() - std::chrono::hours(24 * ++holders);
        assignment.assignedBy = session.userId();
        assignment.version = 1;
        delta.upserted.push_back(assignment);
    }
    OrganizationPermissionRow root = permissions(session, snapshot->organization(rootOf(session)).id());
    root.dataScope = u"below"_s;
    root.allowed = {u"spaces.create"_s};
    OrganizationPermissionRow child = permissions(session, departmentWithPermissions(session));
    child.allowed = {u"members.status"_s};
    child.denied = {u"spaces.create"_s};
    delta.upserted.push_back(root);
    delta.upserted.push_back(child);
    return delta;
}

} // namespace tenantry::test
