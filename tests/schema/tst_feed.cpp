// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/feedworld.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// The feed follows its tables: whatever changes, whoever changes it at the same time.
class tst_Feed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replicaEqualsFreshPull_data();
    void replicaEqualsFreshPull();
    void rebuildEqualsTriggers();
    void twoReasonsRemovedAtOnce();
    void changeOfARowThatIsBeingShared_data();
    void changeOfARowThatIsBeingShared();
    void movesOfWhatAReasonRestsOn_data();
    void movesOfWhatAReasonRestsOn();
    void rolesFollowTheDataScope();
    void freezingIsToldWhereTheirPeopleAreSeen();
    void lateCommits();
};

void tst_Feed::replicaEqualsFreshPull_data()
{
    QTest::addColumn<double>("seed");
    for (const double seed : {0.1, 0.77})
        QTest::addRow("%.2f", seed) << seed;
}

// OPM-5, design §3: expiry, freeze, moves, disabling, memberships, group edits, deletions, changes of tenant: always the same as afresh.
void tst_Feed::replicaEqualsFreshPull()
{
    QFETCH(double, seed);
    FeedWorld world;
    const QString error = world.create(seed);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QVERIFY(world.owner().exec(u"select setseed(%1)"_s.arg(seed)));
    for (int round = 0; round < 40; ++round) {
        const auto step = world.owner().exec(u"select test.step()"_s);
        QVERIFY2(step, step ? "" : qPrintable(describe(step.error())));
        for (FeedWorld::Person &person : world.people()) {
            const bool isFirst = person.replica->cursor().isEmpty();
            const auto pulled = person.replica->pull();
            // Somebody who is suspended now, or in a frozen tenant, is refused and pulls again later.
            if (!pulled) {
                QCOMPARE(server::sqlState(pulled.error()), u"TY403"_s);
                continue;
            }
            QCOMPARE(pulled->full, isFirst);
            if (round % 4 == 3) {
                const QString difference = differenceToFreshPull(person);
                QVERIFY2(difference.isEmpty(), qPrintable(u"round %1, %2:\n"_s.arg(round).arg(person.name) + difference));
            }
        }
        if (round % 10 == 9)
            QCOMPARE(world.run(u"select * from test.feed_differences()"_s), QString());
    }
}

// Demo loader and restore build the feed afterwards.
void tst_Feed::rebuildEqualsTriggers()
{
    FeedWorld world;
    const QString error = world.create(0.3);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    for (int n = 0; n < 150; ++n)
        QVERIFY(world.owner().exec(u"select test.step()"_s));
    const QString live = u"select count(*), sum(refs), sum(hashtextextended(scope_kind || scope_id::text || kind || id || refs, 0)) from app.feed where not gone"_s;
    QCOMPARE(world.run(u"select * from test.feed_differences()"_s), QString());
    const QString before = world.run(live);
    QVERIFY(world.run(u"select count(*) from app.feed where gone"_s).toInt() > 10);
    QVERIFY(world.run(u"select app.rebuild_feed()"_s).toInt() > 100);
    QCOMPARE(world.run(live), before);
    // And it goes on from there.
    for (int n = 0; n < 50; ++n)
        QVERIFY(world.owner().exec(u"select test.step()"_s));
    QCOMPARE(world.run(u"select * from test.feed_differences()"_s), QString());
}

// Without counted reasons both removals see the other's grant still there, and the card stays for ever.
void tst_Feed::twoReasonsRemovedAtOnce()
{
    FeedWorld world;
    const QString error = world.create(0.2);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const QString space = world.run(u"select s.id from app.spaces as s order by s.id limit 1"_s);
    const QString person = world.run(u"select id from app.users where id not in (select user_id from app.grants where user_id is not null and space_id = '%1') and id not in (select granted_by from app.grants) limit 1"_s.arg(space));
    QVERIFY(!person.isEmpty());
    const QString grant = u"insert into app.grants (tenant_id, id, space_id, resource_id, user_id, role, granted_by, granted_at) "
                          "select r.tenant_id, app.uuid7(), r.space_id, r.id, '%1', 'viewer', r.created_by, now() from app.resources as r where r.space_id = '%2' order by r.id limit 2"_s.arg(person, space);
    QCOMPARE(world.run(grant), QString());
    const QString entry = u"select refs, gone from app.feed where scope_kind = 9 and scope_id = '%1' and kind = 2 and id = '%2'"_s.arg(space, person);
    QCOMPARE(world.run(entry), u"2|f"_s);
    const QStringList grants = world.run(u"select id from app.grants where user_id = '%1' and space_id = '%2' order by id"_s.arg(person, space)).split(u'\n');
    QCOMPARE(grants.size(), 2);
    const auto first = world.cluster().ownerConnection();
    QVERIFY(first->exec(u"begin"_s));
    QVERIFY(first->exec(u"delete from app.grants where id = ?"_s, {grants[0]}));
    std::atomic<bool> removed = false;
    std::jthread other([&] {
        const auto second = world.cluster().ownerConnection();
        removed = second->exec(u"delete from app.grants where id = ?"_s, {grants[1]}).has_value();
    });
    QTRY_COMPARE(world.run(u"select count(*) from pg_stat_activity where wait_event_type = 'Lock'"_s), u"1"_s);
    QVERIFY(first->exec(u"commit"_s));
    other.join();
    QVERIFY(removed);
    QCOMPARE(world.run(entry), u"0|t"_s);
    QCOMPARE(world.run(u"select * from test.feed_differences()"_s), QString());
}

