// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/schemaworld.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// api.execute: exactly once, refusals kept, nothing told that shouldn't be (design §3 "Writing", §10 "Command"). INB-3, INB-7, ERR-1.
class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void repeatGivesTheStoredAnswer();
    void sameIdWithAnotherPayloadIsRefused();
    void anotherPersonsAnswerIsNotGiven();
    void aRefusalIsStoredAndReturned();
    void concurrentDoublesTakeEffectOnce();
    void anUnansweredPredecessorMeansWaitAndStoresNothing();
    void aRefusedPredecessorRefuses();
    void seenMayBeAPredecessorsResult();
    void staleSeenIsAConflict();
    void onlyReadCommittedIsAccepted();
    void oneCommandPerTransaction();
    void oversizedCallsAreRefused();
    void oldIdsAreRefused();
    void malformedPayloadsNameTheField_data();
    void malformedPayloadsNameTheField();
    void aFloodOfErrorsIsCutShort();
    void malformedSeenIsRefused();
    void brokenFieldRulesComeAllAtOnce();
    void aKilledConnectionLeavesNothing();
    void faultsTellAnIdAndNothingElse();
    void retryableFaultsStoreNothing();
    void onlyActivePeopleOfLivingTenantsAct();
    void knownCommandsAreTheActorsOwn();
    void whoamiSaysWhoActs();

private:
    int answersOf(const QString &commandId) { return m_world.sql(u"select count(*) from app.answers where id = ?"_s, {commandId}).toInt(); }
    Person applicant() { return m_world.addPerson(u"Applicant"_s); }
    static QJsonObject freshForm()
    {
        static int count = 0;
        ++count;
        return SchemaWorld::tenantForm(u"Fresh %1"_s.arg(count), u"fresh_%1"_s.arg(count));
    }

    SchemaWorld m_world;
};

void TestEnvelope::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestEnvelope::repeatGivesTheStoredAnswer()
{
    const Person person = applicant();
    const Command command{u"tenant_application_submit"_s, freshForm(), {}, {}, SchemaWorld::newId()};
    const Answer first = m_world.execute(person, command);
    QVERIFY2(first.isDone(), qPrintable(first.text()));
    const Answer second = m_world.execute(person, command);
    QCOMPARE(second.json, first.json);
    QCOMPARE(m_world.sql(u"select count(*) from app.applications where applicant_id = ?"_s, {person.id}), u"1"_s);
    QCOMPARE(m_world.sql(u"select count(*) from app.audit_entries where command_id = ?"_s, {command.id}), u"1"_s);
}

void TestEnvelope::sameIdWithAnotherPayloadIsRefused()
{
    const Person person = applicant();
    Command command{u"tenant_application_submit"_s, freshForm(), {}, {}, SchemaWorld::newId()};
    QVERIFY(m_world.execute(person, command).isDone());
    command.payload.insert(u"name"_s, u"Something else"_s);
    QCOMPARE(m_world.execute(person, command).sqlState, u"TY409"_s);
}

void TestEnvelope::anotherPersonsAnswerIsNotGiven()
{
    const Person one = applicant();
    const Person other = applicant();
    const Command command{u"tenant_application_submit"_s, freshForm(), {}, {}, SchemaWorld::newId()};
    QVERIFY(m_world.execute(one, command).isDone());
    const Answer answer = m_world.execute(other, command);
    QCOMPARE(answer.code(), u"command.id_taken"_s); // the application's ID: the command is the other's own, and refused by itself
}

void TestEnvelope::aRefusalIsStoredAndReturned()
{
    const Person person = applicant();
    QJsonObject form = freshForm();
    form.insert(u"code"_s, u"tenant_a"_s);
    const Command command{u"tenant_application_submit"_s, form, {}, {}, SchemaWorld::newId()};
    const Answer refused = m_world.execute(person, command);
    QCOMPARE(refused.code(), u"tenant_application.code_taken"_s);
    // What refused it goes away; the answer stays what it was.
    m_world.must(u"update app.claims set value = 'parked' where kind = 'tenant_code' and value = 'tenant_a'"_s);
    const Answer again = m_world.execute(person, command);
    m_world.must(u"update app.claims set value = 'tenant_a' where kind = 'tenant_code' and value = 'parked'"_s);
    QCOMPARE(again.json, refused.json);
    QCOMPARE(m_world.sql(u"select count(*) from app.audit_entries where command_id = ?"_s, {command.id}), u"0"_s);
    QCOMPARE(m_world.sql(u"select count(*) from app.applications where applicant_id = ?"_s, {person.id}), u"0"_s);
}

