// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/platformcommands.h"
#include "tests/schema/commandworld.h"

#include <QJsonDocument>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// What holds for every tenant, set by the platform team (SEC-4, TEN-4, TEN-8, MOV-3, MEM-9, ACC-11, SPC-4,
/// OPS-5).
class TestPlatformSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlySystemAdministrators();
    void severalAtOnceWithTheirAudit();
    void differentSettingsDontMeet();
    void theLaterOfTwoIsRefused();
    void wrongValues_data();
    void wrongValues();
    void publicOnesReachEverybody();

private:
    /// With the versions of this moment.
    [[nodiscard]] tenantry::Command set(const QJsonObject &settings) const;
    [[nodiscard]] QString value(const QString &key) const
    {
        return w.must(u"select value from app.settings where tenant_id is null and key = ?"_s, {key});
    }

    CommandWorld w;
};

void TestPlatformSettings::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

tenantry::Command TestPlatformSettings::set(const QJsonObject &settings) const
{
    tenantry::Command command = platformSettingsSet(settings);
    for (const QString &key : settings.keys()) {
        const QStringList row =
            w.must(u"select id, version from app.settings where tenant_id is null and key = ?"_s, {key})
                .split(u'|');
        if (row.size() == 2)
            command.see(QUuid::fromString(row[0]), {}, row[1].toInt());
    }
    return command;
}

void TestPlatformSettings::onlySystemAdministrators()
{
    const QString before = value(u"replica_lease_days"_s);
    for (const Person &person : {w.adminA, w.ownerA, w.memberA, w.outsider, w.homeless}) {
        const Answer answer = w.give(person, set({{u"replica_lease_days"_s, 90}}));
        QVERIFY2(answer.code() == u"command.not_allowed"_s, qPrintable(person.name + answer.text()));
    }
    QCOMPARE(value(u"replica_lease_days"_s), before);
    QVERIFY(w.give(w.secondRoot, set({{u"replica_lease_days"_s, 30}})).isDone());
    QCOMPARE(value(u"replica_lease_days"_s), u"30"_s);
}