void tst_Feed::changeOfARowThatIsBeingShared_data()
{
    QTest::addColumn<bool>("changeFirst");
    QTest::addRow("card changed while a grant shows it") << true;
    QTest::addRow("grant shows a card while it is changed") << false;
}

// Who changes a card doesn't see entries that others are just making for it: one must wait for the other.
void tst_Feed::changeOfARowThatIsBeingShared()
{
    QFETCH(bool, changeFirst);
    FeedWorld world;
    const QString error = world.create(0.2);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    FeedWorld::Person &owner = world.personBy(u"select g.user_id from app.grants as g join app.tenants as t on t.id = g.tenant_id where g.role = 'owner' and g.user_id <> t.administrator_id limit 1"_s);
    const QString space = world.run(u"select space_id from app.grants where role = 'owner' and user_id = '%1' limit 1"_s.arg(owner.id));
    const QString stranger = world.run(u"select id from app.users where name = 'newcomer'"_s);
    QCOMPARE(world.run(u"delete from app.grants where user_id = '%1' or granted_by = '%1'"_s.arg(stranger)), QString());
    QVERIFY(owner.replica->pull());
    QVERIFY(!owner.replica->holds(2, stranger));
    const QString change = u"update app.users set name = 'changed' where id = '%1'"_s.arg(stranger);
    const QString grant = u"insert into app.grants (tenant_id, id, space_id, user_id, role, granted_by, granted_at) "
                          "select tenant_id, app.uuid7(), id, '%1', 'viewer', created_by, now() from app.spaces where id = '%2'"_s.arg(stranger, space);
    const auto first = world.cluster().ownerConnection();
    QVERIFY(first->exec(u"begin"_s));
    QVERIFY(first->exec(changeFirst ? change : grant));
    std::atomic<bool> done = false;
    std::jthread other([&] {
        const auto second = world.cluster().ownerConnection();
        done = second->exec(changeFirst ? grant : change).has_value();
    });
    QTRY_COMPARE(world.run(u"select count(*) from pg_stat_activity where wait_event_type = 'Lock'"_s), u"1"_s);
    QVERIFY(owner.replica->pull());
    QVERIFY(first->exec(u"commit"_s));
    other.join();
    QVERIFY(done);
    QVERIFY(owner.replica->pull());
    QVERIFY(owner.replica->holds(2, stranger));
    QCOMPARE(differenceToFreshPull(owner), QString());
}

namespace {

const QString promoting = u"insert into app.role_assignments (id, user_id, role, assigned_at) select app.uuid7(), id, 'system_administrator', now() from app.users where name = 'newcomer'"_s;
const QString joining = u"insert into app.memberships (tenant_id, id, user_id, organization_id, since) select u.tenant_id, app.uuid7(), u.id, o.id, now() from app.users as u"
                          " join app.organizations as o on o.tenant_id = u.tenant_id and o.name = 'second' where u.name = 'newcomer'"_s;

} // namespace

