// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/schemaworld.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// TEN-12: every living tenant but the default one has exactly one administrator at every commit; the database itself enforces it, also
/// against its owner and against two transactions that are each right by themselves.
class TestTenantAdministrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void directSqlCanNotBreakIt_data();
    void directSqlCanNotBreakIt();
    void anOrderlyReplacementPasses();
    void racingTransactionsCanNotBreakIt_data();
    void racingTransactionsCanNotBreakIt();
    void aDeletedTenantHasNone();
    void itHoldsForEveryTenant();

private:
    SchemaWorld m_world;
};

void TestTenantAdministrator::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestTenantAdministrator::directSqlCanNotBreakIt_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("no administrator") << u"update app.tenants set administrator_id = null where id = '%1'"_s;
    QTest::newRow("tenant without") << u"insert into app.tenants (id, name, code, domain, state_since, root_organization_id, default_organization_id, created_at)"
                                       " values (gen_random_uuid(), 'x', 'x', 'x', now(), gen_random_uuid(), gen_random_uuid(), now())"_s;
    QTest::newRow("a stranger") << u"update app.tenants set administrator_id = '%4' where id = '%1'"_s;
    QTest::newRow("a member without the role") << u"update app.tenants set administrator_id = '%3' where id = '%1'"_s;
    QTest::newRow("role removed") << u"delete from app.role_assignments where role = 'tenant_administrator' and tenant_id = '%1'"_s;
    QTest::newRow("role given to a second") << u"insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at)"
                                               " values (gen_random_uuid(), '%3', '%1', 'tenant_administrator', now())"_s;
    QTest::newRow("role passed on alone") << u"update app.role_assignments set user_id = '%3' where role = 'tenant_administrator' and tenant_id = '%1'"_s;
    QTest::newRow("administrator moves away") << u"update app.users set tenant_id = '%2' where id = '%5'"_s;
    QTest::newRow("default tenant gets one") << u"update app.tenants set administrator_id = '%4' where is_default"_s;
    QTest::newRow("deleted with one") << u"update app.tenants set state = 'deleted' where id = '%1'"_s;
}

void TestTenantAdministrator::directSqlCanNotBreakIt()
{
    QFETCH(QString, statement);
    for (const auto &[place, value] : std::initializer_list<std::pair<QString, QString>>{
             {u"%1"_s, m_world.tenantA}, {u"%2"_s, m_world.tenantB}, {u"%3"_s, m_world.memberA.id}, {u"%4"_s, m_world.homeless.id}, {u"%5"_s, m_world.adminA.id}})
        statement.replace(place, value);
    const QString result = m_world.sql(statement);
    QVERIFY2(result.startsWith("ERROR 23"_L1), qPrintable(result));
    QCOMPARE(m_world.sql(u"select administrator_id from app.tenants where id = ?"_s, {m_world.tenantA}), m_world.adminA.id);
}

void TestTenantAdministrator::anOrderlyReplacementPasses()
{
    const auto replace = [this](const QString &to) {
        const auto owner = m_world.cluster().ownerConnection();
        auto transaction = server::Transaction::begin(*owner);
        QVERIFY(transaction);
        QVERIFY(owner->exec(u"update app.tenants set administrator_id = ? where id = ?"_s, {to, m_world.tenantA}));
        QVERIFY(owner->exec(u"update app.role_assignments set user_id = ? where role = 'tenant_administrator' and tenant_id = ?"_s, {to, m_world.tenantA}));
        QVERIFY(transaction->commit());
    };
    replace(m_world.memberA.id);
    QCOMPARE(m_world.sql(u"select administrator_id from app.tenants where id = ?"_s, {m_world.tenantA}), m_world.memberA.id);
    replace(m_world.adminA.id);
}

void TestTenantAdministrator::racingTransactionsCanNotBreakIt_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("read committed") << u"isolation level read committed"_s;
    QTest::newRow("repeatable read") << u"isolation level repeatable read"_s;
}