// AUD-1
void TestPlatformSettings::severalAtOnceWithTheirAudit()
{
    const Answer answer =
        w.give(w.root, set({{u"decide_target_hours"_s, 48},
                            {u"rename_interval_days"_s, 0},
                            {u"final_approval_of_joins"_s, false},
                            {u"mask_contacts_of_other_tenants"_s, false},
                            {u"staff_domains"_s, QJsonArray{u"meituan.com"_s, u"a-b.example.org"_s}},
                            {u"image_endpoint"_s, u"https://images.example.com/make?size=512"_s},
                            {u"support_contacts"_s, u"周一至周五 10:00–19:00\nsupport@example.com"_s}}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["versions"_L1].toObject().size(), 7);
    QCOMPARE(value(u"decide_target_hours"_s), u"48"_s);
    QCOMPARE(value(u"staff_domains"_s), u"[\"meituan.com\", \"a-b.example.org\"]"_s);
    QCOMPARE(value(u"image_endpoint"_s), u"\"https://images.example.com/make?size=512\""_s);
    const QString detail =
        w.must(u"select d.detail -> 'before' ->> 'decide_target_hours' || '>' || (d.detail -> 'after' ->> "
               u"'decide_target_hours') || ' ' || t.is_default || ' ' || (e.actor_id = ?)"
               " from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id join "
               "app.tenants as t on t.id = e.tenant_id"
               " where e.kind = 'platform_settings_set' order by e.id desc limit 1"_s,
               {w.root.id});
    QCOMPARE(detail, u"24>48 true true"_s);
    QVERIFY(w.give(w.root, set({{u"image_endpoint"_s, QJsonValue::Null}, {u"support_contacts"_s, QString()}}))
                .isDone());
    QCOMPARE(value(u"image_endpoint"_s), u"null"_s);
    QVERIFY(w.give(w.root, set({{u"image_endpoint"_s, u"http://localhost:8080/make"_s}})).isDone());
}

// INB-6
void TestPlatformSettings::differentSettingsDontMeet()
{
    const tenantry::Command mine = set({{u"decide_target_hours"_s, 20}});
    QVERIFY(w.give(w.secondRoot, set({{u"rename_interval_days"_s, 60}})).isDone());
    QVERIFY(w.give(w.root, mine).isDone());
    QCOMPARE(value(u"decide_target_hours"_s) + value(u"rename_interval_days"_s), u"2060"_s);
}

// INB-6
void TestPlatformSettings::theLaterOfTwoIsRefused()
{
    const tenantry::Command mine = set({{u"decide_target_hours"_s, 10}, {u"rename_interval_days"_s, 61}});
    QVERIFY(w.give(w.secondRoot, set({{u"decide_target_hours"_s, 12}})).isDone());
    const Answer answer = w.give(w.root, mine);
    QCOMPARE(answer.code(), u"command.conflict"_s);
    QCOMPARE(answer.error(u"command.conflict"_s)["field"_L1].toString(), u"decide_target_hours"_s);
    QCOMPARE(value(u"decide_target_hours"_s) + value(u"rename_interval_days"_s), u"1260"_s); // all or nothing
    QCOMPARE(w.give(w.root, platformSettingsSet({{u"decide_target_hours"_s, 10}})).code(),
             u"command.conflict"_s);
}

void TestPlatformSettings::wrongValues_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("wanted");
    QTest::addColumn<QString>("code");
    QTest::newRow("hours") << u"decide_target_hours"_s << QJsonValue(0) << u"rule.range"_s;
    QTest::newRow("lease") << u"replica_lease_days"_s << QJsonValue(91) << u"rule.range"_s;
    QTest::newRow("rename") << u"rename_interval_days"_s << QJsonValue(366) << u"rule.range"_s;
    QTest::newRow("switch") << u"final_approval_of_joins"_s << QJsonValue(u"yes"_s) << u"command.malformed"_s;
    QTest::newRow("plain http") << u"image_endpoint"_s << QJsonValue(u"http://images.example.com/"_s)
                                << u"rule.web_address"_s;
    QTest::newRow("with an account") << u"image_endpoint"_s
                                     << QJsonValue(u"https://me:secret@images.example.com/"_s)
                                     << u"rule.web_address"_s;
    QTest::newRow("another scheme") << u"image_endpoint"_s << QJsonValue(u"file:///etc/passwd"_s)
                                    << u"rule.web_address"_s;
    QTest::newRow("contacts") << u"support_contacts"_s << QJsonValue(QString(501, u'x'))
                              << u"rule.too_long"_s;
    QTest::newRow("domain") << u"staff_domains"_s
                            << QJsonValue(QJsonArray{u"example.com"_s, u"not a domain"_s})
                            << u"platform_settings.staff_domain"_s;
    QTest::newRow("unknown") << u"quotas"_s << QJsonValue(1) << u"command.malformed"_s;
}

// ERR-3
void TestPlatformSettings::wrongValues()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, wanted);
    QFETCH(QString, code);
    const QString before = value(field);
    const Answer answer = w.give(w.root, set({{field, wanted}}));
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.error(code)["field"_L1].toString(), field);
    QCOMPARE(value(field), before);
}

// Everybody's console needs some of them; the others are the platform team's (scopes 1 and 2).
void TestPlatformSettings::publicOnesReachEverybody()
{
    QVERIFY(w.give(w.root,
                   set({{u"support_contacts"_s, u"400-000"_s}, {u"mask_contacts_of_other_tenants"_s, true}}))
                .isDone());
    const QString scopes = w.must(
        u"select string_agg(s.key || ' ' || f.scope_kind, ', ' order by s.key, f.scope_kind) from "
        u"app.settings as s join app.feed as f on f.id = s.id and f.kind = 15 and not f.gone"
        " where s.tenant_id is null and s.key in ('support_contacts', 'mask_contacts_of_other_tenants')"_s);
    QCOMPARE(scopes, u"mask_contacts_of_other_tenants 2, support_contacts 1, support_contacts 2"_s);
    QCOMPARE(w.feedDifference(), QString());
}

QTEST_GUILESS_MAIN(TestPlatformSettings)
#include "tst_platformsettings.moc"
