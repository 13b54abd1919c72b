// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/membercommands.h"
#include "core/domain/rolecommands.h"
#include "tests/schema/commandworld.h"

#include <QTest>

#include <atomic>
#include <barrier>
#include <thread>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// Two people at once, again and again, on connections of their own: what must hold, holds at the end of
/// every round.
class TestCommandRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void movesNeverMakeACycle();
    void namesStayUnique();
    void somebodyIsAlwaysSomewhere();
    void nothingPointsAtADeletedDepartment();
    void outsidersAreThoseWithGrants();
    void oneLeaderAtMost();
    void removedOnce();
    void nobodyComesBackWithRolesThatExcludeEachOther();
    void nobodyRemovedKeepsAGrant();
    void administratorsNeverSuspendEachOther();
    void nobodySuspendedBecomesOwner();
    void nobodyWhoIsGoneBecomesLeader();
    void sealersFollowEachOther();

private:
    using Give = std::function<Answer(server::Connection &)>;
    /// Both at the same moment; both answers.
    [[nodiscard]] std::pair<Answer, Answer> race(const Give &first, const Give &second)
    {
        return race(w.adminA, first, w.adminA, second);
    }
    [[nodiscard]] std::pair<Answer, Answer> race(const Person &one, const Give &first, const Person &another,
                                                 const Give &second);
    [[nodiscard]] tenantry::Command removing(const Person &person) const
    {
        return w.seeingMemberships(
            memberRemove(CommandWorld::userId(person), CommandWorld::tenantId(w.tenantA), u"race"_s), person);
    }
    [[nodiscard]] static Give giving(const tenantry::Command &command)
    {
        return [command](server::Connection &connection) { return CommandWorld::give(connection, command); };
    }
    /// A lost race may end in a refusal, never in an error.
    [[nodiscard]] static bool isAnswered(const std::pair<Answer, Answer> &answers)
    {
        return answers.first.sqlState.isEmpty() && answers.second.sqlState.isEmpty();
    }

    static constexpr int rounds = 25;
    CommandWorld w;
};

void TestCommandRaces::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

std::pair<Answer, Answer> TestCommandRaces::race(const Person &one, const Give &first, const Person &another,
                                                 const Give &second)
{
    std::barrier start(2);
    std::pair<Answer, Answer> answers;
    const auto run = [&](const Person &person, const Give &give, Answer &answer) {
        const auto connection = w.connect(person);
        start.arrive_and_wait();
        answer = give(*connection);
    };
    std::thread other([&] { run(another, second, answers.second); });
    run(one, first, answers.first);
    other.join();
    return answers;
}

// ORG-1
void TestCommandRaces::movesNeverMakeACycle()
{
    int refused = 0;
    for (int i = 0; i < rounds; ++i) {
        const QString a = w.addOrganization(u"A %1"_s.arg(i)), b = w.addOrganization(u"B %1"_s.arg(i));
        const auto move = [&](const QString &what, const QString &where) {
            return giving(w.seeing(
                organizationMove(CommandWorld::organizationId(what), CommandWorld::organizationId(where)),
                what));
        };
        const auto answers = race(move(a, b), move(b, a));
        QVERIFY2(isAnswered(answers), qPrintable(answers.first.text() + answers.second.text()));
        QVERIFY(answers.first.isDone() != answers.second.isDone());
        refused +=
            (answers.first.isDone() ? answers.second : answers.first).code() == "organization.under_itself"_L1
                ? 1
                : 0;
    }
    QCOMPARE(refused, rounds);
    // Everybody is found from the roots.
    QCOMPARE(w.must(u"with recursive tree (id) as (select id from app.organizations where parent_id is null"
                    " union all select o.id from app.organizations as o join tree as t on o.parent_id = t.id)"
                    " select (select count(*) from tree) = (select count(*) from app.organizations)"_s),
             u"t"_s);
}

