// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/completeness.h"
#include "core/access/resolver.h"
#include "tests/support/worldsnapshot.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::directory;
using namespace tenantry::tests;

class TestCompleteness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhenAnAnswerIsALowerBound() // PRM-7
    {
        const World world = makeWorld(smallShape(4));
        const SnapshotPtr s = snapshotOf(world);
        const SpaceIndex space = s->spaces().front();
        const QUuid tenant = s->tenantId(s->space(space).tenant()).uuid();
        const UserIndex actor = s->users().front();
        const UserIndex other = s->users().back();
        const RoleGroupIndex group = s->roleGroups().front();
        OrganizationIndex organization;
        for (const OrganizationIndex o : s->organizations())
            if (s->organization(o).tenant() == s->space(space).tenant())
                organization = o;
        const UserId me = s->user(actor).id();

        const Completeness holdsAll(s, {{ScopeKind::Tenant, tenant, tenant}}, me);
        QCOMPARE(holdsAll.of(other, space), Bound::Exact);
        QCOMPARE(holdsAll.of(organization, space), Bound::Exact);
        QCOMPARE(holdsAll.of(group, space), Bound::Exact);
        QCOMPARE(holdsAll.of(Object(space)), Bound::Exact);
        QCOMPARE(holdsAll.of(Subject(other)), Bound::AtLeast); // other tenants may have let them in
        QCOMPARE(holdsAll.of(Subject(actor)), Bound::Exact);
        QCOMPARE(holdsAll.of(Subject(organization)), Bound::Exact);
        QVERIFY(holdsAll.seesAllOf(s->space(space).tenant()) && holdsAll.seesGrantsIn(space));

        const Completeness manages(s, {{ScopeKind::Management, s->space(space).id().uuid(), tenant}}, me);
        QCOMPARE(manages.of(other, space), Bound::AtLeast); // may be in organizations and groups unseen
        QCOMPARE(manages.of(organization, space), Bound::AtLeast); // may be in groups unseen
        QCOMPARE(manages.of(group, space), Bound::Exact);
        QCOMPARE(manages.of(actor, space), Bound::Exact); // one's own
        QCOMPARE(manages.of(Object(space)), Bound::AtLeast);
        QVERIFY(!manages.seesAllOf(s->space(space).tenant()) && manages.seesGrantsIn(space));

        const Completeness elsewhere(s, {{ScopeKind::Tenant, QUuid::createUuid(), {}}}, me);
        QCOMPARE(elsewhere.of(other, space), Bound::AtLeast);
        QCOMPARE(elsewhere.of(group, space), Bound::AtLeast);
        QCOMPARE(elsewhere.of(Object(space)), Bound::AtLeast);
        QCOMPARE(elsewhere.of(Subject(), space), Bound::AtLeast);
        QCOMPARE(elsewhere.of(other, Object()), Bound::AtLeast);
        QVERIFY(!elsewhere.seesAllOf(s->space(space).tenant()) && !elsewhere.seesGrantsIn(space));
    }

    // Somebody from a tenant that the actor doesn't see: only the server knows whether it is frozen.
    void saysWhenAnOutsiderMayCountForNothing() // PRM-2, PRM-7, EXT-1
    {
        const World world = makeWorld(smallShape(4));
        SpaceRow space = world.spaces.front();
        UserRow outsider = world.users.back();
        outsider.tenantId = TenantId::make(worldNow);
        outsider.primaryOrganizationId = {};
        GrantRow grant = world.grants.front();
        grant.id = GrantId::make(worldNow);
        grant.tenantId = space.tenantId;
        grant.objectKind = ObjectKind::Space;
        grant.objectId = space.id.uuid();
        grant.spaceId = space.id;
        grant.subjectKind = SubjectKind::User;
        grant.subjectId = outsider.id.uuid();
        grant.expiresAt.reset();
        const SnapshotPtr before = snapshotOf(world);
        const SnapshotPtr s = before->apply({{outsider, grant}, {}}).value();
        const QUuid tenant = space.tenantId.uuid();
        const Completeness seen(s, {{ScopeKind::Tenant, tenant, tenant}}, world.users.front().id);
        const UserIndex user = s->findUser(outsider.id);
        const SpaceIndex in = s->findSpace(space.id);
        QCOMPARE(seen.of(user, in), Bound::Uncertain);
        QCOMPARE(seen.of(Subject(user)), Bound::Uncertain);
        QCOMPARE(seen.of(Object(in)), Bound::Uncertain);
        QCOMPARE(seen.of(*before, {{RowKind::Grant, grant.id.uuid()}}), Bound::Uncertain);
        TenantRow home = world.tenants.front();
        home.id = outsider.tenantId;
        const TenantStandingRow standing{outsider.tenantId, false};
        for (const Row &row : {Row(home), Row(standing)}) {
            const SnapshotPtr known = s->apply({{row}, {}}).value();
            const Completeness all(known, {{ScopeKind::Tenant, tenant, tenant}}, world.users.front().id);
            QCOMPARE(all.of(user, in), Bound::Exact);
            QCOMPARE(all.of(Object(in)), Bound::Exact);
        }
    }

    // No more is told of a foreign tenant than that it is frozen, and that is enough.
    void frozenTenantsThatAreNotSeenCountForNothing() // TEN-11, PRM-2, EXT-1
    {
        const World world = makeWorld(smallShape(4));
        const SpaceRow &space = world.spaces.front();
        UserRow outsider = world.users.front();
        outsider.id = UserId::make(worldNow);
        outsider.tenantId = TenantId::make(worldNow);
        outsider.primaryOrganizationId = {};
        outsider.status = UserStatus::Active;
        TenantRow host = world.tenants.front();
        host.id = space.tenantId;
        host.state = TenantState::Active;
        GrantRow grant = world.grants.front();
        grant.tenantId = space.tenantId;
        grant.id = GrantId::make(worldNow);
        grant.objectKind = ObjectKind::Space;
        grant.objectId = space.id.uuid();
        grant.spaceId = space.id;
        grant.subjectKind = SubjectKind::User;
        grant.subjectId = outsider.id.uuid();
        grant.role = Role::Editor;
        grant.expiresAt.reset();
        TenantRow home = world.tenants.front();
        home.id = outsider.tenantId;
        home.state = TenantState::Frozen;
        const auto role = [&](const SnapshotPtr &s) {
            return Resolver(s, worldNow).check(s->findUser(outsider.id), s->findSpace(space.id));
        };
        const SnapshotPtr works =
            snapshotOf(world)
                ->apply({{host, outsider, grant, TenantStandingRow{home.id, false}}, {}})
                .value();
        QCOMPARE(role(works), Role::Editor);
        const SnapshotPtr frozen = works->apply({{TenantStandingRow{home.id, true}}, {}}).value();
        QCOMPARE(role(frozen), Role::None);
        // Whoever comes to see the tenant itself as well, and loses either sight again.
        const SnapshotPtr both = frozen->apply({{home}, {}}).value();
        QCOMPARE(role(both), Role::None);
        QCOMPARE(role(both->apply({{}, {{RowKind::TenantStanding, home.id.uuid()}}}).value()), Role::None);
        QCOMPARE(role(both->apply({{}, {{RowKind::Tenant, home.id.uuid()}}}).value()), Role::None);
        const SnapshotPtr neither = frozen->apply({{}, {{RowKind::TenantStanding, home.id.uuid()}}}).value();
        QCOMPARE(role(neither), Role::Editor);
        QCOMPARE(
            Completeness(neither, {}, {}).of(neither->findUser(outsider.id), neither->findSpace(space.id)),
            Bound::Uncertain);
        QCOMPARE(role(frozen->apply({{TenantStandingRow{home.id, false}}, {}}).value()), Role::Editor);
    }
};

QTEST_GUILESS_MAIN(TestCompleteness)
#include "tst_completeness.moc"
