// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/worldgenerator.h"

#include <QSet>

#include <random>

using namespace Qt::StringLiterals;

namespace tenantry::tests
{

WorldShape largeShape()
{
    WorldShape shape;
    shape.users = 200'000;
    shape.organizations = 20'000;
    shape.memberships = 250'000;
    shape.groups = 2'000;
    shape.groupMembers = 20'000;
    shape.spaces = 5'000;
    shape.resourcesPerSpace = 20;
    shape.grants = 1'000'000;
    shape.inactiveUsers = 3;
    shape.disabledOrganizations = 1;
    shape.restrictedResources = 10;
    shape.expiringGrants = 10;
    shape.outsiderGrants = 0;
    shape.frozenTenants = 0;
    shape.scattered = false;
    return shape;
}

namespace
{

class Generator final
{
public:
    explicit Generator(const WorldShape &shape) : m_shape(shape), m_random(shape.seed) {}

    World make()
    {
        makeTenants();
        makeOrganizations();
        makeUsers();
        makeMemberships();
        makeGroups();
        makeSpaces();
        makeGrants();
        return std::move(m_world);
    }

private:
    /// What each tenant has.
    struct Local {
        std::vector<OrganizationId> organizations;
        std::vector<UserId> users;
        std::vector<RoleGroupId> groups;
    };

    [[nodiscard]] size_t below(size_t n) { return size_t(m_random() % n); }
    [[nodiscard]] bool chance(int percent) { return below(100) < size_t(percent); }
    /// Ascending, like the server's.
    [[nodiscard]] QUuid id()
    {
        const quint64 n = ++m_made;
        const quint64 r = m_random();
        return QUuid(uint(n >> 16), ushort(n), ushort(0x7000 | (r & 0xfff)), uchar(0x80 | (r >> 12 & 0x3f)), uchar(r >> 18),
                     uchar(r >> 26), uchar(r >> 34), uchar(r >> 42), uchar(r >> 50), uchar(n >> 48), uchar(n));
    }
    template <class T>
    [[nodiscard]] const T &any(const std::vector<T> &rows) { return rows[below(rows.size())]; }

    [[nodiscard]] QString personName()
    {
        static const QStringList surnames = u"王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 单 区 查 欧阳 尉迟 曾"_s.split(u' ');
        static const QString given = u"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕晓东雪梅晨曦子涵宇轩浩然思雨长乐"_s;
        QString name = surnames[qsizetype(below(size_t(surnames.size())))];
        for (size_t n = 1 + below(2); n > 0; --n)
            name += given[qsizetype(below(size_t(given.size())))];
        return name;
    }

