-- Reading history (PRM-6, README.md "History"): in one REPEATABLE READ READ ONLY transaction, all of it by who holds tenant(T), everybody else
-- what they see (seen.sql). A version's place in time
-- is the moment when the worker sealed the entries that made and ended it: all that was sealed at once came at once. What isn't sealed yet has
-- no place, and what began and ended at one moment never was.

drop function if exists app.history_line(app.history, timestamptz, timestamptz);
drop function if exists app.history_row(app.history);
drop function if exists app.make_history_line();
drop function if exists app.history_defaults(jsonb);

-- A column of the wire, from what history kept of it: the text that wire_row would make of the table's column, empty where nothing was kept. One
-- expression, so that the planner sees through history_row: with a record in between, of the table or of the version, it takes ten times as long.
create or replace function app.history_column(kind jsonb, col jsonb) returns text
language plpgsql stable as $$
declare
    kept text;
    expression text := col ->> 'sql';
begin
    for kept in select jsonb_array_elements_text(kind -> 'history') loop
        expression := regexp_replace(coalesce(expression, col ->> 'name'), format('\m%s\M', kept), format('(content ->> %L)', kept), 'g');
    end loop;
    if not col ? 'sql' and not kind -> 'history' ? (col ->> 'name') then
        return case col ->> 'type' when 'integer' then '0' when 'boolean' then $q$'f'$q$ when 'time' then '0' when 'text_array' then $q$'"{}"'$q$
                                   when 'json' then $q$'"{}"'$q$ when 'text' then $q$'""'$q$ else $q$''$q$ end;
    end if;
    return case col ->> 'type' when 'boolean' then format('left(%s, 1)', expression)
                               when 'time' then format('(extract(epoch from %s::timestamptz) * 1000000)::bigint', expression)
                               when 'text' then format($q$'"' || replace(replace(%s, E'\\', E'\\\\'), '"', '""') || '"'$q$, expression)
                               else expression end;
end
$$;

-- The row as it travels (app.wire_row).
create or replace function app.make_history_row() returns void
language plpgsql as $$
begin
    execute format('create or replace function app.history_row(kind smallint, content jsonb) returns text language sql stable as $body$ select case $1 %s end $body$',
        (select string_agg(format(E'\n    when %s then concat(''('', %s, '')'')', k ->> 'number',
                    (select string_agg(app.history_column(k, c), ', '','', ' order by position)
                     from jsonb_array_elements(k -> 'columns') with ordinality as columns (c, position))), '')
         from app.synced_kinds() as k where k ? 'history'));
end
$$;

select app.make_history_row();

-- The version as it travels: when it began and ended (µs, empty: still so), its kind, and the row as in the feed.
create or replace function app.history_line(kind smallint, content jsonb, began timestamptz, ended timestamptz) returns text
language sql stable as $$
    select concat(app.micros(began), ',', app.micros(ended), ',', kind, ',', app.history_row(kind, content))
$$;

-- Who reads the history of which tenant; refuses whoever doesn't hold tenant(T).
create or replace function app.history_reader(tenant uuid) returns uuid
language plpgsql stable as $$
declare
    actor uuid := app.reader();
begin
    if tenant is null or not app.holds_scope(actor, 4::smallint, tenant) then
        perform app.log_line('refused_access', jsonb_build_object('actor', actor, 'history', tenant));
        raise exception using errcode = 'TY403', message = 'pull.scope_not_held';
    end if;
    return actor;
end
$$;

-- Who reads what they see in their own tenant and beyond, without holding it; logged, for there is one read.
create or replace function app.history_part_reader(tenant uuid) returns uuid
language plpgsql stable as $$
declare
    actor uuid := app.reader();
begin
    if not exists (select from app.users as u where u.id = actor and u.tenant_id = tenant) then
        return app.history_reader(tenant);
    end if;
    perform app.log_line('read_history', jsonb_build_object('actor', actor, 'tenant', tenant, 'part', true));
    return actor;
end
$$;

-- The versions that concern a tenant: its own, and those of people from outside who are in its list (EXT-1), whose cards it sees.
create or replace function app.history_outsiders(tenant uuid) returns setof app.history
language sql stable as $$
    select h from app.outsiders as o join app.history as h on h.kind = 2 and h.id = o.user_id
    where o.tenant_id = tenant and h.tenant_id <> tenant
$$;

-- The snapshot of a read before (history_begin_part), null where it is no use any more.
create or replace function app.history_snapshot(generation text) returns pg_snapshot
language sql stable as $$
    select app.cursor_snapshot(split_part(generation, ' ', 2))
$$;

