// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/whatif.h"
#include "tests/access/allroles.h"
#include "tests/support/worldsnapshot.h"

#include <QSemaphore>
#include <QTest>
#include <QThreadPool>

#include <random>
#include <set>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::directory;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

namespace {

/// What the counts must be, from the list.
void compareCounts(const Difference &difference)
{
    std::set<UserIndex> gaining, losing;
    std::set<Object> spaces, resources;
    for (const RoleChange &change : difference.page(0, difference.size())) {
        (change.after > change.before ? gaining : losing).insert(change.user);
        (change.object.kind() == ObjectKind::Space ? spaces : resources).insert(change.object);
    }
    QCOMPARE(difference.gaining(), qsizetype(gaining.size()));
    QCOMPARE(difference.losing(), qsizetype(losing.size()));
    QCOMPARE(difference.spaces(), qsizetype(spaces.size()));
    QCOMPARE(difference.resources(), qsizetype(resources.size()));
    // Page by page it is the same list.
    std::vector<RoleChange> pages;
    for (qsizetype from = 0; from < difference.size(); from += 3)
        for (const RoleChange &change : difference.page(from, 3))
            pages.push_back(change);
    QVERIFY(pages == difference.page(0, difference.size()));
    std::vector<RoleChange> people;
    for (const Difference::Person &person : difference.people())
        for (const RoleChange &change : difference.changesOf(person.user))
            people.push_back(change);
    QVERIFY(people == pages);
}

/// Random changes of every kind to one world.
class Changer final
{
public:
    Changer(World world, quint64 seed) : m_world(std::move(world)), m_random(seed) {}

    [[nodiscard]] PlannedChange change(size_t kind)
    {
        switch (kind) {
        case 0:
            return setGrants(false);
        case 1:
            return setGrants(true);
        case 2:
            return RemoveGrants{{any(m_world.grants).id, any(m_world.grants).id}};
        case 3:
            return CreateGroup{RoleGroupId::make(worldNow), any(m_world.tenants).id, members()};
        case 4:
            return SetGroupMembers{group(), members()};
        case 5:
            return EditGroupMembers{group(), members(), members()};
        case 6:
            return DeleteGroup{group()};
        case 7:
            return SetMemberships{any(m_world.users).id, {organization(), organization()}, organization()};
        case 8:
            return JoinOrganization{any(m_world.users).id, organization()};
        case 9:
            return CreateOrganization{OrganizationId::make(worldNow), any(m_world.tenants).id,
                                      organization()};
        case 10:
            return MoveOrganization{organization(), organization()};
        case 11:
            return SetOrganizationEnabled{organization(), m_random() % 2 == 0};
        case 12:
            return DeleteOrganization{leaf()};
        case 13:
            return RemoveMember{any(m_world.users).id};
        case 14:
            return SetUserStatus{any(m_world.users).id, UserStatus(m_random() % 4)};
        case 15:
            return SetRestricted{any(m_world.resources).id, m_random() % 2 == 0};
        case 16:
            return HandOver{ObjectKind::Space, any(m_world.spaces).id.uuid(), any(m_world.users).id};
        case 17:
            return HandOver{ObjectKind::Resource, any(m_world.resources).id.uuid(), any(m_world.users).id};
        case 18:
            return ReplaceGuests{any(m_world.spaces).id, Role(m_random() % 4)};
        case 19:
            return DeleteResource{any(m_world.resources).id};
        case 20:
            return PassAdministration{any(m_world.grants).id, any(m_world.users).id};
        case 21:
            return CopyGrants{any(m_world.users).id, {any(m_world.grants).id, any(m_world.grants).id}};
        case 22:
            return RemoveOutsider{any(m_world.users).id, any(m_world.tenants).id};
        default:
            return DeleteSpace{any(m_world.spaces).id};
        }
    }
    static constexpr size_t kinds = 24;

private:
    template <class Row>
    const Row &any(const std::vector<Row> &rows)
    {
        return rows[m_random() % rows.size()];
    }
    RoleGroupId group() { return m_world.groups.empty() ? RoleGroupId() : any(m_world.groups).id; }
    OrganizationId organization() { return any(m_world.organizations).id; }
    OrganizationId leaf()
    {
        for (int tries = 0; tries < 100; ++tries) {
            const OrganizationId id = organization();
            if (std::ranges::none_of(m_world.organizations,
                                     [&](const OrganizationRow &o) { return o.parentId == id; }))
                return id;
        }
        return {};
    }
    QUuid subject(SubjectKind kind)
    {
        return kind == SubjectKind::User           ? any(m_world.users).id.uuid()
               : kind == SubjectKind::Organization ? organization().uuid()
                                                   : group().uuid();
    }
    QList<GroupMemberWish> members()
    {
        QList<GroupMemberWish> list;
        for (quint64 i = m_random() % 4; i > 0; --i) {
            const auto kind = SubjectKind(m_random() % 2);
            if (const GroupMemberWish member{kind, subject(kind)}; !list.contains(member))
                list.append(member);
        }
        return list;
    }
    SetGrants setGrants(bool onResources)
    {
        const SpaceId space = any(m_world.spaces).id;
        SetGrants change{space, {}};
        std::vector<ResourceRow> resources;
        for (const ResourceRow &row : m_world.resources)
            if (row.spaceId == space)
                resources.push_back(row);
        for (int i = 0; i < 3; ++i) {
            GrantWish wish{
                .id = GrantId::make(worldNow), .objectId = space.uuid(), .role = Role(1 + m_random() % 6)};
            wish.subjectKind = SubjectKind(m_random() % (m_world.groups.empty() ? 2 : 3));
            wish.subjectId = subject(wish.subjectKind);
            if (onResources && !resources.empty()) {
                wish.objectKind = ObjectKind::Resource;
                wish.objectId = any(resources).id.uuid();
            }
            if (m_random() % 3 == 0)
                wish.expiresAt = worldNow + std::chrono::seconds(1 + m_random() % 100);
            change.grants.append(wish);
        }
        return change;
    }

