-- The feed from nothing: the same reasons over whole tables. For data that were loaded with the triggers off (demo, restore). Makes a new
-- generation, so that every console pulls afresh. One kind of scope at a time, which keeps the temporary files small.
create or replace function app.rebuild_feed() returns bigint
language plpgsql set work_mem = '256MB' set maintenance_work_mem = '256MB' as $$
declare
    scope integer;
    query text;
    made bigint;
    total bigint := 0;
begin
    drop index if exists app.feed_by_change;
    drop index if exists app.feed_by_row;
    truncate app.feed;
    for scope in select (s ->> 'number')::integer from app.declarations as d cross join jsonb_array_elements(d.content -> 'scopes') as s where d.name = 'synced' order by 1
    loop
        select string_agg(part, ' union all ') into query
        from app.synced_kinds() as k cross join lateral app.reasons_query(k, 'reasons', format('app.%I', k ->> 'table'), scope) as part;
        execute format('insert into app.feed (scope_kind, scope_id, kind, id, refs) select scope_kind, scope_id, kind, id, count(*) from (%s) as q group by 1, 2, 3, 4 order by 1, 2, 3, 4', query);
        get diagnostics made = row_count;
        total := total + made;
    end loop;
    create index feed_by_change on app.feed (scope_kind, scope_id, row_xid);
    create index feed_by_row on app.feed (kind, id);
    update app.installation set generation = gen_random_uuid();
    analyze app.feed;
    return total;
end
$$;
