// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/feedworld.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// Who holds which scope and role, asked of SQL. One tenant: root ─ middle ─ leaf, and side; alice is in leaf, bob in side and root.
class tst_Scopes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void roleOnSpace_data();
    void roleOnSpace();
    void roleOnResource_data();
    void roleOnResource();
    void frozenTenantGivesNothing();
    void administratorsScopes();
    void systemAdministratorsScopes();
    void defaultTenantShowsNobody();
    void membersScopes();
    void dataScopes_data();
    void dataScopes();
    void nothingOpensTheDefaultTenant();
    void belowFollowsTheTree();
    void scopesOfWhoAdministersAResource();
    void outsidersScopes();
    void everyWayOfAskingAgrees();

private:
    [[nodiscard]] QString must(const QString &sql);
    [[nodiscard]] QString scopes(const QString &person);
    [[nodiscard]] QString id(const QString &name) { return must(u"select id from names where name = '%1'"_s.arg(name)); }

    TestCluster m_cluster;
    std::unique_ptr<server::Connection> m_owner;
};

void tst_Scopes::initTestCase()
{
    const QString error = m_cluster.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_owner = m_cluster.ownerConnection();
    QFile file(QStringLiteral(TENANTRY_WORLD_SQL));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(m_owner->script(file.readAll()));
    const auto made = m_owner->script(R"(
        create table names (name text primary key, id uuid not null);
        create function n(wanted text) returns uuid language sql stable as $$ select id from names where name = wanted $$;
        do $$
        declare
            t uuid := test.make_tenant('acme', 1, 1);
            u uuid := test.make_tenant('umbrella', 1, 1);
            node record;
            person record;
        begin
            insert into names values ('acme', t), ('umbrella', u), ('admin', (select administrator_id from app.tenants where id = t)),
                ('root', (select root_organization_id from app.tenants where id = t));
            for node in select * from (values ('middle', 'root'), ('leaf', 'middle'), ('side', 'root')) as v (name, above) loop
                insert into names values (node.name, app.uuid7());
                insert into app.organizations (tenant_id, id, parent_id, name, code, created_at) values (t, n(node.name), n(node.above), node.name, node.name, app.now());
            end loop;
            insert into names values ('alice', test.make_person(t, n('leaf'), 'alice')), ('bob', test.make_person(t, n('side'), 'bob')),
                ('outsider', test.make_person(u, (select root_organization_id from app.tenants where id = u), 'outsider')),
                ('newcomer', test.make_person(test.default_tenant(), (select root_organization_id from app.tenants where is_default), 'new comer')),
                ('system', test.make_person(test.default_tenant(), (select root_organization_id from app.tenants where is_default), 'of the platform'));
            insert into app.role_assignments (id, user_id, role, assigned_at) values (app.uuid7(), n('system'), 'system_administrator', app.now());
            insert into app.memberships (tenant_id, id, user_id, organization_id, since) values (t, app.uuid7(), n('bob'), n('root'), app.now());
            insert into names values ('group', app.uuid7()), ('space', app.uuid7()), ('open', app.uuid7()), ('restricted', app.uuid7());
            insert into app.role_groups (tenant_id, id, name, created_at) values (t, n('group'), 'group', app.now());
            insert into app.spaces (tenant_id, id, name, edition, modules, created_by, created_at) values (t, n('space'), 'space', 'basic', '{bots}', n('admin'), app.now());
            insert into app.resources (tenant_id, id, space_id, kind, name, restricted, created_by, created_at)
            values (t, n('open'), n('space'), 'agent', 'open', false, n('admin'), app.now()), (t, n('restricted'), n('space'), 'agent', 'restricted', true, n('admin'), app.now());
        end
        $$;
        -- subject and object by name; expires in seconds from now.
        create function g(subject text, object text, role app.space_role, expires integer default null) returns void language sql as $$
            insert into app.grants (tenant_id, id, space_id, resource_id, user_id, organization_id, group_id, role, expires_at, granted_by, granted_at)
            select n('acme'), app.uuid7(), n('space'), nullif(n(object), n('space')),
                (select id from app.users where id = n(subject)), (select id from app.organizations where id = n(subject)), (select id from app.role_groups where id = n(subject)),
                role, app.now() + expires * interval '1 second', n('admin'), app.now()
        $$;
        create function m(subject text) returns void language sql as $$
            insert into app.role_group_members (tenant_id, id, group_id, user_id, organization_id)
            select n('acme'), app.uuid7(), n('group'), (select id from app.users where id = n(subject)), (select id from app.organizations where id = n(subject))
        $$;)"_ba);
    QVERIFY2(made, made ? "" : qPrintable(describe(made.error())));
}