    World m_world;
    std::mt19937_64 m_random;
};

} // namespace

class TestWhatIf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheDifferenceOfAllAnswers_data();
    void isTheDifferenceOfAllAnswers();
    void severalChangesCountTogether();
    void deltasAnswerAsASnapshotBuiltAnew();
    void twoMomentsDifferByWhatEndedBetween();
    void aCycleIsRefused();
    void guestsComeAlong();
    void aLastGrantTakesThoseBelowWithIt();
    void saysWhetherItIsExact();
    void runsOnAPoolAndCanBeCancelled();
};

void TestWhatIf::isTheDifferenceOfAllAnswers_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 24; ++seed)
        QTest::addRow("seed %d", int(seed)) << seed;
}

void TestWhatIf::isTheDifferenceOfAllAnswers() // PRM-5
{
    QFETCH(quint64, seed);
    const World world = makeWorld(smallShape(seed));
    const SnapshotPtr snapshot = tests::snapshotOf(world);
    Changer changer(world, seed);
    qsizetype compared = 0;
    for (size_t kind = 0; kind < Changer::kinds; ++kind)
        for (int round = 0; round < 4; ++round) {
            const auto planned = plan(snapshot, worldNow, {changer.change(kind)});
            if (!planned) {
                QCOMPARE(planned.error().code, u"directory.organization_cycle"_s);
                continue;
            }
            const auto found = whatIf({snapshot, worldNow, {}, {}});
            QVERIFY(found && *found && (*found)->difference.isEmpty());
            const Moment before{snapshot, worldNow};
            const Moment after{planned->after, worldNow};
            const auto difference =
                Difference::between(before, after, affectedBy(before, after, planned->touched));
            QVERIFY(difference);
            QVERIFY2(foundChanges(*difference) == expectedChanges(before, after),
                     qPrintable(u"kind %1: found\n%2\nexpected\n%3"_s.arg(kind).arg(
                         foundChanges(*difference).join(u'\n'), expectedChanges(before, after).join(u'\n'))));
            compareCounts(*difference);
            compared += difference->size();
        }
    QVERIFY2(compared > 5, qPrintable(QString::number(compared)));
}

void TestWhatIf::severalChangesCountTogether() // PRM-5: the basket of the access explorer
{
    qsizetype compared = 0;
    for (quint64 seed = 1; seed <= 60; ++seed) {
        const World world = makeWorld(smallShape(seed));
        const SnapshotPtr snapshot = tests::snapshotOf(world);
        Changer changer(world, seed);
        std::vector<PlannedChange> changes;
        for (size_t i = 0; i < 6; ++i)
            changes.push_back(changer.change((seed * 7 + i * 5) % Changer::kinds));
        const auto found = whatIf({snapshot, worldNow, {}, changes});
        if (!found)
            continue;
        const Difference &difference = (*found)->difference;
        QCOMPARE(foundChanges(difference), expectedChanges(difference.before(), difference.after()));
        compared += difference.size();
    }
    QVERIFY(compared > 500);
}

