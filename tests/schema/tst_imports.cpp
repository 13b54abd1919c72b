// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rules.h"
#include "tests/domain/rulecases.h"
#include "tests/schema/importtest.h"

using namespace tenantry;
using namespace tenantry::test;

/// Importing a file of members: what rows would do, the parts, the command (ORG-5).
class TestImports : public ImportTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { create(); }

    void whatRowsWouldDo();
    void allAtOnceInOneCommand();
    void theSameFileAgainChangesNothing();
    void partsMayComeTwice();
    void oneBadRowRefusesAll();
    void orIsLeftOut();
    void refusals();
    void fieldsByTheSameRules_data();
    void fieldsByTheSameRules();
    void hostileCalls_data();
    void hostileCalls();
    void oneNoticeForAllToWhomTheSameHappened();
    void onlyTheAdministratorMay();
};

void TestImports::whatRowsWouldDo()
{
    const QString led = w.addOrganization(u"Led"_s);
    w.addMembership(w.memberA.id, led, u"leader"_s);
    const QString before = state();
    QCOMPARE(
        checked({row(0, u"unknown@example.com"_s), row(1, emailOf(m_free)),
                 row(2, emailOf(m_member).toUpper(), {}, m_first), row(3, emailOf(m_other), {}, m_first),
                 row(4, emailOf(m_other), {}, m_first, u"leader"_s), row(5, emailOf(w.adminB)),
                 row(6, emailOf(w.root)), row(7, u"nameless@example.com"_s, {}),
                 row(8, emailOf(m_member), {}, w.rootOf(w.tenantB)),
                 row(9, emailOf(m_member), {}, m_disabled), row(10, emailOf(m_member), {}, led, u"leader"_s),
                 row(11, emailOf(m_member)), row(12, u"unknown@example.com"_s)}),
        (QStringList{u"0 create"_s, u"1 invite"_s, u"2 add"_s, u"3 none"_s, u"4 membership.doubled"_s,
                     u"5 invitation.elsewhere"_s, u"6 invitation.person_is_administrator"_s,
                     u"7 rule.required"_s, u"8 membership.organization_elsewhere"_s,
                     u"9 membership.organization_disabled"_s, u"10 membership.leader_taken"_s, u"11 none"_s,
                     u"12 membership.doubled"_s}));
    QCOMPARE(checked({row(0, emailOf(m_other), {}, m_first, u"leader"_s)}), QStringList{u"0 change"_s});
    // Who isn't put anywhere comes into the default organization, as who is put there by name.
    const QString home = w.must(u"select default_organization_id from app.tenants where id = ?"_s, {w.tenantA});
    QCOMPARE(checked({row(0, u"here@example.com"_s), row(1, u"here@example.com"_s, {}, home), row(2, emailOf(m_free), {}, home), row(3, emailOf(m_free)),
                      row(4, u"boss@example.com"_s, u"某人"_s, {}, u"leader"_s), row(5, u"boss2@example.com"_s, u"某人"_s, home, u"leader"_s)}),
             (QStringList{u"0 create"_s, u"1 membership.doubled"_s, u"2 invite"_s, u"3 membership.doubled"_s, u"4 create"_s, u"5 invitation.leader_doubled"_s}));
    QCOMPARE(state(), before);
    QCOMPARE(w.must(u"select count(*) from app.imports"_s), u"0"_s); // a dry run keeps nothing
}

