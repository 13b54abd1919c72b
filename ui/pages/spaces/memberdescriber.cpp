// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/memberdescriber.h"

#include "ui/models/organizationpath.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

using namespace directory;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SpaceMembers)
};

QString unseenName(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::User:
        return Words::tr("Somebody you can't see");
    case SubjectKind::Organization:
        return Words::tr("An organization you can't see");
    case SubjectKind::RoleGroup:
        break;
    }
    return Words::tr("A role group you can't see");
}

} // namespace

const MemberDescriber::Department &MemberDescriber::department(OrganizationIndex index)
{
    auto found = m_departments.constFind(index);
    if (found == m_departments.cend()) {
        const bool known = index.isValid() && m_snapshot.organization(index).isKnown();
        found =
            m_departments.insert(index, known ? Department{m_snapshot.organization(index).name().simplified(),
                                                           organizationPath(m_snapshot, index)}
                                              : Department());
    }
    return *found;
}

QString MemberDescriber::userName(UserIndex user)
{
    auto found = m_granters.constFind(user);
    if (found == m_granters.cend())
        found = m_granters.insert(user, user.isValid() && m_snapshot.user(user).isKnown()
                                            ? m_snapshot.user(user).name().simplified()
                                            : QString());
    return *found;
}

void MemberDescriber::describeUser(MemberRow &row, UserIndex index)
{
    const UserView user = m_snapshot.user(index);
    row.known = user.isKnown();
    row.name = user.name();
    row.mis = user.mis();
    row.portrait = user.avatar();
    row.staff = user.isStaff();
    row.outsider = row.known && user.tenant() != m_tenant;
    row.inactive = row.known && user.status() != UserStatus::Active;
    const Department &home = department(user.primaryOrganization());
    row.department = home.name;
    row.departmentPath = home.path;
}

void MemberDescriber::describeOrganization(MemberRow &row, OrganizationIndex index)
{
    const OrganizationView organization = m_snapshot.organization(index);
    row.known = organization.isKnown();
    row.name = organization.name();
    if (m_seesPeople)
        row.memberCount = organization.totalMemberCount();
    row.inactive = row.known && !organization.isEffectivelyEnabled();
    const Department &above = department(organization.parent());
    row.department = above.name;
    row.departmentPath = above.path;
}

void MemberDescriber::describeGroup(MemberRow &row, RoleGroupIndex index)
{
    const RoleGroupView group = m_snapshot.roleGroup(index);
    row.known = group.isKnown();
    row.name = group.name();
    if (m_seesPeople)
        row.memberCount = int(m_snapshot.membersOf(index).size());
}

void MemberDescriber::describe(MemberRow &row)
{
    const Subject subject = m_snapshot.findSubject(row.kind, row.subjectId);
    row.known = false;
    if (subject.user().isValid())
        describeUser(row, subject.user());
    else if (subject.organization().isValid())
        describeOrganization(row, subject.organization());
    else if (subject.group().isValid())
        describeGroup(row, subject.group());
    row.name = row.name.simplified(); // one line, whatever it was made of
    if (!row.known)
        row.name = unseenName(row.kind);
    else if (row.name.isEmpty())
        row.name = Words::tr("(without a name)");
}

MemberRow MemberDescriber::rowOf(GrantIndex index)
{
    const GrantView grant = m_snapshot.grant(index);
    MemberRow row;
    row.id = grant.id();
    row.kind = grant.subject().kind();
    row.subjectId = m_snapshot.idOf(grant.subject());
    row.role = row.grantedRole = grant.role();
    row.expiresAt = row.grantedExpiry = grant.expiresAt();
    row.grantedBy = userName(grant.grantedBy());
    row.grantedAt = grant.grantedAt();
    row.version = grant.version();
    describe(row);
    return row;
}

} // namespace tenantry::ui::spaces
