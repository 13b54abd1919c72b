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

QString checkSql()
{
    return u"select case when ?::uuid is null then app.role_on_space(?::uuid, ?::uuid) else app.role_on_resource(?::uuid, ?::uuid) end"_s;
}

namespace {

/// A person's grants in a space that count now.
const QString counting =
    u"with circle as materialized (select * from app.circle_of(?::uuid)), "
    "given as materialized (select g.* from circle as c join app.grants as g on g.space_id = ?::uuid "
    "and (g.user_id = ?::uuid or g.organization_id = any (c.organizations) or g.group_id = any (c.groups)) "
    "where g.expires_at is null or g.expires_at > app.now()) "_s;

} // namespace

QString detailSql()
{
    return counting + u"select r.id, case when r.restricted and s.role < 'owner' then o.role else "
                      u"greatest(o.role, s.role) end "
                      "from app.resources as r left join (select resource_id, max(role) as role from given "
                      "group by resource_id) as o on o.resource_id = r.id "
                      "cross join (select max(role) as role from given where resource_id is null) as s where "
                      "r.space_id = ?::uuid "
                      "union all select null, max(role) from given where resource_id is null"_s;
}

QString reasonsSql()
{
    return counting +
           u"select distinct on (r.id) r.id, g.id, g.role, g.user_id, g.organization_id, g.group_id "
           "from app.resources as r left join given as g on g.resource_id = r.id or (g.resource_id is null "
           "and (not r.restricted or g.role = 'owner')) "
           "where r.space_id = ?::uuid order by r.id, g.role desc, g.organization_id nulls first, g.id"_s;
}

QString everyoneSql()
{
    return u"select * from app.everyone_on(?::uuid)"_s;
}

QString objectsSql()
{
    return u"with circle as materialized (select * from app.circle_of(?::uuid)), "
           "given as materialized (select g.space_id, g.resource_id, g.role from circle as c join app.grants "
           "as g "
           "on g.user_id = ?::uuid or g.organization_id = any (c.organizations) or g.group_id = any "
           "(c.groups) "
           "where g.expires_at is null or g.expires_at > app.now()), "
           "spaces as materialized (select space_id, max(role) as role from given where resource_id is null "
           "group by space_id) "
           "select space_id, null::uuid, role from spaces union all "
           "select null, r.id, max(r.role) from (select g.resource_id as id, g.role from given as g where "
           "g.resource_id is not null "
           "union all select r.id, s.role from spaces as s join app.resources as r on r.space_id = s.space_id where not r.restricted or s.role = 'owner') as r group by r.id"_s;
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
