// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/world.h"

#include "core/demo/names.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <span>

namespace tenantry::demo
{

using namespace Qt::StringLiterals;

namespace
{

struct Department {
    const char16_t *name;
    const char *code;
    int parent; ///< index in the same list, -1: the root
};

// The first tenant's hand-made top; generated departments go below it.
constexpr Department qualityDepartments[] = {
    {u"质效技术部", "QET", -1},           {u"技术中心", "TECH", 0},          {u"业务运营中心", "OPS", 0},
    {u"测试开发部", "SDET", 1},           {u"效能平台部", "EPLAT", 1},       {u"基础架构部", "INFRA", 1},
    {u"自动化测试组", "AUTOTEST", 3},     {u"性能测试组", "PERF", 3},        {u"CI/CD 组", "CICD", 4},
    {u"智能体工程组", "AGENTS", 4},       {u"对话体验小组", "DIALOG", 9},    {u"知识工程小组", "KNOWLEDGE", 9},
    {u"提示词实验室", "PROMPTLAB", 10},   {u"评测集维护", "EVALSET", 12},    {u"数据库组", "DBA", 5},
    {u"SRE 值班组", "SRE", 5},            {u"商家运营组", "MERCHANT", 2},    {u"客户之声组", "VOC", 2},
};
constexpr Department growthDepartments[] = {
    {u"Overseas Growth", "OG", -1}, {u"Product", "OGPROD", 0},         {u"Engineering", "OGENG", 0}, {u"Marketing", "OGMKT", 0},
    {u"Mobile", "OGMOB", 2},        {u"Data & Insights", "OGDATA", 2}, {u"Payments", "OGPAY", 2},    {u"Brand Studio", "OGBRAND", 3},
};
constexpr Department serviceDepartments[] = {
    {u"智能客服部", "CSAI", -1}, {u"一线客服中心", "CSLINE", 0}, {u"质检与培训组", "CSQA", 0}, {u"工单中台", "CSDESK", 0},
    {u"语音机器人组", "CSVOICE", 3},
};

struct TenantPlan {
    const char16_t *name;
    const char *code;
    const char *domain;
    std::span<const Department> departments;
    double share;   ///< of the users that the first tenant does not take
    bool english;
};

const TenantPlan systemPlan{u"默认系统租户", "system", "system", {}, 0.2, false};
const TenantPlan tenantPlans[] = {
    {u"质效技术部-Bots租户", "QET_BOTS", "qet-bots", qualityDepartments, 0, false},
    {u"Overseas Growth-Bots租户", "OVERSEAS_GROWTH", "overseas-growth", growthDepartments, 0.5, true},
    {u"智能客服部-Bots租户", "SMART_SERVICE", "smart-service", serviceDepartments, 0.3, false},
};

constexpr const char *botsKinds[] = {"agent", "workflow", "plugin", "knowledge_base"};
constexpr const char *absKinds[] = {"application", "table", "dashboard"};
constexpr const char16_t *groupNames[] = {u"评审组",   u"值班组",     u"数据管理员", u"安全联络人", u"新人导师", u"架构委员会",
                                          u"发布经理", u"Bots 推广大使", u"预算负责人", u"体验官",     u"质量大使", u"知识库编辑"};

class Maker final
{
public:
    Maker(const Size &size, const Installed &installed, Instant now)
        : m_size(size), m_plans(installed.planIds), m_now(now), m_random(size.seed)
    {
        m_world.tenants.push_back(installed.defaultTenant);
        m_world.organizations.push_back(installed.defaultOrganization);
        m_tenants.push_back({&systemPlan, {0}, {}, {}, {0}});
    }

    World make()
    {
        for (const TenantPlan &plan : tenantPlans)
            addTenant(plan);
        addUsers();
        addLeaders();
        addAdministrators();
        addGroups();
        addSpaces();
        addOutsider();
        addGrants();
        addPersonas();
        return std::move(m_world);
    }

private:
    struct Tenant {
        const TenantPlan *plan;
        std::vector<size_t> organizations; ///< indices into World::organizations
        std::vector<size_t> users;
        std::vector<size_t> groups;
        std::vector<int> depths; ///< of organizations
    };
    struct Space {
        size_t row;
        size_t tenant;
        std::vector<size_t> resources;
        std::vector<GrantRow> subjects; ///< grants on the space itself
        QSet<QUuid> taken;              ///< subjects that hold one
        bool bots;
    };