// Whatever changed, one delta after another: a snapshot made by them answers as one that is built of its rows.
void TestWhatIf::deltasAnswerAsASnapshotBuiltAnew() // PRM-7
{
    qsizetype answers = 0;
    for (quint64 seed = 1; seed <= 20; ++seed) {
        Changer changer(makeWorld(smallShape(seed)), seed);
        SnapshotPtr snapshot = tests::snapshotOf(makeWorld(smallShape(seed)));
        for (size_t step = 0; step < 2 * Changer::kinds; ++step) {
            const auto planned = plan(snapshot, worldNow, {changer.change((step * 5 + seed) % Changer::kinds)});
            if (!planned)
                continue;
            snapshot = planned->after;
            SnapshotBuilder builder;
            for (const Row &row : snapshot->allRows())
                builder.add(row);
            const Roles byDeltas = everyRole(snapshot, worldNow);
            QVERIFY2(byDeltas == everyRole(builder.build().value(), worldNow), qPrintable(u"seed %1, step %2"_s.arg(seed).arg(step)));
            answers += qsizetype(byDeltas.size());
        }
    }
    QVERIFY(answers > 1000);
}

void TestWhatIf::twoMomentsDifferByWhatEndedBetween() // PRM-6
{
    qsizetype compared = 0;
    for (quint64 seed = 1; seed <= 30; ++seed) {
        const World world = makeWorld(smallShape(seed));
        const SnapshotPtr snapshot = tests::snapshotOf(world);
        Changer changer(world, seed);
        const auto planned = plan(snapshot, worldNow, {changer.change(seed % Changer::kinds)});
        if (!planned)
            continue;
        const Moment before{snapshot, worldNow - std::chrono::hours(48)};
        const Moment after{planned->after, worldNow + std::chrono::hours(48)};
        const auto difference =
            Difference::between(before, after, affectedBy(before, after, planned->touched));
        QCOMPARE(foundChanges(*difference), expectedChanges(before, after));
        const auto back = Difference::between(after, {snapshot, worldNow}, {});
        QVERIFY(back && back->isEmpty());
        compared += difference->size();
    }
    QVERIFY(compared > 100);
}

void TestWhatIf::aCycleIsRefused()
{
    const World world = makeWorld({});
    const SnapshotPtr snapshot = tests::snapshotOf(world);
    const OrganizationIndex root = snapshot->rootOrganizations().front();
    const OrganizationId below = snapshot->organization(snapshot->subtree(root).back()).id();
    const auto found =
        whatIf({snapshot, worldNow, {}, {MoveOrganization{snapshot->organization(root).id(), below}}});
    QVERIFY(!found);
    QCOMPARE(found.error().code, u"directory.organization_cycle"_s);
}

namespace {

/// A person, a space with a resource; nobody has anything.
struct Small
{
    TenantRow tenant;
    UserRow user;
    SpaceRow space;
    ResourceRow resource;

    Small()
    {
        tenant.id = TenantId::make(worldNow);
        user.id = UserId::make(worldNow);
        space.id = SpaceId::make(worldNow);
        resource.id = ResourceId::make(worldNow);
        user.tenantId = space.tenantId = resource.tenantId = tenant.id;
        resource.spaceId = space.id;
    }
    [[nodiscard]] SnapshotPtr snapshot(const std::vector<GrantRow> &grants = {}) const
    {
        SnapshotBuilder builder;
        builder.add(tenant);
        builder.add(user);
        builder.add(space);
        builder.add(resource);
        for (const GrantRow &grant : grants)
            builder.add(grant);
        return builder.build().value();
    }
    [[nodiscard]] GrantRow grant(bool onResource, Role role) const
    {
        GrantRow row;
        row.id = GrantId::make(worldNow);
        row.tenantId = tenant.id;
        row.objectKind = onResource ? ObjectKind::Resource : ObjectKind::Space;
        row.objectId = onResource ? resource.id.uuid() : space.id.uuid();
        row.spaceId = space.id;
        row.subjectId = user.id.uuid();
        row.role = role;
        return row;
    }
};

} // namespace

