// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/besidepostgresql.h"

#include "tests/support/loadableworld.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

namespace tenantry::bench {

using namespace Qt::StringLiterals;

namespace {

QStringList closureStatements();

void orEnd(const QString &error)
{
    if (error.isEmpty())
        return;
    std::fprintf(stderr, "%s\n", qPrintable(error));
    std::exit(1);
}

} // namespace

void BesidePostgresql::load(const tests::World &world)
{
    m_cluster = std::make_unique<test::TestCluster>();
    orEnd(m_cluster->create());
    m_owner = m_cluster->ownerConnection();
    demo::Loader loader(*m_owner);
    const auto installed = loader.installed();
    orEnd(test::describe(installed));
    demo::World all = tests::emptyWorld(*installed);
    tests::append(all, world);
    orEnd(test::describe(loader.load(all)));
    run(u"update app.clock set shift = app.from_micros(?::bigint) - transaction_timestamp()"_s,
        {toMicroseconds(tests::worldNow)});
    run(u"select worker.seal_audit()"_s);
    run(u"set jit = off"_s); // compiling takes longer than these questions
    for (const QString &statement : closureStatements())
        run(statement);
}

server::Rows BesidePostgresql::run(const QString &sql, const QVariantList &binds) const
{
    const auto rows = m_owner->exec(sql, binds);
    orEnd(test::describe(rows));
    return *rows;
}

void BesidePostgresql::report(const char *what, const QString &sql, int rounds,
                              const std::function<QVariantList(int)> &binds) const
{
    if (!isThere())
        return;
    for (int i = 0; i < 6; ++i) // from the sixth time on a prepared statement has a plan of its own
        run(sql, binds(i));
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        run(sql, binds(i));
        times.push_back(double(timer.nsecsElapsed()) / 1000);
    }
    std::ranges::sort(times);
    std::printf("  %-56s %10.3f us  (PostgreSQL)\n", what, times[times.size() / 2]);
    std::fflush(stdout);
}

void BesidePostgresql::reportOnce(const char *what, const QStringList &statements) const
{
    if (!isThere())
        return;
    run(u"begin"_s);
    QElapsedTimer timer;
    timer.start();
    for (const QString &sql : statements)
        run(sql);
    const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
    run(u"rollback"_s);
    std::printf("  %-56s %10.3f ms  (PostgreSQL)\n", what, milliseconds);
    std::fflush(stdout);
}

namespace {

// What a service that answers from PostgreSQL alone would keep beside its tables and bring up to date with them:
// who counts as what (a person as themself, as each organization that they are in or below and as each group of
// those), and grants by subject with roles as numbers.
QStringList closureStatements()
{
    return {
        u"create schema beside"_s,
        u"create table beside.members as with recursive counting as ("
        "select o.id, array[o.id] as line from app.organizations as o where o.parent_id is null and "
        "o.enabled "
        "union all select o.id, c.line || o.id from counting as c join app.organizations as o on o.parent_id "
        "= c.id "
        "where o.enabled), "
        "within as materialized (select m.user_id, above.id as organization_id from app.memberships as m "
        "join counting as c on c.id = m.organization_id cross join lateral unnest(c.line) as above (id)), "
        "everything as (select u.id as user_id, u.id as subject from app.users as u "
        "union select w.user_id, w.organization_id from within as w "
        "union select g.user_id, g.group_id from app.role_group_members as g where g.user_id is not null "
        "union select w.user_id, g.group_id from within as w join app.role_group_members as g on "
        "g.organization_id = "
        "w.organization_id) "
        "select e.subject, e.user_id from everything as e join app.users as u on u.id = e.user_id and "
        "u.status = 'active' "
        "join app.tenants as t on t.id = u.tenant_id and t.state in ('active', 'closing') order by e.subject, e.user_id"_s,
        u"create unique index on beside.members (subject, user_id)"_s,
        u"create table beside.circles as select user_id, array_agg(subject) as subjects from beside.members group by user_id"_s,
        u"alter table beside.circles add primary key (user_id)"_s,
        u"create table beside.given as select g.space_id, g.resource_id, coalesce(g.user_id, "
        u"g.organization_id, g.group_id) "
        "as subject, array_position(enum_range(null::app.space_role), g.role)::smallint as role, "
        "g.expires_at, g.id "
        "from app.grants as g join app.spaces as s on s.id = g.space_id join app.tenants as t on t.id = "
        "s.tenant_id "
        "and t.state in ('active', 'closing') order by g.space_id, g.resource_id, subject"_s,
        u"create index on beside.given (space_id, resource_id, subject) include (role, expires_at)"_s,
        u"create index on beside.given (space_id, subject) include (resource_id, role, expires_at, id)"_s,
        u"create index on beside.given (subject) include (space_id, resource_id, role, expires_at)"_s,
        u"create table beside.resources as select r.space_id, r.id, r.restricted from app.resources as r order by r.space_id, r.id"_s,
        u"create index on beside.resources (space_id) include (id, restricted)"_s,
        u"create unique index on beside.resources (id) include (restricted)"_s,
        u"vacuum analyze beside.members"_s,
        u"vacuum analyze beside.circles"_s,
        u"vacuum analyze beside.given"_s,
        u"vacuum analyze beside.resources"_s,
    };
}

/// That a grant counts now; the clock is the world's, and as good as a parameter.
QString counts()
{
    return u"(g.expires_at is null or g.expires_at > '%1'::timestamptz)"_s.arg(toIso8601(tests::worldNow));
}

QString owner()
{
    return QString::number(int(Role::Owner));
}

/// A person's grants in a space that count now; user, space.
QString givenInSpace()
{
    return u"with given as materialized (select g.* from beside.circles as c join beside.given as g on "
           u"g.space_id = "
           "?::uuid and g.subject = any (c.subjects) where c.user_id = ?::uuid and "_s +
           counts() + u") "_s;
}

} // namespace

