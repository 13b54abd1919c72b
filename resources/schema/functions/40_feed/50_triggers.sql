-- The feed follows its tables: statement-level triggers apply the net difference of the reasons that a statement's rows gave before and
-- give after. An entry whose last reason goes is kept as gone; row_xid moves when a row comes, goes or changes what travels.

-- Marks every entry of these rows as changed. In the order of the key, so that two of these don't wait for each other crosswise.
create or replace function app.feed_touch(touched_kind smallint, ids uuid[]) returns void
language sql volatile as $$
    update app.feed as f set row_xid = pg_current_xact_id()
    from (select e.scope_kind, e.scope_id, e.kind, e.id
          from app.feed as e
          where e.kind = touched_kind and e.id = any (ids) and not e.gone and e.row_xid <> pg_current_xact_id()
          order by e.scope_kind, e.scope_id, e.kind, e.id
          for no key update) as held
    where (f.scope_kind, f.scope_id, f.kind, f.id) = (held.scope_kind, held.scope_id, held.kind, held.id)
$$;

-- A row that was put into a scope by another table's row is held against change until this transaction ends. Otherwise somebody who changes
-- it at the same time doesn't see the new entry, can't mark it, and whoever pulled in between never gets the change.
create or replace function app.make_feed_hold() returns void
language plpgsql as $$
declare
    body text;
begin
    select string_agg(format(
               E'    if %s = any (kinds) then\n        perform from app.%I where id in (select u.id from unnest(kinds, ids) as u (kind, id) where u.kind = %s) order by id for share;\n    end if;',
               k ->> 'number', k ->> 'table', k ->> 'number'), E'\n')
        into body from app.synced_kinds() as k;
    execute format($sql$
create or replace function app.feed_hold(kinds smallint[], ids uuid[]) returns void
language plpgsql volatile as $body$
begin
%s
end
$body$ $sql$, body);
end
$$;

-- Applies counted differences: the statement that the three triggers of a table share.
create or replace function app.feed_apply_text(kind jsonb, differences text) returns text
language sql immutable strict as $$
    select format($text$
    with changed as (
        insert into app.feed as f (scope_kind, scope_id, kind, id, refs, gone)
        select d.scope_kind, d.scope_id, d.kind, d.id, sum(d.n), sum(d.n) <= 0
        from (%s) as d
        group by d.scope_kind, d.scope_id, d.kind, d.id having sum(d.n) <> 0
        order by d.scope_kind, d.scope_id, d.kind, d.id
        on conflict (scope_kind, scope_id, kind, id) do update
            set refs = f.refs + excluded.refs,
                gone = f.refs + excluded.refs <= 0,
                row_xid = case when f.gone = (f.refs + excluded.refs <= 0) then f.row_xid else pg_current_xact_id() end
        returning f.kind, f.id, f.gone, f.row_xid
    )
    select array_agg(s.kind), array_agg(s.id) into shown_kinds, shown_ids
    from (select distinct c.kind, c.id from changed as c where c.kind <> %s and not c.gone and c.row_xid = pg_current_xact_id()) as s;
    if shown_ids is not null then
        perform app.feed_hold(shown_kinds, shown_ids);
    end if;$text$, differences, kind ->> 'number')
$$;

create or replace function app.make_feed_trigger(kind jsonb, event text, declared text, body text) returns void
language plpgsql as $$
declare
    function_name text := format('feed_%s_%s%s', kind ->> 'table', event, '_' || (kind ->> 'as'));
begin
    execute format($sql$
create or replace function app.%I() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $body$
declare
    shown_kinds smallint[];
    shown_ids uuid[];
begin
%s
    return null;
end
$body$ $sql$, function_name, body);
    execute format('create or replace trigger %I after %s on app.%I %s for each statement execute function app.%I()', concat_ws('_', 'feed', event, kind ->> 'as'), event, kind ->> 'table', declared, function_name);
end
$$;

-- What a query of reasons counts for; null where there is none (format() would make an empty text of it).
create or replace function app.counted(n integer, query text) returns text
language sql immutable strict as $$
    select format('select q.scope_kind, q.scope_id, q.kind, q.id, %s as n from (%s) as q', n, query) where query <> ''
$$;

-- What the rows of `relation` put into scopes: themselves, and what rests on them.
create or replace function app.given_by(kind jsonb, relation text) returns text
language sql stable as $$
    select concat_ws(E'\n        union all ', app.reasons_query(kind, 'reasons', relation), app.reasons_query(kind, 'moves', relation))
$$;

-- Locks what these rows' reasons rest on, before they are counted; empty: nothing.
create or replace function app.hold_text(kind jsonb, relation text) returns text
language sql immutable as $$
    select case when kind ? 'holds' then format(E'    perform from (%s) as held;', replace(kind ->> 'holds', 'from rows', 'from ' || relation)) else '' end
$$;

create or replace function app.make_feed_triggers(kind jsonb) returns void
language plpgsql as $$
declare
    after text := app.counted(1, app.given_by(kind, 'new_rows'));
    before text := app.counted(-1, app.given_by(kind, 'old_rows'));
    touch_late constant text := format(E'\n    perform app.feed_touch(%s::smallint, (select array_agg(id) from %%s));', kind ->> 'number');
begin
    perform app.make_feed_trigger(kind, 'insert', 'referencing new table as new_rows',
        app.hold_text(kind, 'new_rows') || coalesce(app.feed_apply_text(kind, after), '')
             || case when kind ? 'late' then format(touch_late, 'new_rows') else '' end);
    perform app.make_feed_trigger(kind, 'delete', 'referencing old table as old_rows',
        app.hold_text(kind, 'old_rows') || coalesce(app.feed_apply_text(kind, before), '')
             || case when kind ? 'late' then format(touch_late, 'old_rows') else '' end);
    perform app.make_feed_trigger(kind, 'update', 'referencing old table as old_rows new table as new_rows',
        app.hold_text(kind, 'new_rows')
             || coalesce(app.feed_apply_text(kind, nullif(concat_ws(E'\n        union all ', after, before), '')), '')
             || format(E'\n    perform app.feed_touch(%s::smallint, (select array_agg(n.id) from (select id, %s as wire from new_rows) as n join (select id, %s as wire from old_rows) as o using (id) where n.wire <> o.wire));',
                       kind ->> 'number', app.wire_row(kind), app.wire_row(kind)));
end
$$;