    template <class T>
    T newId()
    {
        return T::make(m_now);
    }
    int below(size_t n) { return int(std::uniform_int_distribution<size_t>(0, n - 1)(m_random)); }
    bool chance(double p) { return std::bernoulli_distribution(p)(m_random); }
    Instant daysAgo(int most) { return m_now - std::chrono::hours(24 * below(size_t(most)) + below(24)) - std::chrono::minutes(below(60)); }

    void addTenant(const TenantPlan &plan)
    {
        Tenant tenant{&plan, {}, {}, {}, {}};
        TenantRow row;
        row.id = newId<TenantId>();
        row.name = QString::fromUtf16(plan.name);
        row.code = QString::fromLatin1(plan.code);
        row.domain = QString::fromLatin1(plan.domain);
        row.createdAt = row.stateSince = m_now - std::chrono::hours(24 * 400);
        row.version = 1;
        if (!m_plans.empty())
            row.planId = m_plans[m_world.tenants.size() % m_plans.size()];
        addDepartments(row, tenant);
        row.rootOrganizationId = row.defaultOrganizationId = m_world.organizations[tenant.organizations.front()].id;
        m_world.tenants.push_back(row);
        m_tenants.push_back(std::move(tenant));
    }

    void addDepartments(const TenantRow &row, Tenant &tenant)
    {
        for (const Department &d : tenant.plan->departments)
            addOrganization(row, tenant, d.parent, QString::fromUtf16(d.name), QString::fromLatin1(d.code));
        if (m_world.tenants.size() != 1) // the generated ones all go to the first tenant after the default one
            return;
        const int others = int(1 + std::size(growthDepartments) + std::size(serviceDepartments));
        for (int n = int(tenant.organizations.size()); n < m_size.organizations - others; ++n) {
            int parent = 1 + below(tenant.organizations.size() - 1);
            while (tenant.depths[size_t(parent)] >= m_size.depth - 1)
                parent = 1 + below(tenant.organizations.size() - 1);
            const int depth = tenant.depths[size_t(parent)] + 1;
            addOrganization(row, tenant, parent, departmentName(depth, n, m_random), u"D%1"_s.arg(n, 5, 10, QLatin1Char('0')));
            // A few closed departments, so that every screen shows one.
            if (n % 41 == 40)
                m_world.organizations.back().enabled = false;
        }
    }

