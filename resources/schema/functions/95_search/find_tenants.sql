-- MOV-8: a tenant to join, by its exact code or by two characters or more of its name. The names are in the claims already normalised.
create or replace function app.find_tenants(wanted text) returns table (id uuid, name text, code text)
language sql stable as $$
    select t.id, t.name, t.code
    from (select c.holder from app.claims as c where c.kind = 'tenant_code' and c.value = wanted
          union
          select c.holder from app.claims as c where c.kind = 'tenant_name' and strpos(c.value, wanted) > 0) as found
    join app.tenants as t on t.id = found.holder and t.state = 'active' and not t.is_default
    order by app.normalise(t.code) <> wanted, strpos(app.normalise(t.name), wanted) <> 1, t.name, t.id
    limit 51
$$;

create or replace function api.find_tenants(arguments jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
    wanted text := app.normalise(btrim(coalesce(arguments ->> 'text', '')));
    hits jsonb;
begin
    if length(wanted) < 2 then
        perform app.refuse('search.too_short', 'text', jsonb_build_object('min', 2));
    elsif length(wanted) > 100 then
        perform app.refuse('rule.too_long', 'text', jsonb_build_object('max', 100, 'length', length(wanted)));
    end if;
    perform app.count_search(actor, 200, 1000);
    hits := (select coalesce(jsonb_agg(to_jsonb(f)), '[]') from app.find_tenants(wanted) as f);
    perform app.log_line('find_tenants', jsonb_build_object('actor', actor.user_id, 'length', length(wanted), 'rows', least(jsonb_array_length(hits), 50)));
    return jsonb_build_object('tenants', coalesce(jsonb_path_query_array(hits, '$[0 to 49]'), '[]'), 'more', jsonb_array_length(hits) > 50);
end
$$;