// Each test in a transaction of its own, which is rolled back.
void tst_Scopes::init()
{
    QVERIFY(m_owner->exec(u"begin"_s));
}

void tst_Scopes::cleanup()
{
    QVERIFY(m_owner->exec(u"rollback"_s));
}

QString tst_Scopes::must(const QString &sql)
{
    const auto rows = m_owner->exec(sql);
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(describe(rows.error())));
    QStringList lines;
    for (const QVariantList &row : rows->rows)
        lines.append(row.value(0).toString());
    return lines.join(u' ');
}

// "kind:name", sorted, for the things that have names here.
QString tst_Scopes::scopes(const QString &person)
{
    QStringList list = must(u"select s.scope_kind || ':' || coalesce((select name from names where id = s.scope_id), (select 'default' from app.tenants where id = s.scope_id and is_default), "
                            "(select 'nobody' where s.scope_id = '00000000-0000-0000-0000-000000000000'), '?') from app.scopes_of(n('%1')) as s"_s.arg(person)).split(u' ', Qt::SkipEmptyParts);
    list.sort();
    return list.join(u' ');
}

void tst_Scopes::roleOnSpace_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("disabled");
    QTest::addColumn<QString>("alice");
    QTest::addColumn<QString>("bob");
    QTest::addRow("nothing") << u"select 1"_s << QString() << QString() << QString();
    QTest::addRow("own grant") << u"select g('alice', 'space', 'viewer')"_s << QString() << u"viewer"_s << QString();
    QTest::addRow("own organization") << u"select g('leaf', 'space', 'editor')"_s << QString() << u"editor"_s << QString();
    QTest::addRow("above the own") << u"select g('root', 'space', 'guest')"_s << QString() << u"guest"_s << u"guest"_s;
    QTest::addRow("highest counts") << u"select g('root', 'space', 'guest'), g('leaf', 'space', 'administrator'), g('alice', 'space', 'viewer')"_s << QString() << u"administrator"_s << u"guest"_s;
    QTest::addRow("group with the person") << u"select m('alice'), g('group', 'space', 'commenter')"_s << QString() << u"commenter"_s << QString();
    QTest::addRow("group with an organization above") << u"select m('middle'), g('group', 'space', 'viewer')"_s << QString() << u"viewer"_s << QString();
    QTest::addRow("expired at this second") << u"select g('alice', 'space', 'editor', 0), g('bob', 'space', 'editor', 60)"_s << QString() << QString() << u"editor"_s;
    QTest::addRow("organization disabled") << u"select g('leaf', 'space', 'editor'), g('root', 'space', 'viewer')"_s << u"leaf"_s << QString() << u"viewer"_s;
    QTest::addRow("one above disabled") << u"select g('leaf', 'space', 'editor'), g('root', 'space', 'viewer')"_s << u"middle"_s << QString() << u"viewer"_s;
    QTest::addRow("root disabled, own grant stays") << u"select g('root', 'space', 'viewer'), g('alice', 'space', 'guest')"_s << u"root"_s << u"guest"_s << QString();
    QTest::addRow("only on a resource") << u"select g('alice', 'open', 'editor')"_s << QString() << QString() << QString();
}

