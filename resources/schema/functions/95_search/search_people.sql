-- MEM-9: the search for people over the whole platform, for whoever may add some somewhere. An active person of any tenant that works is found by a part
-- of their name, phone, e-mail or MIS account.

-- Who may search: whoever may add people to something of their own tenant, and the platform team. Administering a space of another tenant as an
-- outsider opens nobody's platform (EXT-2).
create or replace function app.may_search_people(actor app.actor) returns boolean
language sql stable as $$
    select (actor).is_system_administrator or exists (select from app.tenants_open_to((actor).user_id)) or exists (
        select from app.circle_of((actor).user_id) as c
        join app.grants as g on g.tenant_id = c.tenant_id and g.role >= 'administrator' and (g.expires_at is null or g.expires_at > app.now())
        where g.user_id = (actor).user_id or g.organization_id = any (c.organizations) or g.group_id = any (c.groups))
$$;

-- Counts the searches of ten minutes. Every `alarming`th is an event for the security page (OPM-7), one more than `most` is refused. Whoever rolls back
-- what this writes is found by the lines of the log, one for each search, which nothing undoes.
drop function if exists app.count_search(app.actor);
create or replace function app.count_search(actor app.actor, alarming integer, most integer) returns void
language plpgsql as $$
declare
    counted integer;
begin
    insert into app.search_counts as c values ((actor).user_id, app.now(), 1)
    on conflict (user_id) do update
        set since = case when c.since < app.now() - interval '10 minutes' then app.now() else c.since end,
            searches = case when c.since < app.now() - interval '10 minutes' then 1 else c.searches + 1 end
    returning c.searches into counted;
    if counted % alarming = 0 then
        perform app.log_line('security_event', jsonb_build_object('event', 'mass_search', 'actor', (actor).user_id, 'searches', counted));
    end if;
    if counted > most then
        perform app.refuse('search.too_many', '', jsonb_build_object('minutes', 10));
    end if;
end
$$;

-- Everything but what stands between the two places (1 = the first character) and what is not of the class, as stars.
create or replace function app.masked(value text, class text, shown_from integer, shown_to integer) returns text
language sql immutable strict as $$
    select string_agg(case when i between shown_from and shown_to or substr(value, i, 1) !~ class then substr(value, i, 1) else '*' end, '' order by i)
    from generate_series(1, length(value)) as i
$$;

create or replace function app.masked_email(email text, wanted text) returns text
language sql immutable strict as $$
    select app.masked(email, '[^@.]', nullif(place, 0), place + length(wanted) - 1) from (select coalesce(strpos(app.normalise(email), wanted), 0)) as f (place)
$$;

-- The digits that match, wherever blanks stand between them.
create or replace function app.masked_phone(phone text, wanted text) returns text
language sql immutable strict as $$
    select app.masked(phone, '[0-9]', places[place], places[place + length(wanted) - 1])
    from (select array_agg(i order by i) as places from generate_series(1, length(phone)) as i where substr(phone, i, 1) ~ '[0-9]') as p,
         (select nullif(strpos(app.phone_digits(phone), nullif(wanted, '')), 0)) as f (place)
$$;

-- How many per cent of a table are about as many rows, for a sample spread over its blocks. null: it is so small that none is needed.
create or replace function app.sample_percent(relation regclass, wanted integer) returns real
language sql stable as $$
    select (100.0 * wanted / c.reltuples)::real from pg_class as c where c.oid = relation and c.reltuples > 2 * wanted
$$;

-- Active people of tenants that work with the text in their name; where they are very many, some. A text that one in fifty has is looked for in
-- a sample, because the index gives all rows before the first (1M people: 0.3 s). The planner believes strpos to be cheap and selective,
-- and would read everybody otherwise.
create or replace function app.people_named(wanted text) returns setof uuid
language plpgsql stable set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
    pairs integer[] := app.search_pairs(wanted);
    percent real := app.sample_percent('app.users', 2000);
    seen integer := 0;
    hits integer := 0;
begin
    if percent is not null then
        select count(*), count(*) filter (where strpos(app.normalise(u.name), wanted) > 0) into seen, hits from app.users as u tablesample system (percent) repeatable (1);
    end if;
    if hits > seen / 50 then
        return query
            select u.id from app.users as u tablesample system (least(100, percent * 900 / hits)) repeatable (1) join app.tenants as t on t.id = u.tenant_id and app.works(t)
            where strpos(app.normalise(u.name), wanted) > 0 and u.status = 'active' limit 300;
    else
        return query
            select u.id from app.users as u join app.tenants as t on t.id = u.tenant_id and app.works(t)
            where app.search_pairs(u.name) @> pairs and strpos(app.normalise(u.name), wanted) > 0 and u.status = 'active' limit 300;
    end if;
end
$$;

-- The same for e-mail, MIS account and phone, and which of them hold it. digits: of what was typed, '': none; a number with blanks in it has
-- other pairs than its digits, and may stand in an e-mail as it is.
create or replace function app.people_reached(wanted text, digits text) returns table (user_id uuid, by_email boolean, by_mis boolean, by_phone boolean)
language plpgsql stable set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
    pairs integer[] := app.search_pairs(wanted);
    digit_pairs integer[] := app.search_pairs(digits);
    percent real := app.sample_percent('app.user_privates', 2000);
    seen integer := 0;
    hits integer := 0;
