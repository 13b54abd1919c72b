// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/schemaworld.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <map>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// The matrix of rights (SEC-1): actor kinds × tables × operations, × functions, × command kinds, as real roles; and the same again after
/// each actor has tried to help themself. Tables, functions and commands come from the catalogs and from commands.json.
class TestMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyTouchesATable();
    void nobodyExecutesWhatIsInside();
    void commandsFollowTheirKeys_data();
    void commandsFollowTheirKeys();
    void foreignIdsAreLikeUnknownOnes_data();
    void foreignIdsAreLikeUnknownOnes();
    void nobodyHelpsThemself_data();
    void nobodyHelpsThemself();
    void afterAllAttemptsTheMatrixIsTheSame();

private:
    struct Actor {
        QString kind;
        Person person;
    };

    [[nodiscard]] QStringList openTables(server::Connection &connection) const;
    [[nodiscard]] QStringList openFunctions(server::Connection &connection) const;
    [[nodiscard]] QJsonValue sample(const QString &field, const QJsonObject &declared) const;
    [[nodiscard]] QJsonObject samplePayload(const QJsonObject &declared) const;
    [[nodiscard]] static QList<QStringList> idsIn(const QJsonObject &fields);
    [[nodiscard]] QJsonObject payloadWith(const QJsonObject &fields, const QStringList &path, const QString &id) const;
    [[nodiscard]] QJsonObject everythingSeen() const;
    [[nodiscard]] static QString madeBy(const QString &kind);
    [[nodiscard]] std::unique_ptr<server::Connection> workerConnection() const;

    SchemaWorld m_world;
    std::vector<Actor> m_actors;
    std::map<QString, std::unique_ptr<server::Connection>> m_sessions;
    QJsonObject m_declarations;
    QString m_application; ///< pending, of the actor "applicant"
    QString m_rootOrganization;
    QString m_grant; ///< of the outsider on space A
    QString m_group; ///< of tenant A
    QString m_role; ///< of tenant A
    QString m_mail; ///< sent to the subject
    Person m_subject; ///< a member of tenant A to whom things are done
    Person m_free;    ///< of the default system tenant, with nothing applied for
};

void TestMatrix::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const Person applicant = m_world.addPerson(u"Applicant"_s);
    const QJsonObject form = SchemaWorld::tenantForm(u"Wanted"_s, u"wanted"_s);
    QVERIFY(m_world.execute(applicant, {u"tenant_application_submit"_s, form}).isDone());
    m_application = form["application_id"_L1].toString();
    m_rootOrganization = m_world.must(u"select root_organization_id from app.tenants where id = ?"_s, {m_world.tenantA});
    m_grant = m_world.must(u"select id from app.grants where user_id = ?"_s, {m_world.outsider.id});
    m_group = SchemaWorld::newId();
    m_subject = m_world.addPerson(u"Subject"_s);
    m_free = m_world.addPerson(u"Free"_s);
    m_world.moveTo(m_subject, m_world.tenantA);
    m_world.must(u"insert into app.role_groups (tenant_id, id, name, created_at) values (?, ?, 'Group', now())"_s, {m_world.tenantA, m_group});
    m_role = SchemaWorld::newId();
    m_world.must(u"insert into app.tenant_roles (tenant_id, id, name, created_at) values (?, ?, 'Role', now())"_s, {m_world.tenantA, m_role});
    m_mail = SchemaWorld::newId();
    m_world.must(u"select app.notify_users('role_assigned', array[?]::uuid[], ?, '{}')"_s, {m_subject.id, m_world.tenantA});
    m_world.must(u"insert into app.mails (id, notification_id, user_id, status, queued_at, due, ended_at) select ?, n.id, ?, 'sent', now(), now(), now() from app.notifications as n where n.kind = 'role_assigned' limit 1"_s,
                 {m_mail, m_subject.id});
    m_actors = {{u"system administrator"_s, m_world.root}, {u"tenant administrator"_s, m_world.adminA}, {u"other tenant's administrator"_s, m_world.adminB},
                {u"space owner"_s, m_world.ownerA}, {u"space administrator"_s, m_world.spaceAdminA}, {u"member"_s, m_world.memberA}, {u"outsider"_s, m_world.outsider},
                {u"without a tenant"_s, m_world.homeless}, {u"applicant"_s, applicant}, {u"suspended"_s, m_world.suspended}};
    m_declarations = QJsonDocument::fromJson(m_world.must(u"select app.declaration('commands')"_s).toUtf8()).object();
    m_world.must(u"alter role tenantry_worker password 'worker'"_s);
}