// PRM-2
void tst_Scopes::roleOnSpace()
{
    QFETCH(QString, given);
    QFETCH(QString, disabled);
    QFETCH(QString, alice);
    QFETCH(QString, bob);
    (void)must(u"update app.organizations set enabled = false where id = n('%1')"_s.arg(disabled));
    (void)must(given);
    QCOMPARE(must(u"select app.role_on_space(n('alice'), n('space'))"_s), alice);
    QCOMPARE(must(u"select app.role_on_space(n('bob'), n('space'))"_s), bob);
    (void)must(u"update app.users set status = 'suspended' where id = n('alice')"_s);
    QCOMPARE(must(u"select app.role_on_space(n('alice'), n('space'))"_s), QString());
}

void tst_Scopes::roleOnResource_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("open");
    QTest::addColumn<QString>("restricted");
    QTest::addRow("nothing") << u"select 1"_s << QString() << QString();
    QTest::addRow("on the space") << u"select g('leaf', 'space', 'editor')"_s << u"editor"_s << QString();
    QTest::addRow("on the resource") << u"select g('alice', 'open', 'viewer'), g('middle', 'restricted', 'viewer')"_s << u"viewer"_s << u"viewer"_s;
    QTest::addRow("highest of both") << u"select g('alice', 'space', 'editor'), g('root', 'open', 'viewer'), g('root', 'restricted', 'viewer')"_s << u"editor"_s << u"viewer"_s;
    QTest::addRow("owner of the space") << u"select g('alice', 'space', 'owner'), g('alice', 'restricted', 'guest')"_s << u"owner"_s << u"owner"_s;
    QTest::addRow("expired") << u"select g('alice', 'open', 'viewer', -1), g('alice', 'restricted', 'viewer', 60)"_s << QString() << u"viewer"_s;
}

// PRM-8
void tst_Scopes::roleOnResource()
{
    QFETCH(QString, given);
    QFETCH(QString, open);
    QFETCH(QString, restricted);
    (void)must(given);
    QCOMPARE(must(u"select app.role_on_resource(n('alice'), n('open'))"_s), open);
    QCOMPARE(must(u"select app.role_on_resource(n('alice'), n('restricted'))"_s), restricted);
}

// TEN-11, PRM-2: neither its people nor its objects.
void tst_Scopes::frozenTenantGivesNothing()
{
    (void)must(u"select g('alice', 'space', 'editor'), g('outsider', 'space', 'viewer')"_s);
    QCOMPARE(must(u"select app.role_on_space(n('outsider'), n('space'))"_s), u"viewer"_s);
    for (const QString &state : {u"frozen"_s, u"closing"_s}) {
        (void)must(u"update app.tenants set state = '%1' where id = n('acme')"_s.arg(state));
        const bool works = state == u"closing"_s;
        QCOMPARE(must(u"select app.role_on_space(n('alice'), n('space'))"_s), works ? u"editor"_s : QString());
        QCOMPARE(must(u"select app.role_on_space(n('outsider'), n('space'))"_s), works ? u"viewer"_s : QString());
        QCOMPARE(must(u"select count(*) from app.everyone_on(n('space'))"_s), works ? u"2"_s : u"0"_s);
        QCOMPARE(scopes(u"alice"_s).isEmpty(), !works);
        QCOMPARE(scopes(u"admin"_s).isEmpty(), !works);
    }
    (void)must(u"update app.tenants set state = 'frozen' where id = n('umbrella')"_s);
    QCOMPARE(must(u"select app.role_on_space(n('outsider'), n('space'))"_s), QString());
}

// ROL-2
void tst_Scopes::administratorsScopes()
{
    (void)must(u"delete from app.grants where user_id = n('admin')"_s);
    QCOMPARE(scopes(u"admin"_s), u"10:admin 1:nobody 3:acme 4:acme 5:acme 6:root 7:admin 7:root"_s);
}

