// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rules.h"
#include "rulecases.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCase_data();
    void everyCase();
    void typedTextIsTrimmed();
    void loneSurrogatesAreRefused();
    void hints();
    void malformedTablesAreNamed_data();
    void malformedTablesAreNamed();
};

void TestRules::everyCase_data()
{
    QTest::addColumn<int>("index");
    const auto cases = ruleCases();
    QVERIFY(cases.size() > 120);
    for (int i = 0; i < cases.size(); ++i)
        QTest::addRow("%d %s.%s", i, qPrintable(cases.at(i).object), qPrintable(cases.at(i).field)) << i;
}

// ACC-1, ACC-7, TEN-1, TEN-9, ORG-1, SPC-2, INB-8; the database answers the same table in tst_rulessql
void TestRules::everyCase()
{
    QFETCH(int, index);
    const RuleCase wanted = ruleCases().at(index);
    const auto found = RuleSet::builtIn().check(wanted.object, wanted.field, wanted.value);
    QCOMPARE(found ? found->code : QString(), wanted.code);
    if (!found)
        return;
    QCOMPARE(found->field, wanted.field);
    QCOMPARE(found->errorClass, ErrorClass::Business);
    QCOMPARE(QJsonObject::fromVariantMap(found->parameters), wanted.parameters);
}

void TestRules::typedTextIsTrimmed()
{
    const RuleSet rules = RuleSet::builtIn();
    QCOMPARE(rules.trimmed(u"\u3000 \t研发\u00a0部\n\u2028"_s), u"研发\u00a0部"_s);
    QCOMPARE(rules.trimmed(u" \u3000"_s), QString());
    QVERIFY(!rules.checkTyped(u"organization"_s, u"name"_s, u"  研发部 "_s));
    QCOMPARE(rules.checkTyped(u"organization"_s, u"name"_s, u"  "_s).value().code, u"rule.required"_s);
    // The makers of commands trim with QString::trimmed(): it must cut the same characters.
    for (char16_t c = 1; c != 0; ++c) {
        const QString text = QString(QChar(c)) + u'x' + QChar(c);
        QCOMPARE(rules.trimmed(text), text.trimmed());
    }
}

void TestRules::loneSurrogatesAreRefused()
{
    const auto found = RuleSet::builtIn().check(u"organization"_s, u"name"_s, u"ab"_s + QChar(0xd800));
    QCOMPARE(found.value().code, u"rule.characters"_s);
}

// ERR-3
void TestRules::hints()
{
    const RuleSet rules = RuleSet::builtIn();
    const FieldHint hint = rules.hint(u"organization"_s, u"code"_s).value();
    QVERIFY(hint.required && !hint.number);
    QCOMPARE(hint.minimum, 3);
    QCOMPARE(hint.maximum, 20);
    QCOMPARE(hint.characters, u"identifier"_s);
    QVERIFY(rules.hint(u"tenant_application"_s, u"estimated_users"_s).value().number);
    QVERIFY(!rules.hint(u"organization"_s, u"colour"_s));
}

void TestRules::malformedTablesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::newRow("no json") << "["_ba << u"json"_s;
    QTest::newRow("no blanks") << R"({"classes": {}, "objects": {}})"_ba << u"classes.blank"_s;
    QTest::newRow("unknown class")
        << R"({"classes": {"blank": ["0020"]}, "objects": {"a": {"b": {"class": "nope"}}}})"_ba << u"a.b"_s;
    QTest::newRow("not a range")
        << R"({"classes": {"blank": ["0020"], "bad": ["00G1"]}, "objects": {"a": {"b": {"class": "bad"}}}})"_ba
        << u"a.b"_s;
    QTest::newRow("names itself")
        << R"({"classes": {"blank": ["0020"], "x": ["x"]}, "objects": {"a": {"b": {"class": "x"}}}})"_ba
        << u"a.b"_s;
}

void TestRules::malformedTablesAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    const auto rules = RuleSet::fromJson(json);
    QVERIFY(!rules);
    QCOMPARE(rules.error().code, u"rules.malformed"_s);
    QCOMPARE(rules.error().parameters.value(u"where"_s).toString(), where);
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
