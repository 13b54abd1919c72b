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
    void everyFieldHasItsCases_data();
    void everyFieldHasItsCases();
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

void TestRules::everyFieldHasItsCases_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonObject>("rule");
    QFile file(u":/declarations/rules.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject objects = QJsonDocument::fromJson(file.readAll()).object()["objects"_L1].toObject();
    QVERIFY(objects.size() > 10);
    for (auto object = objects.begin(); object != objects.end(); ++object) {
        const QJsonObject fields = object->toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            QTest::addRow("%s.%s", qPrintable(object.key()), qPrintable(field.key()))
                << object.key() << field.key() << field->toObject();
    }
}

// The acceptance: every rule on both sides. Nothing, one below and one above each bound, the bounds, a character that isn't allowed: a new rule, or
// another bound of an old one, is red until the table says what it means.
void TestRules::everyFieldHasItsCases()
{
    QFETCH(QString, object);
    QFETCH(QString, field);
    QFETCH(QJsonObject, rule);
    const bool isNumber = rule["type"_L1] == u"integer"_s;
    const int least = rule["min"_L1].toInt(), most = rule["max"_L1].toInt();
    QSet<qint64> sizes;
    bool empty = false, foreign = false;
    const auto cases = ruleCases();
    for (const RuleCase &given : cases) {
        if (given.object != object || given.field != field)
            continue;
        empty = empty || given.value.isEmpty();
        foreign = foreign || given.code == (isNumber ? u"rule.not_a_number" : u"rule.characters");
        sizes += isNumber ? given.value.toLongLong() : given.value.toUcs4().size();
    }
    QVERIFY2(empty, "nothing given");
    QVERIFY2(foreign, "a character that isn't allowed");
    for (const int size : {least - 1, least, most, most + 1})
        QVERIFY2(sizes.contains(size), qPrintable(QString::number(size)));
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