std::unique_ptr<server::Connection> TestMatrix::workerConnection() const
{
    auto connection = m_world.connectAs(u"tenantry_worker"_s, u"worker"_s);
    return connection ? std::move(*connection) : nullptr;
}

/// What this role may do to any relation of ours, tried: "table operation".
QStringList TestMatrix::openTables(server::Connection &connection) const
{
    QStringList open;
    const QStringList tables = m_world.must(u"select quote_ident(n.nspname) || '.' || quote_ident(c.relname) || ' ' || quote_ident(a.attname) from pg_class as c"
                                            " join pg_namespace as n on n.oid = c.relnamespace join pg_attribute as a on a.attrelid = c.oid and a.attnum = 1"
                                            " where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') order by 1"_s).split(u'\n');
    for (const QString &line : tables) {
        const QString table = line.section(u' ', 0, 0);
        const QString column = line.section(u' ', 1);
        for (const auto &[operation, statement] : std::initializer_list<std::pair<QString, QString>>{
                 {u"read"_s, u"select count(*) from %1"_s}, {u"insert"_s, u"insert into %1 default values"_s}, {u"update"_s, u"update %1 set %2 = %2"_s},
                 {u"delete"_s, u"delete from %1"_s}, {u"truncate"_s, u"truncate %1"_s},
                 {u"copy"_s, u"copy %1 to stdout"_s}, {u"trigger"_s, u"create trigger x after insert on %1 execute function pg_catalog.suppress_redundant_updates_trigger()"_s},
                 {u"drop"_s, u"drop table %1"_s}, {u"alter"_s, u"alter table %1 disable row level security"_s}}) {
            const QString failure = failureOf(connection, QString(statement).replace(u"%1"_s, table).replace(u"%2"_s, column));
            if (!failure.startsWith("42501"_L1)) // insufficient privilege
                open.append(table + u' ' + operation + u' ' + failure);
        }
    }
    return open;
}

/// Functions outside of the border that this role can call: each is called, with nulls.
QStringList TestMatrix::openFunctions(server::Connection &connection) const
{
    QStringList open;
    const QStringList calls = m_world.must(
        u"select format('select %I.%I(%s)', n.nspname, p.proname, (select coalesce(string_agg('null::' || format_type(t, null), ', ' order by place), '') from unnest(p.proargtypes) with ordinality as a (t, place)))"
        " from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where n.nspname not in ('pg_catalog', 'information_schema', 'api') and p.prorettype <> 'trigger'::regtype order by 1"_s).split(u'\n');
    for (const QString &call : calls) {
        const QString failure = failureOf(connection, call);
        if (!failure.startsWith("42501"_L1))
            open.append(call + u' ' + failure);
    }
    return open;
}

void TestMatrix::nobodyTouchesATable()
{
    QVERIFY(m_world.must(u"select count(*) from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where n.nspname = 'app' and c.relkind = 'r'"_s).toInt() > 25);
    for (const Actor &actor : m_actors)
        QCOMPARE(actor.kind + openTables(*m_world.connect(actor.person)).join(u'\n'), actor.kind);
    const auto worker = workerConnection();
    QVERIFY(worker);
    QCOMPARE(openTables(*worker), QStringList());
}