// ORG-1
void TestCommandRaces::namesStayUnique()
{
    for (int i = 0; i < rounds; ++i) {
        const auto create = [&](const QString &name) {
            return giving(organizationCreate(CommandWorld::organizationId(w.newId()),
                                             CommandWorld::tenantId(w.tenantA), {},
                                             {name, u"same_%1"_s.arg(i), {}, {}}));
        };
        const auto answers = race(create(u"Same %1"_s.arg(i)), create(u"SAME %1"_s.arg(i)));
        QVERIFY2(isAnswered(answers), qPrintable(answers.first.text() + answers.second.text()));
        QVERIFY(answers.first.isDone() != answers.second.isDone());
    }
    QCOMPARE(w.must(u"select count(*) from app.organizations where name ilike 'same %'"_s).toInt(), rounds);
}

// ORG-3: two who each take away the other's department leave one of them
void TestCommandRaces::somebodyIsAlwaysSomewhere()
{
    const QString a = w.addOrganization(u"Half one"_s), b = w.addOrganization(u"Half two"_s);
    for (int i = 0; i < rounds; ++i) {
        const auto set = [&](const QString &only) {
            return giving(w.seeingMemberships(
                membershipsSet(CommandWorld::userId(w.memberA), CommandWorld::tenantId(w.tenantA),
                               {{CommandWorld::organizationId(only), u"member"_s}},
                               CommandWorld::organizationId(only), u"race"_s),
                w.memberA));
        };
        const auto answers = race(set(a), set(b));
        QVERIFY2(isAnswered(answers), qPrintable(answers.first.text() + answers.second.text()));
        QVERIFY(answers.first.isDone() != answers.second.isDone());
        QCOMPARE((answers.first.isDone() ? answers.second : answers.first).code(), u"command.conflict"_s);
        QCOMPARE(
            w.must(
                u"select count(*), bool_and(m.organization_id = u.primary_organization_id) from app.memberships as m join app.users as u on u.id = m.user_id where u.id = ?"_s,
                {w.memberA.id}),
            u"1|t"_s);
    }
}

// ORG-1, SPC-6: a delete and a grant, a membership or a child at the same moment
void TestCommandRaces::nothingPointsAtADeletedDepartment()
{
    const QString space = w.addSpace(w.adminA);
    for (int i = 0; i < rounds; ++i) {
        const QString organization = w.addOrganization(u"Short-lived %1"_s.arg(i));
        const OrganizationId id = CommandWorld::organizationId(organization);
        tenantry::Command other;
        if (i % 3 == 0)
            other = grantsSet(CommandWorld::spaceId(space), {{.id = CommandWorld::newGrantId(),
                                                              .objectKind = ObjectKind::Space,
                                                              .objectId = QUuid::fromString(space),
                                                              .subjectKind = SubjectKind::Organization,
                                                              .subjectId = id.uuid()}});
        else if (i % 3 == 1)
            other =
                organizationCreate(CommandWorld::organizationId(w.newId()), CommandWorld::tenantId(w.tenantA),
                                   id, {u"Child %1"_s.arg(i), u"child_%1"_s.arg(i), {}, {}});
        else
            other = w.seeingMemberships(membershipsSet(CommandWorld::userId(w.memberA),
                                                       CommandWorld::tenantId(w.tenantA), {{id, u"member"_s}},
                                                       id, u"race"_s),
                                        w.memberA);
        const auto answers = race(giving(w.seeing(organizationDelete(id), organization)), giving(other));
        QVERIFY2(isAnswered(answers), qPrintable(answers.first.text() + answers.second.text()));
        QVERIFY2(answers.first.isDone() != answers.second.isDone(),
                 qPrintable(answers.first.text() + answers.second.text()));
    }
}

