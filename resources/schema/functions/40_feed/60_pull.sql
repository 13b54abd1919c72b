-- Reading (README.md "Reading"): everything in one REPEATABLE READ READ ONLY transaction on the primary.

-- Who reads. A standby's snapshot lacks the list of running transactions, so that rows would be lost; other isolation levels give
-- each statement a snapshot of its own.
create or replace function app.reader() returns uuid
language plpgsql stable as $$
begin
    if current_setting('transaction_isolation') <> 'repeatable read' or not current_setting('transaction_read_only')::boolean then
        raise exception using errcode = 'TY400', message = 'pull.isolation';
    elsif pg_is_in_recovery() then
        raise exception using errcode = 'TY400', message = 'pull.standby';
    end if;
    return (app.require_actor()).user_id;
end
$$;

-- What tells this feed from any other (facts: after a fail-over transaction IDs are given out again).
create or replace function app.feed_identity() returns jsonb
language sql stable as $$
    select jsonb_build_object('generation', i.generation, 'system', c.system_identifier::text,
                              'timeline', ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::bigint)
    from app.installation as i cross join pg_control_system() as c
$$;

create or replace function app.cursor_prefix() returns text
language sql stable as $$
    select format('%s/%s/%s/', i ->> 'generation', i ->> 'system', i ->> 'timeline') from app.feed_identity() as i
$$;

-- The snapshot that a cursor holds; null where it is of another feed, from the future, or so old that gone entries which it doesn't
-- know were purged: then everything must be pulled afresh.
create or replace function app.cursor_snapshot(cursor text) returns pg_snapshot
language plpgsql stable as $$
declare
    prefix text := app.cursor_prefix();
    snapshot pg_snapshot;
begin
    if cursor is null or not starts_with(cursor, prefix) or substr(cursor, length(prefix) + 1) !~ '^[0-9]{1,18}:[0-9]{1,18}:[0-9,]*$' then
        return null;
    end if;
    snapshot := substr(cursor, length(prefix) + 1)::pg_snapshot;
    if pg_snapshot_xmax(snapshot) > pg_snapshot_xmax(pg_current_snapshot())
        or pg_snapshot_xmin(snapshot) <= (select p.highest from app.feed_purges as p) then
        return null;
    end if;
    return snapshot;
exception when invalid_text_representation then
    return null;
end
$$;

-- How many hold grants on each of these spaces themselves (MEM-8), as its list of members shows them; of those whose grants changed since `known`,
-- null: of all.
create or replace function app.holder_counts(spaces uuid[], known pg_snapshot) returns jsonb
language plpgsql stable as $$
begin
    return (
        select coalesce(jsonb_object_agg(space, (
                   select count(*) from app.grants as g where g.space_id = space and g.resource_id is null)), '{}')
        from unnest(spaces) as space
        where known is null or exists (
            select from app.feed as f where f.scope_kind = 9 and f.scope_id = space and f.kind = 10
                and f.row_xid >= pg_snapshot_xmin(known) and not pg_visible_in_snapshot(f.row_xid, known)));
end
$$;

