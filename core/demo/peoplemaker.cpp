// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/peoplemaker.h"

#include <algorithm>

namespace tenantry::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr const char16_t *groupNames[] = {u"评审组",     u"值班组",     u"数据管理员", u"安全联络人",
                                          u"新人导师",   u"架构委员会", u"发布经理",   u"Bots 推广大使",
                                          u"预算负责人", u"体验官",     u"质量大使",   u"知识库编辑"};

} // namespace

void PeopleMaker::make()
{
    for (const TenantPlan &plan : tenantPlans())
        addTenant(plan);
    addUsers();
    addLeaders();
    addAdministrators();
    addGroups();
}

void PeopleMaker::addTenant(const TenantPlan &plan)
{
    Tenant tenant{&plan, {}, {}, {}, {}};
    TenantRow row;
    row.id = m_draft.newId<TenantId>();
    row.name = QString::fromUtf16(plan.name);
    row.code = QString::fromLatin1(plan.code);
    row.domain = QString::fromLatin1(plan.domain);
    row.createdAt = row.stateSince = m_draft.now - std::chrono::hours(24 * 400);
    row.version = 1;
    // By key: advanced, basic, standard. With the basic one these tenants would be beyond their quotas from the start.
    const bool isLargest = m_world.tenants.size() == 1; // behind the default system tenant
    if (!m_draft.plans.empty())
        row.planId = isLargest ? m_draft.plans.front() : m_draft.plans.back();
    addDepartments(row, tenant);
    row.rootOrganizationId = row.defaultOrganizationId =
        m_world.organizations[tenant.organizations.front()].id;
    m_world.tenants.push_back(row);
    m_tenants.push_back(std::move(tenant));
}

void PeopleMaker::addDepartments(const TenantRow &row, Tenant &tenant)
{
    for (const Department &d : tenant.plan->departments)
        addOrganization(row, tenant, d.parent, QString::fromUtf16(d.name), QString::fromLatin1(d.code));
    if (m_world.tenants.size() != 1) // the generated ones all go to the first tenant after the default one
        return;
    int others = 1; // the default system tenant's
    for (const TenantPlan &plan : tenantPlans().subspan(1))
        others += int(plan.departments.size());
    for (int n = int(tenant.organizations.size()); n < m_size.organizations - others; ++n) {
        int parent = 1 + m_draft.below(tenant.organizations.size() - 1);
        while (tenant.depths[size_t(parent)] >= m_size.depth - 1)
            parent = 1 + m_draft.below(tenant.organizations.size() - 1);
        const int depth = tenant.depths[size_t(parent)] + 1;
        addOrganization(row, tenant, parent, departmentName(depth, n, m_draft.random),
                        u"D%1"_s.arg(n, 5, 10, QLatin1Char('0')));
        // A few closed departments, so that every screen shows one.
        if (n % 41 == 40)
            m_world.organizations.back().enabled = false;
    }
}

void PeopleMaker::addOrganization(const TenantRow &tenantRow, Tenant &tenant, int parent, const QString &name,
                                  const QString &code)
{
    OrganizationRow row;
    row.id = m_draft.newId<OrganizationId>();
    row.tenantId = tenantRow.id;
    if (parent >= 0)
        row.parentId = m_world.organizations[tenant.organizations[size_t(parent)]].id;
    row.name = name;
    row.code = code;
    row.description = u""_s;
    row.createdAt = tenantRow.createdAt;
    row.version = row.versionDetails = row.versionPlace = row.versionStatus = row.versionLeader = 1;
    tenant.depths.push_back(parent < 0 ? 0 : tenant.depths[size_t(parent)] + 1);
    tenant.organizations.push_back(m_world.organizations.size());
    m_world.organizations.push_back(std::move(row));
}

void PeopleMaker::addUsers()
{
    const int small = std::min(m_size.users * 55 / 100, 220); // of all tenants but the first
    int left = m_size.users;
    for (size_t t = 0; t < m_tenants.size(); ++t) {
        if (t == 1)
            continue;
        const int count = std::max(8, int(small * m_tenants[t].plan->share));
        for (int i = 0; i < count; ++i, --left)
            addUser(t);
    }
    for (; left > 0; --left)
        addUser(1);
}

void PeopleMaker::addUser(size_t t)
{
    Tenant &tenant = m_tenants[t];
    const bool english = tenant.plan->english ? m_draft.chance(0.8) : m_draft.chance(0.06);
    const PersonName name = english ? englishName(m_draft.random) : chineseName(m_draft.random);
    UserRow row;
    row.id = m_draft.newId<UserId>();
    row.tenantId = m_world.tenants[t].id;
    row.name = name.shown;
    row.staff = m_draft.chance(0.7);
    row.createdAt = m_draft.daysAgo(380);
    row.version = 1;
    // The first few of each tenant become administrators and personas: they stay active.
    const bool exception = tenant.users.size() > 8 && t != 0;
    row.status = !exception || m_draft.chance(0.96) ? UserStatus::Active
                 : m_draft.chance(0.5)              ? UserStatus::Suspended
                                                    : UserStatus::PendingActivation;
    const size_t home = enabledOrganization(tenant);
    row.primaryOrganizationId = m_world.organizations[home].id;
    addMembership(row, home);
    if (tenant.organizations.size() > 2 && m_draft.chance(0.12)) {
        const size_t second = enabledOrganization(tenant);
        if (second != home)
            addMembership(row, second);
    }
    addPrivate(row, name.letters, tenant);
    tenant.users.push_back(m_world.users.size());
    m_world.users.push_back(std::move(row));
}

