// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/schemaworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// What the catalogs say of everybody's rights: SEC-1, SEC-5, design §3 "Schema", §10 "Server roles". Looks at everything outside of
/// pg_catalog and information_schema, so that what is added later is looked at too.
class TestCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsFound_data();
    void nothingIsFound();
    void whatPublicMayExecuteIsTheListOfTheBorder();
    void whatTheWorkerMayExecuteIsItsSchema();
    void everyFunctionOfTheBorderIsPinned();
    void dangerousFunctionsAreClosed();
    void rightsAreReadFromNoSetting();
    void settingsOfTheDatabaseHold();
    void newFunctionsAreClosed();
    void everyRefusalIsDeclared();

private:
    SchemaWorld m_world;
};

void TestCatalog::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestCatalog::nothingIsFound_data()
{
    QTest::addColumn<QString>("query");
    const auto row = [](const char *name, const QString &query) { QTest::newRow(name) << query; };
    const QString ours = u" n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%' "_s;
    row("a relation that a person has a right on",
        u"select c.oid::regclass, a.role_name from app.accounts as a, pg_class as c join pg_namespace as n on n.oid = c.relnamespace"
        " where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'p', 'v', 'm', 'f', 't')"
        " and (has_table_privilege(a.role_name, c.oid, 'select, insert, update, delete, truncate, references, trigger')"
        "      or has_any_column_privilege(a.role_name, c.oid, 'select, insert, update, references'))"_s);
    row("a sequence that a person has a right on",
        u"select c.oid::regclass from app.accounts as a, pg_class as c where c.relkind = 'S' and has_sequence_privilege(a.role_name, c.oid, 'usage, select, update')"_s);
    row("a view, which shows what row-level security hides", u"select c.oid::regclass from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where c.relkind in ('v', 'm', 'f') and"_s + ours);
    row("a table without row-level security",
        u"select c.oid::regclass from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and not c.relrowsecurity and"_s + ours);
    row("a policy", u"select polname, polrelid::regclass from pg_policy"_s);
    row("a schema that a person may use",
        u"select n.nspname from app.accounts as a, pg_namespace as n where n.nspname <> 'api' and has_schema_privilege(a.role_name, n.oid, 'usage') and"_s + ours);
    row("a schema in which a person may create", u"select n.nspname from app.accounts as a, pg_namespace as n where has_schema_privilege(a.role_name, n.oid, 'create')"_s);
    row("a definer without a pinned search_path",
        u"select p.oid::regprocedure from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where p.prosecdef"
        " and not coalesce(array_to_string(p.proconfig, ';') ~ 'search_path=pg_catalog, pg_temp', false) and"_s + ours);
    row("a definer of a wrong owner",
        u"select p.oid::regprocedure, p.proowner::regrole from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where p.proowner::regrole::text <>"
        " case when p.proname in ('set_account_role', 'set_account_login', 'end_sessions', 'role_digests', 'password_challenge_of', 'proves_password_of') then 'tenantry_accounts' else 'tenantry_owner' end and"_s + ours);
    row("a table of a wrong owner",
        u"select c.oid::regclass, c.relowner::regrole from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where c.relowner <> 'tenantry_owner'::regrole and"_s + ours);
    row("a role of a person in a grant, policy or ownership",
        u"select d.* from pg_shdepend as d join pg_roles as r on r.oid = d.refobjid and d.refclassid = 'pg_authid'::regclass join app.accounts as a on a.role_name = r.rolname"_s);
    row("a person in a role, or a role in a person",
        u"select m.roleid::regrole, m.member::regrole from pg_auth_members as m join pg_roles as r on r.oid in (m.roleid, m.member) join app.accounts as a on a.role_name = r.rolname"_s);
    row("somebody in the roles that own", u"select member::regrole from pg_auth_members where roleid in ('tenantry_owner'::regrole, 'tenantry_accounts'::regrole)"_s);
    row("attributes of a person beyond signing in",
        u"select r.rolname from pg_roles as r join app.accounts as a on a.role_name = r.rolname where r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls"
        " or r.rolconnlimit <> 4 or not r.rolcanlogin"_s);
    row("attributes of the server's roles",
        u"select rolname from pg_roles where rolname like 'tenantry\\_%' and (rolsuper or rolcreatedb or rolreplication or rolbypassrls or rolcreaterole <> (rolname = 'tenantry_accounts')"
        " or rolcanlogin <> (rolname = 'tenantry_worker'))"_s);
    row("a table that must be read whole to see whether it names a person", // who goes is looked for in each of them
        u"select c.conrelid::regclass, c.conname from pg_constraint as c where c.contype = 'f' and c.confrelid = 'app.users'::regclass and not exists ("
        " select from pg_index as i join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = any (c.conkey)"
        " where i.indrelid = c.conrelid and (i.indkey::smallint[])[0] = a.attnum and (a.attname <> 'tenant_id' or (i.indkey::smallint[])[1] = any (c.conkey))"
        " and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%s IS NOT NULL)', a.attname)))"_s);
    row("a language that a person may use",
        u"select l.lanname from app.accounts as a, pg_language as l where l.lanpltrusted and has_language_privilege(a.role_name, l.oid, 'usage')"_s);
    row("temporary tables or schemas in a database, or another database to connect to",
        u"select d.datname from app.accounts as a, pg_database as d where has_database_privilege(a.role_name, d.oid, 'temporary, create')"
        " or (d.datname <> current_database() and d.datallowconn and has_database_privilege(a.role_name, d.oid, 'connect'))"_s);
    row("a time without a zone", u"select c.oid::regclass, a.attname from pg_attribute as a join pg_class as c on c.oid = a.attrelid join pg_namespace as n on n.oid = c.relnamespace"
                                 " where a.atttypid in ('timestamp'::regtype, 'time'::regtype, 'timetz'::regtype) and"_s + ours);
    row("a time in a key", u"select i.indexrelid::regclass from pg_index as i join pg_class as c on c.oid = i.indrelid join pg_namespace as n on n.oid = c.relnamespace"
                           " join pg_attribute as a on a.attrelid = c.oid and a.attnum = any (i.indkey::smallint[])"
                           " where i.indisunique and a.atttypid = 'timestamptz'::regtype and"_s + ours);
    row("a session_user met by text", u"select 1 from pg_attribute where attrelid = 'app.accounts'::regclass and attname = 'role_name' and atttypid <> 'name'::regtype"_s);
    row("an event trigger, an extension or a foreign server", u"select evtname from pg_event_trigger union all select extname from pg_extension where extname <> 'plpgsql'"
                                                              " union all select srvname from pg_foreign_server"_s);
    row("a table that NOTIFY tells of", u"select p.oid::regprocedure from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where p.prosrc ~* '\\m(notify|listen|pg_notify)\\M' and"_s + ours);
    row("an advisory lock that guards something", u"select p.oid::regprocedure from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where p.prosrc ~* 'advisory' and"_s + ours);
}