void tst_Feed::movesOfWhatAReasonRestsOn_data()
{
    QTest::addColumn<QString>("mover");
    QTest::addColumn<QString>("adder");
    const QString move = u"update app.applications set tenant_id = (select id from app.tenants where name = 'beta') where reason = 'moved'"_s;
    const QString event = u"insert into app.application_events (id, application_id, stage, act, actor_id, at) select app.uuid7(), id, 2, 'approved', applicant_id, now() from app.applications where reason = 'moved'"_s;
    QTest::addRow("application moves first") << move << event;
    QTest::addRow("event comes first") << event << move;
    const QString leave = u"update app.users set tenant_id = (select id from app.tenants where name = 'beta'), "
                          "primary_organization_id = (select root_organization_id from app.tenants where name = 'beta') where name = 'newcomer'"_s;
    // A role lies in the organizations of its person: neither of both misses the other.
    QTest::addRow("membership comes first") << joining << promoting;
    QTest::addRow("role comes before the membership") << promoting << joining;
    const QString goes = u"delete from app.role_assignments where role = 'system_administrator' and user_id = (select id from app.users where name = 'newcomer')"_s;
    const QString quits = u"delete from app.memberships as m using app.users as u where u.id = m.user_id and u.name = 'newcomer' and m.organization_id <> u.primary_organization_id"_s;
    QTest::addRow("role goes, then the membership") << goes << quits;
    QTest::addRow("membership goes, then the role") << quits << goes;
    QTest::addRow("membership goes while a role comes") << quits << promoting;
    QTest::addRow("person moves first") << leave << promoting;
    QTest::addRow("role comes first") << promoting << leave;
}

// An event lies where its application is decided, a role where its person is: whichever of both changes, and both at once.
void tst_Feed::movesOfWhatAReasonRestsOn()
{
    QFETCH(QString, mover);
    QFETCH(QString, adder);
    FeedWorld world;
    const QString error = world.create(0.2);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QCOMPARE(world.run(u"insert into app.applications (id, kind, tenant_id, applicant_id, stages, form, reason, submitted_at) "
                       "select app.uuid7(), 'tenant_creation', t.id, t.administrator_id, '{tenant_administrator}', '{}', 'moved', now() from app.tenants as t where name = 'alpha'"_s),
             QString());
    const QString membership = u"set constraints all deferred; update app.memberships set tenant_id = t.id, organization_id = t.root_organization_id from app.tenants as t "
                               "where t.name = 'beta' and user_id = (select id from app.users where name = 'newcomer')"_s;
    QCOMPARE(world.run(u"insert into app.organizations (tenant_id, id, parent_id, name, code, created_at) select id, app.uuid7(), root_organization_id, 'second', 'second', now() from app.tenants where is_default"_s), QString());
    for (const QString &other : {mover, adder}) {
        if (other.startsWith(u"delete from app.memberships"_s))
            QCOMPARE(world.run(joining), QString());
        if (other.startsWith(u"delete from app.role_assignments"_s))
            QCOMPARE(world.run(promoting), QString());
    }
    const bool leaving = (mover + adder).contains(u"app.users set"_s);
    const auto first = world.cluster().ownerConnection();
    QVERIFY(first->exec(u"begin"_s));
    // The membership goes with the person, whoever is first.
    if (leaving && mover.startsWith(u"update"_s))
        QVERIFY(first->script(membership.toUtf8()));
    const auto moved = first->exec(mover);
    QVERIFY2(moved, moved ? "" : qPrintable(describe(moved.error())));
    QString failed;
    std::jthread other([&] {
        const auto second = world.cluster().ownerConnection();
        const auto done = second->script((u"begin; "_s + (leaving && adder.startsWith(u"update"_s) ? membership + u"; "_s : QString()) + adder + u"; commit"_s).toUtf8());
        if (!done)
            failed = describe(done.error());
    });
    QTRY_COMPARE(world.run(u"select count(*) from pg_stat_activity where wait_event_type = 'Lock'"_s), u"1"_s);
    QVERIFY(first->exec(u"commit"_s));
    other.join();
    QCOMPARE(failed, QString());
    QCOMPARE(world.run(u"select * from test.feed_differences()"_s), QString());
}

