// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/searchindex.h"
#include "tests/support/worldsnapshot.h"

#include <QTest>

#include <random>
#include <set>

using namespace tenantry;
using namespace tenantry::directory;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

namespace
{

using Hits = std::set<std::pair<int, quint32>>;

Hits hitsOf(const SearchIndexPtr &index, const QString &query)
{
    SearchOptions options;
    options.limit = 1'000'000;
    const SearchResult result = index->find(query, options);
    Hits hits;
    for (const SearchHit &hit : result.hits)
        hits.emplace(int(hit.kind), hit.index);
    return hits;
}

/// The same by looking at every text.
Hits naive(const SnapshotPtr &s, const QString &query)
{
    Hits hits;
    const auto all = [&](const QStringList &texts) {
        for (const QString &word : query.simplified().split(u' ', Qt::SkipEmptyParts))
            if (std::ranges::none_of(texts, [&](const QString &text) { return matches(text, word); }))
                return false;
        return !query.trimmed().isEmpty();
    };
    for (const UserIndex i : s->users())
        if (const UserView u = s->user(i); all({u.name(), u.email(), u.phone(), u.mis()}))
            hits.emplace(int(SearchKind::User), i.value());
    for (const OrganizationIndex i : s->organizations())
        if (const OrganizationView o = s->organization(i); all({o.name(), o.code()}))
            hits.emplace(int(SearchKind::Organization), i.value());
    for (const RoleGroupIndex i : s->roleGroups())
        if (all({s->roleGroup(i).name()}))
            hits.emplace(int(SearchKind::RoleGroup), i.value());
    for (const SpaceIndex i : s->spaces())
        if (all({s->space(i).name()}))
            hits.emplace(int(SearchKind::Space), i.value());
    return hits;
}

const QStringList queries{u"张"_s,   u"zhang"_s, u"zs"_s,    u"shan"_s, u"ou"_s,      u"部门 1"_s, u"bumen"_s, u"USER1@"_s, u"1380000000"_s,
                          u"mis2"_s, u"d1"_s,    u"空间"_s,  u"kj"_s,   u"example"_s, u"ang w"_s,  u"wang 138"_s, u"z"_s,   u"ē"_s,
                          u"   "_s,  u"\u001f"_s, u"不在"_s, u"jsz"_s,  u"g"_s,       u"yuchi"_s};

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

    static SnapshotPtr small()
    {
        WorldShape shape;
        shape.users = 300;
        shape.organizations = 40;
        shape.memberships = 300;
        return snapshotOf(makeWorld(shape));
    }

private Q_SLOTS:
    void findsWhatLookingFinds() // MEM-2
    {
        const SnapshotPtr snapshot = small();
        const SearchIndexPtr index = SearchIndex::make(snapshot);
        for (const QString &query : queries)
            QVERIFY2(hitsOf(index, query) == naive(snapshot, query), qPrintable(query));
        QVERIFY(!hitsOf(index, u"zhang"_s).empty() && !hitsOf(index, u"shan"_s).empty() && !hitsOf(index, u"yuchi"_s).empty());
    }

    void followsDeltas()
    {
        std::mt19937 random(4);
        SnapshotPtr snapshot = small();
        SearchIndexPtr index = SearchIndex::make(snapshot);
        const auto users = snapshot->users();
        for (int round = 0; round < 30; ++round) {
            Delta delta;
            UserRow user = snapshot->user(users[random() % users.size()]).row();
            user.id = random() % 4 == 0 ? UserId(QUuid::createUuid()) : user.id;
            user.name = round % 2 ? u"单%1"_s.arg(round) : u"New Name"_s;
            delta.upserted.push_back(user);
            UserRow gone = snapshot->user(users[random() % users.size()]).row();
            if (gone.id != user.id)
                delta.removed.push_back({RowKind::User, gone.id.uuid()});
            SpaceRow space = snapshot->space(snapshot->spaces().front()).row();
            space.name = u"空间 新%1"_s.arg(round);
            delta.upserted.push_back(space);
            snapshot = snapshot->apply(delta).value();
            index = index->next(snapshot);
            QCOMPARE(index->snapshot(), snapshot);
            for (const QString &query : {u"shan"_s, u"NAME"_s, u"zhang"_s, u"xin"_s, u"空间"_s, u"example"_s})
                QVERIFY2(hitsOf(index, query) == naive(snapshot, query), qPrintable(query));
        }
        const SnapshotPtr other = small(); // of another line: made anew
        QVERIFY(hitsOf(index->next(other), u"zhang"_s) == naive(other, u"zhang"_s));
    }

    void theBestComeFirst()
    {
        SnapshotBuilder builder;
        const QStringList names{u"李张"_s, u"王五"_s, u"张三"_s, u"Zhang Wei"_s, u"赵六"_s};
        for (int i = 0; i < names.size(); ++i) {
            UserRow row;
            row.id = UserId(QUuid(uint(i + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
            row.name = names[i];
            builder.add(row);
            builder.add(UserPrivateRow{row.id, i == 1 ? u"zhang@example.com"_s : u"x@example.com"_s, {}, {}, {}, {}, 1});
        }
        const SearchIndexPtr index = SearchIndex::make(builder.build().value());
        const auto order = [&](const QString &query, qsizetype limit) {
            SearchOptions options;
            options.limit = limit;
            const SearchResult result = index->find(query, options);
            QList<quint32> indices;
            for (const SearchHit &hit : result.hits)
                indices.append(hit.user().value());
            return std::pair(indices, result.more);
        };
        QCOMPARE(order(u"zhang"_s, 10), std::pair(QList<quint32>({2, 3, 0, 1}), false));
        QCOMPARE(order(u"zhang"_s, 4), std::pair(QList<quint32>({2, 3, 0, 1}), false));
        QCOMPARE(order(u"zhang"_s, 3), std::pair(QList<quint32>({2, 3, 0}), true));
        QCOMPARE(order(u"zhang"_s, 1), std::pair(QList<quint32>({2}), true));
        QCOMPARE(order(u"example"_s, 2), std::pair(QList<quint32>({0, 1}), true));
        SearchOptions none;
        none.kinds = SearchKind::Space;
        QVERIFY(index->find(u"zhang"_s, none).hits.empty());
    }

    void theBestOfManyComeFirst()
    {
        SnapshotBuilder builder;
        for (int i = 0; i < 5000; ++i) {
            UserRow row;
            row.id = UserId(QUuid(uint(i + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
            row.name = i % 1000 == 999 ? u"bxa"_s : u"abx"_s;
            builder.add(row);
        }
        const SearchIndexPtr index = SearchIndex::make(builder.build().value());
        SearchOptions options;
        options.limit = 7;
        const SearchResult result = index->find(u"bx"_s, options);
        QCOMPARE(result.hits.size(), size_t(7));
        for (size_t i = 0; i < 5; ++i)
            QCOMPARE(result.hits[i].index, quint32(i * 1000 + 999));
        QVERIFY(result.more);
    }

    void canBeStopped()
    {
        std::stop_source source;
        source.request_stop();
        const SnapshotPtr snapshot = small();
        QVERIFY(!SearchIndex::make(snapshot, source.get_token()));
        const SearchResult result = SearchIndex::make(snapshot)->find(u"zhang"_s, {}, source.get_token());
        QVERIFY(result.cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_searchindex.moc"