void tst_Scopes::systemAdministratorsScopes()
{
    const QString held = scopes(u"system"_s);
    for (const QString &scope : {u"2:nobody"_s, u"3:acme"_s, u"3:umbrella"_s, u"3:default"_s, u"5:acme"_s, u"5:umbrella"_s, u"5:default"_s})
        QVERIFY2(held.split(u' ').contains(scope), qPrintable(scope + u" not in "_s + held));
    QVERIFY2(!held.contains(u"4:"_s), qPrintable(held)); // private data only under break-glass (TEN-13)
}

// OPM-8
void tst_Scopes::defaultTenantShowsNobody()
{
    QCOMPARE(scopes(u"newcomer"_s).remove(QRegularExpression(u" ?7:\\?"_s)), u"10:newcomer 1:nobody 7:newcomer"_s);
}

void tst_Scopes::membersScopes()
{
    QCOMPARE(scopes(u"alice"_s), u"10:alice 1:nobody 5:acme 6:leaf 7:alice 7:leaf 7:middle 7:root"_s);
    (void)must(u"select m('middle'), g('group', 'space', 'administrator')"_s);
    QCOMPARE(scopes(u"alice"_s), u"10:alice 1:nobody 5:acme 6:leaf 7:alice 7:group 7:leaf 7:middle 7:root 8:space 9:space"_s);
    (void)must(u"update app.organizations set enabled = false where id = n('middle')"_s);
    QCOMPARE(scopes(u"alice"_s), u"10:alice 1:nobody 5:acme 7:alice"_s);
    QCOMPARE(scopes(u"bob"_s), u"10:bob 1:nobody 5:acme 6:root 6:side 7:bob 7:root 7:side"_s);
}

void tst_Scopes::dataScopes_data()
{
    QTest::addColumn<QString>("set"); // organization, data scope
    QTest::addColumn<QString>("alice"); // leaf ─ middle ─ root
    QTest::addColumn<QString>("bob");   // side, root
    QTest::addRow("nothing set") << u""_s << u"6:leaf"_s << u"6:root 6:side"_s;
    QTest::addRow("none above") << u"('middle', 'none')"_s << u""_s << u"6:root 6:side"_s;
    QTest::addRow("nearest wins") << u"('root', 'tenant'), ('middle', 'none'), ('leaf', 'own')"_s << u"6:leaf"_s << u"3:acme 6:root 6:side"_s;
    QTest::addRow("below") << u"('side', 'none'), ('middle', 'below')"_s << u"6:leaf"_s << u"6:root"_s;
    QTest::addRow("below the root is everybody") << u"('root', 'below'), ('middle', 'own')"_s << u"6:leaf"_s << u"3:acme 6:root 6:side"_s;
    QTest::addRow("whole tenant") << u"('leaf', 'tenant')"_s << u"3:acme 6:leaf"_s << u"6:root 6:side"_s;
    QTest::addRow("union of several") << u"('side', 'none'), ('root', 'own')"_s << u"6:leaf"_s << u"6:root"_s;
}

// OPM-2, OPM-3, OPM-5, OPM-8
void tst_Scopes::dataScopes()
{
    QFETCH(QString, set);
    QFETCH(QString, alice);
    QFETCH(QString, bob);
    if (!set.isEmpty())
        (void)must(u"insert into app.organization_permissions (tenant_id, id, data_scope) select n('acme'), n(v.place), v.scope from (values %1) as v (place, scope)"_s.arg(set));
    const auto people = [this](const QString &person) { return scopes(person).split(u' ').filter(QRegularExpression(u"^[36]:"_s)).join(u' '); };
    QCOMPARE(people(u"alice"_s), alice);
    QCOMPARE(people(u"bob"_s), bob);
}

// OPM-8: whatever is configured.
void tst_Scopes::nothingOpensTheDefaultTenant()
{
    (void)must(u"insert into app.organization_permissions (tenant_id, id, data_scope, allowed) select id, root_organization_id, 'tenant', '{members.status}' from app.tenants where is_default"_s);
    QCOMPARE(scopes(u"newcomer"_s).remove(QRegularExpression(u" ?7:\\?"_s)), u"10:newcomer 1:nobody 7:newcomer"_s);
    QCOMPARE(must(u"select app.keys_of(n('newcomer'))"_s), u"{}"_s);
}

