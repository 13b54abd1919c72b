// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/pinyin.h"
#include "core/directory/searchindex.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::directory;
using namespace Qt::StringLiterals;

// MEM-2, ORG-2
class TestSearch : public QObject
{
    Q_OBJECT

    static constexpr Instant now() { return Instant(std::chrono::microseconds(1'770'000'000'000'000)); }

    SnapshotPtr m_snapshot;
    SearchIndexPtr m_index;

    static UserRow user(const QString &name)
    {
        UserRow row;
        row.id = UserId::make(now());
        row.name = name;
        row.version = 1;
        return row;
    }

    QStringList names(const SearchResult &result, const Snapshot &snapshot) const
    {
        QStringList found;
        for (const SearchHit &hit : result.hits)
            found.append(hit.kind == SearchKind::User ? snapshot.user(hit.user()).name()
                             : hit.kind == SearchKind::Space ? snapshot.space(hit.space()).name() : snapshot.organization(hit.organization()).name());
        return found;
    }
    QStringList find(const QString &query) const { return names(m_index->find(query), *m_snapshot); }

private Q_SLOTS:
    void initTestCase()
    {
        SnapshotBuilder builder;
        for (const char16_t *name : {u"张三", u"李张华", u"单雄信", u"区志强", u"查理", u"尉迟恭", u"Zoë Müller", u"曾乐"})
            builder.add(user(QString::fromUtf16(name)));
        UserRow withPhone = user(u"王五"_s);
        UserPrivateRow details;
        details.id = withPhone.id;
        details.phone = u"+86 138 0000 1234"_s;
        details.email = u"wang.wu@example.com"_s;
        builder.add(withPhone);
        builder.add(details);
        OrganizationRow organization;
        organization.id = OrganizationId::make(now());
        organization.name = u"质效技术部"_s;
        organization.code = u"QET"_s;
        builder.add(organization);
        m_snapshot = builder.build().value();
        m_index = SearchIndex::make(m_snapshot);
        QVERIFY(m_index);
    }

    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *tag, const QString &query, const QStringList &names) { QTest::newRow(tag) << query << names; };
        row("a name that begins so comes first", u"张"_s, {u"张三"_s, u"李张华"_s});
        row("pinyin", u"zhangsan"_s, {u"张三"_s});
        row("initials", u"zs"_s, {u"张三"_s});
        row("upper case", u"ZhangSan"_s, {u"张三"_s});
        row("surname 单", u"shan"_s, {u"单雄信"_s});
        row("surname 区", u"ouzhi"_s, {u"区志强"_s});
        row("surname 查", u"zhali"_s, {u"查理"_s});
        row("surname 尉迟", u"yuchi"_s, {u"尉迟恭"_s});
        row("the other reading too", u"danxiong"_s, {u"单雄信"_s});
        row("every reading of a heteronym", u"zengle"_s, {u"曾乐"_s});
        row("every reading of a heteronym, again", u"zengyue"_s, {u"曾乐"_s});
        row("other letters", u"zoë"_s, {u"Zoë Müller"_s});
        row("two words, any order", u"müller zoë"_s, {u"Zoë Müller"_s});
        row("phone without blanks", u"13800001234"_s, {u"王五"_s});
        row("part of a mail", u"wu@ex"_s, {u"王五"_s});
        row("department by pinyin", u"zhixiao"_s, {u"质效技术部"_s});
        row("department by code", u"qet"_s, {u"质效技术部"_s});
        row("nothing", u"xyz"_s, {});
        row("no word", u"  "_s, {});
    }
    void finds()
    {
        QFETCH(QString, query);
        QTEST(find(query), "names");
    }

    void saysThatThereAreMore()
    {
        SearchOptions options;
        options.limit = 1;
        const SearchResult result = m_index->find(u"张"_s, options);
        QCOMPARE(names(result, *m_snapshot), QStringList{u"张三"_s});
        QVERIFY(result.more);
        QVERIFY(!m_index->find(u"张三"_s, options).more);
    }

    void stopsWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(m_index->find(u"张"_s, {}, source.get_token()).cancelled);
        QVERIFY(!SearchIndex::make(m_snapshot, source.get_token()));
    }

    void followsChanges()
    {
        UserRow renamed = m_snapshot->user(m_snapshot->users().front()).row();
        renamed.name = u"赵六"_s;
        const UserRow added = user(u"钱七"_s);
        Delta delta;
        delta.upserted = {renamed, added};
        delta.removed = {{RowKind::User, m_snapshot->user(m_snapshot->users().at(1)).id().uuid()}};
        const SnapshotPtr later = m_snapshot->apply(delta).value();
        const SearchIndexPtr index = m_index->next(later);
        const auto find = [&](const QString &query) { return names(index->find(query), *later); };
        QCOMPARE(find(u"zhaoliu"_s), QStringList{u"赵六"_s});
        QCOMPARE(find(u"钱"_s), QStringList{u"钱七"_s});
        QCOMPARE(find(u"张"_s), QStringList());
        QCOMPARE(find(u"wangwu"_s), QStringList{u"王五"_s});
        QCOMPARE(names(SearchIndex::make(later)->find(u"q"_s), *later), find(u"q"_s)); // equal to one made anew
    }

    void highlightsWhatMatched_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("marked");
        QTest::newRow("direct") << u"质效技术部"_s << u"技术"_s << u"技术"_s;
        QTest::newRow("pinyin") << u"质效技术部"_s << u"jishu"_s << u"技术"_s;
        QTest::newRow("part of a syllable") << u"张三"_s << u"zha"_s << u"张"_s;
        QTest::newRow("initials") << u"张三丰"_s << u"sf"_s << u"三丰"_s;
        QTest::newRow("case") << u"Ana López"_s << u"LÓP"_s << u"Lóp"_s;
        QTest::newRow("behind a pair") << u"𠮷野"_s << u"野"_s << u"野"_s;
        QTest::newRow("not at all") << u"张三"_s << u"li"_s << QString();
    }
    void highlightsWhatMatched()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QString marked;
        for (const MatchRange &range : matchRanges(text, query))
            marked += text.mid(range.start, range.length);
        QTEST(marked, "marked");
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
