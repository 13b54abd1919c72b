// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/feedworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// Versions of what the resolver needs, from the first row (PRM-6).
class tst_History : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void changeEndsAVersionAndBeginsOne();
    void twoChangesInATransactionLeaveOne();
    void rowThatComesAndGoesInATransactionLeavesNone();
    void whatTheResolverDoesNotNeedLeavesNone();
    void versionsNameTheAuditEntry();
    void openVersionsAreTheTables();
    void rebuildAddsWhatTriggersMissed();

private:
    [[nodiscard]] QString run(const QString &sql) const { return m_world.run(sql); }
    // Statements in one transaction.
    void together(const QStringList &statements);
    [[nodiscard]] QString versions(const QString &id) const
    {
        return run(u"select count(*), count(*) filter (where to_entry is null), count(distinct from_entry) from app.history where id = '%1'"_s.arg(id));
    }
    [[nodiscard]] QString newGroup(const QString &name) const
    {
        return run(u"insert into app.role_groups (tenant_id, id, name, created_at) select id, app.uuid7(), '%1', now() from app.tenants where code = 'alpha' returning id"_s.arg(name));
    }

    FeedWorld m_world;
};

static const QString differing =
    u"with now as (select 10 as kind, id, jsonb_build_object('role', role, 'expires_at', expires_at) as row from app.grants "
    "union all select 4, id, jsonb_build_object('parent_id', parent_id, 'enabled', enabled) from app.organizations "
    "union all select 2, id, jsonb_build_object('tenant_id', tenant_id, 'status', status) from app.users "
    "union all select 5, id, jsonb_build_object('organization_id', organization_id) from app.memberships "
    "union all select 6, id, '{}' from app.role_groups union all select 7, id, '{}' from app.role_group_members "
    "union all select 8, id, '{}' from app.spaces union all select 9, id, jsonb_build_object('restricted', restricted) from app.resources "
    "union all select 1, id, jsonb_build_object('state', state) from app.tenants), "
    "open as (select kind, id, row from app.history where to_entry is null) "
    "select count(*) from now full join open using (kind, id) where now.row is null or open.row is null or not open.row @> now.row"_s;