    void addOrganization(const TenantRow &tenantRow, Tenant &tenant, int parent, const QString &name, const QString &code)
    {
        OrganizationRow row;
        row.id = newId<OrganizationId>();
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

    void addUsers()
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

    void addUser(size_t t)
    {
        Tenant &tenant = m_tenants[t];
        const bool english = tenant.plan->english ? chance(0.8) : chance(0.06);
        const PersonName name = english ? englishName(m_random) : chineseName(m_random);
        UserRow row;
        row.id = newId<UserId>();
        row.tenantId = m_world.tenants[t].id;
        row.name = name.shown;
        row.staff = chance(0.7);
        row.createdAt = daysAgo(380);
        row.version = 1;
        // The first few of each tenant become administrators and personas: they stay active.
        const bool exception = tenant.users.size() > 8 && t != 0;
        row.status = !exception || chance(0.96) ? UserStatus::Active : chance(0.5) ? UserStatus::Suspended : UserStatus::PendingActivation;
        const size_t home = enabledOrganization(tenant);
        row.primaryOrganizationId = m_world.organizations[home].id;
        addMembership(row, home);
        if (tenant.organizations.size() > 2 && chance(0.12)) {
            const size_t second = enabledOrganization(tenant);
            if (second != home)
                addMembership(row, second);
        }
        addPrivate(row, name.letters, tenant);
        tenant.users.push_back(m_world.users.size());
        m_world.users.push_back(std::move(row));
    }

    void addPrivate(const UserRow &user, const QString &letters, const Tenant &tenant)
    {
        UserPrivateRow row;
        row.id = user.id;
        const int n = m_letters[letters]++;
        const QString account = n == 0 ? letters : letters + QString::number(n + 1);
        row.email = account + u'@' + QString::fromLatin1(tenant.plan->domain) + u".example"_s;
        if (chance(0.85))
            row.phone = u"+86 13%1 %2 %3"_s.arg(below(10)).arg(below(10'000), 4, 10, QLatin1Char('0')).arg(below(10'000), 4, 10, QLatin1Char('0'));
        if (user.staff)
            row.mis = QString(account).remove(u'.');
        row.version = 1;
        m_world.userPrivates.push_back(std::move(row));
    }

    size_t enabledOrganization(const Tenant &tenant)
    {
        // The root keeps few people: real ones sit in the departments.
        size_t n = tenant.organizations.size() == 1 ? 0 : 1 + size_t(below(tenant.organizations.size() - 1));
        while (!m_world.organizations[tenant.organizations[n]].enabled)
            n = size_t(below(tenant.organizations.size()));
        return tenant.organizations[n];
    }

    void addMembership(const UserRow &user, size_t organization)
    {
        MembershipRow row;
        row.id = makeUuid7(m_now);
        row.tenantId = user.tenantId;
        row.userId = user.id;
        row.organizationId = m_world.organizations[organization].id;
        row.role = u"member"_s;
        row.since = user.createdAt;
        row.version = 1;
        m_world.memberships.push_back(std::move(row));
    }

    void addLeaders()
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

    void addAdministrators()
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

    void addRole(const UserRow &user, TenantId tenant, const QString &role)
    {
        RoleAssignmentRow row;
        row.id = makeUuid7(m_now);
        row.userId = user.id;
        row.tenantId = tenant;
        row.role = role;
        row.assignedAt = user.createdAt;
        row.version = 1;
        m_world.roleAssignments.push_back(std::move(row));
    }

    void addGroups()
    {
        for (int n = 0; n < m_size.groups; ++n) {
            const size_t t = n % 5 == 4 ? 2 : 1;
            Tenant &tenant = m_tenants[t];
            RoleGroupRow row;
            row.id = newId<RoleGroupId>();
            row.tenantId = m_world.tenants[t].id;
            const int base = int(std::size(groupNames));
            row.name = QString::fromUtf16(groupNames[n % base]) + (n < base ? QString() : u' ' + QString::number(n / base + 1));
            row.description = u""_s;
            row.createdAt = daysAgo(300);
            row.version = 1;
            QSet<QUuid> taken;
            for (int i = 0, count = 3 + below(9); i < count; ++i)
                addGroupMember(row, tenant, taken);
            tenant.groups.push_back(m_world.groups.size());
            m_world.groups.push_back(std::move(row));
        }
    }

    void addGroupMember(const RoleGroupRow &group, const Tenant &tenant, QSet<QUuid> &taken)
    {
        RoleGroupMemberRow row;
        row.id = makeUuid7(m_now);
        row.tenantId = group.tenantId;
        row.groupId = group.id;
        row.subjectKind = chance(0.25) ? SubjectKind::Organization : SubjectKind::User;
        row.subjectId = row.subjectKind == SubjectKind::User
            ? m_world.users[tenant.users[size_t(below(tenant.users.size()))]].id.uuid()
            : m_world.organizations[tenant.organizations[size_t(below(tenant.organizations.size()))]].id.uuid();
        row.version = 1;
        if (taken.contains(row.subjectId))
            return;
        taken.insert(row.subjectId);
        m_world.groupMembers.push_back(std::move(row));
    }

    void addSpaces()
    {
        for (int n = 0; n < m_size.spaces; ++n) {
            const size_t t = n % 10 < 7 ? 1 : n % 10 < 9 ? 2 : 3;
            addSpace(n, t);
        }
    }

    size_t activeUser(size_t t)
    {
        const std::vector<size_t> &users = m_tenants[t].users;
        size_t user = users[size_t(below(users.size()))];
        while (m_world.users[user].status != UserStatus::Active)
            user = users[size_t(below(users.size()))];
        return user;
    }

    void addSpace(int n, size_t t)
    {
        // The third user of the first tenant owns the first space: the persona of the space administrator.
        const UserRow &owner = m_world.users[n == 0 ? m_tenants[1].users[2] : activeUser(t)];
        SpaceRow row;
        row.id = newId<SpaceId>();
        row.tenantId = m_world.tenants[t].id;
        row.name = spaceName(n, m_random);
        row.description = u""_s;
        row.edition = n % 3 == 0 ? u"advanced"_s : n % 3 == 1 ? u"standard"_s : u"basic"_s;
        row.modules = n % 4 == 0 ? QStringList{u"bots"_s, u"abs"_s} : n % 4 == 3 ? QStringList{u"abs"_s} : QStringList{u"bots"_s};
        row.archived = n % 17 == 16;
        row.createdBy = owner.id;
        row.createdAt = daysAgo(200);
        row.version = 1;
        Space space{m_world.spaces.size(), t, {}, {}, {}, row.modules.contains(u"bots"_s)};
        m_world.spaces.push_back(row);
        grantOn(space, std::nullopt, SubjectKind::User, owner.id.uuid(), Role::Owner, owner.id);
        for (int i = 0; i < m_size.resourcesPerSpace; ++i)
            addResource(space, i);
        m_spaces.push_back(std::move(space));
    }

    void addResource(Space &space, int n)
    {
        const SpaceRow &spaceRow = m_world.spaces[space.row];
        // Its creator is a member of the space, one in three a new one.
        GrantRow creator = space.subjects.front();
        if (chance(0.35)) {
            const UserRow &user = m_world.users[activeUser(space.tenant)];
            if (!space.taken.contains(user.id.uuid()))
                grantOn(space, std::nullopt, SubjectKind::User, user.id.uuid(), Role::Editor, spaceRow.createdBy);
            creator = space.subjects.back();
        }
        ResourceRow row;
        row.id = newId<ResourceId>();
        row.tenantId = spaceRow.tenantId;
        row.spaceId = spaceRow.id;
        const bool abs = spaceRow.modules.contains(u"abs"_s) && (!space.bots || n % 3 == 2);
        row.resourceKind = QString::fromLatin1(abs ? absKinds[size_t(n) % std::size(absKinds)] : botsKinds[size_t(n) % std::size(botsKinds)]);
        row.name = resourceName(row.resourceKind, n, m_random);
        row.restricted = n % 5 == 3;
        row.createdBy = UserId(creator.subjectId);
        row.createdAt = daysAgo(150);
        row.version = 1;
        space.resources.push_back(m_world.resources.size());
        m_world.resources.push_back(row);
        grantOn(space, row.id, SubjectKind::User, creator.subjectId, Role::Owner, row.createdBy);
    }

    void grantOn(Space &space, std::optional<ResourceId> resource, SubjectKind kind, const QUuid &subject, Role role, UserId by)
    {
        GrantRow row;
        row.id = newId<GrantId>();
        row.tenantId = m_world.spaces[space.row].tenantId;
        row.spaceId = m_world.spaces[space.row].id;
        row.objectKind = resource ? ObjectKind::Resource : ObjectKind::Space;
        row.objectId = resource ? resource->uuid() : row.spaceId.uuid();
        row.subjectKind = kind;
        row.subjectId = subject;
        row.role = role;
        row.grantedBy = by;
        row.grantedAt = daysAgo(120);
        row.version = 1;
        // Some end soon, some have ended: the pages show a countdown and what no longer counts.
        if (role != Role::Owner && chance(0.08))
            row.expiresAt = m_now + std::chrono::hours(24 * (below(60) - 12) + 7);
        if (!resource) {
            space.taken.insert(subject);
            space.subjects.push_back(row);
        }
        m_world.grants.push_back(std::move(row));
    }

    void addOutsider()
    {
        Space &space = m_spaces.front();
        const UserRow &user = m_world.users[m_tenants[3].users[1]];
        grantOn(space, std::nullopt, SubjectKind::User, user.id.uuid(), Role::Viewer, m_world.spaces[space.row].createdBy);
        m_world.grants.back().expiresAt = space.subjects.back().expiresAt = m_now + std::chrono::hours(24 * 6 + 5);
        OutsiderRow row;
        row.id = makeUuid7(m_now);
        row.tenantId = m_world.tenants[1].id;
        row.userId = user.id;
        row.since = m_world.grants.back().grantedAt;
        row.version = 1;
        m_world.outsiders.push_back(row);
        m_outsider = user.id;
    }

    void addGrants()
    {
        // The first space shows a little of everything, whatever the dice say.
        grantOn(m_spaces.front(), std::nullopt, SubjectKind::Organization, m_world.organizations[m_tenants[1].organizations[1]].id.uuid(),
                Role::Commenter, m_world.spaces.front().createdBy);
        grantOn(m_spaces.front(), std::nullopt, SubjectKind::RoleGroup, m_world.groups[m_tenants[1].groups.front()].id.uuid(), Role::Editor,
                m_world.spaces.front().createdBy);
        QSet<std::pair<QUuid, QUuid>> onResources;
        for (size_t tries = 0; m_world.grants.size() < size_t(m_size.grants) && tries < size_t(m_size.grants) * 4; ++tries) {
            Space &space = m_spaces[size_t(below(m_spaces.size()))];
            if (space.resources.empty() || chance(0.45))
                addSpaceGrant(space);
            else
                addResourceGrant(space, onResources);
        }
    }

    void addSpaceGrant(Space &space)
    {
        const Tenant &tenant = m_tenants[space.tenant];
        const UserId by = m_world.spaces[space.row].createdBy;
        SubjectKind kind = chance(0.65) ? SubjectKind::User : chance(0.6) ? SubjectKind::Organization : SubjectKind::RoleGroup;
        if (kind == SubjectKind::RoleGroup && tenant.groups.empty())
            kind = SubjectKind::Organization;
        QUuid subject;
        if (kind == SubjectKind::User)
            subject = m_world.users[activeUser(space.tenant)].id.uuid();
        else if (kind == SubjectKind::Organization)
            subject = m_world.organizations[tenant.organizations[size_t(below(tenant.organizations.size()))]].id.uuid();
        else
            subject = m_world.groups[tenant.groups[size_t(below(tenant.groups.size()))]].id.uuid();
        if (!space.taken.contains(subject))
            grantOn(space, std::nullopt, kind, subject, someRole(space), by);
    }

    void addResourceGrant(Space &space, QSet<std::pair<QUuid, QUuid>> &taken)
    {
        // Only to who already holds a role on the space (PRM-9); the owner's grants are made with the resource.
        const GrantRow holder = space.subjects[size_t(below(space.subjects.size()))];
        const ResourceRow &resource = m_world.resources[space.resources[size_t(below(space.resources.size()))]];
        if (resource.createdBy.uuid() == holder.subjectId || taken.contains({resource.id.uuid(), holder.subjectId}))
            return;
        taken.insert({resource.id.uuid(), holder.subjectId});
        grantOn(space, resource.id, holder.subjectKind, holder.subjectId, someRole(space), m_world.spaces[space.row].createdBy);
    }

    Role someRole(const Space &space)
    {
        static constexpr Role roles[] = {Role::Viewer, Role::Viewer, Role::Commenter, Role::Editor, Role::Editor, Role::Administrator, Role::Guest};
        return roles[below(space.bots ? std::size(roles) : std::size(roles) - 1)];
    }

    void addPersonas()
    {
        addPersona("system_administrator", m_tenants[0].users[0]);
        addPersona("second_system_administrator", m_tenants[0].users[1]);
        addPersona("tenant_administrator", m_tenants[1].users[0]);
        addPersona("tenant_administrator_2", m_tenants[2].users[0]);
        addPersona("space_administrator", m_tenants[1].users[2]);
        addPersona("member", m_tenants[1].users[3]);
        const auto outsider = std::find_if(m_world.users.begin(), m_world.users.end(), [&](const UserRow &u) { return u.id == m_outsider; });
        addPersona("outsider", size_t(outsider - m_world.users.begin()));
    }

    void addPersona(const char *key, size_t user)
    {
        const UserRow &row = m_world.users[user];
        m_world.personas.push_back({QString::fromLatin1(key), row.id, row.name, row.tenantId});
    }

    const Size m_size;
    const std::vector<QUuid> m_plans;
    const Instant m_now;
    Random m_random;
    World m_world;
    std::vector<Tenant> m_tenants;
    std::vector<Space> m_spaces;
    QHash<QString, int> m_letters;
    UserId m_outsider;
};

} // namespace

World makeWorld(const Size &size, const Installed &installed, Instant now)
{
    return Maker(size, installed, now).make();
}

Installed inventedInstallation(Instant now)
{
    Installed installed;
    OrganizationRow &organization = installed.defaultOrganization;
    TenantRow &tenant = installed.defaultTenant;
    organization.id = OrganizationId::make(now);
    organization.tenantId = tenant.id = TenantId::make(now);
    organization.name = u"默认组织"_s;
    organization.code = u"default"_s;
    organization.description = u""_s;
    organization.createdAt = tenant.createdAt = tenant.stateSince = now - std::chrono::hours(24 * 400);
    organization.version = organization.versionDetails = organization.versionPlace = organization.versionStatus = organization.versionLeader = 1;
    tenant.name = QString::fromUtf16(systemPlan.name);
    tenant.code = tenant.domain = QString::fromLatin1(systemPlan.code);
    tenant.isDefault = true;
    tenant.rootOrganizationId = tenant.defaultOrganizationId = organization.id;
    tenant.version = 1;
    return installed;
}

} // namespace tenantry::demo