QString checkSql()
{
    const QString best =
        u"(select max(g.role) from beside.given as g where g.space_id = q.space and g.resource_id %1 "
        "and g.subject = any (c.subjects) and "_s +
        counts() + u")"_s;
    return u"select case when q.resource is null or r.restricted is null then s.role "
           "when r.restricted and s.role is distinct from "_s +
           owner() +
           u" then o.role else greatest(o.role, s.role) end "
           "from (select ?::uuid as person, ?::uuid as space, ?::uuid as resource) as q "
           "join beside.circles as c on c.user_id = q.person cross join lateral "_s +
           best.arg(u"is null"_s) + u" as s (role) left join lateral "_s + best.arg(u"= q.resource"_s) +
           u" as o (role) on q.resource is not null left join beside.resources as r on r.id = q.resource"_s;
}

QString detailSql()
{
    return givenInSpace() + u"select r.id, case when r.restricted and s.role is distinct from "_s + owner() +
           u" then o.role else greatest(o.role, s.role) end "
           "from beside.resources as r left join (select resource_id, max(role) as role from given "
           "group by resource_id) as o on o.resource_id = r.id "
           "cross join (select max(role) as role from given where resource_id is null) as s where "
           "r.space_id = ?::uuid "
           "union all select null, max(role) from given where resource_id is null"_s;
}

QString reasonsSql()
{
    return givenInSpace() +
           u"select distinct on (r.id) r.id, g.id, g.role, g.subject "
           "from beside.resources as r left join given as g on g.resource_id = r.id or (g.resource_id is "
           "null "
           "and (not r.restricted or g.role = "_s +
           owner() + u")) where r.space_id = ?::uuid order by r.id, g.role desc nulls last, g.id"_s;
}

QString everyoneSql()
{
    return u"select m.user_id, max(g.role) from beside.given as g join beside.members as m on m.subject = "
           u"g.subject "
           "where g.space_id = ?::uuid and g.resource_id is null and "_s +
           counts() + u" group by m.user_id"_s;
}

QString objectsSql()
{
    return u"with given as materialized (select g.space_id, g.resource_id, g.role from beside.circles as c "
           u"join "
           "beside.given as g on g.subject = any (c.subjects) where c.user_id = ?::uuid and "_s +
           counts() +
           u"), spaces as materialized (select space_id, max(role) as role from given where resource_id is "
           u"null "
           "group by space_id) "
           "select space_id, null::uuid, role from spaces union all "
           "select null, r.id, max(r.role) from (select g.resource_id as id, g.role from given as g where "
           "g.resource_id is not null union all select r.id, s.role from spaces as s join beside.resources "
           "as r on "
           "r.space_id = s.space_id where not r.restricted or s.role = "_s +
           owner() + u") as r group by r.id"_s;
}

QString asOfSql()
{
    // What a check of a past moment takes where history is asked instead of tables.
    return u"with versions as materialized (select h.kind, h.row from app.history as h join "
           u"app.audit_entries as b on b.id = h.from_entry "
           "left join app.audit_entries as e on e.id = h.to_entry where b.sealed_at <= app.from_micros(?) "
           "and (e.sealed_at is null or e.sealed_at > app.from_micros(?))), "
           "above as (with recursive chain (id) as (select (row ->> 'organization_id')::uuid from versions "
           "where kind = 5 and row ->> 'user_id' = ? "
           "union select (o.row ->> 'parent_id')::uuid from chain join versions as o on o.kind = 4 and o.row "
           "->> 'id' = chain.id::text) select id from chain) "
           "select max((g.row ->> 'role')::app.space_role) from versions as g where g.kind = 10 and g.row "
           "->> 'space_id' = ? and g.row ->> 'resource_id' is null "
           "and (g.row ->> 'user_id' = ? or (g.row ->> 'organization_id')::uuid in (select id from above))"_s;
}

} // namespace tenantry::bench