void TestMatrix::nobodyExecutesWhatIsInside()
{
    for (const Actor &actor : m_actors)
        QCOMPARE(actor.kind + openFunctions(*m_world.connect(actor.person)).join(u'\n'), actor.kind);
    const QStringList ofWorker = openFunctions(*workerConnection());
    for (const QString &call : ofWorker)
        QVERIFY2(call.startsWith("select worker."_L1), qPrintable(call));
}

QJsonValue TestMatrix::sample(const QString &field, const QJsonObject &declared) const
{
    static const QHash<QString, QString> known{{u"grant_ids"_s, m_grant}, {u"group_id"_s, m_group}, {u"role_id"_s, m_role}, {u"mail_id"_s, m_mail}, {u"tenant_id"_s, m_world.tenantA}, {u"application_id"_s, m_application},
                                               {u"organization_id"_s, m_rootOrganization}, {u"parent_id"_s, m_rootOrganization}, {u"primary_organization_id"_s, m_rootOrganization},
                                               {u"user_id"_s, m_subject.id}, {u"from_user_id"_s, m_world.memberA.id}, {u"to_user_id"_s, m_subject.id}, {u"to"_s, m_world.memberA.id}, {u"space_id"_s, m_world.spaceA}, {u"resource_id"_s, m_world.resourceA}, {u"object_id"_s, m_world.spaceA}, {u"subject_id"_s, m_world.memberA.id},
                                               {u"name"_s, u"Sample"_s}, {u"code"_s, u"sample"_s}, {u"contact_email"_s, u"sample@example.com"_s}};
    const QString type = declared["type"_L1].toString();
    if (type == u"list"_s)
        return QJsonArray{sample(field, declared["item"_L1].toObject())};
    if (type == u"object"_s)
        return samplePayload(declared["fields"_L1].toObject());
    if (declared.contains("values"_L1))
        return declared["values"_L1].toArray().first();
    if (type == u"uuid"_s)
        return known.value(field).isEmpty() ? SchemaWorld::newId() : known.value(field);
    if (type == u"text"_s)
        return known.value(field, u"Sample"_s);
    return type == u"boolean"_s ? QJsonValue(true) : QJsonValue(5);
}

QJsonObject TestMatrix::samplePayload(const QJsonObject &declared) const
{
    QJsonObject payload;
    for (auto it = declared.begin(); it != declared.end(); ++it) {
        if (it.value()["required"_L1].toBool())
            payload.insert(it.key(), sample(it.key(), it.value().toObject()));
    }
    return payload;
}

void TestMatrix::commandsFollowTheirKeys_data()
{
    QTest::addColumn<QString>("kind");
    const QStringList kinds = m_declarations["commands"_L1].toObject().keys();
    QVERIFY(kinds.size() >= 12);
    for (const QString &kind : kinds)
        QTest::newRow(qPrintable(kind)) << kind;
}