create or replace function api.pull_begin(cursor text, known_digest text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'
set lock_timeout = '5s'
as $$
declare
    actor uuid := app.reader();
    known pg_snapshot := app.cursor_snapshot(cursor);
    digest text;
    list jsonb;
    same boolean;
    counted uuid[];  -- spaces of the own tenant that the actor sees without managing them
begin
    select encode(sha256(convert_to(coalesce(string_agg(s.scope_kind || ':' || s.scope_id || E'\n', '' order by s.scope_kind, s.scope_id), ''), 'UTF8')), 'hex'),
           coalesce(jsonb_agg(jsonb_build_object('k', s.scope_kind, 'id', s.scope_id, 't', s.tenant_id) order by s.scope_kind, s.scope_id), '[]'),
           array_agg(s.scope_id) filter (where s.scope_kind = 8 and s.tenant_id = (select u.tenant_id from app.users as u where u.id = actor))
        into digest, list, counted from app.scopes_of(actor) as s;
    counted := array(select unnest(counted) except select (s ->> 'id')::uuid from jsonb_array_elements(list) as s where s ->> 'k' = '9');
    same := known is not null and digest = known_digest;
    if not same then
        perform app.log_line('pull_begin', jsonb_build_object('actor', actor, 'scopes', jsonb_array_length(list), 'full', known is null));
    end if;
    return jsonb_build_object(
        'scopes', case when same then null else list end,
        'digest', digest,
        'cursor', app.cursor_prefix() || pg_current_snapshot(),
        'identity', app.feed_identity(),
        'schema', (select max(number) from app.schema_steps),
        'time', app.micros(app.now()),
        'sealed_up_to', app.micros(coalesce((select e.at from app.audit_entries as e where e.seal_number is null order by e.id limit 1), app.now())),
        'worker_seen', (select app.micros(l.seen) from app.worker_lease as l),
        'actor', actor,
        'full', known is null,
        'open_until', app.open_until(actor),
        'counts', app.holder_counts(counted, case when same then known end));
end
$$;

-- What came into, changed in or went from those of the wanted scopes that the actor holds, all that lies in new ones: by scope and kind,
-- 500 entries at a time.
create or replace function app.pulled_entries(cursor text, wanted jsonb) returns table (scope_kind smallint, scope_id uuid, kind smallint, ids uuid[], gone boolean[])
language plpgsql stable as $$
#variable_conflict use_column
declare
    actor uuid := app.reader();
    since pg_snapshot := app.cursor_snapshot(cursor);
    known_kinds smallint[];
    known_ids uuid[];
    new_kinds smallint[];
    new_ids uuid[];
    entries bigint := 0;
begin
    if jsonb_typeof(wanted) is distinct from 'array' or jsonb_array_length(wanted) > 200000 then
        raise exception using errcode = 'TY400', message = 'pull.malformed';
    elsif since is null and exists (select from jsonb_array_elements(wanted) as w where not coalesce((w ->> 'new')::boolean, false)) then
        raise exception using errcode = 'TY400', message = 'pull.cursor';
    end if;
    select coalesce(array_agg(s.scope_kind) filter (where not s.is_new), '{}'), coalesce(array_agg(s.scope_id) filter (where not s.is_new), '{}'),
           coalesce(array_agg(s.scope_kind) filter (where s.is_new), '{}'), coalesce(array_agg(s.scope_id) filter (where s.is_new), '{}')
        into known_kinds, known_ids, new_kinds, new_ids
    from (select s.scope_kind, s.scope_id, bool_or(coalesce((w ->> 'new')::boolean, false)) as is_new
          from app.scopes_of(actor) as s
          join jsonb_array_elements(wanted) as w on (w ->> 'k')::smallint = s.scope_kind and (w ->> 'id')::uuid = s.scope_id
          group by s.scope_kind, s.scope_id) as s;
    -- `offset 0` keeps the planner to one look into the index (scope, row_xid) for each scope, however many there are.
    for scope_kind, scope_id, kind, ids, gone in
        select e.scope_kind, e.scope_id, e.kind, array_agg(e.id), array_agg(e.gone)
        from (select s.scope_kind, s.scope_id, f.kind, f.id, f.gone, (row_number() over (partition by s.scope_kind, s.scope_id, f.kind order by f.id) - 1) / 500 as chunk
              from unnest(known_kinds, known_ids) as s (scope_kind, scope_id)
              cross join lateral (
                  select f.kind, f.id, f.gone from app.feed as f
                  where f.scope_kind = s.scope_kind and f.scope_id = s.scope_id
                      and f.row_xid >= pg_snapshot_xmin(since) and not pg_visible_in_snapshot(f.row_xid, since)
                  offset 0) as f) as e
        group by e.scope_kind, e.scope_id, e.kind, e.chunk
    loop
        entries := entries + cardinality(ids);
        return next;
    end loop;
    for scope_kind, scope_id, kind, ids, gone in
        select e.scope_kind, e.scope_id, e.kind, array_agg(e.id), array_agg(false)
        from (select s.scope_kind, s.scope_id, f.kind, f.id, (row_number() over (partition by s.scope_kind, s.scope_id, f.kind order by f.id) - 1) / 500 as chunk
              from unnest(new_kinds, new_ids) as s (scope_kind, scope_id)
              cross join lateral (
                  select f.kind, f.id from app.feed as f where f.scope_kind = s.scope_kind and f.scope_id = s.scope_id and not f.gone
                  offset 0) as f) as e
        group by e.scope_kind, e.scope_id, e.kind, e.chunk
    loop
        entries := entries + cardinality(ids);
        return next;
    end loop;
    -- A poll that brought nothing disclosed nothing.
    if entries > 0 then
        perform app.log_line('pull_changes', jsonb_build_object('actor', actor, 'scopes', cardinality(known_kinds), 'new_scopes', cardinality(new_kinds), 'rows', entries));
    end if;
end
$$;

-- Which kinds of scope a kind enters by nothing but its own tenant_id: those rows are read straight from the table, where an index allows.
create or replace function app.plain_scopes(kind jsonb) returns integer[]
language sql stable as $$
    select coalesce(array_agg(scope), '{}')
    from (select (s #>> '{}')::integer as scope, count(*) as ways,
                 bool_and(giver -> 'number' = plain_scopes.kind -> 'number' and r ->> 'id' = 'tenant_id' and not r ?| array['kind', 'row', 'join', 'where']) as plain
          from app.synced_kinds() as giver
          cross join jsonb_array_elements(coalesce(giver -> 'reasons', '[]')) as r
          cross join jsonb_array_elements(coalesce(r -> 'scopes', jsonb_build_array(r -> 'scope'))) as s
          where coalesce(r -> 'kind', giver -> 'number') = plain_scopes.kind -> 'number'
          group by 1) as found
    where found.plain and found.ways = 1 and exists (
        select from pg_catalog.pg_index as i
        join pg_catalog.pg_attribute as t on t.attrelid = i.indrelid and t.attnum = i.indkey[0] and t.attname = 'tenant_id'
        join pg_catalog.pg_attribute as d on d.attrelid = i.indrelid and d.attnum = i.indkey[1] and d.attname = 'id'
        where i.indrelid = format('app.%I', plain_scopes.kind ->> 'table')::pg_catalog.regclass)
$$;

-- Rows of a page: 500, fewer where the declaration says so because they are large.
create or replace function app.page_size(kind jsonb) returns integer
language sql immutable as $$
    select coalesce((kind ->> 'page')::integer, 500)
$$;

-- Where the pages of a scope begin: after no row, after the last of the first page, … Where nothing lies in it: nowhere. Lets the actor read, or refuses, and
-- writes into the log that it was read.
create or replace function app.page_starts(wanted_kind smallint, wanted_scope_kind smallint, wanted_scope_id uuid) returns uuid[]
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
    actor uuid := app.reader();
    place uuid := '00000000-0000-0000-0000-000000000000';
    start uuid;
    starts uuid[] := '{}';
    rows bigint := 0;
    page_rows bigint;
    page_size integer := coalesce((select app.page_size(k) from app.synced_kinds() as k where (k ->> 'number')::smallint = wanted_kind), 500);
begin
    if not app.holds_scope(actor, wanted_scope_kind, wanted_scope_id) then
        perform app.log_line('refused_access', jsonb_build_object('actor', actor, 'scope_kind', wanted_scope_kind, 'scope', wanted_scope_id));
        raise exception using errcode = 'TY403', message = 'pull.scope_not_held';
    end if;
    loop
        start := place;
        select count(*), (array_agg(q.id))[page_size] into page_rows, place
        from (select f.id from app.feed as f
              where f.scope_kind = wanted_scope_kind and f.scope_id = wanted_scope_id and f.kind = wanted_kind and f.id > place and not f.gone
              order by f.id limit page_size) as q;
        exit when page_rows = 0;
        starts := starts || start;
        rows := rows + page_rows;
        exit when place is null;
    end loop;
    perform app.log_line('pull_scope', jsonb_build_object('actor', actor, 'kind', wanted_kind, 'scope_kind', wanted_scope_kind, 'scope', wanted_scope_id, 'rows', rows));
    return starts;
end
$$;

-- One page of a scope: the rows of a kind after the row `after`, by ID, each followed by a line feed but the last. The plan is the
-- same for each page: made anew, as PostgreSQL would choose, it costs a fifth of a first pull.
create or replace function app.make_pull_page() returns void
language plpgsql as $$
declare
    body text;
begin
    select string_agg(format($text$
    %1$s wanted_kind = %2$s then
        if wanted_scope_kind = any (%3$L::smallint[]) then
            return (select string_agg(q.wire, E'\n')
            from (select r.wire from app.%4$I as t cross join lateral (select %5$s as wire) as r
                  where t.%6$I = wanted_scope_id and t.id > after order by t.id limit %7$s) as q);
        else
            return (select string_agg(q.wire, E'\n')
            from (select r.wire
                  from app.feed as f cross join lateral (select %5$s as wire from app.%4$I where %4$I.id = f.id) as r
                  where f.scope_kind = wanted_scope_kind and f.scope_id = wanted_scope_id and f.kind = %2$s and f.id > after and not f.gone
                  order by f.id limit %7$s) as q);
        end if;$text$,
               case number when 1 then 'if' else 'elsif' end, k ->> 'number', plain, k ->> 'table', app.wire_row(k), case plain when '{}' then 'id' else 'tenant_id' end,
               app.page_size(k)), '')
        into body from app.synced_kinds() with ordinality as s (k, number) cross join app.plain_scopes(k) as plain;
    execute format($sql$
create or replace function app.pull_page(wanted_kind smallint, wanted_scope_kind smallint, wanted_scope_id uuid, after uuid) returns text
language plpgsql stable set plan_cache_mode = force_generic_plan as $body$
begin%s
    end if;
    return null;
end
$body$ $sql$, body);
end
$$;

-- Functions in SQL, called in a select list, hand over what they have as they go; one in plpgsql would collect everything first. A page a
-- row, because the function's settings are applied anew and its machinery is entered for each (1M grants: 4.5 s row by row).
create or replace function api.pull_scope(kind smallint, scope_kind smallint, scope_id uuid) returns setof text
language sql stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'
set lock_timeout = '5s'
as $$
    select app.pull_page($1, $2, $3, start) from unnest(app.page_starts($1, $2, $3)) as start
$$;

-- The rows of these entries. A row that is no more, while something still puts it into a scope, is gone.
create or replace function app.make_rows_of() returns void
language plpgsql as $$
declare
    body text;
begin
    select string_agg(format($text$
    %s wanted_kind = %s then
        return query select e.id, e.is_gone or r.wire is null, r.wire
            from unnest(ids, gone_ones) as e (id, is_gone)
            left join lateral (select %s as wire from app.%I where %I.id = e.id and not e.is_gone) as r on true;$text$,
               case number when 1 then 'if' else 'elsif' end, k ->> 'number', app.wire_row(k), k ->> 'table', k ->> 'table'), '')
        into body from app.synced_kinds() with ordinality as s (k, number);
    execute format($sql$
create or replace function app.rows_of(wanted_kind smallint, ids uuid[], gone_ones boolean[]) returns table (row_id uuid, is_gone boolean, wire text)
language plpgsql stable rows 500 as $body$
begin%s
    end if;
end
$body$ $sql$, body);
end
$$;

-- Called in a select list it streams: `select (r).* from (select api.pull_changes(…) as r) as x`. The work lies in plpgsql functions, whose
-- plans are kept: a poll that brings nothing costs what finding the actor's scopes costs.
create or replace function api.pull_changes(cursor text, wanted jsonb)
returns table (scope_kind smallint, scope_id uuid, kind smallint, id uuid, gone boolean, "row" text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
    select e.scope_kind, e.scope_id, e.kind, r.row_id, r.is_gone, r.wire
    from app.pulled_entries($1, $2) as e cross join lateral app.rows_of(e.kind, e.ids, e.gone) as r
$$;

-- Removes entries that were gone before audit entries of that age; whoever's cursor is older than what was removed pulls in full.
create or replace function worker.purge_feed(older_than interval default '90 days') returns bigint
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    horizon xid8 := (select e.row_xid from app.audit_entries as e where e.at < app.now() - older_than order by e.id desc limit 1);
    highest_removed xid8;
    removed bigint;
begin
    with purged as (
        delete from app.feed as f
        where f.gone and f.row_xid <= horizon and f.row_xid < pg_snapshot_xmin(pg_current_snapshot())
        returning f.row_xid)
    select count(*), max(p.row_xid) into removed, highest_removed from purged as p;
    update app.feed_purges as p set highest = highest_removed where highest_removed > p.highest;
    return removed;
end
$$;
