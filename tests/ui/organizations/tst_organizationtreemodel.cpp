// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/membersmodel.h"
#include "ui/pages/organizations/organizationtreemodel.h"
#include "ui/widgets/itemroles.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::directory;
using namespace Qt::StringLiterals;

// ORG-2
class TestOrganizationTreeModel : public QObject
{
    Q_OBJECT

    static constexpr Instant now() { return Instant(std::chrono::microseconds(1'770'000'000'000'000)); }
    const TenantId m_tenant = TenantId::make(now());
    QHash<QString, OrganizationRow> m_rows;

    OrganizationRow organization(const QString &name, const QString &parent = {})
    {
        OrganizationRow row;
        row.id = OrganizationId::make(now());
        row.tenantId = m_tenant;
        row.name = name;
        row.code = name;
        row.createdAt = now();
        row.version = row.versionDetails = row.versionPlace = row.versionStatus = row.versionLeader = 1;
        if (!parent.isEmpty())
            row.parentId = m_rows.value(parent).id;
        m_rows.insert(name, row);
        return row;
    }

    SnapshotPtr tree()
    {
        m_rows.clear();
        SnapshotBuilder builder;
        TenantRow tenant;
        tenant.id = m_tenant;
        tenant.name = u"T"_s;
        builder.add(tenant);
        for (const auto &[name, parent] : {std::pair(u"root"_s, u""_s),
                                           {u"a"_s, u"root"_s},
                                           {u"b"_s, u"root"_s},
                                           {u"a1"_s, u"a"_s},
                                           {u"a2"_s, u"a"_s},
                                           {u"a11"_s, u"a1"_s}})
            builder.add(organization(name, parent));
        return builder.build().value();
    }

    static SnapshotPtr with(const SnapshotPtr &before, const OrganizationRow &row)
    {
        Delta delta;
        delta.upserted = {row};
        return before->apply(delta).value();
    }

    // "root(a(a1(a11) a2) b)"
    static QString text(const QAbstractItemModel &model, const QModelIndex &parent = {})
    {
        QStringList parts;
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            const QString below = text(model, index);
            parts.append(index.data().toString() + (below.isEmpty() ? QString() : u'(' + below + u')'));
        }
        return parts.join(u' ');
    }

private Q_SLOTS:
    void showsTheTree()
    {
        OrganizationTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(tree(), m_tenant);
        QCOMPARE(text(model), u"root(a(a1(a11) a2) b)"_s);
        QCOMPARE(model.idOf(model.indexOf(m_rows[u"a11"_s].id)), m_rows[u"a11"_s].id);
    }

    void followsChangesWithoutReset()
    {
        OrganizationTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SnapshotPtr snapshot = tree();
        model.setSnapshot(snapshot, m_tenant);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy moves(&model, &QAbstractItemModel::rowsMoved);
        const QPersistentModelIndex kept = model.indexOf(m_rows[u"a11"_s].id);

        OrganizationRow moved = m_rows[u"a1"_s];
        moved.parentId = m_rows[u"b"_s].id;
        snapshot = with(snapshot, moved);
        model.setSnapshot(snapshot, m_tenant);
        QCOMPARE(text(model), u"root(a(a2) b(a1(a11)))"_s);
        QCOMPARE(moves.size(), 1);
        QCOMPARE(model.idOf(kept), m_rows[u"a11"_s].id); // selection and expansion hang on such indexes

        snapshot = with(snapshot, organization(u"c"_s, u"root"_s));
        model.setSnapshot(snapshot, m_tenant);
        QCOMPARE(text(model), u"root(a(a2) b(a1(a11)) c)"_s);

        OrganizationRow renamed = m_rows[u"a2"_s];
        renamed.name = u"A2"_s;
        snapshot = with(snapshot, renamed);
        model.setSnapshot(snapshot, m_tenant);
        QCOMPARE(text(model), u"root(a(A2) b(a1(a11)) c)"_s);

        Delta gone;
        gone.removed = {{RowKind::Organization, m_rows[u"a11"_s].id.uuid()},
                        {RowKind::Organization, m_rows[u"a1"_s].id.uuid()}};
        snapshot = snapshot->apply(gone).value();
        model.setSnapshot(snapshot, m_tenant);
        QCOMPARE(text(model), u"root(a(A2) b c)"_s);
        QVERIFY(!kept.isValid());
        QCOMPARE(resets.size(), 0);
    }

    // One in the middle goes, and what stood on top moves below what is left: never under itself meanwhile.
    void onTopBecomesBelow()
    {
        OrganizationTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const SnapshotPtr snapshot = tree();
        model.setSnapshot(snapshot, m_tenant);
        OrganizationRow moved = m_rows[u"a"_s];
        moved.parentId = m_rows[u"a11"_s].id;
        Delta delta;
        delta.upserted = {moved};
        delta.removed = {{RowKind::Organization, m_rows[u"a1"_s].id.uuid()}};
        model.setSnapshot(snapshot->apply(delta).value(), m_tenant);
        QCOMPARE(text(model), u"root(b) a11(a(a2))"_s);
    }

    // Two in a row go: what is below the lower one stays.
    void twoInARowGo()
    {
        OrganizationTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const SnapshotPtr snapshot = tree();
        model.setSnapshot(snapshot, m_tenant);
        Delta delta;
        delta.removed = {{RowKind::Organization, m_rows[u"a"_s].id.uuid()}, {RowKind::Organization, m_rows[u"a1"_s].id.uuid()}};
        model.setSnapshot(snapshot->apply(delta).value(), m_tenant);
        OrganizationTreeModel anew;
        anew.setSnapshot(snapshot->apply(delta).value(), m_tenant);
        const auto roots = [](const OrganizationTreeModel &shown) {
            QStringList names;
            for (int row = 0; row < shown.rowCount(); ++row)
                names += shown.index(row, 0).data().toString();
            names.sort();
            return names;
        };
        QCOMPARE(roots(model), (QStringList{u"a11"_s, u"a2"_s, u"root"_s}));
        QCOMPARE(roots(model), roots(anew));
    }

    // What a pull changes is followed one by one; the end is what building anew would give, whatever came,
    // went or moved, also where one in the middle can't be seen any more.
    void followingEqualsBuildingAnew()
    {
        const auto places = [](const OrganizationTreeModel &model) {
            QHash<OrganizationId, OrganizationId> found;
            const std::function<void(const QModelIndex &)> walk = [&](const QModelIndex &parent) {
                for (int row = 0; row < model.rowCount(parent); ++row) {
                    const QModelIndex index = model.index(row, 0, parent);
                    found.insert(model.idOf(index), model.idOf(parent));
                    walk(index);
                }
            };
            walk({});
            return found;
        };
        std::mt19937 random(3);
        OrganizationTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SnapshotPtr snapshot = tree();
        model.setSnapshot(snapshot, m_tenant);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (int round = 0; round < 300; ++round) {
            Delta delta;
            for (int i = 0; i < 3; ++i) {
                const QList<OrganizationRow> all = m_rows.values();
                OrganizationRow row = all[qsizetype(random() % size_t(all.size()))];
                const OrganizationRow &other = all[qsizetype(random() % size_t(all.size()))];
                if (row.name == u"root" || row.id == other.id)
                    continue;
                if (random() % 4 == 0)
                    row = organization(u"n%1-%2"_s.arg(round).arg(i), other.name);
                else
                    row.parentId = other.id;
                if (random() % 4 == 0)
                    delta.removed.push_back({RowKind::Organization, row.id.uuid()});
                else
                    delta.upserted.push_back(row);
                m_rows[row.name] = row;
            }
            const auto next = snapshot->apply(delta);
            if (!next)
                continue; // a cycle
            snapshot = *next;
            model.setSnapshot(snapshot, m_tenant);
            OrganizationTreeModel anew;
            anew.setSnapshot(snapshot, m_tenant);
            QCOMPARE(places(model), places(anew));
        }
        QCOMPARE(resets.size(), 0);
    }

    // A view repaints what it was told of: counts of all above, a leader's name, the mark, all that a switch
    // dims. ORG-2
    void rowsBelowTheRootAreAnnouncedToo()
    {
        OrganizationTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SnapshotPtr snapshot = tree();
        model.setSnapshot(snapshot, m_tenant);
        QSet<QString> touched;
        connect(&model, &QAbstractItemModel::dataChanged, &model,
                [&](const QModelIndex &first, const QModelIndex &last) {
                    QCOMPARE(last.column(), int(OrganizationTreeModel::Leader));
                    for (int row = first.row(); row <= last.row(); ++row)
                        touched.insert(first.siblingAtRow(row).data().toString());
                });
        const auto follow = [&](const Delta &delta) {
            touched.clear();
            snapshot = snapshot->apply(delta).value();
            model.setSnapshot(snapshot, m_tenant);
            return touched;
        };

        UserRow user;
        user.id = UserId::make(now());
        user.tenantId = m_tenant;
        user.name = u"Ana"_s;
        MembershipRow membership;
        membership.id = makeUuid7(now());
        membership.tenantId = m_tenant;
        membership.userId = user.id;
        membership.organizationId = m_rows[u"a1"_s].id;
        membership.role = u"leader"_s;
        QCOMPARE(follow({{user, membership}, {}}), (QSet<QString>{u"root"_s, u"a"_s, u"a1"_s}));

        user.name = u"Bea"_s;
        QCOMPARE(follow({{user}, {}}), QSet<QString>{u"a1"_s});
        membership.role = u"member"_s;
        QCOMPARE(follow({{membership}, {}}), QSet<QString>{u"a1"_s});

        OrganizationRow disabled = m_rows[u"a"_s];
        disabled.enabled = false;
        QCOMPARE(follow({{disabled}, {}}), (QSet<QString>{u"a"_s, u"a1"_s, u"a11"_s, u"a2"_s}));

        touched.clear();
        model.setQueued({m_rows[u"a11"_s].id});
        QCOMPARE(touched, QSet<QString>{u"a11"_s});
        touched.clear();
        model.setQueued({m_rows[u"b"_s].id});
        QCOMPARE(touched, (QSet<QString>{u"a11"_s, u"b"_s}));
    }

    void aSearchKeepsThePathOfEachHit()
    {
        OrganizationTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSnapshot(tree(), m_tenant);
        model.setFilter(u"a11"_s, {m_rows[u"a11"_s].id});
        QCOMPARE(text(model), u"root(a(a1(a11)))"_s);
        QVERIFY(model.indexOf(m_rows[u"a"_s].id).data(DimmedRole).toBool());
        const QModelIndex hit = model.indexOf(m_rows[u"a11"_s].id);
        QVERIFY(!hit.data(DimmedRole).toBool());
        QCOMPARE(hit.data(MatchesRole).value<QList<TextRange>>(), (QList<TextRange>{{0, 3}}));
        model.setFilter({}, {});
        QCOMPARE(text(model), u"root(a(a1(a11) a2) b)"_s);
    }

    void dragsWhereARuleAllowsIt() // ORG-1: never under itself or below it; ORG-11: not the root
    {
        OrganizationTreeModel model;
        model.setSnapshot(tree(), m_tenant);
        const QModelIndex a = model.indexOf(m_rows[u"a"_s].id);
        const QModelIndex root = model.index(0, 0);
        QVERIFY(!(model.flags(a) & Qt::ItemIsDragEnabled));
        model.setMovable(true);
        QVERIFY(model.flags(a) & Qt::ItemIsDragEnabled);
        QVERIFY(!(model.flags(root) & Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> data(model.mimeData({a}));
        QSignalSpy wished(&model, &OrganizationTreeModel::moveRequested);
        for (const QString &forbidden : {u"a"_s, u"a11"_s, u"root"_s})
            QVERIFY2(!model.canDropMimeData(data.get(), Qt::MoveAction, -1, -1,
                                            model.indexOf(m_rows[forbidden].id)),
                     qPrintable(forbidden));
        QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, -1, -1, model.indexOf(m_rows[u"b"_s].id)));
        QCOMPARE(wished.size(), 1);
        QCOMPARE(text(model), u"root(a(a1(a11) a2) b)"_s); // nothing has moved yet
    }

    void membersFollowToo()
    {
        SnapshotPtr snapshot = tree();
        Delta delta;
        QList<UserRow> users;
        for (const char16_t *name : {u"张三", u"Ana", u"李四"}) {
            UserRow user;
            user.id = UserId::make(now());
            user.tenantId = m_tenant;
            user.name = QString::fromUtf16(name);
            user.primaryOrganizationId = m_rows[u"a"_s].id;
            users.append(user);
            MembershipRow membership;
            membership.id = makeUuid7(now());
            membership.tenantId = m_tenant;
            membership.userId = user.id;
            membership.organizationId = m_rows[u"a"_s].id;
            membership.role = users.size() == 2 ? u"leader"_s : u"member"_s;
            delta.upserted.insert(delta.upserted.end(), {directory::Row(user), directory::Row(membership)});
        }
        snapshot = snapshot->apply(delta).value();
        OrganizationMembersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSource(snapshot, m_rows[u"a"_s].id);
        QCOMPARE(model.rowCount(), 3);
        const QPersistentModelIndex zhang = model.index(model.rowOf(users[0].id), 0);
        model.sort(OrganizationMembersModel::Role, Qt::AscendingOrder);
        QCOMPARE(model.idOf(zhang), users[0].id);
        model.setQuery(u"lisi"_s); // MEM-2
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!zhang.isValid());
        model.setQuery({});
        QCOMPARE(model.total(), 3);
    }

    void manyMembersAreSearchedElsewhere() // APP-3, MEM-2
    {
        SnapshotPtr snapshot = tree();
        Delta delta;
        UserId id; // of the last one made
        for (int i = 0; i < 3000; ++i) {
            UserRow user;
            user.id = id = UserId::make(now());
            user.tenantId = m_tenant;
            user.name = u"Person %1"_s.arg(i);
            MembershipRow membership;
            membership.id = makeUuid7(now());
            membership.tenantId = m_tenant;
            membership.userId = user.id;
            membership.organizationId = m_rows[u"a"_s].id;
            membership.role = u"member"_s;
            delta.upserted.insert(delta.upserted.end(), {directory::Row(user), directory::Row(membership)});
        }
        snapshot = snapshot->apply(delta).value();
        OrganizationMembersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSource(snapshot, m_rows[u"a"_s].id);
        QVERIFY(model.isBusy());
        QTRY_COMPARE(model.rowCount(), 3000);
        QCOMPARE(model.total(), 3000);
        const QPersistentModelIndex last = model.index(model.rowOf(id), 0);
        model.setQuery(u"person 1"_s);
        QCOMPARE(model.rowCount(), 3000); // shown until the hits are there
        model.setQuery(u"person 2999"_s); // the newest question counts
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(!model.isBusy());
        QCOMPARE(model.idOf(model.index(0, 0)), id);
        QCOMPARE(last.row(), 0);
        // A lock lets go of them at once.
        model.setQuery(u"person"_s);
        model.setSource(Snapshot::empty(), {});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isBusy());
    }
};

QTEST_GUILESS_MAIN(TestOrganizationTreeModel)
#include "tst_organizationtreemodel.moc"
