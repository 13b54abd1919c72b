// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/schemaworld.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// The audit chain and the worker's part in it: AUD-1, AUD-3, design §3 "Audit".
class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sealsInOrderOfCommit();
    void eachTenantHasItsOwnChain();
    void sealTimesNeverGoBack();
    void entriesNameActorCommandAndOrigin();
    void nobodyChangesAnEntry_data();
    void nobodyChangesAnEntry();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void erasedDetailsKeepTheChain();
    void erasureIsAskedForAndAudited();
    void oneWorkerHoldsTheLease();
    void longTransactionsOfPersonsEnd();
    void oldAnswersArePurged();

private:
    QJsonObject verify(const QString &tenant) { return QJsonDocument::fromJson(m_world.must(u"select worker.verify_audit(?)"_s, {tenant}).toUtf8()).object(); }
    /// As somebody who can switch off every trigger: the superuser.
    void forge(const QString &statement)
    {
        const auto owner = m_world.cluster().ownerConnection();
        QVERIFY(owner->exec(u"set session_replication_role = replica"_s));
        const QStringList parts = statement.split(u';');
        for (const QString &part : parts) {
            const auto done = owner->exec(part);
            QVERIFY2(done, qPrintable(done ? QString() : describe(done.error())));
        }
    }

    SchemaWorld m_world;
};

void TestAudit::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    for (int i = 0; i < 6; ++i)
        (void)m_world.addTenant(m_world.addPerson(u"Admin"_s), u"Chain %1"_s.arg(i), u"chain_%1"_s.arg(i));
    m_world.must(u"select worker.seal_audit()"_s);
    QCOMPARE(m_world.sql(u"select count(*) from app.audit_entries where seal_number is null"_s), u"0"_s);
}

void TestAudit::sealsInOrderOfCommit()
{
    const Person early = m_world.addPerson(u"Early"_s);
    const Person late = m_world.addPerson(u"Late"_s);
    m_world.must(u"select worker.seal_audit()"_s);
    const Command first{u"tenant_application_submit"_s, SchemaWorld::tenantForm(u"Early"_s, u"early"_s), {}, {}, SchemaWorld::newId()};
    const Command second{u"tenant_application_submit"_s, SchemaWorld::tenantForm(u"Late"_s, u"late"_s), {}, {}, SchemaWorld::newId()};
    const auto connection = m_world.connect(early);
    auto transaction = server::Transaction::begin(*connection);
    QVERIFY(transaction);
    QVERIFY(SchemaWorld::execute(*connection, first).isDone()); // begins first …
    QVERIFY(m_world.execute(late, second).isDone());
    QCOMPARE(m_world.must(u"select worker.seal_audit()"_s), u"1"_s);
    QVERIFY(transaction->commit()); // … and commits last
    QCOMPARE(m_world.must(u"select worker.seal_audit()"_s), u"1"_s);
    QCOMPARE(m_world.sql(u"select string_agg(command_id::text, ',' order by seal_number) from app.audit_entries where command_id in (?, ?)"_s, {first.id, second.id}),
             second.id + u',' + first.id);
    QVERIFY(verify(m_world.defaultTenant)["faults"_L1].toArray().isEmpty());
}

void TestAudit::eachTenantHasItsOwnChain()
{
    QCOMPARE(m_world.sql(u"select count(*) from (select tenant_id from app.audit_entries group by tenant_id"
                         " having min(seal_number) <> 1 or max(seal_number) <> count(*)) as broken"_s), u"0"_s);
    for (const QString &tenant : {m_world.tenantA, m_world.tenantB, m_world.defaultTenant}) {
        const QJsonObject result = verify(tenant);
        QVERIFY2(result["faults"_L1].toArray().isEmpty(), qPrintable(QString::fromUtf8(QJsonDocument(result).toJson())));
        QVERIFY(result["checked"_L1].toInt() > 0);
        QCOMPARE(result["head"_L1]["seal_number"_L1].toInt(), result["checked"_L1].toInt());
    }
}