void TestEnvelope::concurrentDoublesTakeEffectOnce()
{
    const Person person = applicant();
    const Command command{u"tenant_application_submit"_s, freshForm(), {}, {}, SchemaWorld::newId()};
    const auto first = m_world.connect(person);
    auto transaction = server::Transaction::begin(*first);
    QVERIFY(transaction);
    const Answer answer = SchemaWorld::execute(*first, command);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    auto double_ = std::async(std::launch::async, [&] { return m_world.execute(person, command); });
    // The double waits for the first.
    QTRY_COMPARE(m_world.sql(u"select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'"_s, {person.role}), u"1"_s);
    QVERIFY(transaction->commit());
    QCOMPARE(double_.get().json, answer.json);
    QCOMPARE(m_world.sql(u"select count(*) from app.applications where applicant_id = ?"_s, {person.id}), u"1"_s);
}

void TestEnvelope::anUnansweredPredecessorMeansWaitAndStoresNothing()
{
    const Person person = applicant();
    const QString missing = SchemaWorld::newId();
    const Command command{u"tenant_application_submit"_s, freshForm(), {}, {missing}, SchemaWorld::newId()};
    QCOMPARE(m_world.execute(person, command).outcome(), u"wait"_s);
    QCOMPARE(answersOf(command.id), 0);
    const Command inSeen{u"application_withdraw"_s, {{u"application_id"_s, SchemaWorld::newId()}},
                         {{SchemaWorld::newId(), QJsonObject{{u""_s, QJsonObject{{u"after"_s, missing}}}}}}};
    QCOMPARE(m_world.execute(person, inSeen).outcome(), u"wait"_s);
    QVERIFY(m_world.execute(person, {u"tenant_application_submit"_s, freshForm(), {}, {}, missing}).isDone());
    QCOMPARE(m_world.execute(person, command).code(), u"tenant_application.applicant_has_application"_s); // it ran
}

void TestEnvelope::aRefusedPredecessorRefuses()
{
    const Person person = applicant();
    QJsonObject form = freshForm();
    form.insert(u"name"_s, u"x"_s);
    const Command first{u"tenant_application_submit"_s, form, {}, {}, SchemaWorld::newId()};
    QCOMPARE(m_world.execute(person, first).outcome(), u"refused"_s);
    const Answer answer = m_world.execute(person, {u"tenant_application_submit"_s, freshForm(), {}, {first.id}});
    QCOMPARE(answer.code(), u"command.predecessor_refused"_s);
    QCOMPARE(answer.error(u"command.predecessor_refused"_s)["parameters"_L1]["command"_L1].toString(), first.id);
}

void TestEnvelope::seenMayBeAPredecessorsResult()
{
    const Person person = applicant();
    const QJsonObject form = freshForm();
    const QString application = form.value(u"application_id"_s).toString();
    const Command first{u"tenant_application_submit"_s, form, {}, {}, SchemaWorld::newId()};
    QVERIFY(m_world.execute(person, first).isDone());
    const Answer answer = m_world.execute(
        person, {u"application_withdraw"_s, {{u"application_id"_s, application}}, {{application, QJsonObject{{u""_s, QJsonObject{{u"after"_s, first.id}}}}}}});
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["versions"_L1][application][""_L1].toInt(), 2);
}