void TestImports::allAtOnceInOneCommand()
{
    const QString import = SchemaWorld::newId();
    const Person person = w.addMember(u"Both"_s);
    stage(import, {row(0, u"one@example.com"_s, u"甲"_s, m_first, {}, true),
                   row(1, u"one@example.com"_s, u"甲"_s, m_second), row(2, emailOf(m_free))});
    stage(import, {row(1000, emailOf(person), {}, m_second, u"leader"_s, true)});
    const Answer answer = apply(import, 4);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(number(answer, u"created"_s), 1);
    QCOMPARE(number(answer, u"invited"_s), 1);
    QCOMPARE(number(answer, u"changed"_s), 1);
    QCOMPARE(number(answer, u"unchanged"_s), 0);
    QVERIFY(membershipsOf(person).endsWith(u"Second=leader*"_s) ||
            membershipsOf(person).contains(u"Second=leader*"_s));
    QCOMPARE(
        w.must(
            u"select status, phone is null from app.users join app.user_privates using (id) where email = 'one@example.com'"_s),
        u"pending_activation|t"_s);
    QCOMPARE(w.must(u"select string_agg(o.name || w.is_primary, ',' order by o.name) from "
                    u"app.invitation_places as w join app.invitations as i on i.id = w.invitation_id join "
                    u"app.organizations as o on o.id = w.organization_id"
                    " join app.user_privates as p on p.id = i.user_id where p.email = 'one@example.com'"_s),
             u"Firsttrue,Secondfalse"_s);
    QCOMPARE(w.must(u"select count(*) from app.import_rows"_s), u"0"_s);
    QCOMPARE(
        w.must(
            u"select string_agg(kind, ',' order by id) from app.audit_entries where command_id = (select max(command_id::text)::uuid from app.audit_entries where kind = 'import_applied')"_s),
        u"import_applied,members_imported"_s);
    QCOMPARE(w.feedDifference(), QString());
}

void TestImports::theSameFileAgainChangesNothing()
{
    const QJsonArray rows{row(0, u"twice@example.com"_s, u"乙"_s, m_first, u"leader"_s, true),
                          row(1, emailOf(w.addPerson(u"AlsoFree"_s)), {}, m_second),
                          row(2, emailOf(w.addMember(u"Again"_s)), {}, m_second, {}, true)};
    QString import = SchemaWorld::newId();
    stage(import, rows);
    QVERIFY(apply(import, 3).isDone());
    const QString before = state();
    const QString notices = w.must(u"select count(*) from app.notifications"_s);
    QCOMPARE(checked(rows), (QStringList{u"0 none"_s, u"1 none"_s, u"2 none"_s}));
    import = SchemaWorld::newId();
    stage(import, rows);
    const Answer again = apply(import, 3);
    QVERIFY2(again.isDone(), qPrintable(again.text()));
    QCOMPARE(number(again, u"unchanged"_s), 3);
    QCOMPARE(state(), before);
    QCOMPARE(w.must(u"select count(*) from app.notifications"_s), notices);
}

void TestImports::partsMayComeTwice()
{
    const QString import = SchemaWorld::newId();
    stage(import, {row(0, u"part@example.com"_s), row(1, u"part2@example.com"_s)});
    stage(import, {row(1, u"part3@example.com"_s), row(0, u"part@example.com"_s)});
    QCOMPARE(w.must(u"select count(*) from app.import_rows"_s), u"2"_s);
    const Answer incomplete = apply(import, 3);
    QCOMPARE(incomplete.code(), u"import.incomplete"_s);
    // What somebody else has sent is theirs.
    w.must(u"update app.imports set actor_id = ? where id = ?"_s, {w.root.id, import});
    QCOMPARE(apply(import, 2).code(), u"import.unknown"_s);
    w.must(u"update app.imports set actor_id = ? where id = ?"_s, {w.adminA.id, import});
    QVERIFY(apply(import, 2).isDone());
    QCOMPARE(w.must(u"select count(*) from app.user_privates where email like 'part_@example.com'"_s),
             u"1"_s);
    QCOMPARE(apply(import, 2).code(), u"import.applied"_s);
}

void TestImports::oneBadRowRefusesAll()
{
    const QString import = SchemaWorld::newId();
    stage(import, {row(0, u"good@example.com"_s), row(7, emailOf(w.adminB))});
    const QString before = state();
    const Answer answer = apply(import, 2);
    QCOMPARE(answer.code(), u"invitation.elsewhere"_s);
    QCOMPARE(answer.error(u"invitation.elsewhere"_s)["field"_L1].toString(), u"rows[7].email"_s);
    QCOMPARE(state(), before);
}