void TestTenantAdministrator::racingTransactionsCanNotBreakIt()
{
    QFETCH(QString, mode);
    // One makes a member administrator, another moves that member to the other tenant: each is right alone.
    const auto promoting = m_world.cluster().ownerConnection();
    auto first = server::Transaction::begin(*promoting, mode);
    QVERIFY(first);
    QVERIFY(promoting->exec(u"select 1 from app.tenants"_s)); // has its snapshot
    std::promise<void> ready;
    std::promise<void> go;
    auto moving = std::async(std::launch::async, [&, started = go.get_future()] {
        const auto connection = m_world.cluster().ownerConnection(); // belongs to this thread
        (void)connection->exec(u"set application_name = 'moving'"_s);
        auto second = server::Transaction::begin(*connection, mode);
        const bool hasSnapshot = connection->exec(u"select 1 from app.tenants"_s).has_value();
        ready.set_value();
        started.wait();
        return hasSnapshot
            && connection->exec(u"select app.move_user(u, t.id, t.root_organization_id) from app.users as u, app.tenants as t where u.id = ? and t.id = ?"_s,
                                {m_world.memberA.id, m_world.tenantB}).has_value()
            && second->commit().has_value();
    });
    ready.get_future().wait();
    QVERIFY(promoting->exec(u"update app.tenants set administrator_id = ? where id = ?"_s, {m_world.memberA.id, m_world.tenantA}));
    QVERIFY(promoting->exec(u"update app.role_assignments set user_id = ? where role = 'tenant_administrator' and tenant_id = ?"_s, {m_world.memberA.id, m_world.tenantA}));
    go.set_value();
    // The other one has come to its end, or waits for us.
    QTRY_VERIFY(moving.wait_for(std::chrono::seconds(0)) == std::future_status::ready
                || m_world.sql(u"select count(*) from pg_stat_activity where application_name = 'moving' and wait_event_type = 'Lock'"_s) == u"1"_s);
    const bool promoted = first->commit().has_value();
    const bool moved = moving.get();
    QVERIFY2(moved != promoted, moved ? "both passed" : "neither passed");
    QCOMPARE(m_world.sql(u"select count(*) from app.tenants as t left join app.users as u on u.id = t.administrator_id and u.tenant_id = t.id where not t.is_default and u.id is null"_s), u"0"_s);
    if (promoted) { // back to the beginning, for the next row
        m_world.must(u"with a as (update app.tenants set administrator_id = '%1' where id = '%2')"
                     " update app.role_assignments set user_id = '%1' where role = 'tenant_administrator' and tenant_id = '%2'"_s.arg(m_world.adminA.id, m_world.tenantA));
    } else {
        m_world.moveTo(m_world.memberA, m_world.tenantA);
    }
}

void TestTenantAdministrator::aDeletedTenantHasNone()
{
    const Person person = m_world.addPerson(u"Short-lived"_s);
    const QString tenant = m_world.addTenant(person, u"Short-lived"_s, u"short_lived"_s);
    m_world.must(u"with r as (delete from app.role_assignments where tenant_id = '%1')"
                 " update app.tenants set state = 'deleted', administrator_id = null where id = '%1'"_s.arg(tenant));
}

void TestTenantAdministrator::itHoldsForEveryTenant()
{
    QCOMPARE(m_world.sql(u"select count(*) from app.tenants as t where not t.is_default and t.state <> 'deleted' and 1 <>"
                         " (select count(*) from app.role_assignments as r join app.users as u on u.id = r.user_id and u.tenant_id = t.id"
                         "  where r.tenant_id = t.id and r.role = 'tenant_administrator' and r.user_id = t.administrator_id)"_s), u"0"_s);
}

QTEST_GUILESS_MAIN(TestTenantAdministrator)
#include "tst_tenantadministrator.moc"
