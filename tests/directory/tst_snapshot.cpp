// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/snapshot.h"
#include "tests/directory/snapshotfacts.h"
#include "tests/support/worldgenerator.h"

#include <QTest>

#include <random>

using namespace tenantry;
using namespace tenantry::directory;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

namespace
{

QUuid uuid(int n) { return QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1); }

OrganizationRow organization(int n, int parent = 0)
{
    OrganizationRow row;
    row.id = OrganizationId(uuid(n));
    row.parentId = parent ? OrganizationId(uuid(parent)) : OrganizationId();
    row.name = u"O%1"_s.arg(n);
    return row;
}

MembershipRow membership(int n, int user, int in, const QString &role = u"member"_s)
{
    return {uuid(n), {}, UserId(uuid(user)), OrganizationId(uuid(in)), role, {}, 1};
}

} // namespace

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackEveryRow()
    {
        WorldShape shape;
        shape.tenants = 2;
        const World world = makeWorld(shape);
        std::vector<Row> rows;
        eachRow(world, [&](const auto &row) { rows.emplace_back(row); });
        std::shuffle(rows.begin(), rows.end(), std::mt19937(7)); // any order
        SnapshotBuilder builder;
        for (const Row &row : rows)
            builder.add(row);
        const SnapshotPtr snapshot = builder.build().value();
        QCOMPARE(snapshot->allRows().size(), rows.size());
        for (const Row &row : rows) {
            const auto got = snapshot->row({kindOf(row), idOf(row)});
            QVERIFY(got);
            QVERIFY2(*got == row, wireName(kindOf(row)).data());
        }
        QVERIFY(!snapshot->row({RowKind::User, uuid(99)}));
    }

    void smallTablesComeInTheOrderOfTheirMaking()
    {
        SnapshotBuilder builder;
        ApplicationRow application;
        for (const int n : {3, 1, 2}) {
            application.id = ApplicationId(uuid(n));
            builder.add(application);
            for (const int event : {n * 10 + 1, n * 10})
                builder.add(ApplicationEventRow{uuid(event), application.id, 1, u"submitted"_s, {}, {}, {}, false});
        }
        builder.add(SettingRow{uuid(50), {}, u"lease"_s, u"14"_s, 1});
        builder.add(SettingRow{uuid(51), TenantId(uuid(7)), u"lease"_s, u"3"_s, 1});
        builder.add(NotificationReadRow{uuid(60), UserId(uuid(1)), uuid(70), {}});
        const SnapshotPtr s = builder.build().value();
        QList<uint> order;
        for (const ApplicationRow &row : s->applications())
            order.append(row.id.uuid().data1);
        QCOMPARE(order, QList<uint>({1, 2, 3}));
        const auto events = s->eventsOf(ApplicationId(uuid(2)));
        QCOMPARE(events.size(), 2);
        QCOMPARE(events[0].id, uuid(20));
        QCOMPARE(s->setting({}, u"lease"_s)->value, u"14"_s);
        QCOMPARE(s->setting(TenantId(uuid(7)), u"lease"_s)->value, u"3"_s);
        QVERIFY(!s->setting({}, u"other"_s));
        QVERIFY(s->isRead(uuid(70), UserId(uuid(1))) && !s->isRead(uuid(70), UserId(uuid(2))));
    }

    void countsDifferentPeople() // ORG-2
    {
        //      1
        //    2   3      person 10 is in 4, 5 and 3; person 11 in 4 and 1
        //  4  5
        SnapshotBuilder builder;
        for (const auto &[n, parent] : {std::pair{4, 2}, {1, 0}, {2, 1}, {3, 1}, {5, 2}})
            builder.add(organization(n, parent));
        builder.add(membership(100, 10, 4));
        builder.add(membership(101, 10, 5, u"leader"_s));
        builder.add(membership(102, 10, 3));
        builder.add(membership(103, 11, 4));
        builder.add(membership(104, 11, 1));
        const SnapshotPtr s = builder.build().value();
        const auto at = [&](int n) { return s->organization(s->findOrganization(OrganizationId(uuid(n)))); };
        const QList<std::array<int, 3>> expected{{1, 1, 2}, {2, 0, 2}, {3, 1, 1}, {4, 2, 2}, {5, 1, 1}};
        for (const auto &[n, own, total] : expected) {
            QCOMPARE(at(n).ownMemberCount(), own);
            QCOMPARE(at(n).totalMemberCount(), total);
            QCOMPARE(int(s->membersWithin(at(n).index()).size()), total);
        }
        QCOMPARE(s->user(at(5).leader()).id(), UserId(uuid(10)));
        QVERIFY(!at(4).leader().isValid());
        QCOMPARE(at(4).depth(), 2);
        QList<int> path;
        for (const OrganizationIndex o : s->path(at(4).index()))
            path.append(int(s->organization(o).id().uuid().data1));
        QCOMPARE(path, QList<int>({1, 2, 4}));
        QVERIFY(s->isWithin(at(5).index(), at(1).index()) && !s->isWithin(at(3).index(), at(2).index()));
    }

    // A row may speak of things that the actor can't see.
    void danglingReferencesAreHarmless()
    {
        SnapshotBuilder builder;
        builder.add(organization(2, 1)); // 1 isn't seen
        builder.add(membership(100, 10, 2));
        builder.add(membership(101, 11, 3)); // neither is 3
        GrantRow grant;
        grant.id = GrantId(uuid(200));
        grant.tenantId = TenantId(uuid(9));
        grant.objectKind = ObjectKind::Resource;
        grant.objectId = uuid(20);
        grant.spaceId = SpaceId(uuid(21));
        grant.subjectKind = SubjectKind::RoleGroup;
        grant.subjectId = uuid(22);
        grant.role = Role::Viewer;
        builder.add(grant);
        const SnapshotPtr s = builder.build().value();

        QCOMPARE(s->userCount(), 0);
        QCOMPARE(s->organizationCount(), 1);
        const OrganizationIndex seen = s->findOrganization(OrganizationId(uuid(2)));
        QCOMPARE(s->rootOrganizations(), std::vector{seen});
        QVERIFY(!s->organization(s->organization(seen).parent()).isKnown());
        QCOMPARE(s->organization(s->organization(seen).parent()).id(), OrganizationId(uuid(1)));
        const UserView who = s->user(s->membersOf(seen)[0].user);
        QVERIFY(!who.isKnown() && who.name().isEmpty() && who.id() == UserId(uuid(10)));
        QVERIFY(s->grant(s->findGrant(grant.id)).row() == grant);
        QVERIFY(!s->roleGroup(s->findRoleGroup(RoleGroupId(uuid(22)))).isKnown());
        QCOMPARE(s->nameOf(s->findSubject(SubjectKind::RoleGroup, uuid(22))), QString());
        QVERIFY(s->resourcesOf(s->findSpace(SpaceId(uuid(21)))).empty());
        QVERIFY(s->users().empty() && s->spaces().empty() && s->roleGroups().empty());
        QVERIFY(!s->findUser(UserId(uuid(77))).isValid());
    }

    void theLaterRowCounts()
    {
        SnapshotBuilder builder;
        OrganizationRow row = organization(1);
        builder.add(row);
        row.name = u"后来"_s;
        builder.add(row);
        const SnapshotPtr s = builder.build().value();
        QCOMPARE(s->organizationCount(), 1);
        QCOMPARE(s->organization(OrganizationIndex(0)).name(), u"后来"_s);

        const World world = makeWorld({});
        SnapshotBuilder twice;
        eachRow(world, [&](const auto &r) { twice.add(r); });
        for (GrantRow grant : world.grants) {
            grant.role = Role::Guest;
            grant.expiresAt.reset();
            twice.add(grant);
        }
        for (const MembershipRow &m : world.memberships)
            twice.add(m);
        SnapshotBuilder once;
        eachRow(world, [&](auto r) {
            if constexpr (requires { r.grantedAt; }) {
                r.role = Role::Guest;
                r.expiresAt.reset();
            }
            once.add(r);
        });
        const QStringList a = facts(*twice.build().value());
        const QStringList b = facts(*once.build().value());
        QVERIFY2(a == b, qPrintable(difference(a, b)));
    }

    void namesTheCycle()
    {
        SnapshotBuilder builder;
        for (const auto &[n, parent] : {std::pair{1, 0}, {2, 4}, {3, 2}, {4, 3}, {5, 4}})
            builder.add(organization(n, parent));
        const auto built = builder.build();
        QVERIFY(!built);
        QStringList ids = built.error().parameters.value(u"ids"_s).toStringList();
        ids.sort();
        QStringList expected;
        for (const int n : {2, 3, 4})
            expected.append(uuid(n).toString(QUuid::WithoutBraces));
        QCOMPARE(ids, expected);
    }

    void anEmptyOneAnswersToo()
    {
        const SnapshotPtr s = Snapshot::empty();
        QVERIFY(s->users().empty() && s->rootOrganizations().empty() && s->applications().isEmpty());
        QVERIFY(!s->findOrganization(OrganizationId(uuid(1))).isValid());
        QVERIFY(s->allRows().empty());
        QVERIFY(!s->tenant(TenantId(uuid(1))));
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
