-- TEN-1: whom an applicant designates as the administrator of a new tenant. People of the default system tenant see nobody else there (OPM-8), so only
-- who is named exactly, by full name or MIS account, is told, and few of them; phone and e-mail are stars, enough to tell two of one name apart.

create or replace function app.find_candidates(wanted text) returns jsonb
language plpgsql stable set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
    pairs integer[] := app.search_pairs(wanted);
begin
    return (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'avatar', c.avatar, 'staff', c.staff, 'mis', c.mis,
                   'phone', app.masked(c.phone, '[0-9]', 0, 0), 'email', app.masked(c.email, '[^@.]', 0, 0)) order by c.name, c.id), '[]')
        from (
            select u.id, u.name, u.avatar, u.staff, p.mis, p.phone, p.email
            from (select n.id from app.users as n where app.search_pairs(n.name) @> pairs and app.normalise(n.name) = wanted
                  union
                  select m.id from app.user_privates as m where app.private_pairs(m.email, m.phone, m.mis) @> pairs and app.normalise(m.mis) = wanted) as f
            join app.users as u on u.id = f.id and u.status = 'active' join app.tenants as t on t.id = u.tenant_id and t.is_default
            join app.user_privates as p on p.id = u.id
            order by u.name, u.id limit 11) as c);
end
$$;

create or replace function api.find_administrator(arguments jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
    wanted text := app.normalise(btrim(coalesce(arguments ->> 'text', '')));
    found jsonb;
begin
    if not actor.is_system_administrator and not exists (select from app.tenants as t where t.id = actor.tenant_id and t.is_default) then
        perform app.log_line('refused_access', jsonb_build_object('actor', actor.user_id, 'function', 'find_administrator'));
        perform app.refuse('search.not_applicant');
    elsif length(wanted) < 2 then
        perform app.refuse('search.too_short', 'text', jsonb_build_object('min', 2));
    elsif length(wanted) > 100 then
        perform app.refuse('rule.too_long', 'text', jsonb_build_object('max', 100, 'length', length(wanted)));
    end if;
    perform app.count_search(actor, 20, 60);
    found := app.find_candidates(wanted);
    perform app.log_line('find_administrator', jsonb_build_object('actor', actor.user_id, 'length', length(wanted), 'rows', least(jsonb_array_length(found), 10)));
    return jsonb_build_object('people', jsonb_path_query_array(found, '$[0 to 9]'), 'more', jsonb_array_length(found) > 10);
end
$$;
