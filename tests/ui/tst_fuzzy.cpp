// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestFuzzy final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
    void ranks_data();
    void ranks();
    void emptyQueryMatchesAll();
};

void TestFuzzy::matches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<TextRange>>("ranges");
    QTest::newRow("whole") << u"org"_s << u"Organizations"_s << QList<TextRange>{{0, 3}};
    QTest::newRow("inside") << u"GROUP"_s << u"Role groups"_s << QList<TextRange>{{5, 5}};
    QTest::newRow("scattered") << u"rgr"_s << u"Role groups"_s << QList<TextRange>{{0, 1}, {5, 2}};
    QTest::newRow("blank in query") << u"si out"_s << u"Sign out…"_s << QList<TextRange>{{0, 2}, {5, 3}};
    QTest::newRow("Chinese") << u"权查"_s << u"权限查询"_s << QList<TextRange>{{0, 1}, {2, 1}};
}

void TestFuzzy::matches()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    const auto match = fuzzyMatch(query, text);
    QVERIFY(match.has_value());
    QTEST(match->ranges, "ranges");
    QVERIFY(!fuzzyMatch(query + u'~', text).has_value());
}

void TestFuzzy::ranks_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("start of text") << u"sp"_s << u"Spaces"_s << u"Dispatch"_s;
    QTest::newRow("start of word") << u"gr"_s << u"Role groups"_s << u"Migration"_s;
    QTest::newRow("whole before scattered") << u"audit"_s << u"The audit log of the platform"_s << u"Add user in tenant"_s;
    QTest::newRow("words before letters") << u"rg"_s << u"Role groups"_s << u"Regime"_s;
}

void TestFuzzy::ranks()
{
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto first = fuzzyMatch(query, better);
    const auto second = fuzzyMatch(query, worse);
    QVERIFY(first.has_value());
    QVERIFY(!second || first->score > second->score);
}

void TestFuzzy::emptyQueryMatchesAll()
{
    const auto match = fuzzyMatch(u"  "_s, u"Anything"_s);
    QVERIFY(match.has_value());
    QVERIFY(match->ranges.isEmpty());
}

QTEST_GUILESS_MAIN(TestFuzzy)
#include "tst_fuzzy.moc"