void TestMatrix::commandsFollowTheirKeys()
{
    QFETCH(QString, kind);
    // Who may, by who holds the key; where the command itself decides, by its kind. A key that is missing here fails.
    static const QHash<QString, QSet<QString>> holders{
        {u"tenant_administrator"_s, {u"tenant administrator"_s}}, {u"system_administrator"_s, {u"system administrator"_s}}};
    static const QHash<QString, QSet<QString>> decidedByCommand{
        {u"application_withdraw"_s, {u"applicant"_s}},
        {u"application_rate"_s, {u"applicant"_s}},
        {u"application_decide"_s, {u"system administrator"_s, u"applicant"_s}}, // the applicant gets as far as application.own
        {u"grants_set"_s, {u"tenant administrator"_s, u"space owner"_s, u"space administrator"_s}},
        {u"grants_remove"_s, {u"tenant administrator"_s, u"space owner"_s, u"space administrator"_s}},
        {u"grants_restore"_s, {u"tenant administrator"_s, u"space owner"_s, u"space administrator"_s}},
        {u"space_create"_s, {u"tenant administrator"_s}},
        {u"space_edit"_s, {u"space owner"_s, u"space administrator"_s}},
        {u"space_set_modules"_s, {u"space owner"_s, u"space administrator"_s}},
        {u"space_archive"_s, {u"space owner"_s, u"space administrator"_s}},
        {u"space_restore"_s, {u"space owner"_s, u"space administrator"_s}},
        {u"space_transfer"_s, {u"space owner"_s, u"tenant administrator"_s}},
        {u"space_delete"_s, {u"space owner"_s}},
        {u"resource_set_access"_s, {u"space owner"_s, u"space administrator"_s}},
        {u"resource_transfer"_s, {u"space owner"_s}}};
    const QJsonObject declared = m_declarations["commands"_L1][kind].toObject();
    const QJsonArray heldBy = m_declarations["keys"_L1][declared["key"_L1].toString()]["held_by"_L1].toArray();
    QVERIFY2(!heldBy.isEmpty(), qPrintable(u"no such key: "_s + declared["key"_L1].toString()));
    QSet<QString> allowed;
    bool everyone = false;
    for (const QJsonValue &holder : heldBy) {
        if (holder == u"everyone"_s) {
            everyone = true;
        } else if (holder == u"command"_s) {
            QVERIFY2(decidedByCommand.contains(kind), "say in this test who may");
            allowed += decidedByCommand.value(kind);
        } else {
            QVERIFY2(holders.contains(holder.toString()), "say in this test who holds it");
            allowed += holders.value(holder.toString());
        }
    }
    m_world.must(u"delete from app.break_glass"_s); // what another row opened would permit the platform team everything (TEN-13)
    const QJsonObject payload = samplePayload(declared["payload"_L1].toObject());
    const QString picture = u"select (select count(*) from app.audit_entries), (select count(*) from app.feed), (select count(*) from app.notifications)"_s;
    for (const Actor &actor : m_actors) {
        QJsonObject own = payload;
        if (kind == u"organization_create"_s || kind == u"role_create"_s || kind.endsWith(u"_submit"_s))
            own.insert(madeBy(kind), SchemaWorld::newId());
        const QString before = m_world.must(picture);
        const Answer answer = m_world.execute(actor.person, {kind, own});
        const QString what = kind + u" as "_s + actor.kind + u": "_s + answer.text();
        if (actor.kind == u"suspended"_s) {
            QCOMPARE(answer.sqlState, u"TY403"_s);
        } else {
            QVERIFY2(answer.sqlState.isEmpty(), qPrintable(what));
            const bool refused = answer.code().endsWith(".not_allowed"_L1) || answer.code() == u"command.not_found"_s;
            QVERIFY2(refused != (everyone || allowed.contains(actor.kind)), qPrintable(what));
        }
        if (!answer.isDone())
            QCOMPARE(m_world.must(picture), before); // and nothing has happened
    }
}

/// The ways to the fields that name something: {"items", "to"}.
QList<QStringList> TestMatrix::idsIn(const QJsonObject &fields)
{
    QList<QStringList> paths;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonObject declared = field.value().toObject(), item = declared["item"_L1].toObject();
        if (declared["type"_L1] == u"uuid"_s || item["type"_L1] == u"uuid"_s)
            paths.append(QStringList{field.key()});
        for (const QStringList &path : idsIn(item["fields"_L1].toObject()))
            paths.append(QStringList{field.key()} + path);
    }
    return paths;
}

QJsonObject TestMatrix::payloadWith(const QJsonObject &fields, const QStringList &path, const QString &id) const
{
    QJsonObject payload = samplePayload(fields);
    const QJsonObject declared = fields[path.first()].toObject();
    const QJsonValue value = path.size() > 1 ? QJsonValue(payloadWith(declared["item"_L1]["fields"_L1].toObject(), path.mid(1), id)) : QJsonValue(id);
    payload.insert(path.first(), declared["type"_L1] == u"list"_s ? QJsonValue(QJsonArray{value}) : value);
    return payload;
}