// EXT-1, EXT-2: the last grant in one space and the first in another
void TestCommandRaces::outsidersAreThoseWithGrants()
{
    const QString here = w.addSpace(w.adminA), there = w.addSpace(w.adminA);
    const QString stranger = w.addCard(u"Stranger"_s, w.tenantB);
    QString space = here;
    QString grant;
    for (int i = 0; i < rounds; ++i) {
        if (grant.isEmpty()) {
            grant = w.addGrant(here, u"user"_s, stranger, u"viewer"_s);
            w.must(u"insert into app.outsiders values (?, ?, ?, now()) on conflict do nothing"_s,
                   {w.tenantA, w.newId(), stranger});
        }
        const QString next = space == here ? there : here;
        const GrantId made = CommandWorld::newGrantId();
        const auto answers = race(
            giving(w.seeingGrants(grantsRemove(CommandWorld::spaceId(space), {CommandWorld::grantId(grant)}),
                                  {grant})),
            giving(grantsSet(CommandWorld::spaceId(next), {{.id = made,
                                                            .objectKind = ObjectKind::Space,
                                                            .objectId = QUuid::fromString(next),
                                                            .subjectKind = SubjectKind::User,
                                                            .subjectId = QUuid::fromString(stranger)}})));
        QVERIFY2(answers.first.isDone() && answers.second.isDone(),
                 qPrintable(answers.first.text() + answers.second.text()));
        QCOMPARE(w.must(u"select count(*) from app.outsiders where tenant_id = ? and user_id = ?"_s,
                        {w.tenantA, stranger}),
                 u"1"_s);
        grant = made.toString();
        space = next;
    }
}

// ORG-11
void TestCommandRaces::oneLeaderAtMost()
{
    for (int i = 0; i < rounds; ++i) {
        const QString organization = w.addOrganization(u"Contested %1"_s.arg(i));
        const OrganizationId id = CommandWorld::organizationId(organization);
        const auto answers =
            race(giving(w.seeing(organizationEdit(id, {.leaderId = CommandWorld::userId(w.memberA)}),
                                 organization)),
                 giving(w.seeingMemberships(membershipsSet(CommandWorld::userId(w.ownerA),
                                                           CommandWorld::tenantId(w.tenantA),
                                                           {{id, u"leader"_s}}, id, u"race"_s),
                                            w.ownerA)));
        QVERIFY2(isAnswered(answers), qPrintable(answers.first.text() + answers.second.text()));
        QVERIFY(answers.first.isDone() != answers.second.isDone());
        QCOMPARE(
            w.must(u"select count(*) from app.memberships where organization_id = ? and role = 'leader'"_s,
                   {organization}),
            u"1"_s);
    }
}

// ORG-6: two who remove the same person
void TestCommandRaces::removedOnce()
{
    const Person person = w.addMember(u"Removed by two"_s);
    for (int i = 0; i < 10; ++i) {
        const auto answers = race(giving(removing(person)), giving(removing(person)));
        QVERIFY2(isAnswered(answers), qPrintable(answers.first.text() + answers.second.text()));
        QVERIFY(answers.first.isDone() != answers.second.isDone());
        QCOMPARE((answers.first.isDone() ? answers.second : answers.first).code(),
                 u"membership.user_elsewhere"_s);
        QCOMPARE(w.must(u"select count(*) from app.removals where user_id = ?"_s, {person.id}).toInt(),
                 i + 1);
        w.moveTo(person, w.tenantA);
    }
}

// ROL-3, ORG-7: two roles come to exclude each other while somebody who had both is brought back
void TestCommandRaces::nobodyComesBackWithRolesThatExcludeEachOther()
{
    const Person person = w.addMember(u"Back with two roles"_s);
    QList<TenantRoleId> roles;
    for (const QString &name : {u"Pays"_s, u"Audits"_s}) {
        roles.append(TenantRoleId(QUuid(SchemaWorld::newId())));
        QVERIFY(w.give(w.adminA, roleCreate(roles.last(), CommandWorld::tenantId(w.tenantA), {name, {}, {u"spaces.create"_s}})).isDone());
        QVERIFY(w.give(w.adminA, roleAssign(roles.last(), CommandWorld::userId(person))).isDone());
    }
    const QString removal = w.give(w.adminA, removing(person)).result(u"removal_id"_s);
    const auto restoring = w.connect(w.adminA);
    QVERIFY(restoring->exec(u"begin"_s));
    const Answer back = CommandWorld::give(*restoring, memberRestore(QUuid(removal), CommandWorld::tenantId(w.tenantA), false));
    QVERIFY2(back.isDone(), qPrintable(back.text()));
    tenantry::Command excluding = roleChange(roles[0], {.excludes = {{roles[1]}}});
    excluding.see(roles[0].uuid(), {}, 1);
    Answer excluded;
    std::thread other([&] { excluded = w.give(w.adminA, excluding); });
    const bool waits = QTest::qWaitFor([&] { return w.must(u"select count(*) from pg_locks where not granted"_s) != u"0"_s; }, 4000);
    const bool committed = restoring->exec(u"commit"_s).has_value();
    other.join();
    QVERIFY(waits && committed);
    QCOMPARE(excluded.code(), u"role.exclusion_held"_s);
}

