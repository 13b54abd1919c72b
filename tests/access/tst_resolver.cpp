// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/resolver.h"
#include "tests/support/naiveresolver.h"
#include "tests/support/worldsnapshot.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::directory;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

namespace
{

/// One tenant, one chain of departments 技术中心 → 质效技术部 → 平台组, one space with two resources.
struct SmallWorld {
    World world;
    int made = 0;

    SmallWorld()
    {
        TenantRow tenant;
        tenant.id = TenantId(id());
        world.tenants.push_back(tenant);
        for (int i = 0; i < 3; ++i) {
            OrganizationRow row;
            row.id = OrganizationId(id());
            row.tenantId = tenant.id;
            if (i > 0)
                row.parentId = world.organizations.back().id;
            world.organizations.push_back(row);
        }
        SpaceRow space;
        space.id = SpaceId(id());
        space.tenantId = tenant.id;
        world.spaces.push_back(space);
        for (int i = 0; i < 2; ++i)
            world.resources.push_back({ResourceId(id()), tenant.id, space.id, u"agent"_s, u"R"_s, i == 1, {}, {}, 1});
    }
    QUuid id() { return QUuid(uint(++made), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1); }
    UserId addUser(int in = -1)
    {
        UserRow row;
        row.id = UserId(id());
        row.tenantId = world.tenants[0].id;
        world.users.push_back(row);
        if (in >= 0)
            world.memberships.push_back({id(), row.tenantId, row.id, world.organizations[size_t(in)].id, u"member"_s, {}, 1});
        return row.id;
    }
    void grant(SubjectKind kind, const QUuid &to, Role role, int resource = -1, std::optional<Instant> expires = {})
    {
        GrantRow row;
        row.id = GrantId(id());
        row.tenantId = world.tenants[0].id;
        row.spaceId = world.spaces[0].id;
        row.objectKind = resource < 0 ? ObjectKind::Space : ObjectKind::Resource;
        row.objectId = resource < 0 ? row.spaceId.uuid() : world.resources[size_t(resource)].id.uuid();
        row.subjectKind = kind;
        row.subjectId = to;
        row.role = role;
        row.expiresAt = expires;
        world.grants.push_back(row);
    }
    /// Roles on the space, the open and the restricted resource.
    QList<Role> roles(UserId user, Instant now = worldNow) const
    {
        const SnapshotPtr snapshot = snapshotOf(world);
        const Resolver resolver(snapshot, now);
        const Detail detail = resolver.detail(snapshot->findUser(user), snapshot->findSpace(world.spaces[0].id));
        return {detail.space, detail.resources[0].role, detail.resources[1].role};
    }
};

using Roles = QList<Role>;

} // namespace

class TestResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerEqualsTheReference_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 60; ++seed)
            QTest::addRow("world %d", int(seed)) << seed;
    }
    void everyAnswerEqualsTheReference() // PRM-2, PRM-7, PRM-8
    {
        QFETCH(quint64, seed);
        const World world = makeWorld(smallShape(seed));
        const SnapshotPtr snapshot = snapshotOf(world);
        const Resolver resolver(snapshot, worldNow);
        const NaiveResolver naive(world, worldNow);
        std::vector<std::pair<SubjectKind, QUuid>> subjects;
        for (const UserRow &row : world.users)
            subjects.emplace_back(SubjectKind::User, row.id.uuid());
        for (const OrganizationRow &row : world.organizations)
            subjects.emplace_back(SubjectKind::Organization, row.id.uuid());
        for (const RoleGroupRow &row : world.groups)
            subjects.emplace_back(SubjectKind::RoleGroup, row.id.uuid());

        for (const auto &[kind, id] : subjects) {
            const Subject subject = snapshot->findSubject(kind, id);
            ObjectRoles expected;
            for (const SpaceRow &row : world.spaces) {
                const SpaceIndex space = snapshot->findSpace(row.id);
                const Role role = naive.check(kind, id, ObjectKind::Space, row.id.uuid());
                QCOMPARE(resolver.check(subject, space), role);
                const Detail detail = resolver.detail(subject, space);
                const ReasonedDetail reasoned = resolver.detailWithReasons(subject, space);
                QCOMPARE(detail.space, role);
                QCOMPARE(reasoned.rows[0].role, role);
                QCOMPARE(reasoned.rows[0].because.isValid(), role != Role::None);
                QCOMPARE(reasoned.rows.size(), detail.resources.size() + 1);
                if (role != Role::None)
                    expected.spaces.push_back({space, role});
                for (size_t i = 0; i < detail.resources.size(); ++i) {
                    const ResourceRole &resource = detail.resources[i];
                    const Role of = naive.check(kind, id, ObjectKind::Resource, snapshot->idOf(Object(resource.resource)));
                    QCOMPARE(resource.role, of);
                    QCOMPARE(resolver.check(subject, resource.resource), of);
                    QCOMPARE(reasoned.rows[i + 1].role, of);
                    if (of != Role::None)
                        expected.resources.push_back(resource);
                }
            }
            std::ranges::sort(expected.resources, {}, &ResourceRole::resource);
            ObjectRoles objects = resolver.objects(subject);
            std::ranges::sort(objects.spaces, {}, &SpaceRole::space);
            std::ranges::sort(objects.resources, {}, &ResourceRole::resource);
            QVERIFY(objects.spaces == expected.spaces);
            QVERIFY(objects.resources == expected.resources);
        }
        for (const SpaceRow &row : world.spaces)
            compareWho(world, resolver, naive, snapshot->findSpace(row.id));
        for (const ResourceRow &row : world.resources)
            compareWho(world, resolver, naive, snapshot->findResource(row.id));
    }

    void aRoleComesByEveryPath() // PRM-2
    {
        SmallWorld w;
        const UserId user = w.addUser(2);
        QCOMPARE(w.roles(user), Roles({Role::None, Role::None, Role::None}));
        w.grant(SubjectKind::Organization, w.world.organizations[0].id.uuid(), Role::Guest); // two levels above
        QCOMPARE(w.roles(user), Roles({Role::Guest, Role::Guest, Role::None}));
        w.grant(SubjectKind::User, user.uuid(), Role::Viewer);
        QCOMPARE(w.roles(user), Roles({Role::Viewer, Role::Viewer, Role::None}));
        const RoleGroupId group{w.id()}; // with the organization in the middle: it has everyone below
        w.world.groups.push_back({group, w.world.tenants[0].id, u"G"_s, {}, {}, 1});
        w.world.groupMembers.push_back({w.id(), w.world.tenants[0].id, group, SubjectKind::Organization, w.world.organizations[1].id.uuid(), 1});
        w.grant(SubjectKind::RoleGroup, group.uuid(), Role::Editor);
        QCOMPARE(w.roles(user), Roles({Role::Editor, Role::Editor, Role::None}));
        QCOMPARE(w.roles(w.addUser(0)), Roles({Role::Guest, Role::Guest, Role::None})); // above the group's
    }

    void disablingTakesTheSubtreeOut() // PRM-2
    {
        SmallWorld w;
        const UserId user = w.addUser(2);
        w.grant(SubjectKind::Organization, w.world.organizations[0].id.uuid(), Role::Viewer);
        w.grant(SubjectKind::Organization, w.world.organizations[2].id.uuid(), Role::Guest);
        w.world.organizations[1].enabled = false;
        QCOMPARE(w.roles(user)[0], Role::None);
        QCOMPARE(w.roles(w.addUser(0))[0], Role::Viewer);
        w.grant(SubjectKind::User, user.uuid(), Role::Guest); // theirs alone stays
        QCOMPARE(w.roles(user)[0], Role::Guest);
    }

    void expiresToTheMicrosecond() // PRM-2
    {
        SmallWorld w;
        const UserId user = w.addUser();
        w.grant(SubjectKind::User, user.uuid(), Role::Editor, -1, worldNow);
        QCOMPARE(w.roles(user, worldNow)[0], Role::None);
        QCOMPARE(w.roles(user, worldNow - std::chrono::microseconds(1))[0], Role::Editor);
    }

    void restrictedKnowsItsOwnAndTheOwner() // PRM-8
    {
        SmallWorld w;
        const UserId user = w.addUser(2);
        w.grant(SubjectKind::User, user.uuid(), Role::Administrator);
        QCOMPARE(w.roles(user), Roles({Role::Administrator, Role::Administrator, Role::None}));
        w.grant(SubjectKind::User, user.uuid(), Role::Guest, 1);
        w.grant(SubjectKind::User, user.uuid(), Role::Guest, 0);
        QCOMPARE(w.roles(user), Roles({Role::Administrator, Role::Administrator, Role::Guest}));
        // Owner by any path.
        w.grant(SubjectKind::Organization, w.world.organizations[1].id.uuid(), Role::Owner);
        QCOMPARE(w.roles(user), Roles({Role::Owner, Role::Owner, Role::Owner}));
    }

    void aResourceGivesNothingOnItsSpace() // PRM-9
    {
        SmallWorld w;
        const UserId user = w.addUser();
        w.grant(SubjectKind::User, user.uuid(), Role::Owner, 0);
        QCOMPARE(w.roles(user), Roles({Role::None, Role::Owner, Role::None}));
    }

    void onlyActivePeopleOfTenantsThatAreNotFrozen() // PRM-2
    {
        SmallWorld w;
        const UserId user = w.addUser();
        w.grant(SubjectKind::User, user.uuid(), Role::Viewer);
        for (const UserStatus status : {UserStatus::PendingActivation, UserStatus::Suspended, UserStatus::Departed}) {
            w.world.users[0].status = status;
            QCOMPARE(w.roles(user)[0], Role::None);
        }
        w.world.users[0].status = UserStatus::Active;
        for (const TenantState state : {TenantState::Frozen, TenantState::Deleted}) {
            w.world.tenants[0].state = state;
            QCOMPARE(w.roles(user)[0], Role::None);
        }
        w.world.tenants[0].state = TenantState::Closing;
        QCOMPARE(w.roles(user)[0], Role::Viewer);
    }

    void outsidersAreInNoGroup() // EXT-2
    {
        SmallWorld w;
        const UserId outsider = w.addUser();
        w.world.users[0].tenantId = TenantId(w.id());
        const RoleGroupId group{w.id()};
        w.world.groups.push_back({group, w.world.tenants[0].id, u"G"_s, {}, {}, 1});
        w.world.groupMembers.push_back({w.id(), w.world.tenants[0].id, group, SubjectKind::User, outsider.uuid(), 1});
        w.grant(SubjectKind::RoleGroup, group.uuid(), Role::Editor);
        QCOMPARE(w.roles(outsider)[0], Role::None);
        const SnapshotPtr snapshot = snapshotOf(w.world);
        QVERIFY(Resolver(snapshot, worldNow).who(snapshot->findSpace(w.world.spaces[0].id)).empty());
        w.grant(SubjectKind::User, outsider.uuid(), Role::Guest);
        QCOMPARE(w.roles(outsider)[0], Role::Guest);
    }

    void whatIsNotKnownGivesNoMoreThanIsSure()
    {
        SmallWorld w;
        const UserId user = w.addUser();
        w.grant(SubjectKind::User, user.uuid(), Role::Viewer);
        w.grant(SubjectKind::User, user.uuid(), Role::Guest, 0);
        const SnapshotPtr whole = snapshotOf(w.world);
        const ResourceId open = w.world.resources[0].id;
        const SnapshotPtr part = whole->apply({{}, {{RowKind::Resource, open.uuid()}, {RowKind::User, user.uuid()}}}).value();
        QCOMPARE(Resolver(part, worldNow).check(part->findUser(user), part->findResource(open)), Role::None);
        const SnapshotPtr noResource = whole->apply({{}, {{RowKind::Resource, open.uuid()}}}).value();
        QCOMPARE(Resolver(noResource, worldNow).check(noResource->findUser(user), noResource->findResource(open)), Role::Guest);
        QCOMPARE(Resolver(whole, worldNow).check(UserIndex(), Object()), Role::None);
    }

private:
    void compareWho(const World &world, const Resolver &resolver, const NaiveResolver &naive, Object object)
    {
        std::vector<UserRole> expected;
        for (const UserRow &row : world.users) {
            const Role role = naive.check(SubjectKind::User, row.id.uuid(), object.kind(), resolver.snapshot().idOf(object));
            if (role != Role::None)
                expected.push_back({resolver.snapshot().findUser(row.id), role});
        }
        std::ranges::sort(expected, {}, &UserRole::user);
        for (int again = 0; again < 2; ++again) { // nothing is left behind
            std::vector<UserRole> who = resolver.who(object);
            std::ranges::sort(who, {}, &UserRole::user);
            QVERIFY(who == expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"