void TestImports::orIsLeftOut()
{
    const QString import = SchemaWorld::newId();
    stage(import,
          {row(0, u"good2@example.com"_s), row(7, emailOf(w.adminB)),
           row(8, u"l1@example.com"_s, u"丙"_s, m_first), row(9, u"l1@example.com"_s, u"丙"_s, m_first),
           row(10, u"l2@example.com"_s, u"丁"_s), row(11, u"l2@example.com"_s, u"丁"_s, w.must(u"select default_organization_id from app.tenants where id = ?"_s, {w.tenantA}))});
    const Answer answer = apply(import, 6, true);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(number(answer, u"created"_s), 3);
    QCOMPARE(number(answer, u"refused"_s), 3);
    const QJsonArray bad = answer.json["result"_L1]["bad"_L1].toArray();
    QCOMPARE(bad.size(), 3);
    QCOMPARE(bad[0]["number"_L1].toInt(), 7);
    QCOMPARE(bad[1]["error"_L1]["code"_L1].toString(), u"membership.doubled"_s);
}

void TestImports::refusals()
{
    const QString before = state();
    QCOMPARE(apply(SchemaWorld::newId(), 1).code(), u"import.unknown"_s);
    QCOMPARE(undo(SchemaWorld::newId()).code(), u"import.unknown"_s);
    const QString import = SchemaWorld::newId();
    stage(import, {row(0, u"full@example.com"_s)});
    QCOMPARE(undo(import).code(), u"import.unknown"_s); // not applied yet
    const QString quotas =
        w.must(u"select value from app.settings where tenant_id = ? and key = 'quotas'"_s, {w.tenantA});
    setQuotas(u"{\"members\": 1}"_s);
    const Answer full = apply(import, 1);
    setQuotas(quotas);
    QCOMPARE(full.code(), u"quota.members"_s);
    w.must(u"update app.tenants set state = 'closing' where id = ?"_s, {w.tenantA});
    const Answer closing = apply(import, 1);
    w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantA});
    QCOMPARE(closing.code(), u"invitation.tenant_not_active"_s);
    QCOMPARE(state(), before);
    // The tenant of another administrator
    QCOMPARE(w.give(w.adminB, importApply(CommandWorld::tenantId(w.tenantB), QUuid::fromString(import), 1,
                                          true, u"x"_s))
                 .code(),
             u"import.unknown"_s);
    QVERIFY(ask(w.adminA, u"import_discard"_s, {}, import).isEmpty());
    QCOMPARE(w.must(u"select count(*) from app.import_rows"_s), u"0"_s);
}

void TestImports::fieldsByTheSameRules_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    int cases = 0;
    for (const RuleCase &each : ruleCases()) {
        if (each.object != u"user" ||
            !QStringList{u"email"_s, u"name"_s, u"phone"_s, u"mis"_s}.contains(each.field) || each.cppOnly ||
            each.value.isEmpty())
            continue;
        QTest::addRow("%s %d", qPrintable(each.field), ++cases) << each.field << each.value << each.code;
    }
    QVERIFY(cases > 20);
}

void TestImports::fieldsByTheSameRules() // ERR-3: one table, both sides
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const QString, code);
    QJsonObject given = row(3, u"a@example.com"_s);
    given.insert(field, value);
    const QJsonObject answer = ask(w.adminA, u"import_check"_s, {given});
    const auto here = RuleSet::builtIn().check(u"user"_s, field, value);
    QCOMPARE(here ? here->code : QString(), code);
    if (code.isEmpty())
        QVERIFY2(answer.contains(u"rows"_s), QJsonDocument(answer).toJson().constData());
    else
        QVERIFY2(answer[u"failed"_s].toString().contains(u'"' + code + u'"') &&
                     answer[u"failed"_s].toString().contains(u"rows[3]."_s + field),
                 QJsonDocument(answer).toJson().constData());
}