void TestCatalog::nothingIsFound()
{
    QFETCH(QString, query);
    QCOMPARE(m_world.must(query), QString());
}

void TestCatalog::whatPublicMayExecuteIsTheListOfTheBorder() // a new function of schema api is entered here, by hand, on purpose
{
    const QString executable = m_world.must(u"select string_agg(distinct p.oid::regprocedure::text, E'\\n' order by p.oid::regprocedure::text) from app.accounts as a, pg_proc as p"
                                            " join pg_namespace as n on n.oid = p.pronamespace where n.nspname not in ('pg_catalog', 'information_schema')"
                                            " and has_function_privilege(a.role_name, p.oid, 'execute')"_s);
    QCOMPARE(executable.split(u'\n'),
             QStringList({u"api.access_basis(jsonb)"_s, u"api.account_details(jsonb)"_s, u"api.audit_chain(jsonb)"_s, u"api.audit_page(jsonb)"_s, u"api.break_glass(jsonb)"_s, u"api.change_password(jsonb)"_s, u"api.execute(uuid,text,jsonb,jsonb,uuid[],jsonb)"_s, u"api.find_administrator(jsonb)"_s, u"api.find_tenants(jsonb)"_s, u"api.history_begin(uuid,bigint,text)"_s,
                          u"api.history_page(uuid,smallint,uuid,bigint)"_s, u"api.history_seen(uuid)"_s, u"api.history_seen_since(uuid,bigint,text)"_s, u"api.history_since(uuid,bigint)"_s, u"api.import_check(jsonb)"_s, u"api.import_discard(jsonb)"_s, u"api.import_stage(jsonb)"_s, u"api.invitations(jsonb)"_s, u"api.known(uuid[])"_s, u"api.mail_page(jsonb)"_s, u"api.password_challenge(jsonb)"_s, u"api.people_page(jsonb)"_s, u"api.pull_begin(text,text)"_s,
                          u"api.pull_changes(text,jsonb)"_s, u"api.pull_scope(smallint,smallint,uuid)"_s, u"api.removed_members(jsonb)"_s, u"api.search_people(jsonb)"_s, u"api.security_page(jsonb)"_s, u"api.space_members(jsonb)"_s, u"api.tenant_activity(jsonb)"_s, u"api.whoami()"_s}));
}

void TestCatalog::whatTheWorkerMayExecuteIsItsSchema()
{
    QCOMPARE(m_world.must(u"select distinct n.nspname from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace"
                          " where n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege('tenantry_worker', p.oid, 'execute')"
                          " and has_schema_privilege('tenantry_worker', n.oid, 'usage') order by 1"_s), u"api\nworker"_s);
    QCOMPARE(m_world.must(u"select count(*) from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where n.nspname in ('app', 'cmd', 'api', 'worker')"
                          " and c.relkind in ('r', 'p') and has_table_privilege('tenantry_worker', c.oid, 'select, insert, update, delete, truncate')"_s), u"0"_s);
}