// OPM-5, OPM-9: whoever's data scope covers an organization, but not the tenant, has the roles of its people with their names, as the people themselves.
void tst_Feed::rolesFollowTheDataScope()
{
    FeedWorld world;
    const QString error = world.create(0.2);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const auto must = [&](const QString &sql) { QCOMPARE(world.run(sql), QString()); };
    const QString alpha = u"(select id from app.tenants where name = 'alpha')"_s;
    must(u"update app.organization_permissions set data_scope = null"_s); // own
    // Two people of alpha who share no organization.
    const QString organization = world.run(u"select id from app.organizations where tenant_id = %1 and parent_id is not null order by id limit 1"_s.arg(alpha));
    const QString members = u"select u.id from app.users as u where u.tenant_id = %1 and u.status = 'active' and u.id <> (select administrator_id from app.tenants where name = 'alpha')"_s.arg(alpha);
    FeedWorld::Person &delegate = world.personBy(members + u" order by u.id limit 1"_s);
    const QString other = world.run(members + u" and u.id <> '%1' order by u.id limit 1"_s.arg(delegate.id));
    const QString join = u"insert into app.memberships (tenant_id, id, user_id, organization_id, since) values (%1, app.uuid7(), '%2', '%3', now()) on conflict do nothing"_s;
    must(u"delete from app.memberships as m using app.users as u where u.id = m.user_id and u.id in ('%1', '%2') and m.organization_id <> u.primary_organization_id"_s.arg(delegate.id, other));
    const QString common = world.run(u"select m.organization_id from app.memberships as m where m.user_id = '%1' intersect select m.organization_id from app.memberships as m where m.user_id = '%2'"_s.arg(delegate.id, other));
    if (!common.isEmpty()) { // the other goes elsewhere
        must(join.arg(alpha, other, organization == common ? world.run(u"select root_organization_id from app.tenants where name = 'alpha'"_s) : organization));
        must(u"update app.users set primary_organization_id = (select m.organization_id from app.memberships as m where m.user_id = '%1' and m.organization_id <> '%2') where id = '%1'"_s.arg(other, common));
        must(u"delete from app.memberships where user_id = '%1' and organization_id = '%2'"_s.arg(other, common));
    }
    must(u"insert into app.tenant_roles (tenant_id, id, name, keys, created_at) values (%1, app.uuid7(), 'auditor', '{}', now())"_s.arg(alpha));
    const QString role = world.run(u"select id from app.tenant_roles where name = 'auditor'"_s);
    must(u"insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at) values (app.uuid7(), '%1', %2, '%3', now())"_s.arg(other, alpha, role));
    const QString assignment = world.run(u"select id from app.role_assignments where role = '%1'"_s.arg(role));
    const auto sees = [&] {
        if (!delegate.replica->pull())
            return u"refused"_s;
        return QString::number(delegate.replica->holds(18, assignment)) + QString::number(delegate.replica->holds(20, role)) + differenceToFreshPull(delegate);
    };
    QCOMPARE(sees(), u"00"_s);
    const QString own = world.run(u"select primary_organization_id from app.users where id = '%1'"_s.arg(delegate.id));
    must(join.arg(alpha, other, own));
    QCOMPARE(sees(), u"11"_s);
    must(u"update app.tenant_roles set name = 'inspector', version = version + 1 where id = '%1'"_s.arg(role));
    QCOMPARE(sees(), u"11"_s);
    must(u"delete from app.role_assignments where id = '%1'"_s.arg(assignment));
    QCOMPARE(sees(), u"00"_s);
    must(u"insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at) values ('%4', '%1', %2, '%3', now())"_s.arg(other, alpha, role, assignment));
    QCOMPARE(sees(), u"11"_s);
    must(u"delete from app.memberships where user_id = '%1' and organization_id = '%2'"_s.arg(other, own));
    QCOMPARE(sees(), u"00"_s);
    QCOMPARE(world.run(u"select * from test.feed_differences()"_s), QString());
}