void tst_History::initTestCase()
{
    const QString error = m_world.create(0.5);
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void tst_History::together(const QStringList &statements)
{
    QVERIFY(m_world.owner().exec(u"begin"_s));
    for (const QString &sql : statements) {
        const auto done = m_world.owner().exec(sql);
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
    }
    QVERIFY(m_world.owner().exec(u"commit"_s));
}

void tst_History::changeEndsAVersionAndBeginsOne()
{
    const QString id = newGroup(u"first"_s);
    QCOMPARE(versions(id), u"1|1|1"_s);
    QCOMPARE(run(u"update app.role_groups set name = 'second' where id = '%1'"_s.arg(id)), QString());
    QCOMPARE(versions(id), u"2|1|2"_s);
    QCOMPARE(run(u"select string_agg(row ->> 'name', ' ' order by from_entry) from app.history where id = '%1'"_s.arg(id)), u"first second"_s);
    QCOMPARE(run(u"delete from app.role_groups where id = '%1'"_s.arg(id)), QString());
    QCOMPARE(versions(id), u"2|0|2"_s);
    // Each version ends where the next begins.
    QCOMPARE(run(u"select count(*) from app.history as a join app.history as b on a.id = b.id and a.to_entry = b.from_entry where a.id = '%1'"_s.arg(id)), u"1"_s);
}

void tst_History::twoChangesInATransactionLeaveOne()
{
    const QString id = newGroup(u"first"_s);
    together({u"update app.role_groups set name = 'second' where id = '%1'"_s.arg(id), u"update app.role_groups set name = 'third' where id = '%1'"_s.arg(id)});
    QCOMPARE(versions(id), u"2|1|2"_s);
    QCOMPARE(run(u"select row ->> 'name' from app.history where id = '%1' and to_entry is null"_s.arg(id)), u"third"_s);
    together({u"delete from app.role_groups where id = '%1'"_s.arg(id),
              u"insert into app.role_groups (tenant_id, id, name, created_at) select id, '%1', 'back', now() from app.tenants where code = 'alpha'"_s.arg(id)});
    QCOMPARE(versions(id), u"3|1|3"_s);
}

void tst_History::rowThatComesAndGoesInATransactionLeavesNone()
{
    const QString id = u"01900000-0000-7000-8000-000000000001"_s;
    together({u"insert into app.role_groups (tenant_id, id, name, created_at) select id, '%1', 'x', now() from app.tenants where code = 'alpha'"_s.arg(id),
              u"delete from app.role_groups where id = '%1'"_s.arg(id)});
    QCOMPARE(versions(id), u"0|0|0"_s);
}

void tst_History::whatTheResolverDoesNotNeedLeavesNone()
{
    const QString id = run(u"select id from app.users limit 1"_s);
    const QString entries = run(u"select count(*) from app.audit_entries"_s);
    QCOMPARE(run(u"update app.users set name = 'other', version = version + 1 where id = '%1'"_s.arg(id)), QString());
    QCOMPARE(versions(id), u"1|1|1"_s);
    QCOMPARE(run(u"select count(*) from app.audit_entries"_s), entries);
}

// Whatever changes rights is audited, also what the owner does by hand.
void tst_History::versionsNameTheAuditEntry()
{
    const QString id = newGroup(u"direct"_s);
    QCOMPARE(run(u"select e.kind from app.history as h join app.audit_entries as e on e.id = h.from_entry where h.id = '%1'"_s.arg(id)), u"direct"_s);
    const QString other = u"01900000-0000-7000-8000-000000000002"_s;
    together({u"insert into app.role_groups (tenant_id, id, name, created_at) select id, '%1', 'x', now() from app.tenants where code = 'alpha'"_s.arg(other),
              u"update app.role_groups set name = 'y' where id = '%1'"_s.arg(id),
              u"select app.audit('group_made', 'role_group', '%1', tenant_id, null, '{}') from app.role_groups where id = '%1'"_s.arg(other)});
    QCOMPARE(run(u"select count(distinct e.id), min(e.kind) from app.history as h join app.audit_entries as e on e.id = h.from_entry where h.id in ('%1', '%2') and h.to_entry is null"_s.arg(id, other)),
             u"1|group_made"_s);
}

void tst_History::openVersionsAreTheTables()
{
    for (int n = 0; n < 120; ++n)
        QVERIFY(m_world.owner().exec(u"select test.step()"_s));
    QCOMPARE(run(differing), u"0"_s);
    QVERIFY(run(u"select count(*) from app.history where to_entry is not null"_s).toInt() > 20);
    QCOMPARE(run(u"select count(*) from (select kind, id from app.history where to_entry is null group by 1, 2 having count(*) > 1) as q"_s), u"0"_s);
    QCOMPARE(run(u"select count(*) from app.history where to_entry <= from_entry"_s), u"0"_s);
}

// Demo loader and restore work with the triggers off.
void tst_History::rebuildAddsWhatTriggersMissed()
{
    QCOMPARE(run(u"select app.rebuild_history()"_s), u"0"_s);
    const QString id = newGroup(u"kept"_s);
    together({u"set local session_replication_role = replica"_s, u"update app.role_groups set name = 'missed' where id = '%1'"_s.arg(id),
              u"delete from app.role_group_members where id in (select id from app.role_group_members limit 1)"_s,
              u"insert into app.role_groups (tenant_id, id, name, created_at) select id, app.uuid7(), 'new', now() from app.tenants where code = 'alpha'"_s});
    QCOMPARE(run(u"select app.rebuild_history()"_s), u"2"_s);
    QCOMPARE(versions(id), u"2|1|2"_s);
    QCOMPARE(run(differing), u"0"_s);
    QCOMPARE(run(u"select app.rebuild_history()"_s), u"0"_s);
}

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