void TestEnvelope::staleSeenIsAConflict()
{
    const Person person = applicant();
    const QJsonObject form = freshForm();
    const QString application = form.value(u"application_id"_s).toString();
    QVERIFY(m_world.execute(person, {u"tenant_application_submit"_s, form}).isDone());
    const QJsonObject withdraw{{u"application_id"_s, application}};
    const Answer stale = m_world.execute(person, {u"application_withdraw"_s, withdraw, SchemaWorld::seen(application, 7)});
    QCOMPARE(stale.code(), u"command.conflict"_s);
    const QJsonValue parameters = stale.error(u"command.conflict"_s)["parameters"_L1];
    QCOMPARE(parameters["record"_L1].toString(), application);
    QCOMPARE(parameters["seen"_L1].toInt(), 7);
    QCOMPARE(parameters["now"_L1].toInt(), 1);
    QCOMPARE(m_world.execute(person, {u"application_withdraw"_s, withdraw}).code(), u"command.malformed"_s);
}

void TestEnvelope::onlyReadCommittedIsAccepted()
{
    const Person person = applicant();
    const auto connection = m_world.connect(person);
    for (const QString &mode : {u"isolation level repeatable read"_s, u"isolation level serializable"_s, u"read only"_s}) {
        const Command command{u"tenant_application_submit"_s, freshForm(), {}, {}, SchemaWorld::newId()};
        auto transaction = server::Transaction::begin(*connection, mode);
        QVERIFY(transaction);
        QCOMPARE(SchemaWorld::execute(*connection, command).sqlState, u"TY400"_s);
        transaction->rollback();
        QCOMPARE(answersOf(command.id), 0);
    }
}

void TestEnvelope::oneCommandPerTransaction()
{
    const Person person = applicant();
    const auto connection = m_world.connect(person);
    auto transaction = server::Transaction::begin(*connection);
    QVERIFY(transaction);
    QVERIFY(SchemaWorld::execute(*connection, {u"tenant_application_submit"_s, freshForm()}).isDone());
    const Answer second = SchemaWorld::execute(*connection, {u"tenant_application_submit"_s, freshForm()});
    QCOMPARE(second.text(), u"TY400 command.not_alone"_s);
}

