// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/snapshot.h"
#include "tests/directory/snapshotfacts.h"
#include "tests/support/worldgenerator.h"

#include <QHash>
#include <QTest>

#include <random>

using namespace tenantry;
using namespace tenantry::directory;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

namespace
{

using Truth = QHash<RowKey, Row>;

SnapshotPtr build(const std::vector<Row> &rows)
{
    SnapshotBuilder builder;
    for (const Row &row : rows)
        builder.add(row);
    return builder.build().value();
}

SnapshotPtr build(const Truth &truth)
{
    SnapshotBuilder builder;
    for (const Row &row : truth)
        builder.add(row);
    return builder.build().value();
}

std::vector<Row> rowsOf(const World &world)
{
    std::vector<Row> rows;
    eachRow(world, [&](const auto &row) { rows.emplace_back(row); });
    return rows;
}

RowKey keyOf(const Row &row) { return {kindOf(row), idOf(row)}; }

/// A change that the server could make to this row. Moves of organizations are tested apart: these would make cycles.
void twist(Row &row, std::mt19937_64 &random)
{
    const auto n = random();
    std::visit([n](auto &r) {
        if constexpr (requires { r.version; })
            ++r.version;
        if constexpr (requires { r.versionMemberships; })
            ++r.versionMemberships;
        if constexpr (requires { r.name; })
            r.name += QString::number(n % 10);
        if constexpr (requires { r.restricted; })
            r.restricted = n % 2;
        if constexpr (requires { r.enabled; })
            r.enabled = n % 3;
        if constexpr (requires { r.state; })
            r.state = n % 2 ? TenantState::Frozen : TenantState::Active;
        if constexpr (requires { r.status; r.staff; })
            r.status = UserStatus(n % 4);
        if constexpr (requires { r.grantedAt; }) {
            r.role = Role(1 + n % 6);
            r.expiresAt = n % 2 ? std::nullopt : std::optional(worldNow + std::chrono::seconds(n % 100));
        }
        if constexpr (requires { r.email; })
            r.email = QString::number(n);
    }, row);
}

} // namespace