void TestCatalog::everyFunctionOfTheBorderIsPinned()
{
    const QStringList pinned{u"search_path=pg_catalog, pg_temp"_s, u"TimeZone=UTC"_s, u"DateStyle=ISO, YMD"_s, u"IntervalStyle=postgres"_s, u"extra_float_digits=1"_s,
                             u"bytea_output=hex"_s, u"lock_timeout=5s"_s, u"client_min_messages=warning"_s, u"standard_conforming_strings=on"_s};
    const QStringList functions = m_world.must(u"select p.oid::regprocedure || '|' || p.prosecdef || '|' || array_to_string(p.proconfig, ';') from pg_proc as p"
                                               " where p.pronamespace = 'api'::regnamespace"_s).split(u'\n');
    QVERIFY(functions.size() >= 6);
    for (const QString &function : functions) {
        QCOMPARE(function.section(u'|', 1, 1), u"true"_s);
        QStringList settings = function.section(u'|', 2).split(u';');
        for (const QString &setting : pinned)
            QVERIFY2(settings.contains(setting), qPrintable(function + u" lacks "_s + setting));
    }
}

void TestCatalog::dangerousFunctionsAreClosed()
{
    QCOMPARE(m_world.must(u"select distinct p.proname from app.accounts as a, pg_proc as p where p.pronamespace = 'pg_catalog'::regnamespace"
                          " and has_function_privilege(a.role_name, p.oid, 'execute')"
                          " and (p.proname like 'lo\\_%' or p.proname like '%advisory%' or p.proname in ('loread', 'lowrite', 'pg_notify', 'pg_logical_emit_message', 'pg_export_snapshot',"
                          " 'pg_read_file', 'pg_read_binary_file', 'pg_ls_dir', 'pg_stat_file', 'pg_reload_conf', 'pg_rotate_logfile', 'pg_switch_wal', 'pg_promote', 'pg_stat_reset',"
                          " 'pg_create_restore_point', 'pg_log_backend_memory_contexts'))"_s), QString());
}

void TestCatalog::rightsAreReadFromNoSetting() // anybody may SET my.user = …
{
    QCOMPARE(m_world.must(u"select distinct m[1] from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace,"
                          " regexp_matches(p.prosrc, 'current_setting\\s*\\(\\s*([^,)]*)', 'gi') as m where n.nspname in ('app', 'cmd', 'api', 'worker') order by 1"_s),
             u"'transaction_isolation'\n'transaction_read_only'"_s);
    QCOMPARE(m_world.must(u"select p.oid::regprocedure from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace"
                          " where n.nspname in ('app', 'cmd', 'api', 'worker') and p.prosrc ~* '\\m(current_user|current_role|set_config)\\M'"_s), QString());
}

void TestCatalog::settingsOfTheDatabaseHold()
{
    const auto person = m_world.connect(m_world.homeless);
    for (const auto &[setting, value] : std::initializer_list<std::pair<QString, QString>>{{u"log_min_error_statement"_s, u"panic"_s}, {u"log_error_verbosity"_s, u"terse"_s},
             {u"log_statement"_s, u"none"_s}, {u"log_min_duration_statement"_s, u"-1"_s}, {u"log_parameter_max_length"_s, u"0"_s}, {u"temp_file_limit"_s, u"1GB"_s},
             {u"max_prepared_transactions"_s, u"0"_s}}) {
        const auto rows = person->exec(u"select current_setting(?)"_s, {setting});
        QVERIFY(rows);
        QCOMPARE(rows->value().toString(), value);
        QVERIFY(!failureOf(*person, u"set %1 to default"_s.arg(setting)).isEmpty());
        if (setting != u"max_prepared_transactions"_s)
            QVERIFY(failureOf(*person, u"alter role current_user set %1 = '%2'"_s.arg(setting, value)).startsWith("42501"_L1));
    }
}

void TestCatalog::newFunctionsAreClosed()
{
    const auto owner = m_world.cluster().ownerConnection();
    for (const QString &role : {u"none"_s, u"tenantry_owner"_s}) {
        QVERIFY(owner->exec(u"set role "_s + role));
        QVERIFY(owner->exec(u"create function api.forgotten() returns integer language sql as 'select 1'"_s));
        QVERIFY(failureOf(*m_world.connect(m_world.homeless), u"select api.forgotten()"_s).startsWith("42501"_L1));
        QVERIFY(owner->exec(u"drop function api.forgotten()"_s));
    }
}

void TestCatalog::everyRefusalIsDeclared() // and so has its sentence in both languages (tst_messages)
{
    const QString raised = u"from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace,"
                           " regexp_matches(p.prosrc, '(?:refuse|app\\.error|rule_failure)\\(''([a-z_.]+)''', 'g') as m where n.nspname in ('app', 'cmd')"_s;
    QVERIFY(m_world.must(u"select count(distinct m[1]) "_s + raised).toInt() > 30);
    QCOMPARE(m_world.must(u"select distinct m[1] %1 and not jsonb_exists(app.declaration('refusals'), m[1])"_s.arg(raised)), QString());
}

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
