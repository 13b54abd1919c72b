// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rules.h"
#include "rulecases.h"
#include "tests/support/testcluster.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// The database's reading of rules.json against the client's: the same table of cases, and each rule's whole
/// alphabet.
class TestRulesSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCase_data();
    void everyCase();
    void alphabetsAreTheSame_data();
    void alphabetsAreTheSame();

private:
    test::TestCluster m_cluster;
    std::unique_ptr<server::Connection> m_owner;
};

void TestRulesSql::initTestCase()
{
    const QString error = m_cluster.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_owner = m_cluster.ownerConnection();
}

void TestRulesSql::everyCase_data()
{
    QTest::addColumn<int>("index");
    const auto cases = ruleCases();
    for (int i = 0; i < cases.size(); ++i) {
        if (!cases.at(i).cppOnly)
            QTest::addRow("%d %s.%s", i, qPrintable(cases.at(i).object), qPrintable(cases.at(i).field)) << i;
    }
}

// ERR-3: one table of rules
void TestRulesSql::everyCase()
{
    QFETCH(int, index);
    const RuleCase wanted = ruleCases().at(index);
    QJsonArray errors;
    if (!wanted.code.isEmpty())
        errors.append(QJsonObject{
            {u"code"_s, wanted.code}, {u"field"_s, wanted.field}, {u"parameters"_s, wanted.parameters}});
    // Compared over there: Qt's reader of JSON drops a U+FEFF at the beginning of a string.
    const auto rows = m_owner->exec(
        u"select found, found = ?::jsonb from app.check_rules(?, jsonb_build_object(?::text, ?::text)) as found"_s,
        {QString::fromUtf8(QJsonDocument(errors).toJson()), wanted.object, wanted.field, wanted.value});
    QVERIFY2(rows, qPrintable(test::describe(rows)));
    QVERIFY2(rows->rows.first().at(1).toBool(), qPrintable(rows->value().toString()));
}

void TestRulesSql::alphabetsAreTheSame_data()
{
    QTest::addColumn<QString>("className");
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("before");
    QTest::newRow("line") << u"line"_s << u"organization"_s << u"name"_s << u"ab"_s;
    QTest::newRow("text") << u"text"_s << u"organization"_s << u"description"_s << u"ab"_s;
    QTest::newRow("person") << u"person"_s << u"user"_s << u"name"_s << u"ab"_s;
    QTest::newRow("identifier") << u"identifier"_s << u"organization"_s << u"code"_s << u"abc"_s;
}

// Every code point, in the middle of a valid text, on both sides.
void TestRulesSql::alphabetsAreTheSame()
{
    QFETCH(QString, className);
    QFETCH(QString, object);
    QFETCH(QString, field);
    QFETCH(QString, before);
    const auto rows = m_owner->exec(u"select lower(r), upper(r) from app.declarations, "
                                    u"unnest(app.class_ranges(content -> 'classes', ?)) as r"
                                    " where name like 'rules%'"_s,
                                    {className});
    QVERIFY2(rows && !rows->isEmpty(), qPrintable(test::describe(rows)));
    std::vector<bool> inSql(0x110000);
    for (const QVariantList &range : rows->rows)
        std::fill(inSql.begin() + range.at(0).toInt(), inSql.begin() + range.at(1).toInt(), true);
    const RuleSet rules = RuleSet::builtIn();
    for (char32_t c = 1; c <= 0x10ffff; ++c) {
        if ((c >= 0xd800 && c <= 0xdfff) ||
            (c > 0x32000 && c < 0xdfff0 && c % 97 != 0)) // surrogates; a sample where nothing is assigned
            continue;
        const auto found =
            rules.check(object, field, before + QStringView(QChar::fromUcs4(c)).toString() + u'z');
        if (found.has_value() == inSql[c])
            QFAIL(qPrintable(u"U+%1: SQL says %2"_s.arg(uint(c), 4, 16).arg(inSql[c])));
    }
}

QTEST_GUILESS_MAIN(TestRulesSql)
#include "tst_rulessql.moc"