// ORG-6, EXT-1: who is removed while somebody adds them to a space is an outsider with that grant, or has
// none
void TestCommandRaces::nobodyRemovedKeepsAGrant()
{
    const Person person = w.addMember(u"Removed and added"_s);
    const QString space = w.addSpace(w.ownerA);
    for (int i = 0; i < 10; ++i) {
        const auto answers = race(
            w.adminA, giving(removing(person)), w.ownerA,
            giving(grantsSet(CommandWorld::spaceId(space), {{.id = CommandWorld::newGrantId(),
                                                             .objectKind = ObjectKind::Space,
                                                             .objectId = QUuid::fromString(space),
                                                             .subjectKind = SubjectKind::User,
                                                             .subjectId = QUuid::fromString(person.id)}})));
        QVERIFY2(answers.first.isDone() && answers.second.isDone(),
                 qPrintable(answers.first.text() + answers.second.text()));
        QCOMPARE(
            w.must(
                u"select (select count(*) from app.grants where user_id = u.id) = (select count(*) from app.outsiders where user_id = u.id) from app.users as u where id = ?"_s,
                {person.id}),
            u"t"_s);
        w.moveTo(person, w.tenantA);
        w.must(u"delete from app.grants where user_id = ?"_s, {person.id});
    }
}

// ROL-4: of two system administrators who suspend each other one stays; the other's command ends with their
// session
void TestCommandRaces::administratorsNeverSuspendEachOther()
{
    const auto suspending = [&](const Person &person) {
        return giving(userSetSuspended(CommandWorld::userId(person), CommandWorld::tenantId(w.defaultTenant),
                                       true, u"race"_s));
    };
    for (int i = 0; i < 10; ++i) {
        const auto answers = race(w.root, suspending(w.secondRoot), w.secondRoot, suspending(w.root));
        QVERIFY2(answers.first.isDone() != answers.second.isDone(),
                 qPrintable(answers.first.text() + answers.second.text()));
        QCOMPARE(w.must(u"select count(*) from app.users where status = 'suspended' and id in (?, ?)"_s,
                        {w.root.id, w.secondRoot.id}),
                 u"1"_s);
        for (const Person &person : {w.root, w.secondRoot})
            w.must(u"select worker.set_user_status(?, 'active', 'next round')"_s, {person.id});
    }
}

// SPC-10, ORG-7: whoever is second waits for the first and sees what they did
void TestCommandRaces::nobodySuspendedBecomesOwner()
{
    const QString execute = u"alter function api.execute(uuid, text, jsonb, jsonb, uuid[], jsonb) set lock_timeout = "_s;
    w.must(execute + u"'100ms'"_s);
    const QString space = w.addSpace(w.ownerA), heir = w.addCard(u"Heir"_s);
    const auto transfer = [&](const QString &to) {
        return w.seeingSpace(spaceTransfer(CommandWorld::spaceId(space), UserId(QUuid::fromString(to))), space);
    };
    const auto suspending = [&](const QString &who) {
        return userSetSuspended(UserId(QUuid::fromString(who)), CommandWorld::tenantId(w.tenantA), true, u"race"_s);
    };
    const auto owner = w.connect(w.ownerA), administrator = w.connect(w.adminA);
    const tenantry::Command gone = suspending(heir);
    {
        auto open = server::Transaction::begin(*owner);
        QVERIFY(open);
        QVERIFY(CommandWorld::give(*owner, transfer(heir)).isDone());
        QCOMPARE(CommandWorld::give(*administrator, gone).sqlState, u"55P03"_s);
        QVERIFY(open->commit());
    }
    QVERIFY(CommandWorld::give(*administrator, gone).isDone());
    QCOMPARE(w.must(u"select parameters -> 'spaces' from app.notifications where kind = 'handover_due' and parameters ->> 'user_id' = ?"_s, {heir}),
             u"1"_s); // the administrator was told of what is left

    w.must(execute + u"'5s'"_s);

    // The other way round: whoever waits judges by what the first one left.
    const QString leaver = w.addCard(u"Leaver"_s);
    const tenantry::Command late = transfer(leaver);
    const auto other = w.connect(w.adminA);
    const int session = other->backendPid();
    Answer answer;
    std::thread waiting;
    {
        auto open = server::Transaction::begin(*administrator);
        QVERIFY(open);
        QVERIFY(CommandWorld::give(*administrator, suspending(leaver)).isDone());
        waiting = std::thread([&] { answer = CommandWorld::give(*other, late); });
        (void)QTest::qWaitFor([&] {
            return w.must(u"select wait_event_type from pg_stat_activity where pid = ?"_s, {session}) == "Lock"_L1;
        });
        (void)open->commit();
    }
    waiting.join();
    QCOMPARE(answer.code(), u"owner.inactive"_s);
}