void TestEnvelope::oversizedCallsAreRefused()
{
    QJsonObject form = freshForm();
    form.insert(u"use"_s, QString(300'000, u'x'));
    QCOMPARE(m_world.execute(applicant(), {u"tenant_application_submit"_s, form}).text(), u"TY400 command.too_large"_s);
    QCOMPARE(m_world.execute(applicant(), {u"tenant_application_submit"_s, freshForm(), {}, {}, u"00000000-0000-4000-8000-000000000000"_s}).sqlState, u"TY400"_s);
}

void TestEnvelope::oldIdsAreRefused()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto idAt = [](qint64 milliseconds) {
        const QString hex = QString::number(milliseconds, 16).rightJustified(12, u'0');
        return QString(hex.left(8) + u'-' + hex.mid(8) + u"-7abc-8abc-0123456789ab"_s);
    };
    constexpr qint64 day = 86'400'000;
    QCOMPARE(m_world.execute(applicant(), {u"tenant_application_submit"_s, freshForm(), {}, {}, idAt(now - 91 * day)}).code(), u"command.too_old"_s);
    QVERIFY(m_world.execute(applicant(), {u"tenant_application_submit"_s, freshForm(), {}, {}, idAt(now - 89 * day)}).isDone());
    QCOMPARE(m_world.execute(applicant(), {u"tenant_application_submit"_s, freshForm(), {}, {}, idAt(now + day + 60'000)}).code(), u"command.from_the_future"_s);
    QVERIFY(m_world.execute(applicant(), {u"tenant_application_submit"_s, freshForm(), {}, {}, idAt(now + day - 60'000)}).isDone());
}

void TestEnvelope::malformedPayloadsNameTheField_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("reason");
    QTest::newRow("unknown") << u"colour"_s << QJsonValue(u"red"_s) << u"unknown"_s;
    QTest::newRow("missing") << u"name"_s << QJsonValue(QJsonValue::Undefined) << u"missing"_s;
    QTest::newRow("null") << u"name"_s << QJsonValue() << u"null"_s;
    QTest::newRow("number for text") << u"name"_s << QJsonValue(5) << u"type"_s;
    QTest::newRow("text for number") << u"estimated_users"_s << QJsonValue(u"5"_s) << u"type"_s;
    QTest::newRow("fraction") << u"estimated_users"_s << QJsonValue(1.5) << u"type"_s;
    QTest::newRow("no uuid") << u"plan_id"_s << QJsonValue(u"basic"_s) << u"type"_s;
    QTest::newRow("list for text") << u"use"_s << QJsonValue(QJsonArray{1}) << u"type"_s;
}

void TestEnvelope::malformedPayloadsNameTheField()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, reason);
    QJsonObject form = freshForm();
    form.insert(key, value); // undefined removes
    const Answer answer = m_world.execute(m_world.homeless, {u"tenant_application_submit"_s, form});
    QCOMPARE(answer.code(), u"command.malformed"_s);
    const QJsonObject error = answer.error(u"command.malformed"_s);
    QCOMPARE(error["field"_L1].toString(), key);
    QCOMPARE(error["parameters"_L1]["reason"_L1].toString(), reason);
}

// However wrong a payload is: the answer and the line in the log stay short, and so does the time.
void TestEnvelope::aFloodOfErrorsIsCutShort()
{
    QJsonObject unknown = freshForm();
    for (int i = 0; i < 8'000; ++i)
        unknown.insert(u"x%1"_s.arg(i), 1);
    QJsonArray strangers;
    for (int i = 0; i < 500; ++i)
        strangers.append(i);
    const Person person = applicant();
    QElapsedTimer time;
    time.start();
    const Answer flooded = m_world.execute(person, {u"tenant_application_submit"_s, unknown});
    QVERIFY2(time.elapsed() < 4'000, qPrintable(QString::number(time.elapsed()))); // 11 s and more when each one was listed
    QCOMPARE(flooded.json[u"errors"_s].toArray().size(), 20);
    const Answer listed = m_world.execute(person, {u"grants_remove"_s, {{u"space_id"_s, m_world.spaceA}, {u"grant_ids"_s, strangers}}});
    QCOMPARE(listed.json[u"errors"_s].toArray().size(), 20);
    QCOMPARE(listed.code().split(u',').first(), u"command.malformed"_s);
}

void TestEnvelope::malformedSeenIsRefused()
{
    const QString id = SchemaWorld::newId();
    const QJsonObject payload{{u"application_id"_s, id}};
    for (const QJsonObject &seen : {QJsonObject{{id, 1}}, QJsonObject{{u"x"_s, QJsonObject{{u""_s, 1}}}}, QJsonObject{{id, QJsonObject{{u""_s, u"1"_s}}}},
                                    QJsonObject{{id, QJsonObject{{u""_s, QJsonObject{{u"after"_s, u"x"_s}}}}}}, QJsonObject{{id, QJsonObject{{u""_s, QJsonObject{}}}}}}) {
        const Answer answer = m_world.execute(m_world.homeless, {u"application_withdraw"_s, payload, seen});
        QCOMPARE(answer.code(), u"command.malformed"_s);
        QCOMPARE(answer.error(u"command.malformed"_s)["field"_L1].toString(), u"seen"_s);
    }
}

void TestEnvelope::brokenFieldRulesComeAllAtOnce()
{
    QJsonObject form = freshForm();
    form.insert(u"name"_s, u"x"_s);
    form.insert(u"code"_s, u"no-hyphen"_s);
    form.insert(u"use"_s, u""_s);
    form.insert(u"department"_s, QString(101, u'部'));
    form.insert(u"contact_name"_s, u" blank"_s);
    form.insert(u"contact_email"_s, u"nobody"_s);
    form.insert(u"estimated_users"_s, 0);
    const Answer answer = m_world.execute(m_world.homeless, {u"tenant_application_submit"_s, form});
    QCOMPARE(answer.code(), u"rule.characters,rule.email,rule.range,rule.required,rule.spaces,rule.too_long,rule.too_short"_s);
    QCOMPARE(answer.error(u"rule.characters"_s)["field"_L1].toString(), u"code"_s);
}

void TestEnvelope::aKilledConnectionLeavesNothing()
{
    const Person person = applicant();
    const Command command{u"tenant_application_submit"_s, freshForm(), {}, {}, SchemaWorld::newId()};
    // Somebody holds a value that the command claims, so that it stops in its middle.
    const auto blocker = m_world.cluster().ownerConnection();
    auto transaction = server::Transaction::begin(*blocker);
    QVERIFY(transaction);
    QVERIFY(blocker->exec(u"insert into app.claims values ('tenant_code', ?, ?)"_s, {command.payload.value(u"code"_s).toString(), SchemaWorld::newId()}));
    auto running = std::async(std::launch::async, [&] { return m_world.execute(person, command); });
    QTRY_COMPARE(m_world.sql(u"select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'"_s, {person.role}), u"1"_s);
    QCOMPARE(m_world.sql(u"select pg_terminate_backend(pid) from pg_stat_activity where usename = ?"_s, {person.role}), u"t"_s);
    QCOMPARE(running.get().sqlState, u"57P01"_s);
    transaction->rollback();
    QCOMPARE(answersOf(command.id), 0);
    QCOMPARE(m_world.sql(u"select count(*) from app.audit_entries where command_id = ?"_s, {command.id}), u"0"_s);
    QVERIFY(m_world.execute(person, command).isDone());
}

void TestEnvelope::faultsTellAnIdAndNothingElse()
{
    // A command that provokes whatever constraint it is told; and, as everywhere, with a session that asks for every message there is.
    m_world.must(u"create function cmd.test_fault(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb language plpgsql as $$"
                 " begin execute payload ->> 'sql'; return '{}'; end $$"_s);
    m_world.must(u"alter function cmd.test_fault owner to tenantry_owner"_s);
    m_world.must(u"update app.declarations set content = jsonb_set(content, '{commands,test_fault}',"
                 " '{\"key\": \"notifications.own\", \"scope\": {\"kind\": \"self\"}, \"payload\": {\"sql\": {\"type\": \"text\"}}}') where name = 'commands'"_s);
    const auto connection = m_world.connect(m_world.homeless);
    QVERIFY(connection->exec(u"set client_min_messages = 'debug5'"_s));
    const QStringList constraints = m_world.must(u"select c.conname || ' ' || case c.contype when 'c' then '23514' when 'f' then '23503' else '23505' end"
                                                 " from pg_constraint as c join pg_namespace as n on n.oid = c.connamespace where n.nspname = 'app' order by 1"_s).split(u'\n');
    QVERIFY(constraints.size() > 50);
    for (const QString &constraint : constraints) {
        const Command command{u"test_fault"_s, {{u"sql"_s, u"do $x$ begin raise exception using errcode = '%2', constraint = '%1', message = 'secret',"
                                                           " detail = 'Key (email)=(secret@example.com)', hint = 'secret'; end $x$"_s
                                                           .arg(constraint.section(u' ', 0, 0), constraint.section(u' ', 1))}}, {}, {}, SchemaWorld::newId()};
        const Answer answer = SchemaWorld::execute(*connection, command);
        QCOMPARE(answer.sqlState, u"TY500"_s);
        QVERIFY2(!answer.message.contains(u"secret"_s) && !answer.message.contains(u"email"_s), qPrintable(answer.message));
        QCOMPARE(answersOf(command.id), 0);
    }
    // Real ones: a doubled key, a dangling reference, a missing value, and one that is found only at the end of the transaction.
    for (const QString &statement : {u"insert into app.plans (id, key, name_en, name_zh, quotas) select gen_random_uuid(), 'basic', '', '', '{}'"_s,
                                     u"insert into app.user_privates (id, email) values (gen_random_uuid(), 'secret@example.com')"_s,
                                     u"insert into app.users (id, name) values (gen_random_uuid(), null)"_s, u"update app.users set tenant_id = '%1' where id = '%2'"_s.arg(m_world.tenantB, m_world.adminA.id),
                                     u"select 1 / 0"_s, u"select 'secret'::uuid"_s}) {
        const Answer answer = SchemaWorld::execute(*connection, {u"test_fault"_s, {{u"sql"_s, statement}}});
        QCOMPARE(answer.sqlState, u"TY500"_s);
        QVERIFY2(!answer.message.contains(u"secret"_s), qPrintable(answer.message));
    }
    // Configuration limits are no reason to try again.
    const auto raising = [](const QString &state) { return u"do $x$ begin raise exception using errcode = '%1'; end $x$"_s.arg(state); };
    QCOMPARE(SchemaWorld::execute(*connection, {u"test_fault"_s, {{u"sql"_s, raising(u"53400"_s)}}}).sqlState, u"TY500"_s);
    for (const QString &state : {u"40001"_s, u"40P01"_s, u"55P03"_s, u"57P03"_s, u"53100"_s, u"53200"_s}) {
        const Command command{u"test_fault"_s, {{u"sql"_s, raising(state)}}, {}, {}, SchemaWorld::newId()};
        QCOMPARE(SchemaWorld::execute(*connection, command).sqlState, state);
        QCOMPARE(answersOf(command.id), 0);
    }
    m_world.must(u"drop function cmd.test_fault"_s);
    m_world.must(u"update app.declarations set content = content #- '{commands,test_fault}' where name = 'commands'"_s);
}

void TestEnvelope::retryableFaultsStoreNothing()
{
    const Person person = applicant();
    const Command command{u"tenant_application_submit"_s, freshForm(), {}, {}, SchemaWorld::newId()};
    const auto blocker = m_world.cluster().ownerConnection();
    auto transaction = server::Transaction::begin(*blocker);
    QVERIFY(transaction);
    QVERIFY(blocker->exec(u"insert into app.claims values ('tenant_code', ?, ?)"_s, {command.payload.value(u"code"_s).toString(), SchemaWorld::newId()}));
    const Answer answer = m_world.execute(person, command); // lock_timeout of the function, whatever the session says
    QCOMPARE(answer.sqlState, u"55P03"_s);
    QCOMPARE(answersOf(command.id), 0);
}

void TestEnvelope::onlyActivePeopleOfLivingTenantsAct()
{
    const Command command{u"application_withdraw"_s, {{u"application_id"_s, SchemaWorld::newId()}}};
    QCOMPARE(m_world.execute(m_world.suspended, command).sqlState, u"TY403"_s);
    const auto session = m_world.connect(m_world.adminB);
    m_world.must(u"update app.tenants set state = 'frozen' where id = ?"_s, {m_world.tenantB});
    QCOMPARE(SchemaWorld::execute(*session, command).sqlState, u"TY403"_s);
    QVERIFY(failureOf(*session, u"select api.whoami()"_s).startsWith("TY403"_L1));
    m_world.must(u"update app.tenants set state = 'active' where id = ?"_s, {m_world.tenantB});
    QVERIFY(SchemaWorld::execute(*session, command).sqlState.isEmpty());
    // A role without an account (the worker's too) is nobody.
    m_world.must(u"create role stranger login password 'stranger'"_s);
    const auto stranger = m_world.connectAs(u"stranger"_s, u"stranger"_s);
    QVERIFY(stranger);
    QCOMPARE(SchemaWorld::execute(**stranger, command).sqlState, u"TY403"_s);
}

void TestEnvelope::knownCommandsAreTheActorsOwn()
{
    const Person person = applicant();
    const QString done = SchemaWorld::newId();
    QVERIFY(m_world.execute(person, {u"tenant_application_submit"_s, freshForm(), {}, {}, done}).isDone());
    const QString ids = u'{' + done + u',' + SchemaWorld::newId() + u'}';
    const auto own = m_world.connect(person)->exec(u"select api.known(?::uuid[])"_s, {ids});
    QVERIFY(own);
    QCOMPARE(own->value().toString(), u'{' + done + u'}');
    const auto others = m_world.connect(m_world.root)->exec(u"select api.known(?::uuid[])"_s, {ids});
    QCOMPARE(others->value().toString(), u"{}"_s);
}

void TestEnvelope::whoamiSaysWhoActs()
{
    const auto rows = m_world.connect(m_world.adminA)->exec(u"select api.whoami()"_s);
    QVERIFY(rows);
    const QJsonObject actor = QJsonDocument::fromJson(rows->value().toString().toUtf8()).object();
    QCOMPARE(actor["user_id"_L1].toString(), m_world.adminA.id);
    QCOMPARE(actor["administers"_L1].toString(), m_world.tenantA);
    QCOMPARE(actor["is_system_administrator"_L1].toBool(), false);
}

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