class TestDeltas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A snapshot by deltas says what one built anew says; the ones before stay as they were.
    void deltasEqualBuildingAnew_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<int>("step");
        for (quint64 seed = 1; seed <= 12; ++seed)
            for (const int step : {1, 7, 60})
                QTest::addRow("seed %d, %d rows a delta", int(seed), step) << seed << step;
    }
    void deltasEqualBuildingAnew()
    {
        QFETCH(quint64, seed);
        QFETCH(int, step);
        WorldShape shape;
        shape.seed = seed;
        shape.tenants = 3;
        std::vector<Row> all = rowsOf(makeWorld(shape));
        std::mt19937_64 random(seed);
        Truth truth;
        SnapshotPtr snapshot = Snapshot::empty();
        for (int round = 0; round < 40; ++round) {
            Delta delta;
            QSet<RowKey> touched;
            for (int i = 0; i < step; ++i) {
                Row row = all[random() % all.size()];
                const RowKey key = keyOf(row);
                if (touched.contains(key))
                    continue;
                touched.insert(key);
                if (truth.contains(key) && random() % 3 == 0) {
                    truth.remove(key);
                    delta.removed.push_back(key);
                } else {
                    twist(row, random);
                    truth.insert(key, row);
                    delta.upserted.push_back(row);
                }
            }
            const SnapshotPtr before = snapshot;
            const QStringList said = round % 10 == 0 ? facts(*before) : QStringList();
            snapshot = before->apply(delta).value();
            if (round % 10 == 0)
                QCOMPARE(facts(*before), said);
            if (round % 4 != 0)
                continue;
            const QStringList now = facts(*snapshot);
            const QStringList anew = facts(*build(truth));
            QVERIFY2(now == anew, qPrintable(difference(now, anew)));
            for (const Row &row : truth) // nothing that a row says is lost
                QVERIFY2(snapshot->row(keyOf(row)) == row, wireName(kindOf(row)).data());
        }
    }

    void aLargeDeltaIsPackedAnew()
    {
        WorldShape shape;
        shape.users = 3000;
        shape.organizations = 300;
        shape.memberships = 4000;
        shape.spaces = 100;
        shape.grants = 12'000;
        const std::vector<Row> rows = rowsOf(makeWorld(shape));
        QVERIFY(rows.size() > 20'000);
        const std::vector<Row> few(rows.begin(), rows.begin() + 50);
        const SnapshotPtr before = build(few);
        const SnapshotPtr after = before->apply({rows, {}}).value();
        const QStringList now = facts(*after);
        const QStringList anew = facts(*build(rows));
        QVERIFY2(now == anew, qPrintable(difference(now, anew)));
        QVERIFY(!after->changesSince(*before));
        Delta away;
        for (size_t i = 50; i < rows.size(); ++i)
            away.removed.push_back(keyOf(rows[i]));
        const QStringList back = facts(*after->apply(away).value());
        QVERIFY2(back == facts(*before), qPrintable(difference(back, facts(*before))));
    }

    void movingAnOrganizationMovesItsPeople() // ORG-2: counts follow
    {
        const World world = makeWorld({});
        const SnapshotPtr before = build(rowsOf(world));
        std::vector<Row> rows = rowsOf(world);
        // The second root-most one goes below the last.
        OrganizationRow moved = world.organizations[1];
        for (auto it = world.organizations.rbegin(); it != world.organizations.rend(); ++it) {
            const auto to = before->findOrganization(it->id);
            if (before->isWithin(to, before->findOrganization(moved.id)))
                continue;
            moved.parentId = it->id;
            break;
        }
        const SnapshotPtr after = before->apply({{moved}, {}}).value();
        for (Row &row : rows)
            if (keyOf(row) == keyOf(Row(moved)))
                row = moved;
        const QStringList now = facts(*after);
        const QStringList anew = facts(*build(rows));
        QVERIFY2(now == anew, qPrintable(difference(now, anew)));
        QVERIFY(now != facts(*before));
    }

    void aCycleIsRefused() // PRM-7
    {
        const World world = makeWorld({});
        const SnapshotPtr snapshot = build(rowsOf(world));
        const OrganizationIndex root = snapshot->rootOrganizations().front();
        OrganizationRow row = snapshot->organization(root).row();
        row.parentId = snapshot->organization(snapshot->subtree(root).back()).id();
        const auto next = snapshot->apply({{row}, {}});
        QVERIFY(!next);
        QCOMPARE(next.error().code, u"directory.organization_cycle"_s);
        QVERIFY(next.error().parameters.value(u"ids"_s).toStringList().contains(row.id.toString()));
    }

    void changesAreRemembered()
    {
        const World world = makeWorld({});
        const SnapshotPtr first = build(rowsOf(world));
        GrantRow grant = world.grants.front();
        grant.role = Role::Guest;
        const SnapshotPtr second = first->apply({{grant}, {}}).value();
        const SnapshotPtr third = second->apply({{}, {{RowKind::User, world.users.front().id.uuid()}}}).value();

        const auto changes = third->changesSince(*first);
        QVERIFY(changes);
        QCOMPARE(changes->of(RowKind::Grant), std::vector{grant.id.uuid()});
        QCOMPARE(changes->of(RowKind::User), std::vector{world.users.front().id.uuid()});
        QVERIFY(!changes->has(RowKind::Space));
        QVERIFY(!third->changesSince(*third)->has(RowKind::Grant));
        QVERIFY(!third->changesSince(*second)->has(RowKind::Grant));
        // Not from there: backwards, and from another line.
        QVERIFY(!first->changesSince(*third));
        QVERIFY(!third->changesSince(*Snapshot::empty()));
        SnapshotPtr late = third;
        for (int i = 0; i < 200; ++i)
            late = late->apply({{grant}, {}}).value();
        QVERIFY(!late->changesSince(*first));
    }
};

QTEST_GUILESS_MAIN(TestDeltas)
#include "tst_deltas.moc"