begin
    if percent is not null then
        select count(*), count(*) filter (where app.reaches(p.email, p.mis, p.phone, wanted, digits)) into seen, hits from app.user_privates as p tablesample system (percent) repeatable (1);
    end if;
    if hits > seen / 50 then
        return query
            select p.id, strpos(app.normalise(p.email), wanted) > 0, strpos(app.normalise(p.mis), wanted) > 0, digits <> '' and strpos(app.phone_digits(p.phone), digits) > 0
            from app.user_privates as p tablesample system (least(100, percent * 900 / hits)) repeatable (1)
            join app.users as u on u.id = p.id and u.status = 'active' join app.tenants as t on t.id = u.tenant_id and app.works(t)
            where app.reaches(p.email, p.mis, p.phone, wanted, digits) limit 300;
    else
        return query
            select p.id, strpos(app.normalise(p.email), wanted) > 0, strpos(app.normalise(p.mis), wanted) > 0, digits <> '' and strpos(app.phone_digits(p.phone), digits) > 0
            from app.user_privates as p
            join app.users as u on u.id = p.id and u.status = 'active' join app.tenants as t on t.id = u.tenant_id and app.works(t)
            where (app.private_pairs(p.email, p.phone, p.mis) @> pairs or digits not in ('', wanted) and app.private_pairs(p.email, p.phone, p.mis) @> digit_pairs)
              and app.reaches(p.email, p.mis, p.phone, wanted, digits) limit 300;
    end if;
end
$$;

create or replace function app.reaches(email text, mis text, phone text, wanted text, digits text) returns boolean
language sql immutable as $$
    select coalesce(strpos(app.normalise(email), wanted) > 0, false) or coalesce(strpos(app.normalise(mis), wanted) > 0, false)
        or (digits <> '' and coalesce(strpos(app.phone_digits(phone), digits) > 0, false))
$$;

create or replace function app.find_people(wanted text, digits text) returns table (user_id uuid, matched text[])
language sql stable as $$
    select f.id, array_agg(f.field order by f.field)
    from (select n as id, 'name' as field from app.people_named(wanted) as n
          union all
          select r.user_id, v.field from app.people_reached(wanted, digits) as r
          cross join lateral (values ('email', r.by_email), ('mis', r.by_mis), ('phone', r.by_phone)) as v (field, found) where v.found) as f
    group by f.id
$$;

-- What is shown of the hits, the best fifty: {id, name, avatar, staff, mis, phone, email, same_tenant, matched}.
create or replace function app.show_people(actor app.actor, wanted text, digits text) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'avatar', s.avatar, 'staff', s.staff, 'mis', s.mis,
               'phone', case when s.shown then s.phone else coalesce(app.masked_phone(s.phone, digits), app.masked(s.phone, '[0-9]', 0, 0)) end,
               'email', case when s.shown then s.email else coalesce(app.masked_email(s.email, wanted), app.masked(s.email, '[^@.]', 0, 0)) end,
               'same_tenant', s.own, 'matched', s.matched) order by s.place), '[]')
    from (
        select u.id, u.name, u.avatar, u.staff, p.mis, p.phone, p.email, f.matched, u.tenant_id = (actor).tenant_id as own,
               u.tenant_id = (actor).tenant_id
               or not coalesce((select (s.value #>> '{}')::boolean from app.settings as s where s.tenant_id is null and s.key = 'mask_contacts_of_other_tenants'), true) as shown,
               row_number() over (order by app.normalise(u.name) <> wanted, u.tenant_id <> (actor).tenant_id, strpos(app.normalise(u.name), wanted) <> 1, u.name, u.id) as place
        from app.find_people(wanted, digits) as f join app.users as u on u.id = f.user_id join app.user_privates as p on p.id = u.id) as s
    where s.place <= 51
$$;

create or replace function api.search_people(arguments jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
    wanted text := app.normalise(btrim(coalesce(arguments ->> 'text', '')));
    hits jsonb;
begin
    if not app.may_search_people(actor) then
        perform app.log_line('refused_access', jsonb_build_object('actor', actor.user_id, 'function', 'search_people'));
        perform app.refuse('search.not_allowed');
    elsif length(wanted) < 2 then
        perform app.refuse('search.too_short', 'text', jsonb_build_object('min', 2));
    elsif length(wanted) > 100 then
        perform app.refuse('rule.too_long', 'text', jsonb_build_object('max', 100, 'length', length(wanted)));
    end if;
    perform app.count_search(actor, 200, 1000);
    -- A phone number is looked for by its digits, however somebody groups them; of one digit and some blanks nothing is known.
    hits := app.show_people(actor, wanted, case when wanted ~ '^[0-9 ()+-]+$' and length(app.phone_digits(wanted)) >= 2 then app.phone_digits(wanted) else '' end);
    perform app.log_line('search_people', jsonb_build_object('actor', actor.user_id, 'length', length(wanted), 'rows', least(jsonb_array_length(hits), 50)));
    return jsonb_build_object('people', coalesce(jsonb_path_query_array(hits, '$[0 to 49]'), '[]'), 'more', jsonb_array_length(hits) > 50);
end
$$;
