-- synced.json turned into SQL text. A reason is {scope, id?, kind?, row?, join?, where?}: each row of the table, known as `rows`, puts
-- row `row` (default: its own id) of kind `kind` (default: its own) into scope (`scope`, `id`); a null ID is no reason. `scope` is a number,
-- or an expression where the row itself names it. Where a table is two kinds, the second has a name of its own for its triggers (`as`).
create or replace function app.synced_kinds() returns setof jsonb
language sql stable as $$
    select kind from app.declarations as d cross join jsonb_array_elements(d.content -> 'kinds') as kind
    where d.name = 'synced' order by (kind ->> 'number')::integer
$$;

-- The reasons that rows of one table give, read from `relation`. which: 'reasons' (belong to the row) or 'moves' (of other tables' rows, which
-- rest on one of these: they come, go and move with it). scope: only those of this kind of scope; null: all.
create or replace function app.reasons_query(kind jsonb, which text, relation text, scope integer default null) returns text
language sql stable as $$
    select string_agg(format(
               'select (%s)::smallint as scope_kind, %s as scope_id, %s::smallint as kind, (%s)::uuid as id from %s as rows %s where (%s) is not null and (%s) is not null and (%s)%s',
               r ->> 'scope', coalesce('(' || (r ->> 'id') || ')::uuid', quote_literal('00000000-0000-0000-0000-000000000000') || '::uuid'),
               coalesce(r ->> 'kind', kind ->> 'number'), coalesce(r ->> 'row', 'rows.id'), relation, coalesce(r ->> 'join', ''),
               coalesce(r ->> 'id', '0'), coalesce(r ->> 'row', '0'), coalesce(r ->> 'where', 'true'),
               case when scope is not null and r ? 'scopes' then format(' and (%s) = %s', r ->> 'scope', scope) else '' end),
           E'\n        union all ')
    from jsonb_array_elements(coalesce(kind -> which, '[]')) as r
    where scope is null or (r ? 'scopes' and r -> 'scopes' @> to_jsonb(scope)) or r -> 'scope' = to_jsonb(scope)
$$;

-- The row of the wire, as an expression over the table's columns: the text of a record, put together by hand because row(…)::text takes
-- twice as long (1M grants: 1.75 s, so 0.9 s). concat() writes a null as nothing, which is a record's null; only free text needs quotes.
-- No backslash in a plain literal: standard_conforming_strings is the caller's.
create or replace function app.wire_row(kind jsonb) returns text
language sql stable as $$
    select 'concat(''('', ' || string_agg(case
               when c ->> 'type' = 'time' then format('(extract(epoch from %s) * 1000000)::bigint', expression)
               when c ->> 'type' in ('text', 'json', 'text_array') then format($q$'"' || replace(replace((%s)::text, E'\\', E'\\\\'), '"', '""') || '"'$q$, expression)
               else expression end, ', '','', ' order by position) || ', '')'')'
    from jsonb_array_elements(kind -> 'columns') with ordinality as columns (c, position)
    cross join lateral (select coalesce(c ->> 'sql', quote_ident(c ->> 'name'))) as e (expression)
$$;

-- Refuses a declaration that contradicts itself: `scopes` of a kind must be exactly those into which reasons put it.
create or replace function app.check_synced() returns void
language plpgsql stable as $$
declare
    wrong text;
begin
    select string_agg(k ->> 'name', ', ') into wrong
    from app.synced_kinds() as k
    where (select array_agg(distinct s::integer order by s::integer) from jsonb_array_elements_text(k -> 'scopes') as s)
        is distinct from
          (select array_agg(distinct s::integer order by s::integer)
           from app.synced_kinds() as giver
           cross join jsonb_array_elements(coalesce(giver -> 'reasons', '[]') || coalesce(giver -> 'moves', '[]')) as r
           cross join jsonb_array_elements_text(coalesce(r -> 'scopes', jsonb_build_array(r -> 'scope'))) as s
           where coalesce(r -> 'kind', giver -> 'number') = k -> 'number');
    if wrong is not null or not exists (select from app.synced_kinds()) then
        raise exception 'synced.json: scopes and reasons disagree for: %', coalesce(wrong, 'nothing declared');
    end if;
end
$$;