void TestImports::hostileCalls_data()
{
    QTest::addColumn<QJsonValue>("rows");
    QJsonArray many;
    for (int i = 0; i <= 1000; ++i)
        many.append(row(i, u"a@example.com"_s));
    QTest::newRow("no list") << QJsonValue(u"x"_s);
    QTest::newRow("none") << QJsonValue(QJsonArray());
    QTest::newRow("too many") << QJsonValue(many);
    QTest::newRow("no objects") << QJsonValue(QJsonArray{1, 2});
    QTest::newRow("no number") << QJsonValue(QJsonArray{QJsonObject{{u"email"_s, u"a@example.com"_s}}});
    QTest::newRow("a number too large") << QJsonValue(
        QJsonArray{QJsonObject{{u"email"_s, u"a@example.com"_s}, {u"number"_s, 99999999999.0}}});
    QTest::newRow("no ID") << QJsonValue(QJsonArray{
        QJsonObject{{u"email"_s, u"a@example.com"_s}, {u"number"_s, 1}, {u"organization_id"_s, u"x"_s}}});
    QTest::newRow("another role") << QJsonValue(QJsonArray{row(1, u"a@example.com"_s, {}, {}, u"owner"_s)});
    QTest::newRow("another field") << QJsonValue(QJsonArray{QJsonObject{
        {u"email"_s, u"a@example.com"_s}, {u"number"_s, 1}, {u"user_id"_s, SchemaWorld::newId()}}});
}

void TestImports::hostileCalls()
{
    QFETCH(const QJsonValue, rows);
    for (const QString &function : {u"import_check"_s, u"import_stage"_s}) {
        const QJsonObject arguments{
            {u"tenant_id"_s, w.tenantA}, {u"rows"_s, rows}, {u"import_id"_s, SchemaWorld::newId()}};
        const auto session = w.connect(w.adminA);
        const auto answer =
            session->exec(u"select api.%1(?::jsonb)"_s.arg(function),
                          {QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))});
        QVERIFY(!answer);
        QCOMPARE(server::sqlState(answer.error()), u"TY001"_s);
        QCOMPARE(w.must(u"select count(*) from app.import_rows"_s), u"0"_s);
    }
}

void TestImports::oneNoticeForAllToWhomTheSameHappened() // ORG-4, design §3: no row per member
{
    const QString organization = w.addOrganization(u"Course"_s);
    (void)w.addGrant(w.spaceA, u"organization"_s, organization, u"editor"_s);
    QJsonArray rows;
    QStringList people;
    for (int i = 0; i < 5; ++i) {
        const Person person = w.addMember(u"Student "_s + QChar(u'A' + i));
        people += person.id;
        rows.append(row(i, emailOf(person), {}, organization));
    }
    const QString import = SchemaWorld::newId();
    stage(import, rows);
    QVERIFY(apply(import, 5).isDone());
    const QString told = w.must(
        u"select cardinality(audience_user_ids), parameters -> 'effect' -> 0 ->> 'after', parameters -> "
        u"'after' -> 0 ->> 'name', parameters ->> 'reason'"
        " from app.notifications where kind = 'memberships_imported' and ?::uuid = any (audience_user_ids)"_s,
        {people[2]});
    QCOMPARE(told, u"5|editor|Course|new term"_s);
    QCOMPARE(w.roleOn(w.spaceA, people[2]), u"editor"_s);
    const QString before = w.must(
        u"select d.detail -> 'before' -> 'people' -> 0 -> 'memberships' -> 0 ->> 'role', "
        u"jsonb_array_length(d.detail -> 'after' -> 'people')"
        " from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id where e.kind = 'members_imported' order by e.id desc limit 1"_s);
    QCOMPARE(before, u"member|5"_s);
}

void TestImports::onlyTheAdministratorMay()
{
    for (const Person &person : {w.memberA, w.adminB, w.root})
        for (const QString &function : {u"import_check"_s, u"import_stage"_s})
            QVERIFY(ask(person, function, {row(0, u"a@example.com"_s)}, SchemaWorld::newId())[u"failed"_s]
                        .toString()
                        .contains(u"command.not_allowed"_s));
    // Another one's staged import
    const QString import = SchemaWorld::newId();
    stage(import, {row(0, u"mine@example.com"_s)});
    QVERIFY(ask(w.memberA, u"import_discard"_s, {}, import).isEmpty());
    QCOMPARE(w.must(u"select count(*) from app.import_rows where import_id = ?"_s, {import}), u"1"_s);
}

QTEST_GUILESS_MAIN(TestImports)
#include "tst_imports.moc"