/// The field for the ID of what a command makes.
QString TestMatrix::madeBy(const QString &kind)
{
    static const QHash<QString, QString> fields{{u"organization_create"_s, u"organization_id"_s}, {u"role_group_create"_s, u"group_id"_s}, {u"role_create"_s, u"role_id"_s},
                                                {u"space_create"_s, u"space_id"_s}, {u"tenant_create"_s, u"tenant_id"_s}};
    return kind.endsWith(u"_submit"_s) ? u"application_id"_s : fields.value(kind);
}

/// What the sample payloads name, as it is from the beginning.
QJsonObject TestMatrix::everythingSeen() const
{
    QJsonObject versions, seen;
    for (const char *group : {"", "details", "place", "status", "leader", "owner", "modules", "avatar", "memberships", "access", "permissions"})
        versions.insert(QString::fromLatin1(group), 1);
    for (const QString &id : {m_world.tenantA, m_world.spaceA, m_world.resourceA, m_rootOrganization, m_grant, m_group, m_role, m_subject.id, m_world.memberA.id, m_application})
        seen.insert(id, versions);
    return seen;
}

void TestMatrix::foreignIdsAreLikeUnknownOnes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("path");
    const QJsonObject commands = m_declarations["commands"_L1].toObject();
    for (auto command = commands.begin(); command != commands.end(); ++command) {
        for (const QStringList &path : idsIn(command.value()["payload"_L1].toObject()))
            QTest::newRow(qPrintable(command.key() + u'.' + path.join(u'.'))) << command.key() << path;
    }
}

// SEC-2: IDs of another tenant, got somehow, in any field of any command: the answer is the one for what doesn't exist, so that nobody
// learns by it that there is such a thing, what it is called or who administers it.
void TestMatrix::foreignIdsAreLikeUnknownOnes()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, path);
    const QJsonObject fields = m_declarations["commands"_L1][kind]["payload"_L1].toObject();
    const QStringList foreign = m_world.must(
        u"select unnest(array[t.id, t.root_organization_id, t.administrator_id, (select id from app.memberships where user_id = t.administrator_id)]) from app.tenants as t where id = ?"_s,
        {m_world.tenantB}).split(u'\n');
    QCOMPARE(foreign.size(), 4);
    for (const Person &person : {m_world.adminA, m_world.ownerA, m_world.memberA, m_free}) {
        const auto session = m_world.connect(person);
        const auto answerFor = [&](const QString &id) {
            auto transaction = server::Transaction::begin(*session); // rolled back
            QJsonObject payload = payloadWith(fields, path, id);
            if (const QString made = madeBy(kind); !made.isEmpty() && path.first() != made)
                payload.insert(made, SchemaWorld::newId());
            const Answer answer = SchemaWorld::execute(*session, {kind, payload, everythingSeen()});
            if (answer.code() == "command.id_taken"_L1)
                return QString();
            return answer.isDone() ? u"done"_s : answer.text().replace(id, u"ID"_s);
        };
        const QString unknown = answerFor(SchemaWorld::newId());
        QVERIFY(!unknown.isEmpty());
        for (const QString &id : foreign) {
            // MEM-9: people of other tenants may be given rights on a space; who they are, whoever knows their ID has found by the search.
            if (kind == u"grants_set"_s && path.last() == u"subject_id"_s && id == foreign[2])
                continue;
            // MOV-3: whoever has a tenant's ID may ask to be let in, and is told that there is none.
            if (kind == u"join_submit"_s && path.last() == u"tenant_id"_s && id == foreign[0])
                continue;
            const QString answer = answerFor(id);
            if (!answer.isEmpty()) // whoever makes an ID must be told that it is taken
                QCOMPARE(person.name + u": "_s + answer, person.name + u": "_s + unknown);
        }
    }
}

