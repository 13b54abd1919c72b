// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/schemaworld.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// What a person with psql and their own password has been seen to do to PostgreSQL 15, tried on ours (SEC-1).
class TestAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dropOwnedTakesNothingFromOthers();
    void aRevokedRightIsGoneInAnOpenTransaction();
    void anExpiredRightIsGoneInAnOpenTransaction();
    void aLateCallIsSentBack();
    void aRightInUseIsNotRevokedMeanwhile();
    void ownSettingsChangeOnlyOneself();
    void ownSessionSettingsDoNotChangeAnswers();
    void connectionsAreLimited();
    void locksOfOthersCanNotBeTaken();
    void rollbackDoesNotSilenceTheLog();
    void logLinesCanNotBeForged();
    void aSessionThatOutlivesItsAccountCanDoNothing();
    void othersDoingsAreHidden();
    void noPersonReadsAnotherTenantsRowsBySideChannel();

private:
    Command submit() const
    {
        static int count = 0;
        ++count;
        return {u"tenant_application_submit"_s, SchemaWorld::tenantForm(u"Attack %1"_s.arg(count), u"attack_%1"_s.arg(count)), {}, {}, SchemaWorld::newId()};
    }
    QByteArray log()
    {
        QFile file(m_world.cluster().directory() + u"/server.log"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Somebody whose only right is an administrator's grant on a space, which is about to end.
    Person shortLived(const QString &name, const QString &grant)
    {
        const Person person = m_world.addPerson(name);
        m_world.moveTo(person, m_world.tenantA);
        m_world.must(u"insert into app.grants (tenant_id, id, space_id, user_id, role, granted_by, granted_at, expires_at)"
                     " values (?, ?, ?, ?, 'administrator', ?, now(), clock_timestamp() + interval '1500 milliseconds')"_s,
                     {m_world.tenantA, grant, m_world.spaceA, person.id, m_world.ownerA.id});
        return person;
    }
    bool isOver(const QString &grant) const
    {
        return m_world.must(u"select expires_at < clock_timestamp() from app.grants where id = ?"_s, {grant}) == "t"_L1;
    }

    SchemaWorld m_world;
};

void TestAttacks::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestAttacks::dropOwnedTakesNothingFromOthers()
{
    const auto attacker = m_world.connect(m_world.memberA);
    QCOMPARE(failureOf(*attacker, u"drop owned by "_s + m_world.memberA.role + u" cascade"_s), QString());
    for (const QString &role : {u"tenantry_owner"_s, u"tenantry_accounts"_s, u"tenantry_worker"_s, m_world.root.role})
        QVERIFY(!failureOf(*attacker, u"drop owned by "_s + role).isEmpty());
    QCOMPARE(failureOf(*m_world.connect(m_world.adminB), u"select api.whoami()"_s), QString());
    QCOMPARE(failureOf(*m_world.connect(m_world.memberA), u"select api.whoami()"_s), QString());
}

void TestAttacks::aRevokedRightIsGoneInAnOpenTransaction()
{
    const Person administrator = m_world.addPerson(u"Short Root"_s, true);
    const Person applicant = m_world.addPerson(u"Applicant"_s);
    const Command application = submit();
    QVERIFY(m_world.execute(applicant, application).isDone());
    const QString id = application.payload["application_id"_L1].toString();
    const Command decide{u"application_decide"_s, {{u"application_id"_s, id}, {u"decision"_s, u"approve"_s}, {u"comment"_s, u""_s}}, SchemaWorld::seen(id)};
    const auto session = m_world.connect(administrator);
    for (const QString &mode : {u"isolation level repeatable read"_s, u"isolation level read committed"_s}) {
        auto transaction = server::Transaction::begin(*session, mode);
        QVERIFY(transaction);
        QVERIFY(session->exec(u"select api.whoami()"_s)); // takes its snapshot
        m_world.must(u"delete from app.role_assignments where user_id = ?"_s, {administrator.id});
        const Answer answer = SchemaWorld::execute(*session, decide);
        QVERIFY2(!answer.isDone(), qPrintable(answer.text()));
        transaction->rollback();
        m_world.must(u"insert into app.role_assignments (id, user_id, role, assigned_at) values (?, ?, 'system_administrator', now())"_s, {SchemaWorld::newId(), administrator.id});
    }
    QCOMPARE(m_world.sql(u"select status from app.applications where id = ?"_s, {id}), u"pending"_s);
}

// PRM-5: the time of a transaction stands still, that of a right doesn't
void TestAttacks::anExpiredRightIsGoneInAnOpenTransaction()
{
    const Command edit{u"space_edit"_s, {{u"space_id"_s, m_world.spaceA}, {u"name"_s, u"Too late"_s}}, SchemaWorld::seen(m_world.spaceA, 1, u"details"_s)};
    const QString scopes = u"select exists (select from jsonb_array_elements(api.pull_begin(null, null) -> 'scopes') as s where s ->> 'k' = '9')"_s;
    const QString grant = SchemaWorld::newId();
    const Person person = shortLived(u"Short Lived"_s, grant);
    const auto writing = m_world.connect(person), reading = m_world.connect(person), readingOld = m_world.connect(person);
    auto transaction = server::Transaction::begin(*writing);
    auto pull = server::Transaction::begin(*reading, u"isolation level repeatable read read only"_s); // takes no snapshot yet
    auto oldPull = server::Transaction::begin(*readingOld, u"isolation level repeatable read read only"_s);
    QVERIFY(transaction && pull && oldPull);
    const auto held = readingOld->exec(scopes); // takes its snapshot
    QVERIFY(held);
    QVERIFY(held->value().toBool());
    QTRY_VERIFY(isOver(grant));
    QCOMPARE(SchemaWorld::execute(*writing, edit).code(), u"command.not_found"_s);
    for (server::Connection *session : {reading.get(), readingOld.get()}) {
        const auto gone = session->exec(scopes);
        QVERIFY(gone);
        QVERIFY(!gone->value().toBool());
        QVERIFY(failureOf(*session, u"select api.pull_scope(10::smallint, 9::smallint, ?)"_s, {m_world.spaceA}).startsWith("TY403"_L1));
    }
    QCOMPARE(m_world.sql(u"select version_details from app.spaces where id = ?"_s, {m_world.spaceA}), u"1"_s);
}

// All that comes in one message has the time of the message.
void TestAttacks::aLateCallIsSentBack()
{
    const Person person = m_world.addPerson(u"Late Caller"_s);
    const auto session = m_world.connect(person);
    const Command command = submit();
    const QString call = u"select api.execute('%1', '%2', '%3'::jsonb)"_s.arg(
        command.id, command.kind, QString::fromUtf8(QJsonDocument(command.payload).toJson(QJsonDocument::Compact)));
    const auto late = session->script(QString(u"select pg_sleep(5.1); "_s + call).toUtf8());
    QVERIFY(!late);
    QCOMPARE(server::sqlState(late.error()), u"TY408"_s);
    QCOMPARE(late.error().parameters.value(u"message"_s).toString(), u"call.late"_s);
    QCOMPARE(server::failureKind(late.error()), server::FailureKind::Retryable);
    QCOMPARE(m_world.sql(u"select count(*) from app.answers where id = ?"_s, {command.id}), u"0"_s);
    QVERIFY(SchemaWorld::execute(*session, command).isDone()); // the same again, in time
}

void TestAttacks::aRightInUseIsNotRevokedMeanwhile()
{
    const Person administrator = m_world.addPerson(u"Busy Root"_s, true);
    const Person applicant = m_world.addPerson(u"Applicant"_s);
    const Command application = submit();
    QVERIFY(m_world.execute(applicant, application).isDone());
    const QString id = application.payload["application_id"_L1].toString();
    const auto session = m_world.connect(administrator);
    auto transaction = server::Transaction::begin(*session);
    QVERIFY(transaction);
    QVERIFY(SchemaWorld::execute(*session, {u"application_decide"_s, {{u"application_id"_s, id}, {u"decision"_s, u"approve"_s}, {u"comment"_s, u""_s}}, SchemaWorld::seen(id)}).isDone());
    const auto owner = m_world.cluster().ownerConnection();
    QVERIFY(owner->exec(u"set lock_timeout = '50ms'"_s));
    for (const QString &statement : {u"delete from app.role_assignments where user_id = ?"_s, u"update app.users set status = 'suspended' where id = ?"_s,
                                     u"update app.tenants set state = 'frozen' where id = (select tenant_id from app.users where id = ?)"_s,
                                     u"delete from app.accounts where user_id = ?"_s})
        QVERIFY(failureOf(*owner, statement, {administrator.id}).startsWith("55P03"_L1)); // waits for the command's end
    QVERIFY(transaction->commit());
}

void TestAttacks::ownSettingsChangeOnlyOneself()
{
    const Person person = m_world.addPerson(u"Read Only"_s);
    const auto session = m_world.connect(person);
    for (const QString &setting : {u"default_transaction_read_only = on"_s, u"statement_timeout = '1min'"_s, u"search_path = 'nowhere'"_s, u"default_transaction_isolation = 'serializable'"_s})
        QCOMPARE(failureOf(*session, u"alter role current_user set "_s + setting), QString());
    QCOMPARE(m_world.execute(person, submit()).sqlState, u"TY400"_s); // their own commands stop …
    QVERIFY(m_world.execute(m_world.addPerson(u"Other"_s), submit()).isDone()); // … nobody else's
    for (const QString &setting : {u"log_min_error_statement = 'error'"_s, u"session_replication_role = 'replica'"_s, u"temp_file_limit = -1"_s})
        QVERIFY(failureOf(*session, u"alter role current_user set "_s + setting).startsWith("42501"_L1));
    QVERIFY(failureOf(*session, u"alter role current_user connection limit 1000"_s).startsWith("42501"_L1));
}

void TestAttacks::ownSessionSettingsDoNotChangeAnswers()
{
    const Person person = m_world.addPerson(u"Odd Session"_s);
    const auto session = m_world.connect(person);
    const Command command = submit();
    const QString application = command.payload["application_id"_L1].toString();
    for (const QString &setting : {u"search_path = 'nowhere'"_s, u"timezone = 'Asia/Shanghai'"_s, u"datestyle = 'German'"_s, u"intervalstyle = 'sql_standard'"_s, u"extra_float_digits = -15"_s,
                                   u"bytea_output = 'escape'"_s, u"row_security = off"_s, u"transform_null_equals = on"_s, u"quote_all_identifiers = on"_s,
                                   u"client_min_messages = 'error'"_s, u"enable_seqscan = off"_s, u"array_nulls = off"_s, u"app.user_id = 'root'"_s, u"standard_conforming_strings = off"_s})
        QCOMPARE(failureOf(*session, u"set "_s + setting), QString());
    const Answer answer = SchemaWorld::execute(*session, command);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    const auto plain = m_world.connect(person);
    QCOMPARE(SchemaWorld::execute(*plain, command).json, answer.json);
    const QString withdraw = SchemaWorld::newId();
    const Command second{u"application_withdraw"_s, {{u"application_id"_s, application}}, SchemaWorld::seen(application), {}, withdraw};
    QVERIFY(SchemaWorld::execute(*session, second).isDone());
    m_world.must(u"select worker.seal_audit()"_s);
    QCOMPARE(m_world.must(u"select worker.verify_audit(id) -> 'faults' from app.tenants where is_default"_s), u"[]"_s);
}

void TestAttacks::connectionsAreLimited()
{
    const Person person = m_world.addPerson(u"Many"_s);
    std::vector<std::unique_ptr<server::Connection>> sessions;
    for (int i = 0; i < 4; ++i)
        sessions.push_back(m_world.connect(person));
    const auto fifth = m_world.connectAs(person.role, SchemaWorld::password);
    QVERIFY(!fifth);
}

void TestAttacks::locksOfOthersCanNotBeTaken()
{
    const auto attacker = m_world.connect(m_world.memberA);
    for (const QString &statement : {u"select pg_advisory_lock(1)"_s, u"select pg_advisory_xact_lock(1, 2)"_s, u"select pg_try_advisory_lock_shared(1)"_s, u"select lo_create(0)"_s,
                                     u"select lo_from_bytea(0, 'x')"_s, u"create temporary table t (id integer)"_s, u"select pg_logical_emit_message(false, 'x', 'y')"_s})
        QVERIFY2(failureOf(*attacker, statement).startsWith("42501"_L1), qPrintable(statement));
    QVERIFY(!failureOf(*attacker, u"lock table app.users"_s).isEmpty());
}

void TestAttacks::rollbackDoesNotSilenceTheLog()
{
    const auto session = m_world.connect(m_world.memberA);
    QCOMPARE(failureOf(*session, u"set client_min_messages = 'error'"_s), QString());
    QVERIFY(!failureOf(*session, u"set log_min_messages = 'panic'"_s).isEmpty());
    const Command command = submit();
    auto transaction = server::Transaction::begin(*session);
    QVERIFY(transaction);
    QCOMPARE(SchemaWorld::execute(*session, command).code(), u"tenant_application.applicant_elsewhere"_s);
    transaction->rollback();
    QCOMPARE(m_world.sql(u"select count(*) from app.answers where id = ?"_s, {command.id}), u"0"_s);
    QTRY_VERIFY(log().contains(command.id.toUtf8()));
    const QByteArray line = log().mid(log().indexOf(command.id.toUtf8()) - 400, 800);
    QVERIFY(line.contains("\"refused\"") && line.contains("applicant_elsewhere") && line.contains(m_world.memberA.id.toUtf8()));
    QVERIFY(!log().contains(command.payload["name"_L1].toString().toUtf8())); // IDs and codes, no values
    QVERIFY(!log().contains("zhang@example.com"));
}

void TestAttacks::logLinesCanNotBeForged()
{
    const auto session = m_world.connect(m_world.memberA);
    QVERIFY(failureOf(*session, u"do $$ begin raise log '{\"tenantry\": \"forged\"}'; end $$"_s).startsWith("42501"_L1));
    // What a client may choose arrives inside of a JSON string.
    const Answer answer = SchemaWorld::execute(*session, {u"x\",\n\"tenantry\": \"forged\""_s, {}});
    QCOMPARE(answer.code(), u"command.unknown_kind"_s);
    QVERIFY(!log().contains("\n\"tenantry\": \"forged\""));
    QVERIFY(!log().contains("{\"tenantry\": \"forged\""));
}

void TestAttacks::aSessionThatOutlivesItsAccountCanDoNothing()
{
    const Person person = m_world.addPerson(u"Left Over"_s);
    const auto session = m_world.connect(person); // as one opened between pg_terminate_backend and NOLOGIN
    m_world.must(u"update app.users set status = 'suspended' where id = ?"_s, {person.id});
    QCOMPARE(SchemaWorld::execute(*session, submit()).sqlState, u"TY403"_s);
    auto transaction = server::Transaction::begin(*session, u"isolation level repeatable read read only"_s);
    QVERIFY(transaction);
    QVERIFY(failureOf(*session, u"select api.pull_begin(null, null)"_s).startsWith("TY403"_L1));
    transaction->rollback();
    for (const QString &statement : {u"select api.whoami()"_s, u"select api.known('{}')"_s, u"select api.removed_members('{}')"_s, u"select api.audit_page('{}')"_s, u"select api.audit_chain('{}')"_s, u"select api.security_page('{}')"_s, u"select api.search_people('{\"text\": \"ab\"}')"_s})
        QVERIFY2(failureOf(*session, statement).startsWith("TY403"_L1), qPrintable(failureOf(*session, statement)));
}

void TestAttacks::othersDoingsAreHidden()
{
    const auto session = m_world.connect(m_world.memberA);
    const auto other = m_world.connect(m_world.adminA);
    const auto rows = session->exec(u"select count(*) from pg_stat_activity where usename <> session_user and query not in ('', '<insufficient privilege>')"_s);
    QVERIFY(rows);
    QCOMPARE(rows->value().toInt(), 0);
    QVERIFY(failureOf(*session, u"select pg_terminate_backend(?)"_s, {other->backendPid()}).startsWith("42501"_L1));
    QVERIFY(failureOf(*session, u"select pg_cancel_backend(?)"_s, {other->backendPid()}).startsWith("42501"_L1));
}

void TestAttacks::noPersonReadsAnotherTenantsRowsBySideChannel()
{
    // IDs of another tenant, which an attacker has got somehow: the answer is the same as for IDs that don't exist.
    const QString foreign = m_world.must(u"select root_organization_id from app.tenants where id = ?"_s, {m_world.tenantB});
    const auto answerFor = [&](const QString &organization) {
        return m_world.execute(m_world.adminA, {u"organization_edit"_s, {{u"organization_id"_s, organization}, {u"name"_s, u"Mine"_s}}}).json;
    };
    QCOMPARE(answerFor(foreign), answerFor(SchemaWorld::newId()));
    const auto tenantAnswer = [&](const QString &tenant) {
        return m_world.execute(m_world.adminA, {u"organization_create"_s, {{u"organization_id"_s, SchemaWorld::newId()}, {u"tenant_id"_s, tenant}, {u"name"_s, u"Mine"_s}, {u"code"_s, u"mine"_s}}}).json;
    };
    QCOMPARE(tenantAnswer(m_world.tenantB), tenantAnswer(SchemaWorld::newId()));
    const auto spaceAnswer = [&](const QString &space) {
        return m_world.execute(m_world.adminB, {u"grants_remove"_s, {{u"space_id"_s, space}, {u"grant_ids"_s, QJsonArray{SchemaWorld::newId()}}}}).json;
    };
    QCOMPARE(spaceAnswer(m_world.spaceA), spaceAnswer(SchemaWorld::newId()));
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
