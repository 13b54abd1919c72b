// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OPM-6, OPM-7 on a real server: what was read and refused is in tables whatever the reader does, and unusual access is told of.
#include "tests/schema/serverlog.h"

#include <QJsonDocument>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestSecurity : public QObject
{
    Q_OBJECT

    SchemaWorld w;
    static constexpr qint64 moment = 1'700'000'000'000'000;

    void readLog() { readServerLog(w); }
    [[nodiscard]] QString accesses(const Person &person, const QString &act) const
    {
        return w.must(u"select count(*) from app.access_log where actor_id = ? and act = ?"_s, {person.id, act});
    }
    [[nodiscard]] QString events(const Person &person, const QString &kind) const
    {
        return w.must(u"select count(*) from app.security_events where actor_id = ? and kind = ?"_s, {person.id, kind});
    }
    [[nodiscard]] QString emailOf(const Person &person) const
    {
        return w.must(u"select email from app.user_privates where id = ?"_s, {person.id});
    }
    [[nodiscard]] QJsonObject page(const Person &person, QJsonObject arguments) const
    {
        const auto rows = w.connect(person)->exec(u"select api.security_page(?::jsonb)"_s,
                                                  {QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))});
        if (!rows)
            return {{u"refused"_s, rows.error().parameters.value(u"message"_s).toString()}};
        return QJsonDocument::fromJson(rows->value().toString().toUtf8()).object();
    }
    /// What a pull of one scope meets.
    [[nodiscard]] QString pullScope(const Person &person, int kind, int scopeKind, const QString &scope) const
    {
        const auto connection = w.connect(person);
        (void)connection->exec(u"begin isolation level repeatable read read only"_s);
        const QString failure = failureOf(*connection, u"select api.pull_scope(?::smallint, ?::smallint, ?::uuid)"_s, {kind, scopeKind, scope});
        (void)connection->exec(u"rollback"_s);
        return failure;
    }
    [[nodiscard]] Answer report(const Person &person, const QJsonArray &events, bool offline) const
    {
        return w.execute(person, {u"access_report"_s, {{u"events"_s, events}}, {}, {}, {}, {{u"offline"_s, offline}}});
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        // As the private server is started, and as `tenantryctl server status` wants a central one.
        w.must(u"alter system set logging_collector = on"_s);
        w.must(u"alter system set log_destination = 'jsonlog'"_s);
        QCOMPARE(w.cluster().restart(), QString());
    }
    void init()
    {
        readLog();
        w.must(u"delete from app.security_events"_s);
        w.must(u"delete from app.access_log"_s);
        w.must(u"delete from app.notifications where kind = 'unusual_access'"_s);
    }

    void saysWhatIsNotRecorded() // ACC-10
    {
        const auto gap = [this] { return page(w.root, {})["gap"_L1].toString(); };
        const auto set = [this](const QString &value) {
            w.must(u"alter system set log_connections = "_s + value);
            w.must(u"select pg_reload_conf()"_s);
        };
        set(u"off"_s);
        QTRY_COMPARE(gap(), u"connections"_s);
        set(u"on"_s);
        QTRY_COMPARE(gap(), QString());
        w.must(u"update app.worker_lease set seen = clock_timestamp() - interval '5 minutes'"_s);
        QCOMPARE(gap(), u"worker"_s);
        set(u"default"_s);
    }

    void pullsAreLogged() // OPM-6: scopes, rows; the transaction of a pull is read-only and rolled back here
    {
        QCOMPARE(pullScope(w.adminA, 2, 3, w.tenantA), QString());
        readLog();
        QCOMPARE(w.must(u"select details ->> 'scope' || ' ' || (details ->> 'rows' > '0') || ' ' || tenant_id from app.access_log where actor_id = ? and act = 'pull_scope'"_s, {w.adminA.id}),
                 w.tenantA + u" true "_s + w.tenantA);
        readLog(); // nothing comes twice
        QCOMPARE(accesses(w.adminA, u"pull_scope"_s), u"1"_s);
    }

    void aRollbackUndoesNothing() // OPM-6
    {
        const auto connection = w.connect(w.adminA);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(connection->exec(u"begin"_s));
            QVERIFY(connection->exec(u"select api.search_people('{\"text\": \"Member\"}')"_s));
            QVERIFY(connection->exec(u"rollback"_s));
        }
        readLog();
        QCOMPARE(accesses(w.adminA, u"search_people"_s), u"3"_s);
    }

    void whatBreakGlassReadsIsTheTenants() // TEN-13, OPM-6
    {
        w.must(u"insert into app.break_glass (id, tenant_id, user_id, reason, opened_at, until) values (?, ?, ?, 'x', app.now(), app.now() + interval '1 hour')"_s, {w.newId(), w.tenantA, w.root.id});
        QCOMPARE(pullScope(w.root, 3, 4, w.tenantA), QString());
        w.must(u"delete from app.break_glass"_s);
        readLog();
        QCOMPARE(page(w.adminA, {{u"tenant"_s, w.tenantA}, {u"list"_s, u"accesses"_s}, {u"kind"_s, u"pull_scope"_s}})["rows"_L1].toArray().size(), 1);
    }

    void askingOutsideOnesScopeIsAnEvent() // OPM-6
    {
        QVERIFY(pullScope(w.memberA, 2, 3, w.tenantB).contains(u"pull.scope_not_held"_s));
        const Answer renamed = w.execute(w.memberA, {u"tenant_rename"_s, {{u"tenant_id"_s, w.tenantB}, {u"name"_s, u"Mine now"_s}}});
        QCOMPARE(renamed.code(), u"command.not_found"_s);
        readLog();
        QCOMPARE(events(w.memberA, u"refused_access"_s), u"1"_s);
        QCOMPARE(w.must(u"select details ->> 'scope' from app.security_events where kind = 'refused_access'"_s), w.tenantB);
        QCOMPARE(w.must(u"select (details ->> 'kind') || (details ->> 'codes') from app.security_events where kind = 'refused_command'"_s),
                 u"tenant_rename[\"command.not_found\"]"_s);
    }

    void namingSomebodyOfAnotherTenantIsAnEvent() // OPM-6: by an ID, or by an address
    {
        const QJsonObject replacement{{u"application_id"_s, w.newId()}, {u"tenant_id"_s, w.tenantA}, {u"user_id"_s, w.adminB.id}, {u"reason"_s, u"because"_s}};
        QCOMPARE(w.execute(w.adminA, {u"administrator_replacement_submit"_s, replacement}).code(), u"administrator_replacement.candidate_elsewhere"_s);
        const QJsonObject invitation{{u"tenant_id"_s, w.tenantA}, {u"email"_s, emailOf(w.adminB)}, {u"name"_s, u"Mo"_s}};
        QCOMPARE(w.execute(w.adminA, {u"member_invite"_s, invitation}).code(), u"invitation.elsewhere"_s);
        readLog();
        QCOMPARE(events(w.adminA, u"refused_command"_s), u"2"_s);
        // Each code that says so; where somebody is told of themself, or of whom they removed, it is nothing foreign.
        QCOMPARE(w.must(u"select string_agg(c.code, ' ' order by c.code) from app.declarations as d, jsonb_object_keys(d.content) as c (code)"
                        " where d.name = 'refusals' and c.code like '%elsewhere' and not app.is_foreign_refusal(jsonb_build_array(c.code))"_s),
                 u"join.applicant_elsewhere leave.elsewhere member.restore_elsewhere system_administrator.elsewhere tenant_application.applicant_elsewhere"_s);
    }

    void foreignPeopleInFilesCountAsSearches() // MEM-9, OPM-7: what was refused and rolled back too
    {
        w.must(u"update app.settings set value = '10' where tenant_id is null and key = 'alarm_searches'"_s);
        const QJsonObject row{{u"number"_s, 0}, {u"email"_s, emailOf(w.adminB)}, {u"name"_s, u"Mo"_s}};
        const QString check = QString::fromUtf8(QJsonDocument(QJsonObject{{u"tenant_id"_s, w.tenantA}, {u"rows"_s, QJsonArray{row}}}).toJson());
        for (int i = 0; i < 9; ++i)
            QVERIFY(w.connect(w.adminA)->exec(u"select api.import_check(?::jsonb)"_s, {check}));
        readLog();
        QCOMPARE(accesses(w.adminA, u"foreign_people"_s), u"9"_s);
        QCOMPARE(events(w.adminA, u"mass_search"_s), u"0"_s);
        const QJsonObject invitation{{u"tenant_id"_s, w.tenantA}, {u"email"_s, emailOf(w.adminB)}, {u"name"_s, u"Mo"_s}};
        QCOMPARE(w.execute(w.adminA, {u"member_invite"_s, invitation}).code(), u"invitation.elsewhere"_s);
        readLog();
        QCOMPARE(events(w.adminA, u"mass_search"_s), u"1"_s);
        w.must(u"update app.settings set value = '200' where tenant_id is null and key = 'alarm_searches'"_s);
        w.must(u"delete from app.search_counts"_s);
    }

    void anOrdinaryRefusalIsNone()
    {
        QCOMPARE(w.execute(w.homeless, {u"tenant_application_submit"_s, w.tenantForm(u"Tenant A"_s, u"tenant_a"_s)}).outcome(), u"refused"_s);
        readLog();
        QCOMPARE(w.must(u"select count(*) from app.security_events"_s), u"0"_s);
    }

    void manyRefusalsAlarmOnce() // OPM-7, NOT-3: the platform team and the tenant's administrator
    {
        const auto connection = w.connect(w.memberA);
        const auto ask = [&] { return failureOf(*connection, u"select api.audit_page('{}')"_s).contains(u"audit.not_allowed"_s); };
        for (int i = 0; i < 19; ++i)
            QVERIFY(ask());
        readLog();
        QCOMPARE(events(w.memberA, u"many_refusals"_s), u"0"_s);
        QVERIFY(ask());
        readLog();
        QCOMPARE(events(w.memberA, u"many_refusals"_s), u"1"_s);
        QCOMPARE(w.must(u"select string_agg(coalesce(audience_scope_kind::text, (select string_agg(u.name, ',') from app.users as u where u.id = any (audience_user_ids))), ' ' order by audience_scope_kind)"
                        " from app.notifications where kind = 'unusual_access'"_s), u"2 Admin A"_s);
        for (int i = 0; i < 20; ++i)
            QVERIFY(ask());
        readLog();
        QCOMPARE(w.must(u"select count(*) from app.notifications where kind = 'unusual_access'"_s), u"2"_s);
    }

    void whatGoesOnIsToldOfEveryHour() // NOT-3
    {
        const auto told = [&] {
            w.must(u"select app.alarm(?, ?, 'mass_reveal')"_s, {w.tenantA, w.memberA.id});
            return w.must(u"select count(*) from app.notifications where kind = 'unusual_access'"_s);
        };
        QCOMPARE(told(), u"2"_s);
        QCOMPARE(told(), u"2"_s);
        w.must(u"update app.security_events set at = at - interval '61 minutes'"_s);
        QCOMPARE(told(), u"4"_s);
    }

    void aLookAtSomebodysAccountIsAReveal() // OPM-6, ACC-11
    {
        const auto root = w.connect(w.root);
        QVERIFY(root->exec(u"select api.account_details(jsonb_build_object('user_id', ?::text))"_s, {w.memberA.id}));
        QVERIFY(root->exec(u"select api.account_details('{}')"_s)); // one's own is none
        readLog();
        QCOMPARE(accesses(w.root, u"reveal"_s), u"1"_s);
        QCOMPARE(w.must(u"select details ->> 'of' from app.access_log where act = 'reveal'"_s), w.memberA.id);
    }

    void onesOwnContactsAreNoMass() // OPM-7: the profile page's own phone and e-mail
    {
        w.must(u"update app.settings set value = '5' where tenant_id is null and key = 'alarm_reveals'"_s);
        const auto reveal = [&](const Person &whose) {
            return report(w.memberA, {QJsonObject{{u"act"_s, u"reveal"_s}, {u"at"_s, moment}, {u"object_kind"_s, u"user"_s}, {u"object_id"_s, whose.id}, {u"rows"_s, 1}}}, false).isDone();
        };
        for (int i = 0; i < 6; ++i)
            QVERIFY(reveal(w.memberA));
        for (int i = 0; i < 4; ++i)
            QVERIFY(reveal(w.ownerA));
        readLog();
        QCOMPARE(accesses(w.memberA, u"reveal"_s), u"10"_s); // kept all the same
        QCOMPARE(events(w.memberA, u"mass_reveal"_s), u"0"_s);
        QVERIFY(reveal(w.ownerA));
        readLog();
        QCOMPARE(events(w.memberA, u"mass_reveal"_s), u"1"_s);
    }

    void massSearchAndExportAlarm_data() // OPM-7, MEM-9: from the settings' limit on
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("kind");
        QTest::newRow("search") << u"alarm_searches"_s << u"mass_search"_s;
        QTest::newRow("export") << u"alarm_exported_rows"_s << u"mass_export"_s;
        QTest::newRow("reveal") << u"alarm_reveals"_s << u"mass_reveal"_s;
    }
    void massSearchAndExportAlarm()
    {
        QFETCH(QString, setting);
        QFETCH(QString, kind);
        w.must(u"update app.settings set value = '5' where tenant_id is null and key = ?"_s, {setting});
        const auto connection = w.connect(w.adminA);
        const auto act = [&] {
            if (kind != u"mass_search"_s)
                return report(w.adminA, {QJsonObject{{u"act"_s, kind.mid(5)}, {u"at"_s, moment}, {u"object_kind"_s, u"list"_s}, {u"rows"_s, 1}}}, false).isDone();
            (void)connection->exec(u"begin"_s); // it is found whatever becomes of it
            const bool done = connection->exec(u"select api.search_people('{\"text\": \"Person\"}')"_s).has_value();
            (void)connection->exec(u"rollback"_s);
            return done;
        };
        for (int i = 0; i < 4; ++i)
            QVERIFY(act());
        readLog();
        QCOMPARE(events(w.adminA, kind), u"0"_s);
        QVERIFY(act());
        readLog();
        QCOMPARE(events(w.adminA, kind), u"1"_s);
        // Nobody is told of themself: the tenant's administrator is who did it.
        QCOMPARE(w.must(u"select string_agg(audience_scope_kind::text, ' ') from app.notifications where kind = 'unusual_access'"_s), u"2"_s);
    }

    void whatAConsoleReportsKeepsItsTime() // OPM-6: offline on reconnect with the client's time; without an entry in the audit
    {
        const QString before = w.must(u"select count(*) from app.audit_entries"_s);
        const Answer answer = report(w.memberA, {QJsonObject{{u"act"_s, u"detail"_s}, {u"at"_s, moment}, {u"object_kind"_s, u"space"_s}, {u"object_id"_s, w.spaceA}}}, true);
        QVERIFY2(answer.isDone(), qPrintable(answer.text()));
        readLog();
        QCOMPARE(w.must(u"select act || ' ' || app.micros(client_at) || ' ' || (details ->> 'offline') || ' ' || (details ->> 'object_id') from app.access_log where actor_id = ?"_s, {w.memberA.id}),
                 u"detail 1700000000000000 true "_s + w.spaceA);
        QCOMPARE(w.must(u"select count(*) from app.audit_entries"_s), before);
    }

    void nobodyWritesALineOfSomebodyElse() // SEC-5: by errors, by names of connections, by what a command holds
    {
        const auto connection = w.connect(w.memberA);
        const QString forged = u"{\"tenantry\": \"access\", \"act\": \"export\", \"actor\": \"%1\", \"context\": \"PL/pgSQL function app.log_line(text,jsonb) line 3 at RAISE\"}"_s.arg(w.adminA.id);
        QVERIFY(connection->exec(u"select set_config('application_name', ?, false)"_s, {forged}));
        QVERIFY(!connection->exec(u"select (?::text)::integer"_s, {forged}));
        QVERIFY(!connection->exec(u"select 'PL/pgSQL function app.log_line(text,jsonb) line 3 at RAISE'::integer"_s));
        readLog();
        QCOMPARE(w.must(u"select count(*) from app.access_log where actor_id = ?"_s, {w.adminA.id}), u"0"_s);
        QCOMPARE(w.must(u"select count(*) from app.access_log where act = 'export'"_s), u"0"_s);
        // Nor is a line taken that another function wrote.
        const auto takes = [&](const QString &function) {
            return w.must(u"select app.take_log_line(jsonb_build_object('timestamp', now(), 'error_severity', 'LOG', 'user', ?::text, 'message',"
                          " '{\"tenantry\": \"access\", \"act\": \"export\"}', 'context', 'PL/pgSQL function ' || ?::text || ' line 3 at RAISE')) is not null"_s,
                          {w.memberA.role, function});
        };
        QCOMPARE(takes(u"app.log_line(text,jsonb)"_s), u"t"_s);
        QCOMPARE(takes(u"pg_temp.log_line(text,jsonb)"_s), u"f"_s);
        QCOMPARE(takes(u"app.other() called by PL/pgSQL function app.log_line(text,jsonb)"_s), u"f"_s);
    }

    void nobodyPutsTheirReadingIntoAnotherTenant() // OPM-6, TEN-13: what a tenant's administrator sees is about the tenant
    {
        const QString whose = u"select app.read_tenant(?::uuid, ?::uuid, jsonb_build_object('tenant', ?::text))"_s;
        QCOMPARE(w.must(whose, {w.adminA.id, w.tenantA, w.tenantB}), w.tenantA);
        QCOMPARE(w.must(whose, {w.root.id, w.tenantA, w.tenantB}), w.tenantB);
    }

    void whoReadsIt_data()
    {
        QTest::addColumn<QString>("reader");
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<int>("rows"); // -1: refused
        QTest::newRow("the platform team, all") << u"root"_s << QString() << 2;
        QTest::newRow("the platform team, one tenant's") << u"root"_s << u"A"_s << 1;
        QTest::newRow("its administrator") << u"adminA"_s << u"A"_s << 1;
        QTest::newRow("its administrator, all") << u"adminA"_s << QString() << -1;
        QTest::newRow("another's administrator") << u"adminB"_s << u"A"_s << -1;
        QTest::newRow("a member") << u"memberA"_s << u"A"_s << -1;
    }
    void whoReadsIt()
    {
        QFETCH(QString, reader);
        QFETCH(QString, tenant);
        QFETCH(int, rows);
        w.must(u"select app.security_event(?, ?, 'refused_access', '{}')"_s, {w.tenantA, w.memberA.id});
        w.must(u"select app.security_event(?, ?, 'refused_access', '{}')"_s, {w.tenantB, w.outsider.id});
        const QHash<QString, Person> people{{u"adminA"_s, w.adminA}, {u"adminB"_s, w.adminB}, {u"memberA"_s, w.memberA}, {u"root"_s, w.root}};
        const QJsonObject answer = page(people[reader], tenant.isEmpty() ? QJsonObject() : QJsonObject{{u"tenant"_s, w.tenantA}});
        QCOMPARE(answer.contains("refused"_L1) ? -1 : int(answer["rows"_L1].toArray().size()), rows);
        if (rows == 1)
            QCOMPARE(answer["names"_L1][w.memberA.id].toString(), w.memberA.name);
    }

    void anIdOpensNoName() // SEC-2, ROL-2: whatever a console reports, its reader learns no name by it that is none of theirs
    {
        const Person applicant = w.addPerson(u"Applicant"_s);
        const QJsonObject form = w.tenantForm(u"Still secret"_s, u"still_secret"_s);
        QVERIFY(w.execute(applicant, {u"tenant_application_submit"_s, form}).isDone());
        const QString application = form["application_id"_L1].toString();
        QJsonArray reported;
        for (const QString &id : {w.adminB.id, applicant.id, application, w.memberA.id, w.outsider.id})
            reported.append(QJsonObject{{u"act"_s, u"detail"_s}, {u"at"_s, moment}, {u"object_kind"_s, u"user"_s}, {u"object_id"_s, id}});
        QVERIFY(report(w.adminA, reported, false).isDone());
        readLog();
        const QJsonObject read{{u"tenant"_s, w.tenantA}, {u"list"_s, u"accesses"_s}};
        const QJsonObject theirs = page(w.adminA, read)["names"_L1].toObject();
        for (const QString &id : {w.adminB.id, applicant.id, application})
            QVERIFY2(!theirs.contains(id), qPrintable(theirs[id].toString()));
        QCOMPARE(theirs[w.memberA.id].toString(), w.memberA.name);
        QCOMPARE(theirs[w.outsider.id].toString(), w.outsider.name); // EXT-1
        QCOMPARE(theirs[w.adminA.id].toString(), w.adminA.name);
        const QJsonObject platforms = page(w.root, read)["names"_L1].toObject();
        QCOMPARE(platforms[w.adminB.id].toString(), w.adminB.name);
        QCOMPARE(platforms[application].toString(), u"Still secret"_s);
    }

    void filtersAndPages()
    {
        for (int i = 0; i < 5; ++i)
            w.must(u"select app.security_event(?, ?, ?, '{}')"_s, {w.tenantA, i % 2 ? w.memberA.id : w.ownerA.id, i < 4 ? u"refused_access"_s : u"mass_export"_s});
        const auto count = [&](const QJsonObject &arguments) { return page(w.root, arguments)["rows"_L1].toArray().size(); };
        QCOMPARE(count({}), 5);
        QCOMPARE(count({{u"kind"_s, u"mass_export"_s}}), 1);
        QCOMPARE(count({{u"person"_s, u"member a"_s}}), 2);
        QCOMPARE(count({{u"person"_s, QString()}}), 5); // no part was given
        QCOMPARE(count({{u"to"_s, 0}}), 0);
        const QJsonObject first = page(w.root, {{u"limit"_s, 2}});
        QVERIFY(first["more"_L1].toBool());
        QCOMPARE(first["kinds"_L1].toArray(), (QJsonArray{u"mass_export"_s, u"refused_access"_s}));
        QCOMPARE(first["rows"_L1][0]["kind"_L1].toString(), u"mass_export"_s); // the newest first
        QCOMPARE(count({{u"before"_s, first["rows"_L1][1]["id"_L1]}}), 3);
    }

    void theOldIsPurged()
    {
        w.must(u"insert into app.security_events (at, kind) values (now() - interval '366 days', 'old'), (now() - interval '364 days', 'kept')"_s);
        w.must(u"insert into app.access_log (at, actor_id, act) values (now() - interval '91 days', ?, 'old'), (now() - interval '89 days', ?, 'kept')"_s, {w.root.id, w.root.id});
        QCOMPARE(w.must(u"select worker.purge_security()"_s), u"2"_s);
        QCOMPARE(w.must(u"select (select kind from app.security_events) || (select act from app.access_log)"_s), u"keptkept"_s);
    }
};

QTEST_GUILESS_MAIN(TestSecurity)
#include "tst_security.moc"