void TestMatrix::nobodyHelpsThemself_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("refused"); // false: PostgreSQL lets them, and it must not help
    const auto row = [](const QString &statement, bool refused) { QTest::newRow(qPrintable(statement.left(70))) << statement << refused; };
    for (const QString &role : {u"tenantry_owner"_s, u"tenantry_accounts"_s, u"tenantry_worker"_s, u"%other"_s, u"pg_execute_server_program"_s, u"pg_read_all_data"_s, u"pg_signal_backend"_s}) {
        row(u"set role "_s + role, true);
        row(u"set session authorization "_s + role, true);
        row(u"drop owned by "_s + role, true);
        row(u"reassign owned by %1 to %self"_s.arg(role), true);
        row(u"grant %1 to %self"_s.arg(role), true);
    }
    row(u"drop owned by %self cascade"_s, false);
    row(u"drop owned by public"_s, true);
    for (const QString &attribute : {u"superuser"_s, u"createrole"_s, u"createdb"_s, u"replication"_s, u"bypassrls"_s, u"connection limit 100"_s, u"valid until 'infinity'"_s})
        row(u"alter role %self "_s + attribute, true);
    row(u"alter role %self rename to u_me"_s, true);
    row(u"alter role %other password 'x'"_s, true);
    row(u"alter role all set search_path = 'x'"_s, true);
    row(u"alter database tenantry set search_path = 'x'"_s, true);
    for (const QString &setting : {u"search_path = 'public'"_s, u"timezone = 'Asia/Shanghai'"_s, u"datestyle = 'German'"_s, u"intervalstyle = 'sql_standard'"_s,
                                   u"extra_float_digits = -15"_s, u"bytea_output = 'escape'"_s, u"lock_timeout = '1h'"_s, u"client_min_messages = 'debug5'"_s,
                                   u"standard_conforming_strings = off"_s, u"row_security = off"_s, u"transform_null_equals = on"_s, u"quote_all_identifiers = on"_s,
                                   u"default_transaction_deferrable = on"_s, u"check_function_bodies = off"_s, u"array_nulls = off"_s, u"xmloption = 'document'"_s,
                                   u"lc_numeric = 'C'"_s, u"default_tablespace = ''"_s, u"work_mem = '200GB'"_s, u"enable_seqscan = off"_s,
                                   u"tenantry.actor = 'root'"_s, u"app.user_id = '%root'"_s, u"plpgsql.variable_conflict = 'use_column'"_s}) {
        row(u"alter role %self set "_s + setting, setting.startsWith("plpgsql.variable_conflict"_L1));
        row(u"set "_s + setting, false);
    }
    for (const QString &setting : {u"session_replication_role = replica"_s, u"log_min_messages = 'fatal'"_s, u"session_preload_libraries = 'x'"_s, u"temp_file_limit = -1"_s, u"zero_damaged_pages = on"_s}) {
        row(u"alter role %self set "_s + setting, true);
        row(u"set "_s + setting, true);
    }
    for (const QString &statement : {u"create schema mine"_s, u"create table api.mine (id integer)"_s, u"create temporary table mine (id integer)"_s, u"create table public.mine (id integer)"_s,
                                     u"create function api.mine() returns integer language sql as 'select 1'"_s, u"create or replace function api.whoami() returns jsonb language sql as 'select null::jsonb'"_s,
                                     u"do 'begin raise log ''{\"tenantry\": \"forged\"}''; end'"_s, u"create extension pgcrypto"_s, u"create publication p for all tables"_s,
                                     u"create role mine"_s, u"create database mine"_s, u"drop function api.whoami()"_s, u"alter function api.execute(uuid, text, jsonb, jsonb, uuid[], jsonb) reset all"_s,
                                     u"alter function api.whoami() owner to %self"_s, u"grant all on schema app to %self"_s, u"grant all on all tables in schema app to public"_s,
                                     u"copy (select 1) to program 'id'"_s, u"copy (select 1) to '/tmp/x'"_s,
                                     u"select pg_read_file('/etc/passwd')"_s, u"select lo_create(0)"_s, u"select pg_advisory_lock(1)"_s, u"select pg_try_advisory_lock(1)"_s, u"select pg_notify('x', 'y')"_s,
                                     u"select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"_s,
                                     u"select * from pg_authid"_s, u"select * from pg_statistic"_s, u"select * from pg_hba_file_rules"_s, u"load 'auto_explain'"_s})
        row(statement, true);
    row(u"comment on function api.whoami() is 'mine'"_s, true);
    row(u"security label on function api.whoami() is 'x'"_s, true);
    row(u"revoke execute on function api.whoami() from public"_s, false); // a warning, and nothing is revoked
    row(u"grant %self to %other"_s, true);
}