void TestAudit::sealTimesNeverGoBack()
{
    m_world.must(u"update app.clock set shift = '-1 hour'"_s); // the machine's clock is set back
    const QString latest = m_world.must(u"select max(sealed_at)::text from app.audit_entries"_s);
    (void)m_world.addPerson(u"Later"_s);
    m_world.must(u"select worker.seal_audit()"_s);
    m_world.must(u"update app.clock set shift = '0'"_s);
    QCOMPARE(m_world.sql(u"select bool_and(sealed_at >= ?::timestamptz) from app.audit_entries where id = (select max(id) from app.audit_entries)"_s, {latest}), u"t"_s);
}

void TestAudit::entriesNameActorCommandAndOrigin() // AUD-1
{
    const Person person = m_world.addPerson(u"Traveller"_s);
    const Command command{u"tenant_application_submit"_s, SchemaWorld::tenantForm(u"Origin"_s, u"origin"_s), {}, {}, SchemaWorld::newId(),
                          {{u"client"_s, u"tenantry"_s}, {u"version"_s, u"0.1"_s}, {u"decided_at"_s, 1'700'000'000'000'000.0}, {u"offline"_s, true}, {u"secret"_s, u"x"_s}}};
    QVERIFY(m_world.execute(person, command).isDone());
    const QStringList row = m_world.sql(u"select e.kind, e.actor_id, e.command_id, e.object_id, d.detail #>> '{origin,client}', d.detail #>> '{origin,offline}',"
                                        " d.detail #>> '{after,name}', d.detail ->> 'reason', jsonb_exists(d.detail -> 'origin', 'secret')"
                                        " from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id where e.command_id = ?"_s, {command.id}).split(u'|');
    QCOMPARE(row, QStringList({u"application_submitted"_s, person.id, command.id, command.payload["application_id"_L1].toString(), u"tenantry"_s, u"true"_s, u"Origin"_s, u"because"_s, u"f"_s}));
    m_world.must(u"select worker.seal_audit()"_s);
}

void TestAudit::nobodyChangesAnEntry_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("update") << u"update app.audit_entries set kind = 'x'"_s;
    QTest::newRow("unseal") << u"update app.audit_entries set seal_number = null"_s;
    QTest::newRow("seal and change") << u"with n as (select worker.seal_audit()) update app.audit_entries set seal_number = seal_number + 1, kind = 'x'"_s;
    QTest::newRow("delete") << u"delete from app.audit_entries"_s;
    QTest::newRow("truncate") << u"truncate app.audit_entries cascade"_s;
    QTest::newRow("truncate details") << u"truncate app.audit_details"_s;
    QTest::newRow("details") << u"update app.audit_details set detail = '{}'"_s;
}

void TestAudit::nobodyChangesAnEntry()
{
    QFETCH(QString, statement);
    for (const QString &role : {u"tenantry_owner"_s, u"postgres"_s}) { // the superuser too, as long as triggers are on
        if (role == u"postgres"_s) {
            QVERIFY(m_world.sql(statement).startsWith("ERROR TY403"_L1));
            continue;
        }
        const auto owner = m_world.cluster().ownerConnection();
        QVERIFY(owner->exec(u"set role tenantry_owner"_s));
        QVERIFY(failureOf(*owner, statement).startsWith("TY403"_L1));
    }
}

void TestAudit::tamperingIsFound_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("repair");
    QTest::addColumn<QString>("fault");
    QTest::newRow("edit") << u"update app.audit_entries set kind = kind || '.' where tenant_id = '%1' and seal_number = 2"_s
                          << u"update app.audit_entries set kind = left(kind, -1) where tenant_id = '%1' and seal_number = 2"_s << u"link"_s;
    // Whoever edits an entry and makes its link fit still breaks the one behind it.
    const QString relink = u"; update app.audit_entries as e set chain_hash = app.chain_link((select b.chain_hash from app.audit_entries as b"
                           " where b.tenant_id = e.tenant_id and b.seal_number = 1), e, e.seal_number, e.sealed_at) where tenant_id = '%1' and seal_number = 2"_s;
    QTest::newRow("edit with its link") << QString(u"update app.audit_entries set kind = kind || '.' where tenant_id = '%1' and seal_number = 2"_s + relink)
                                        << QString(u"update app.audit_entries set kind = left(kind, -1) where tenant_id = '%1' and seal_number = 2"_s + relink) << u"link"_s;
    QTest::newRow("detail") << u"update app.audit_details set detail = detail || '{\"reason\": \"forged\"}' where entry_id = (select id from app.audit_entries where tenant_id = '%1' and seal_number = 2)"_s
                            << u"update app.audit_details set detail = detail || '{\"reason\": \"\"}' where entry_id = (select id from app.audit_entries where tenant_id = '%1' and seal_number = 2)"_s
                            << u"detail"_s;
    QTest::newRow("remove") << u"update app.audit_entries set tenant_id = '00000000-0000-0000-0000-00000000dead' where tenant_id = '%1' and seal_number = 2"_s
                            << u"update app.audit_entries set tenant_id = '%1' where tenant_id = '00000000-0000-0000-0000-00000000dead'"_s << u"missing"_s;
    QTest::newRow("cut the tail") << u"update app.audit_entries set tenant_id = '00000000-0000-0000-0000-00000000dead' where tenant_id = '%1' and seal_number = 3"_s
                                  << u"update app.audit_entries set tenant_id = '%1' where tenant_id = '00000000-0000-0000-0000-00000000dead'"_s << u"head"_s;
    QTest::newRow("insert") << u"insert into app.audit_entries (tenant_id, at, kind, object_kind, detail_hash, seal_number, chain_hash, sealed_at)"
                               " select tenant_id, at, 'forged', 'user', detail_hash, 4, chain_hash, sealed_at from app.audit_entries where tenant_id = '%1' and seal_number = 3"_s
                            << u"delete from app.audit_entries where tenant_id = '%1' and seal_number = 4"_s << u"link"_s;
    QTest::newRow("reorder") << u"with s as (update app.audit_entries set seal_number = -seal_number where tenant_id = '%1' and seal_number in (1, 2) returning 1) select * from s"_s
                             << u"update app.audit_entries set seal_number = -seal_number where tenant_id = '%1' and seal_number < 0"_s << u"link"_s;
}

void TestAudit::tamperingIsFound()
{
    QFETCH(QString, statement);
    QFETCH(QString, repair);
    QFETCH(QString, fault);
    const QString tenant = m_world.sql(u"select id from app.tenants where code = 'chain_%1'"_s.arg(0));
    QCOMPARE(verify(tenant)["faults"_L1].toArray(), QJsonArray());
    QCOMPARE(verify(tenant)["checked"_L1].toInt(), 3);
    forge(statement.arg(tenant));
    if (qstrcmp(QTest::currentDataTag(), "reorder") == 0) { // -1, -2 become 2, 1
        forge(u"update app.audit_entries set seal_number = 3 + seal_number where tenant_id = '%1' and seal_number < 0"_s.arg(tenant));
    }
    const QJsonArray faults = verify(tenant)["faults"_L1].toArray();
    QVERIFY(!faults.isEmpty());
    QStringList kinds;
    for (const QJsonValue &found : faults)
        kinds.append(found["fault"_L1].toString());
    QVERIFY2(kinds.contains(fault), qPrintable(kinds.join(u',')));
    if (qstrcmp(QTest::currentDataTag(), "reorder") == 0) {
        forge(u"update app.audit_entries set seal_number = -seal_number where tenant_id = '%1' and seal_number in (1, 2)"_s.arg(tenant));
        forge(u"update app.audit_entries set seal_number = 3 + seal_number where tenant_id = '%1' and seal_number < 0"_s.arg(tenant));
    } else {
        forge(repair.arg(tenant));
    }
    QCOMPARE(verify(tenant)["faults"_L1].toArray(), QJsonArray());
}

void TestAudit::erasedDetailsKeepTheChain() // AUD-3
{
    const QString tenant = m_world.sql(u"select id from app.tenants where code = 'chain_1'"_s);
    m_world.must(u"delete from app.audit_details where entry_id in (select id from app.audit_entries where tenant_id = ?)"_s, {tenant});
    const QJsonObject result = verify(tenant);
    QCOMPARE(result["faults"_L1].toArray(), QJsonArray());
    QCOMPARE(result["erased"_L1].toInt(), 3);
    QCOMPARE(m_world.sql(u"select count(*) from app.audit_entries where tenant_id = ? and (kind || object_kind) like '%Admin%'"_s, {tenant}), u"0"_s);
}

void TestAudit::erasureIsAskedForAndAudited() // AUD-3: one entry, a person, a tenant
{
    const QString tenant = m_world.sql(u"select id from app.tenants where code = 'chain_2'"_s);
    const Person person = m_world.addPerson(u"Greta Gone"_s), other = m_world.addPerson(u"Olga Other"_s);
    const auto audit = [&](const QString &object, const QString &named) {
        m_world.must(u"select app.audit('test', 'user', ?::uuid, ?::uuid, null, jsonb_build_object('who', ?::text), 'Greta was rude')"_s, {object, tenant, named});
    };
    audit(person.id, u"x"_s);
    audit(other.id, person.id);                 // by ID
    audit(other.id, m_world.must(u"select upper(email) from app.user_privates where id = ?"_s, {person.id})); // by address
    audit(other.id, u"somebody else"_s);
    m_world.must(u"select worker.seal_audit()"_s);
    const auto erase = [this](const QString &entry, const QString &whom, const QString &which, const QString &by = u"file 7"_s, const QString &why = u"court"_s) {
        return QJsonDocument::fromJson(m_world.sql(u"select app.erase_audit_details(nullif(?, '')::bigint, nullif(?, '')::uuid, nullif(?, '')::uuid, ?, ?)"_s, {entry, whom, which, by, why}).toUtf8())
            .object();
    };
    const auto left = [&] { return m_world.must(u"select count(*) from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id where e.tenant_id = ? and e.kind <> 'audit_details_erased'"_s, {tenant}).toInt(); };
    const int all = left();
    QCOMPARE(erase({}, person.id, {}, u" "_s), QJsonObject()); // nobody asked
    QCOMPARE(erase({}, person.id, {}, u"file 7"_s, {}), QJsonObject());
    QCOMPARE(erase({}, {}, {}), QJsonObject());
    QCOMPARE(erase(u"1"_s, person.id, {}), QJsonObject());
    QCOMPARE(left(), all);
    QVERIFY(erase({}, person.id, {})["entries"_L1].toInt() >= 3);
    QCOMPARE(left(), all - 3);
    QCOMPARE(m_world.must(u"select count(*) from app.audit_details where strpos(detail::text, ?) > 0"_s, {person.id}), u"0"_s);
    const QString entry = m_world.must(u"select max(id) from app.audit_entries where object_id = ?"_s, {other.id});
    QCOMPARE(erase(entry, {}, {})["entries"_L1].toInt(), 1);
    QCOMPARE(erase(entry, {}, {})["entries"_L1].toInt(), 0); // already
    QCOMPARE(erase({}, {}, tenant)["entries"_L1].toInt(), all - 4);
    QCOMPARE(left(), 0);
    QCOMPARE(m_world.must(u"select e.object_kind, d.detail -> 'after' ->> 'entries', d.detail -> 'after' ->> 'asked_by', d.detail ->> 'reason' from app.audit_entries as e"
                          " join app.audit_details as d on d.entry_id = e.id where e.tenant_id = ? and e.kind = 'audit_details_erased' order by e.id"_s, {tenant}),
             u"user|3|file 7|court\naudit_entry|1|file 7|court\ntenant|%1|file 7|court"_s.arg(all - 4));
    m_world.must(u"select worker.seal_audit()"_s);
    const QJsonObject result = verify(tenant);
    QCOMPARE(result["faults"_L1].toArray(), QJsonArray());
    QCOMPARE(result["erased"_L1].toInt(), all);
    QCOMPARE(result["checked"_L1].toInt(), all + 3);
    QCOMPARE(m_world.must(u"select has_function_privilege('tenantry_worker', 'app.erase_audit_details(bigint, uuid, uuid, text, text)', 'execute')"_s), u"f"_s);
}

void TestAudit::oneWorkerHoldsTheLease()
{
    QCOMPARE(m_world.must(u"select worker.take_lease('one', 15)"_s), u"t"_s);
    QCOMPARE(m_world.must(u"select worker.take_lease('two', 15)"_s), u"f"_s);
    QCOMPARE(m_world.must(u"select worker.take_lease('one', 0)"_s), u"t"_s); // runs out at once
    QCOMPARE(m_world.must(u"select worker.take_lease('two', 15)"_s), u"t"_s);
    m_world.must(u"select worker.drop_lease('two')"_s);
    QCOMPARE(m_world.must(u"select worker.take_lease('one', 15)"_s), u"t"_s);
    QCOMPARE(m_world.sql(u"select seen > clock_timestamp() - interval '1 min' from app.worker_lease"_s), u"t"_s);
}

void TestAudit::longTransactionsOfPersonsEnd()
{
    m_world.must(u"alter role tenantry_worker password 'worker'"_s);
    const auto worker = m_world.connectAs(u"tenantry_worker"_s, u"worker"_s);
    QVERIFY(worker);
    const auto holder = m_world.connect(m_world.memberA);
    const auto reader = m_world.connect(m_world.adminA);
    QVERIFY(holder->exec(u"begin"_s));
    QVERIFY(holder->exec(u"select pg_current_xact_id()"_s)); // anybody can hold one
    QVERIFY(reader->exec(u"begin"_s));
    QVERIFY(reader->exec(u"select api.whoami()"_s));
    const QString end = u"select count(*) from worker.end_long_transactions('%1', '%2')"_s;
    const auto ended = [&](const QString &statement) {
        const auto rows = (*worker)->exec(statement);
        return rows ? rows->value().toInt() : -1;
    };
    QCOMPARE(ended(end.arg(u"1 min"_s, u"1 min"_s)), 0);
    QCOMPARE(ended(end.arg(u"0 s"_s, u"1 min"_s)), 1);
    QVERIFY(failureOf(*holder, u"select 1"_s).startsWith("57P01"_L1));
    QVERIFY(failureOf(*reader, u"select 1"_s).isEmpty());
    QCOMPARE(ended(end.arg(u"0 s"_s, u"0 s"_s)), 1);
    QVERIFY(failureOf(*reader, u"select 1"_s).startsWith("57P01"_L1));
    QCOMPARE(ended(u"select count(*) from worker.end_long_transactions()"_s), 0);
}

void TestAudit::oldAnswersArePurged()
{
    QVERIFY(m_world.sql(u"select count(*) from app.answers"_s).toInt() > 0);
    m_world.must(u"update app.clock set shift = '92 days'"_s);
    QVERIFY(m_world.must(u"select worker.purge_answers()"_s).toInt() > 0);
    m_world.must(u"update app.clock set shift = '0'"_s);
    QCOMPARE(m_world.sql(u"select count(*) from app.answers"_s), u"0"_s);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