void TestWhatIf::guestsComeAlong() // PRM-9
{
    const Small small;
    const Command command = grantsSet(small.space.id, {{.id = GrantId::make(worldNow),
                                                        .objectKind = ObjectKind::Resource,
                                                        .objectId = small.resource.id.uuid(),
                                                        .subjectId = small.user.id.uuid(),
                                                        .role = Role::Editor}});
    const auto found = whatIf({small.snapshot(), worldNow, {}, plannedChanges(command)});
    const Snapshot &after = *(*found)->difference.after().snapshot;
    const auto user = after.findUser(small.user.id);
    QCOMPARE(
        (*found)->difference.page(0, 9),
        (std::vector<RoleChange>{{user, after.findSpace(small.space.id), Role::None, Role::Guest},
                                 {user, after.findResource(small.resource.id), Role::None, Role::Editor}}));
    QCOMPARE((*found)->difference.gaining(), 1);
    QCOMPARE((*found)->difference.losing(), 0);
}

void TestWhatIf::aLastGrantTakesThoseBelowWithIt() // PRM-9
{
    const Small small;
    const GrantRow onSpace = small.grant(false, Role::Viewer);
    const auto found = whatIf({small.snapshot({onSpace, small.grant(true, Role::Editor)}),
                               worldNow,
                               {},
                               plannedChanges(grantsRemove(small.space.id, {onSpace.id}))});
    const Difference &difference = (*found)->difference;
    QCOMPARE(difference.size(), 2);
    QCOMPARE(difference.losing(), 1);
    QCOMPARE(difference.page(1, 1).front().before, Role::Editor);
    QCOMPARE(difference.page(1, 1).front().after, Role::None);
}

void TestWhatIf::saysWhetherItIsExact() // PRM-7
{
    const Small small;
    const std::vector<PlannedChange> grant{SetGrants{small.space.id,
                                                     {{.id = GrantId::make(worldNow),
                                                       .objectId = small.space.id.uuid(),
                                                       .subjectId = small.user.id.uuid(),
                                                       .role = Role::Editor}}}};
    const Scope tenant{ScopeKind::Tenant, small.tenant.id.uuid(), small.tenant.id.uuid()};
    const Scope management{ScopeKind::Management, small.space.id.uuid(), small.tenant.id.uuid()};
    const auto exact = [&](const QList<Scope> &held, const std::vector<PlannedChange> &changes) {
        return (*whatIf({small.snapshot(), worldNow, held, changes}))->bound == Bound::Exact;
    };
    QVERIFY(exact({tenant}, grant));
    QVERIFY(!exact({management}, grant));
    QVERIFY(!exact({}, grant));
    // What they have in other tenants is for those to see.
    QVERIFY(!exact({tenant}, {SetUserStatus{small.user.id, UserStatus::Suspended}}));
    QVERIFY(exact({tenant}, {RemoveMember{small.user.id}}));
}

void TestWhatIf::runsOnAPoolAndCanBeCancelled() // APP-3
{
    WorldShape shape;
    shape.users = 3000;
    shape.memberships = 3000;
    shape.grants = 2000;
    const World world = makeWorld(shape);
    const SnapshotPtr snapshot = tests::snapshotOf(world);
    OrganizationId root;
    for (const OrganizationRow &row : world.organizations)
        if (row.parentId.isNull())
            root = row.id;
    const WhatIfQuestion question{snapshot, worldNow, {}, {SetOrganizationEnabled{root, false}}};
    QThreadPool pool;
    QFuture<Result<WhatIf>> future = whatIf(pool, question);
    QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }));
    QVERIFY(future.result());
    QVERIFY(future.result()->difference.losing() > 0);

    qsizetype asked = 0;
    const auto stopped = whatIf(question, [&](qsizetype done, qsizetype total) {
        ++asked;
        return done * 2 < total;
    });
    QVERIFY(stopped && !*stopped);
    QVERIFY(asked > 1);

    pool.setMaxThreadCount(1);
    QSemaphore isCancelled; // the only thread is busy until then
    pool.start([&] { isCancelled.acquire(); });
    QFuture<Result<WhatIf>> cancelled = whatIf(pool, question);
    cancelled.cancel();
    isCancelled.release();
    QVERIFY(QTest::qWaitFor([&] { return cancelled.isFinished(); }));
    QCOMPARE(cancelled.resultCount(), 0);
}

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"