void TestMatrix::nobodyHelpsThemself()
{
    QFETCH(QString, statement);
    QFETCH(bool, refused);
    for (const Actor &actor : m_actors) {
        const Person &other = actor.kind == u"system administrator"_s ? m_world.memberA : m_world.root;
        QString own = statement;
        own.replace(u"%self"_s, actor.person.role).replace(u"%other"_s, other.role).replace(u"%root"_s, m_world.root.id);
        if (own.startsWith("set client_min_messages"_L1) || own.contains(" set client_min_messages"_L1))
            own.replace(u"debug5"_s, u"log"_s); // as loud, but for PostgreSQL's own chatter
        auto &connection = m_sessions[actor.kind]; // one for all attempts: what one leaves behind may help the next
        if (!connection)
            connection = m_world.connect(actor.person);
        const QString failure = failureOf(*connection, own);
        if (refused)
            QVERIFY2(!failure.isEmpty(), qPrintable(own));
        // In the same session they are still who they are.
        const auto actorNow = connection->exec(u"select api.whoami() ->> 'user_id'"_s);
        if (actor.kind == u"suspended"_s)
            QVERIFY(!actorNow);
        else
            QCOMPARE(actorNow ? actorNow->value().toString() : describe(actorNow.error()), actor.person.id);
    }
}

void TestMatrix::afterAllAttemptsTheMatrixIsTheSame()
{
    // What they could do to themselves is undone by nobody: settings and memberships stay as they are.
    QVERIFY(m_world.must(u"select count(*) from pg_db_role_setting as s join app.accounts as a on a.role_name = (select rolname from pg_roles where oid = s.setrole)"_s).toInt() > 0);
    nobodyTouchesATable();
    nobodyExecutesWhatIsInside();
    const QStringList kinds = m_declarations["commands"_L1].toObject().keys();
    for (const QString &kind : kinds) {
        for (const Actor &actor : m_actors) {
            if (actor.kind != u"member"_s && actor.kind != u"outsider"_s && actor.kind != u"suspended"_s)
                continue;
            const QJsonArray heldBy = m_declarations["keys"_L1][m_declarations["commands"_L1][kind]["key"_L1].toString()]["held_by"_L1].toArray();
            if (heldBy.contains(u"everyone"_s))
                continue;
            const Answer answer = m_world.execute(actor.person, {kind, samplePayload(m_declarations["commands"_L1][kind]["payload"_L1].toObject())});
            const QString expected = actor.kind == u"suspended"_s ? u"TY403"_s : QString();
            QCOMPARE(answer.sqlState, expected);
            QVERIFY2(!answer.isDone() && (!expected.isEmpty() || answer.code().contains(".not_"_L1)), qPrintable(kind + answer.text()));
        }
    }
    // Becoming another person by SET ROLE (a superuser's mistake) changes current_user, not who acts.
    m_world.must(u"grant %1 to %2"_s.arg(m_world.root.role, m_world.memberA.role));
    const auto connection = m_world.connect(m_world.memberA);
    QCOMPARE(failureOf(*connection, u"set role "_s + m_world.root.role), QString());
    QCOMPARE(connection->exec(u"select api.whoami() ->> 'user_id'"_s)->value().toString(), m_world.memberA.id);
    QVERIFY(SchemaWorld::execute(*connection, {u"application_decide"_s, {{u"application_id"_s, m_application}, {u"decision"_s, u"approve"_s}, {u"comment"_s, u""_s}},
                                               SchemaWorld::seen(m_application)}).code() == u"command.not_found"_s);
    QCOMPARE(openTables(*connection), QStringList());
}

QTEST_GUILESS_MAIN(TestMatrix)
#include "tst_matrix.moc"