-- Where to begin, for whoever sees a part: as below, with the tenants that it reaches into and the digest of their scopes. The generation holds that
-- digest and the snapshot of this read. What they see of rows that lie in their scopes changes with those scopes, or with what is sealed; cards may also
-- come and leave: if one left, or other scopes are held, all of it is read again.
create or replace function app.history_begin_part(actor uuid, since bigint, generation text) returns jsonb
language sql stable as $$
    select jsonb_build_object('part', true, 'from', f.began, 'up_to', h.newest, 'generation', concat(d.digest, ' ', app.cursor_prefix(), pg_current_snapshot()),
               'tenants', p.tenants, 'scopes', d.digest,
               'whole', since is null or split_part(generation, ' ', 1) is distinct from d.digest or k.known is null
                        or (select count(*) from (select from app.audit_entries as e where e.sealed_at > app.from_micros(since) limit 20001) as e) > 20000
                        or exists (select from app.history_moved(actor, k.known) as m where m.gone))
    from (select coalesce(jsonb_agg(distinct s.tenant_id), '[]') as tenants, array_agg(distinct s.tenant_id) as ids from app.history_scopes(actor) as s) as p
    cross join app.scopes_digest(actor) as d (digest)
    cross join app.history_snapshot(generation) as k (known)
    cross join lateral (select app.micros(coalesce(min(e.sealed_at), 'epoch')) as began
                        from app.history as v join app.audit_entries as e on e.id = v.from_entry where v.kind = 1 and v.id = any (p.ids)) as f
    cross join (select app.micros(coalesce(max(a.sealed_at), 'epoch')) as newest from app.audit_heads as a) as h
$$;

-- Where to begin: {"from": µs of the oldest version, "up_to": µs of the newest seal, "generation", "whole": bool}. Whole: what was read before
-- (up to `since`, of that generation) is no use, or so much has come since that reading everything costs less.
create or replace function api.history_begin(tenant uuid, since bigint, generation text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'
set lock_timeout = '5s'
as $$
declare
    actor uuid := app.reader();
    present text := (select i.generation::text from app.installation as i);
    entries bigint;
    whole boolean;
begin
    if not app.holds_scope(actor, 4::smallint, tenant) and tenant = (select u.tenant_id from app.users as u where u.id = actor) then
        return app.history_begin_part(actor, since, generation);
    end if;
    perform app.history_reader(tenant);
    select count(*) into entries from (select from app.audit_entries as e where e.sealed_at > app.from_micros(since) limit 20001) as e;
    whole := since is null or generation is distinct from present or entries > 20000;
    perform app.log_line('read_history', jsonb_build_object('actor', actor, 'tenant', tenant, 'whole', whole));
    return jsonb_build_object(
        'from', (select app.micros(coalesce(min(e.sealed_at), 'epoch')) from app.history as h join app.audit_entries as e on e.id = h.from_entry
                 where h.kind = 1 and h.id = tenant),
        'up_to', (select app.micros(coalesce(max(h.sealed_at), 'epoch')) from app.audit_heads as h),
        'generation', present, 'whole', whole);
end
$$;

-- One page of all of it, after this version (nulls: the first): {"next": place or null}, and its lines with a line feed between them. People from
-- outside come with the first.
create or replace function api.history_page(tenant uuid, after_kind smallint, after_id uuid, after_entry bigint)
returns table (next_kind smallint, next_id uuid, next_entry bigint, lines text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'
set lock_timeout = '5s'
as $$
declare
    page_size constant integer := 5000;
    actor uuid := app.history_reader(tenant);
begin
    select (array_agg(q.kind))[page_size], (array_agg(q.id))[page_size], (array_agg(q.from_entry))[page_size], string_agg(q.line, E'\n')
        into next_kind, next_id, next_entry, lines
    from (select h.kind, h.id, h.from_entry, case when b.sealed_at is distinct from e.sealed_at then app.history_line(h.kind, h.row, b.sealed_at, e.sealed_at) end as line
          from (select h.* from app.history as h
                where h.tenant_id = tenant and (h.kind, h.id, h.from_entry) > (coalesce(after_kind, 0::smallint), coalesce(after_id, '00000000-0000-0000-0000-000000000000'), coalesce(after_entry, 0))
                order by h.kind, h.id, h.from_entry limit page_size) as h
          left join app.audit_entries as b on b.id = h.from_entry
          left join app.audit_entries as e on e.id = h.to_entry
          order by h.kind, h.id, h.from_entry) as q;
    if after_kind is null then
        lines := concat_ws(E'\n', lines, (
            select string_agg(app.history_line(h.kind, h.row, b.sealed_at, e.sealed_at), E'\n')
            from app.history_outsiders(tenant) as h
            join app.audit_entries as b on b.id = h.from_entry and b.sealed_at is not null
            left join app.audit_entries as e on e.id = h.to_entry
            where b.sealed_at is distinct from e.sealed_at));
    end if;
    return next;
end
$$;

-- What was sealed after `since`: versions that began, and once more those that ended; at most 20,000 entries' worth (history_begin says so).
create or replace function api.history_since(tenant uuid, since bigint) returns setof text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'
set lock_timeout = '5s'
as $$
declare
    actor uuid := app.history_reader(tenant);
begin
    return query
        with entries as materialized (
            select e.id from app.audit_entries as e where e.sealed_at > app.from_micros(since) order by e.sealed_at, e.id limit 20000
        ), versions as (
            select h.* from entries as e join app.history as h on h.tenant_id = tenant and h.from_entry = e.id
            union
            select h.* from entries as e join app.history as h on h.tenant_id = tenant and h.to_entry = e.id
            union
            select h.* from app.history_outsiders(tenant) as h
        )
        select app.history_line(v.kind, v.row, b.sealed_at, e.sealed_at)
        from versions as v
        join app.audit_entries as b on b.id = v.from_entry and b.sealed_at is not null
        left join app.audit_entries as e on e.id = v.to_entry
        where b.sealed_at is distinct from e.sealed_at
        order by b.sealed_at, v.kind, v.id;
end
$$;