// Whoever sees somebody from outside is told that their tenant is frozen, and no more of it.
void tst_Feed::freezingIsToldWhereTheirPeopleAreSeen() // TEN-11, EXT-1
{
    FeedWorld world;
    const QString error = world.create(0.2);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    FeedWorld::Person &owner = world.personBy(
        u"select g.user_id from app.grants as g join app.tenants as t on t.id = g.tenant_id join app.users as u on u.id = g.user_id and u.tenant_id = g.tenant_id where g.role = 'owner' and g.user_id <> t.administrator_id limit 1"_s);
    const QString space = world.run(
        u"select space_id from app.grants where role = 'owner' and user_id = '%1' limit 1"_s.arg(owner.id));
    const QString tenant = world.run(
        u"select id from app.tenants where not is_default and id not in (select tenant_id from app.spaces where id = '%1') limit 1"_s
            .arg(space));
    QCOMPARE(
        world.run(
            u"delete from app.grants as g using app.users as u where u.id = g.user_id and u.tenant_id = '%1' and g.tenant_id <> '%1'"_s
                .arg(tenant)),
        QString());
    QVERIFY(!tenant.isEmpty());
    const QString stranger =
        world.run(u"select administrator_id from app.tenants where id = '%1'"_s.arg(tenant));
    QVERIFY(owner.replica->pull());
    QVERIFY(!owner.replica->holds(22, tenant));
    QCOMPARE(
        world.run(
            u"insert into app.grants (tenant_id, id, space_id, user_id, role, granted_by, granted_at) select s.tenant_id, app.uuid7(), s.id, '%1', 'viewer', '%2', now() from app.spaces as s where s.id = '%3'"_s
                .arg(stranger, owner.id, space)),
        QString());
    const auto seesItself = [&] {
        const QMap<Entry, QByteArray> &rows = owner.replica->rows();
        return rows.contains({8, space, 1, tenant}) || rows.contains({9, space, 1, tenant});
    };
    const auto told = [&] {
        if (!owner.replica->pull())
            return u"no pull"_s;
        const auto &rows = owner.replica->rows();
        const auto found = std::ranges::find_if(rows.keyBegin(), rows.keyEnd(), [&](const Entry &entry) {
            return entry.kind == 22 && entry.id == tenant;
        });
        return found == rows.keyEnd() ? QString() : QString::fromUtf8(*found.base());
    };
    QCOMPARE(told(), u"(%1,f)"_s.arg(tenant));
    QVERIFY(!seesItself());
    for (const auto &[state, frozen] : {std::pair(u"frozen"_s, u"t"_s), std::pair(u"active"_s, u"f"_s),
                                        std::pair(u"closing"_s, u"f"_s), std::pair(u"frozen"_s, u"t"_s)}) {
        QCOMPARE(world.run(u"update app.tenants set state = '%1' where id = '%2'"_s.arg(state, tenant)),
                 QString());
        QCOMPARE(told(), u"(%1,%2)"_s.arg(tenant, frozen));
    }
    QVERIFY(!seesItself());
    QCOMPARE(
        world.run(u"delete from app.grants where user_id = '%1' and space_id = '%2'"_s.arg(stranger, space)),
        QString());
    QCOMPARE(told(), QString());
    QCOMPARE(world.run(u"select * from test.feed_differences()"_s), QString());
}

// Ten writers with savepoints and rollbacks, and one who holds a transaction open: no row is lost and none comes twice.
void tst_Feed::lateCommits()
{
    FeedWorld world;
    const QString error = world.create(0.6);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    FeedWorld::Person &administrator = world.personBy(u"select administrator_id from app.tenants where name = 'alpha'"_s);
    const QString tenant = world.run(u"select id from app.tenants where name = 'alpha'"_s);
    QVERIFY(administrator.replica->pull());

    const auto holder = world.cluster().ownerConnection();
    QVERIFY(holder->exec(u"begin"_s));
    QVERIFY(holder->exec(u"insert into app.role_groups (tenant_id, id, name, created_at) values ('%1', app.uuid7(), 'held', now())"_s.arg(tenant)));
    std::atomic<int> running = 10;
    std::atomic<int> failed = 0;
    std::vector<std::jthread> writers;
    for (int writer = 0; writer < 10; ++writer) {
        writers.emplace_back([&, writer] {
            const auto connection = world.cluster().ownerConnection();
            for (int n = 0; n < 40; ++n) {
                const QString insert = u"insert into app.role_groups (tenant_id, id, name, created_at) values ('%1', app.uuid7(), 'w%2 %3', now())"_s.arg(tenant).arg(writer).arg(n);
                bool good = connection->exec(u"begin"_s).has_value() && connection->exec(u"savepoint a"_s).has_value() && connection->exec(insert).has_value();
                good = good && connection->exec(n % 3 == 0 ? u"rollback to a"_s : u"release a"_s).has_value();
                good = good && connection->exec(u"update app.role_groups set version = version + 1 where name = 'w%1 %2'"_s.arg(writer).arg(n - 1)).has_value();
                good = good && connection->exec(n % 7 == 0 ? u"rollback"_s : u"commit"_s).has_value();
                failed += !good;
            }
            --running;
        });
    }
    QStringList repeated;
    int pulls = 0;
    while (running > 0) {
        const auto pulled = administrator.replica->pull();
        QVERIFY2(pulled, pulled ? "" : qPrintable(describe(pulled.error())));
        repeated += pulled->repeated;
        ++pulls;
    }
    for (std::jthread &writer : writers)
        writer.join();
    QCOMPARE(failed, 0);
    QVERIFY(administrator.replica->pull());
    QCOMPARE(differenceToFreshPull(administrator), QString());
    QVERIFY(holder->exec(u"commit"_s));
    const auto last = administrator.replica->pull();
    QVERIFY(last);
    QCOMPARE(last->changedRows, 2); // the held row, in tenant and chart
    QCOMPARE(differenceToFreshPull(administrator), QString());
    QCOMPARE(repeated, QStringList());
    qInfo("%d pulls while writing, %lld rows", pulls, (long long)administrator.replica->rows().size());
}

QTEST_GUILESS_MAIN(tst_Feed)
#include "tst_feed.moc"