// ORG-1, ORG-3: whoever waits for who is being suspended judges by what that left
void TestCommandRaces::nobodyWhoIsGoneBecomesLeader()
{
    const QString leader = w.addCard(u"Leader to be"_s), department = w.addOrganization(u"Leaderless"_s);
    OrganizationEdit edit;
    edit.leaderId = UserId(QUuid::fromString(leader));
    const tenantry::Command late = w.seeing(organizationEdit(CommandWorld::organizationId(department), edit), department);
    const auto administrator = w.connect(w.adminA), other = w.connect(w.adminA);
    const int session = other->backendPid();
    Answer answer;
    std::thread waiting;
    {
        auto open = server::Transaction::begin(*administrator);
        QVERIFY(open);
        QVERIFY(CommandWorld::give(*administrator, userSetSuspended(UserId(QUuid::fromString(leader)), CommandWorld::tenantId(w.tenantA), true, u"race"_s)).isDone());
        waiting = std::thread([&] { answer = CommandWorld::give(*other, late); });
        (void)QTest::qWaitFor([&] {
            return w.must(u"select wait_event_type from pg_stat_activity where pid = ?"_s, {session}) == "Lock"_L1;
        });
        (void)open->commit();
    }
    waiting.join();
    QCOMPARE(answer.code(), u"organization.leader_inactive"_s);
    QCOMPARE(w.must(u"select count(*) from app.memberships where organization_id = ? and role = 'leader'"_s, {department}), u"0"_s);
}

// AUD-1: two workers who seal at the same moment, while entries come, make one chain without a gap
void TestCommandRaces::sealersFollowEachOther()
{
    std::atomic<bool> stop = false;
    std::atomic<int> sealed = 0, failed = 0;
    const auto seal = [&] {
        const auto connection = w.cluster().ownerConnection();
        while (!stop) {
            const auto rows = connection->exec(u"select worker.seal_audit(7)"_s);
            if (rows)
                sealed += rows->value().toInt();
            else
                ++failed;
        }
    };
    std::thread one(seal), other(seal);
    for (int i = 0; i < rounds; ++i)
        (void)w.give(w.adminA, organizationCreate(CommandWorld::organizationId(w.newId()),
                                                  CommandWorld::tenantId(w.tenantA), {},
                                                  {u"Sealed %1"_s.arg(i), u"sealed_%1"_s.arg(i), {}, {}}));
    stop = true;
    one.join();
    other.join();
    QCOMPARE(failed.load(), 0);
    QVERIFY(sealed >= rounds);
    w.must(u"select worker.seal_audit()"_s);
    QCOMPARE(
        w.must(
            u"select distinct v -> 'faults', v -> 'unsealed' from app.audit_heads as h cross join lateral worker.verify_audit(h.tenant_id) as v"_s),
        u"[]|0"_s);
}

QTEST_GUILESS_MAIN(TestCommandRaces)
#include "tst_commandraces.moc"
