-- Versions of what the resolver needs (PRM-6), each from one audit entry to another: the first entry of the transaction that made or
-- ended it. A row that changes twice in a transaction leaves one version.
create or replace function app.history_versions(kind jsonb, relation text) returns text
language sql stable as $$
    select format('select id, %s as tenant_id, jsonb_build_object(%s) as content from %s', coalesce(kind ->> 'history_tenant', 'tenant_id'),
                  string_agg(format('%L, %I', c, c), ', '), relation)
    from jsonb_array_elements_text(kind -> 'history') as c
$$;

-- Ends the open versions of these rows; those that this very transaction began vanish.
create or replace function app.history_end(ended_kind smallint, ids uuid[], entry bigint) returns void
language sql volatile as $$
    delete from app.history as h where h.kind = ended_kind and h.id = any (ids) and h.from_entry = entry;
    update app.history as h set to_entry = entry where h.kind = ended_kind and h.id = any (ids) and h.to_entry is null;
$$;

create or replace function app.make_history_trigger(kind jsonb, event text, declared text, changed text) returns void
language plpgsql as $$
declare
    function_name text := format('history_%s_%s', kind ->> 'table', event);
begin
    execute format($sql$
create or replace function app.%I() returns trigger
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $body$
declare
    entry bigint;
    ids uuid[];
begin
    ids := (select array_agg(c.id) from (%s) as c);
    if ids is not null then
        entry := app.current_entry();
        perform app.history_end(%s::smallint, ids, entry);
        %s
    end if;
    return null;
end
$body$ $sql$, function_name, changed, kind ->> 'number',
        case when event <> 'delete' then format('insert into app.history (kind, id, from_entry, tenant_id, row) select %s, v.id, entry, v.tenant_id, v.content from (%s) as v where v.id = any (ids);',
                                                kind ->> 'number', app.history_versions(kind, 'new_rows')) else '' end);
    execute format('create or replace trigger history_%s after %s on app.%I %s for each statement execute function app.%I()', event, event, kind ->> 'table', declared, function_name);
end
$$;

create or replace function app.install_history() returns void
language plpgsql as $$
declare
    kind jsonb;
begin
    for kind in select k from app.synced_kinds() as k where k ? 'history'
    loop
        perform app.make_history_trigger(kind, 'insert', 'referencing new table as new_rows', 'select id from new_rows');
        perform app.make_history_trigger(kind, 'delete', 'referencing old table as old_rows', 'select id from old_rows');
        perform app.make_history_trigger(kind, 'update', 'referencing old table as old_rows new table as new_rows',
            format('select n.id from (%s) as n join (%s) as o using (id) where n.content <> o.content', app.history_versions(kind, 'new_rows'), app.history_versions(kind, 'old_rows')));
    end loop;
end
$$;

-- Brings history in line with tables that were changed with the triggers off (demo, restore): versions that differ end, new ones begin.
create or replace function app.rebuild_history() returns bigint
language plpgsql as $$
declare
    kind jsonb;
    entry bigint := app.current_entry();
    made bigint;
    total bigint := 0;
begin
    for kind in select k from app.synced_kinds() as k where k ? 'history'
    loop
        execute format($sql$
            update app.history as h set to_entry = $1
            where h.kind = %s and h.to_entry is null and not exists (select from (%s) as v where v.id = h.id and v.content = h.row)
        $sql$, kind ->> 'number', app.history_versions(kind, format('app.%I', kind ->> 'table'))) using entry;
        execute format($sql$
            insert into app.history (kind, id, from_entry, tenant_id, row)
            select %1$s, v.id, $1, v.tenant_id, v.content from (%2$s) as v
            where not exists (select from app.history as h where h.kind = %1$s and h.id = v.id and h.to_entry is null)
        $sql$, kind ->> 'number', app.history_versions(kind, format('app.%I', kind ->> 'table'))) using entry;
        get diagnostics made = row_count;
        total := total + made;
    end loop;
    return total;
end
$$;

select app.install_history();