    void makeTenants()
    {
        for (int i = 0; i < m_shape.tenants; ++i) {
            TenantRow row;
            row.id = TenantId(id());
            row.name = u"租户 %1"_s.arg(i);
            row.code = u"t%1"_s.arg(i);
            row.state = chance(m_shape.frozenTenants) ? TenantState::Frozen : i % 2 ? TenantState::Closing : TenantState::Active;
            row.stateSince = worldNow - std::chrono::hours(24); // a closing one has its days of grace before it (TEN-11)
            row.version = 1;
            m_world.tenants.push_back(row);
        }
    }
    void makeOrganizations()
    {
        std::vector<int> depths;
        for (int i = 0; i < m_shape.organizations; ++i) {
            OrganizationRow row;
            row.id = OrganizationId(id());
            int depth = 0;
            if (i < m_shape.tenants) {
                row.tenantId = m_world.tenants[size_t(i)].id;
            } else {
                // Half of them below one of the last made, so that the tree is deep and not only wide.
                size_t parent = chance(50) ? below(size_t(i)) : size_t(i) - 1 - below(std::min<size_t>(size_t(i), 40));
                while (depths[parent] >= m_shape.depth - 1)
                    parent = below(size_t(i));
                row.parentId = m_world.organizations[parent].id;
                row.tenantId = m_world.organizations[parent].tenantId;
                depth = depths[parent] + 1;
            }
            depths.push_back(depth);
            row.name = u"部门 %1"_s.arg(i);
            row.code = u"D%1"_s.arg(i);
            row.enabled = !chance(m_shape.disabledOrganizations);
            row.version = 1;
            m_world.organizations.push_back(row);
        }
        m_ofTenant.resize(m_world.tenants.size());
        for (const OrganizationRow &row : m_world.organizations)
            m_ofTenant[tenantNumber(row.tenantId)].organizations.push_back(row.id);
    }
    [[nodiscard]] size_t tenantNumber(const TenantId &tenant) const
    {
        size_t i = 0;
        while (m_world.tenants[i].id != tenant)
            ++i;
        return i;
    }
    void makeUsers()
    {
        for (int i = 0; i < m_shape.users; ++i) {
            const size_t tenant = below(m_world.tenants.size());
            UserRow row;
            row.id = UserId(id());
            row.tenantId = m_world.tenants[tenant].id;
            row.name = personName();
            row.status = chance(m_shape.inactiveUsers) ? UserStatus(below(4)) : UserStatus::Active;
            row.primaryOrganizationId = any(m_ofTenant[tenant].organizations);
            row.createdAt = worldNow;
            row.version = 1;
            row.versionMemberships = 2;
            m_world.users.push_back(row);
            m_ofTenant[tenant].users.push_back(row.id);
            if (!m_shape.privates)
                continue;
            UserPrivateRow secret;
            secret.id = row.id;
            secret.email = u"user%1@example.com"_s.arg(i);
            secret.phone = u"138%1"_s.arg(i, 8, 10, QLatin1Char('0'));
            secret.mis = u"mis%1"_s.arg(i);
            secret.version = 1;
            m_world.privates.push_back(secret);
        }
    }
    void addMembership(const UserRow &user, OrganizationId organization)
    {
        if (!m_memberships.contains({user.id.uuid(), organization.uuid()})) {
            m_memberships.insert({user.id.uuid(), organization.uuid()});
            const bool leads = chance(20) && !m_led.contains(organization); // at most one (ORG-11)
            if (leads)
                m_led.insert(organization);
            m_world.memberships.push_back(
                {id(), user.tenantId, user.id, organization, leads ? u"leader"_s : u"member"_s, worldNow, 1});
        }
    }
    void makeMemberships()
    {
        for (const UserRow &user : m_world.users)
            addMembership(user, user.primaryOrganizationId);
        for (int i = m_shape.users; i < m_shape.memberships; ++i) {
            const UserRow &user = any(m_world.users);
            addMembership(user, any(m_ofTenant[tenantNumber(user.tenantId)].organizations));
        }
    }
    void makeGroups()
    {
        for (int i = 0; i < m_shape.groups; ++i) {
            const size_t tenant = below(m_world.tenants.size());
            m_world.groups.push_back(
                {RoleGroupId(id()), m_world.tenants[tenant].id, u"角色组 %1"_s.arg(i), u""_s, worldNow, 1});
        }
        QSet<std::pair<QUuid, QUuid>> seen;
        for (int i = 0; i < m_shape.groupMembers && !m_world.groups.empty(); ++i) {
            const RoleGroupRow &group = any(m_world.groups);
            const Local &local = m_ofTenant[tenantNumber(group.tenantId)];
            const bool person = chance(50) && !local.users.empty();
            const QUuid whom = person ? any(local.users).uuid() : any(local.organizations).uuid();
            if (seen.contains({group.id.uuid(), whom}))
                continue;
            seen.insert({group.id.uuid(), whom});
            m_world.groupMembers.push_back(
                {id(), group.tenantId, group.id, person ? SubjectKind::User : SubjectKind::Organization, whom, 1});
        }
    }
    void makeSpaces()
    {
        static const QStringList kinds{u"agent"_s, u"workflow"_s, u"plugin"_s, u"knowledge_base"_s, u"application"_s, u"table"_s};
        for (int i = 0; i < m_shape.spaces; ++i) {
            SpaceRow row;
            row.id = SpaceId(id());
            row.tenantId = any(m_world.tenants).id;
            row.name = u"空间 %1"_s.arg(i);
            row.edition = u"standard"_s;
            row.modules = QStringList{u"bots"_s, u"abs"_s};
            row.createdBy = any(m_world.users).id;
            row.createdAt = worldNow;
            row.version = 1;
            m_world.spaces.push_back(row);
        }
        for (int i = 0; i < m_shape.spaces * m_shape.resourcesPerSpace; ++i) {
            const SpaceRow &space = m_shape.scattered ? any(m_world.spaces) : m_world.spaces[size_t(i / m_shape.resourcesPerSpace)];
            m_world.resources.push_back({ResourceId(id()), space.tenantId, space.id, kinds[i % kinds.size()], u"资源 %1"_s.arg(i),
                                         chance(m_shape.restrictedResources), space.createdBy, worldNow, 1});
        }
    }
    [[nodiscard]] std::optional<Instant> expiry()
    {
        if (!chance(m_shape.expiringGrants))
            return std::nullopt;
        static constexpr qint64 offsets[] = {-86'400'000'000, -1'000'000, -1, 0, 1, 1'000'000, 86'400'000'000};
        return worldNow + std::chrono::microseconds(offsets[below(std::size(offsets))]);
    }
    void giveTo(GrantRow &row, const Local &local);
    void makeGrants();