void PeopleMaker::addPrivate(const UserRow &user, const QString &letters, const Tenant &tenant)
{
    UserPrivateRow row;
    row.id = user.id;
    const int n = m_letters[letters]++;
    const QString account = n == 0 ? letters : letters + QString::number(n + 1);
    row.email = account + u'@' + QString::fromLatin1(tenant.plan->domain) + u".example"_s;
    if (m_draft.chance(0.85))
        row.phone = u"+86 13%1 %2 %3"_s.arg(m_draft.below(10))
                        .arg(m_draft.below(10'000), 4, 10, QLatin1Char('0'))
                        .arg(m_draft.below(10'000), 4, 10, QLatin1Char('0'));
    if (user.staff)
        row.mis = QString(account).remove(u'.');
    row.version = 1;
    m_world.userPrivates.push_back(std::move(row));
}

size_t PeopleMaker::enabledOrganization(const Tenant &tenant)
{
    // The root keeps few people: real ones sit in the departments.
    size_t n =
        tenant.organizations.size() == 1 ? 0 : 1 + size_t(m_draft.below(tenant.organizations.size() - 1));
    while (!m_world.organizations[tenant.organizations[n]].enabled)
        n = size_t(m_draft.below(tenant.organizations.size()));
    return tenant.organizations[n];
}

void PeopleMaker::addMembership(const UserRow &user, size_t organization)
{
    MembershipRow row;
    row.id = makeUuid7(m_draft.now);
    row.tenantId = user.tenantId;
    row.userId = user.id;
    row.organizationId = m_world.organizations[organization].id;
    row.role = u"member"_s;
    row.since = user.createdAt;
    row.version = 1;
    m_world.memberships.push_back(std::move(row));
}

void PeopleMaker::addLeaders()
{
    QHash<UserId, UserStatus> status;
    for (const UserRow &user : m_world.users)
        status.insert(user.id, user.status);
    QSet<OrganizationId> led;
    for (MembershipRow &membership : m_world.memberships) {
        if (led.contains(membership.organizationId) || status.value(membership.userId) != UserStatus::Active)
            continue;
        if (membership.tenantId == m_world.tenants.front().id)
            continue;
        led.insert(membership.organizationId);
        membership.role = u"leader"_s;
    }
}

void PeopleMaker::addAdministrators()
{
    for (size_t t = 0; t < m_tenants.size(); ++t) {
        const std::vector<size_t> &users = m_tenants[t].users;
        if (t == 0) {
            addRole(m_world.users[users[0]], TenantId(), u"system_administrator"_s);
            addRole(m_world.users[users[1]], TenantId(), u"system_administrator"_s);
            continue;
        }
        m_world.tenants[t].administratorId = m_world.users[users[0]].id;
        addRole(m_world.users[users[0]], m_world.tenants[t].id, u"tenant_administrator"_s);
    }
}

void PeopleMaker::addRole(const UserRow &user, TenantId tenant, const QString &role)
{
    RoleAssignmentRow row;
    row.id = makeUuid7(m_draft.now);
    row.userId = user.id;
    row.tenantId = tenant;
    row.role = role;
    row.assignedAt = user.createdAt;
    row.version = 1;
    m_world.roleAssignments.push_back(std::move(row));
}

void PeopleMaker::addGroups()
{
    for (int n = 0; n < m_size.groups; ++n) {
        const size_t t = n % 5 == 4 ? 2 : 1;
        Tenant &tenant = m_tenants[t];
        RoleGroupRow row;
        row.id = m_draft.newId<RoleGroupId>();
        row.tenantId = m_world.tenants[t].id;
        const int base = int(std::size(groupNames));
        row.name = QString::fromUtf16(groupNames[n % base]) +
                   (n < base ? QString() : u' ' + QString::number(n / base + 1));
        row.description = u""_s;
        row.createdAt = m_draft.daysAgo(300);
        row.version = 1;
        QSet<QUuid> taken;
        for (int i = 0, count = 3 + m_draft.below(9); i < count; ++i)
            addGroupMember(row, tenant, taken);
        tenant.groups.push_back(m_world.groups.size());
        m_world.groups.push_back(std::move(row));
    }
}

void PeopleMaker::addGroupMember(const RoleGroupRow &group, const Tenant &tenant, QSet<QUuid> &taken)
{
    RoleGroupMemberRow row;
    row.id = makeUuid7(m_draft.now);
    row.tenantId = group.tenantId;
    row.groupId = group.id;
    row.subjectKind = m_draft.chance(0.25) ? SubjectKind::Organization : SubjectKind::User;
    row.subjectId =
        row.subjectKind == SubjectKind::User
            ? m_world.users[tenant.users[size_t(m_draft.below(tenant.users.size()))]].id.uuid()
            : m_world.organizations[tenant.organizations[size_t(m_draft.below(tenant.organizations.size()))]]
                  .id.uuid();
    row.version = 1;
    if (taken.contains(row.subjectId))
        return;
    taken.insert(row.subjectId);
    m_world.groupMembers.push_back(std::move(row));
}

} // namespace tenantry::demo