// Those below count as they are at this moment.
void tst_Scopes::belowFollowsTheTree()
{
    (void)must(u"insert into app.organization_permissions (tenant_id, id, data_scope) values (n('acme'), n('side'), 'below')"_s);
    QVERIFY(!scopes(u"bob"_s).contains(u"6:middle"_s));
    (void)must(u"update app.organizations set parent_id = n('side') where id = n('middle')"_s);
    QVERIFY(scopes(u"bob"_s).contains(u"6:leaf 6:middle"_s));
}

// MEM-10, SPC-6, SPC-7: whoever creates a resource manages it, though the space isn't theirs to manage.
void tst_Scopes::scopesOfWhoAdministersAResource()
{
    const auto ofResources = [this] {
        QStringList held = scopes(u"alice"_s).split(u' ');
        held.removeIf([](const QString &scope) { return !scope.startsWith("9:"_L1); });
        return held.join(u' ');
    };
    (void)must(u"select g('alice', 'restricted', 'owner'), g('middle', 'open', 'administrator')"_s);
    QCOMPARE(ofResources(), QString()); // without a role on the space they can't get at it
    (void)must(u"select g('leaf', 'space', 'guest')"_s);
    QCOMPARE(ofResources(), u"9:open 9:restricted"_s);
    (void)must(u"update app.grants set role = 'editor' where organization_id = n('middle')"_s);
    QCOMPARE(ofResources(), u"9:restricted"_s);
    (void)must(u"update app.grants set role = 'administrator' where organization_id = n('leaf')"_s);
    QCOMPARE(ofResources(), u"9:space"_s); // which has it all
}

// EXT-2
void tst_Scopes::outsidersScopes()
{
    (void)must(u"select g('outsider', 'space', 'editor')"_s);
    const QString held = scopes(u"outsider"_s);
    QVERIFY2(held.contains(u"8:space"_s) && held.contains(u"5:umbrella"_s), qPrintable(held));
    QVERIFY2(!held.contains(u"acme"_s) && !held.contains(u"9:"_s), qPrintable(held));
}

// One question, asked in several ways, over random worlds.
void tst_Scopes::everyWayOfAskingAgrees()
{
    (void)must(u"select setseed(0.9)"_s);
    (void)must(u"select test.make_world()"_s);
    for (int round = 0; round < 20; ++round) {
        for (int n = 0; n < 5; ++n)
            (void)must(u"select test.step()"_s);
        // holds_scope = scopes_of
        QCOMPARE(must(u"with held as (select u.id as person, s.scope_kind, s.scope_id from app.users as u cross join lateral app.scopes_of(u.id) as s), "
                      "asked as (select u.id as person, f.scope_kind, f.scope_id from app.users as u cross join (select distinct scope_kind, scope_id from app.feed union select scope_kind, scope_id from held) as f "
                      "where app.holds_scope(u.id, f.scope_kind, f.scope_id)) "
                      "select count(*) from ((select * from held except select * from asked) union all (select * from asked except select * from held)) as q"_s),
                 u"0"_s);
        // everyone_on = role_on_space of each = space_roles_of of each
        QCOMPARE(must(u"with a as (select s.id as space, e.user_id, e.role from app.spaces as s cross join lateral app.everyone_on(s.id) as e), "
                      "b as (select s.id as space, u.id, app.role_on_space(u.id, s.id) as role from app.spaces as s cross join app.users as u), "
                      "c as (select r.space_id, u.id, r.role from app.users as u cross join lateral app.space_roles_of(u.id) as r) "
                      "select count(*) from ((select * from a except select * from b) union all (select * from b where role is not null except select * from c) union all (select * from c except select * from a)) as q"_s),
                 u"0"_s);
    }
}

QTEST_GUILESS_MAIN(tst_Scopes)
#include "tst_scopes.moc"