    WorldShape m_shape;
    std::mt19937_64 m_random;
    quint64 m_made = 0;
    World m_world;
    std::vector<Local> m_ofTenant;
    QSet<std::pair<QUuid, QUuid>> m_memberships;
    QSet<OrganizationId> m_led;
};

void Generator::giveTo(GrantRow &row, const Local &local)
{
    const size_t dice = below(100);
    if (chance(m_shape.outsiderGrants)) {
        row.subjectId = any(m_world.users).id.uuid();
    } else if (dice < 25 || (local.users.empty() && local.groups.empty())) {
        row.subjectKind = SubjectKind::Organization;
        row.subjectId = any(local.organizations).uuid();
    } else if ((dice < 35 || local.users.empty()) && !local.groups.empty()) {
        row.subjectKind = SubjectKind::RoleGroup;
        row.subjectId = any(local.groups).uuid();
    } else {
        row.subjectId = any(local.users).uuid();
    }
}

void Generator::makeGrants()
{
    for (const RoleGroupRow &group : m_world.groups)
        m_ofTenant[tenantNumber(group.tenantId)].groups.push_back(group.id);
    // One grant for each pair of subject and object, as the server has it.
    QSet<std::pair<QUuid, QUuid>> seen;
    for (int i = 0; i < m_shape.grants && !m_world.spaces.empty(); ++i) {
        GrantRow row;
        row.id = GrantId(id());
        if (chance(50) || m_world.resources.empty()) {
            const SpaceRow &space = any(m_world.spaces);
            row.spaceId = space.id;
            row.objectId = space.id.uuid();
            row.tenantId = space.tenantId;
            row.grantedBy = space.createdBy;
        } else {
            const ResourceRow &resource = any(m_world.resources);
            row.objectKind = ObjectKind::Resource;
            row.spaceId = resource.spaceId;
            row.objectId = resource.id.uuid();
            row.tenantId = resource.tenantId;
            row.grantedBy = resource.createdBy;
        }
        giveTo(row, m_ofTenant[tenantNumber(row.tenantId)]);
        row.role = Role(1 + below(6));
        if (row.role == Role::Owner && chance(70))
            row.role = Role::Viewer;
        row.expiresAt = expiry();
        row.grantedAt = worldNow - std::chrono::seconds(qint64(below(10'000'000)));
        row.version = 1;
        if (seen.contains({row.subjectId, row.objectId}))
            continue;
        seen.insert({row.subjectId, row.objectId});
        m_world.grants.push_back(row);
    }
}

} // namespace

World makeWorld(const WorldShape &shape)
{
    return Generator(shape).make();
}

} // namespace tenantry::tests
