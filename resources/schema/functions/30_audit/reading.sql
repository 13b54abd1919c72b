-- AUD-2: what an administrator reads of the audit: the tenant's administrator the tenant's chain, system administrators the platform's.

-- The chain that the arguments name, or TY001.
create or replace function app.audit_chain_of(actor app.actor, arguments jsonb) returns uuid
language plpgsql as $$
declare
    chain uuid := case when app.is_uuid(arguments ->> 'tenant') then (arguments ->> 'tenant')::uuid end;
begin
    -- "is not true": whoever administers nothing has null there.
    if (app.administers(actor, chain) or ((actor).is_system_administrator and chain = app.default_tenant())) is not true then
        perform app.log_line('refused_access', jsonb_build_object('actor', (actor).user_id, 'what', 'audit', 'tenant', chain));
        perform app.refuse('audit.not_allowed');
    end if;
    return chain;
end
$$;

-- Every ID that stands in the text.
create or replace function app.ids_in(text text) returns uuid[]
language sql immutable as $$
    select array(select distinct m[1]::uuid from regexp_matches(text, '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})', 'g') as m)
$$;

-- The name of what is there no more, as the chain's newest entry about it has it.
create or replace function app.former_name(chain uuid, thing uuid) returns text
language sql stable as $$
    select coalesce(d.detail -> 'after' ->> 'name', d.detail -> 'before' ->> 'name')
    from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id
    where e.object_id = thing and e.tenant_id = chain and coalesce(d.detail -> 'after' ->> 'name', d.detail -> 'before' ->> 'name') is not null
    order by e.id desc limit 1
$$;

-- Whether a chain's reader may know who this is: whoever belongs to the tenant, did, comes from outside, applied to it or is invited to it.
create or replace function app.is_known_to(chain uuid, person app.users) returns boolean
language sql stable as $$
    select person.tenant_id = chain
        or exists (select from app.outsiders as o where o.tenant_id = chain and o.user_id = person.id)
        or exists (select from app.moves as m where m.user_id = person.id and chain in (m.from_tenant, m.to_tenant))
        or exists (select from app.invitations as i where i.tenant_id = chain and i.user_id = person.id)
        or exists (select from app.import_changes as c where c.tenant_id = chain and c.user_id = person.id)
        or exists (select from app.applications as a where a.applicant_id = person.id and a.tenant_id = chain)
$$;

-- {id: name} of those that have one: of what lies in the chain's tenant, of tenants, and of people whom its reader may know. What stands in an entry can be
-- anything that somebody wrote there (a reason, a client's name), so that an ID alone opens nothing (SEC-2). known: people whom the server itself wrote
-- there. everything: of whoever reads for the platform.
drop function if exists app.audit_names(uuid, uuid[]);
create or replace function app.audit_names(chain uuid, ids uuid[], known uuid[], everything boolean) returns jsonb
language sql stable as $$
    with wanted as (select distinct i.id from unnest(ids) as i (id)),
    found as (
        select w.id, coalesce(
            (select u.name from app.users as u where u.id = w.id and (everything or u.id = any (known) or app.is_known_to(chain, u))),
            (select o.name from app.organizations as o where o.id = w.id and o.tenant_id = chain),
            (select s.name from app.spaces as s where s.id = w.id and s.tenant_id = chain),
            (select r.name from app.resources as r where r.id = w.id and r.tenant_id = chain),
            (select g.name from app.role_groups as g where g.id = w.id and g.tenant_id = chain),
            (select t.name from app.tenants as t where t.id = w.id),
            (select p.name_en from app.plans as p where p.id = w.id),
            (select coalesce(a.form ->> 'name', a.form ->> 'tenant_name') from app.applications as a where a.id = w.id and (everything or a.tenant_id = chain)),
            app.former_name(chain, w.id)) as name
        from wanted as w
    )
    select coalesce(jsonb_object_agg(f.id, f.name), '{}') from found as f where f.name is not null
$$;

-- The people whom these rows name in a field that the server wrote.
create or replace function app.people_in(rows jsonb, field text) returns uuid[]
language sql immutable as $$
    select array(select distinct (r ->> field)::uuid from jsonb_array_elements(rows) as r where r ->> field is not null)
$$;

-- People by a part of their name, null: no part was given. By the index; the planner believes strpos to be selective and would read everybody.
create or replace function app.people_by_name(part text) returns uuid[]
language plpgsql stable set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
    wanted text := app.normalise(part);
    pairs integer[] := app.search_pairs(wanted);
begin
    if coalesce(part, '') = '' then
        return null;
    end if;
    return array(select u.id from app.users as u where app.search_pairs(u.name) @> pairs and strpos(app.normalise(u.name), wanted) > 0);
end
$$;

-- Objects by a part of their name: people whom the reader may know (all, where they read everything), what lies in the chain's tenant, and what its entries
-- call so, also if it is gone. null: no part was given.
drop function if exists app.audit_objects(uuid, text);
create or replace function app.audit_objects(chain uuid, part text, everything boolean) returns uuid[]
language plpgsql stable set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
declare
    wanted text := app.normalise(part);
    pairs integer[] := app.search_pairs(wanted);
begin
    if coalesce(part, '') = '' then
        return null;
    end if;
    return array(
        select u.id from unnest(app.people_by_name(part)) as p (id) join app.users as u on u.id = p.id where everything or app.is_known_to(chain, u)
        union select n.id from (
            select o.id, o.name from app.organizations as o where o.tenant_id = chain
            union all select s.id, s.name from app.spaces as s where s.tenant_id = chain
            union all select r.id, r.name from app.resources as r where r.tenant_id = chain
            union all select g.id, g.name from app.role_groups as g where g.tenant_id = chain
            union all select t.id, t.name from app.tenants as t
        ) as n (id, name) where strpos(app.normalise(n.name), wanted) > 0
        union select e.object_id from app.audit_details as d join app.audit_entries as e on e.id = d.entry_id
        where app.search_pairs(app.detail_name(d.detail)) @> pairs and strpos(app.normalise(app.detail_name(d.detail)), wanted) > 0
            and e.tenant_id = chain and e.object_id is not null);
end
$$;

-- What the names in the arguments {actor?, object?} stand for; null: any. imports: entries about many people, one of whom is such an object.
drop function if exists app.audit_wanted(uuid, jsonb);
create or replace function app.audit_wanted(chain uuid, arguments jsonb, everything boolean, out actors uuid[], out objects uuid[], out imports bigint[])
language plpgsql stable set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
begin
    actors := app.people_by_name(arguments ->> 'actor');
    objects := app.audit_objects(chain, arguments ->> 'object', everything);
    -- Very many are looked for in the few entries of that sort, instead of each in the index.
    if cardinality(objects) <= 500 then
        imports := array(select d.entry_id from app.audit_details as d where d.detail @? '$.*.people' and app.detail_people(d.detail) && objects);
    elsif objects is not null then
        imports := array(select distinct d.entry_id from app.audit_details as d, unnest(app.detail_people(d.detail)) as p (id)
                         where d.detail @? '$.*.people' and p.id = any (objects));
    end if;
end
$$;

-- The kinds that the chain has: each found from the one before, without reading the entries.
create or replace function app.audit_kinds(chain uuid) returns jsonb
language sql stable as $$
    with recursive kinds (kind) as (
        select (select e.kind from app.audit_entries as e where e.tenant_id = chain order by e.kind limit 1)
        union all
        select (select e.kind from app.audit_entries as e where e.tenant_id = chain and e.kind > k.kind order by e.kind limit 1) from kinds as k where k.kind is not null
    )
    select coalesce(jsonb_agg(k.kind), '[]') from kinds as k where k.kind is not null
$$;

-- What a page shows of an entry about very many people (an import): the first of them and how many there are. The chain itself holds them all.
create or replace function app.shown_people(side jsonb) returns jsonb
language sql immutable as $$
    select case when jsonb_array_length(side -> 'people') > 20
        then side || jsonb_build_object('people', jsonb_path_query_array(side -> 'people', '$[0 to 19]'), 'people_in_all', jsonb_array_length(side -> 'people'))
        else side end
$$;

create or replace function app.shown_detail(detail jsonb) returns jsonb
language sql immutable as $$
    select case when jsonb_typeof(detail -> 'after' -> 'people') = 'array' or jsonb_typeof(detail -> 'before' -> 'people') = 'array'
        then detail || jsonb_build_object('before', app.shown_people(detail -> 'before'), 'after', app.shown_people(detail -> 'after'))
        else detail end
$$;

-- Whether an entry lies in the part that the arguments name: {kind?, from?, to?} and what app.audit_wanted made of the names. It is expanded where it is
-- called, and the plan is made anew each time: so each condition finds its index.
create or replace function app.audit_fits(entry app.audit_entries, arguments jsonb, actors uuid[], objects uuid[], imports bigint[]) returns boolean
language sql stable as $$
    select (arguments ->> 'kind' is null or entry.kind = arguments ->> 'kind')
        and (arguments ->> 'from' is null or entry.at >= app.from_micros((arguments ->> 'from')::bigint))
        and (arguments ->> 'to' is null or entry.at < app.from_micros((arguments ->> 'to')::bigint))
        and (actors is null or entry.actor_id = any (actors))
        and (objects is null or entry.object_id = any (objects) or entry.id = any (imports))
$$;

-- {tenant, actor?, object? (parts of names), kind?, from?, to? (µs), before? (entry), limit?} → {"entries": the newest first [{id, seal_number, at, actor_id, kind,
-- object_kind, object_id, detail (null: erased)}], "more", "names", "sealed_up_to", "head": {seal_number, chain_hash}, "kinds": of the whole chain}.
create or replace function api.audit_page(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    actor app.actor := app.require_actor();
    chain uuid := app.audit_chain_of(actor, arguments);
    most integer := least(coalesce((arguments ->> 'limit')::integer, 100), 500);
    wanted record := app.audit_wanted(chain, arguments, (actor).is_system_administrator);
    head app.audit_heads;
    entries jsonb;
begin
    select coalesce(jsonb_agg(p.entry order by p.id desc), '[]') into entries from (
        select e.id, jsonb_build_object('id', e.id, 'seal_number', e.seal_number, 'at', app.micros(e.at), 'actor_id', e.actor_id, 'kind', e.kind,
            'object_kind', e.object_kind, 'object_id', e.object_id, 'detail', app.shown_detail(d.detail)) as entry
        from app.audit_entries as e left join app.audit_details as d on d.entry_id = e.id
        where e.tenant_id = chain
            and (arguments ->> 'before' is null or e.id < (arguments ->> 'before')::bigint)
            and app.audit_fits(e, arguments, wanted.actors, wanted.objects, wanted.imports)
        order by e.id desc limit most + 1
    ) as p;
    select * into head from app.audit_heads as h where h.tenant_id = chain;
    perform app.log_line('read_audit', jsonb_build_object('actor', (actor).user_id, 'tenant', chain, 'rows', least(jsonb_array_length(entries), most)));
    return jsonb_build_object('more', jsonb_array_length(entries) > most, 'entries', case when jsonb_array_length(entries) > most then entries - most else entries end,
        'names', app.audit_names(chain, app.ids_in(entries::text), app.people_in(entries, 'actor_id'), (actor).is_system_administrator), 'sealed_up_to', app.micros(head.sealed_at),
        'head', case when head.tenant_id is not null then jsonb_build_object('seal_number', head.seal_number, 'chain_hash', encode(head.chain_hash, 'hex')) end,
        'kinds', case when arguments ->> 'before' is null then app.audit_kinds(chain) end);
end
$$;

drop function if exists app.audit_fits(app.audit_entries, jsonb, uuid[]);
drop function if exists app.audit_objects_of(uuid, jsonb);

-- The chain itself, from a link on: {tenant, after? (seal number, default 0), limit?, details?, filter? (details of what fits alone: the rest of the chain proves them)} → {"before": the link's hash ('' at 0, null: there is none), "links": [{"link": what it
-- covers, "chain": its hash, "salt", "detail" (texts, null: erased; only where asked for)}], "head", "names"}.
create or replace function api.audit_chain(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    actor app.actor := app.require_actor();
    chain uuid := app.audit_chain_of(actor, arguments);
    since bigint := coalesce((arguments ->> 'after')::bigint, 0);
    wanted boolean := coalesce((arguments ->> 'details')::boolean, false);
    part jsonb := coalesce(arguments -> 'filter', '{}');
    parts record := app.audit_wanted(chain, part, (actor).is_system_administrator);
    head app.audit_heads;
    links jsonb;
begin
    select coalesce(jsonb_agg(p.link order by p.seal_number), '[]') into links from (
        select e.seal_number, jsonb_build_object('link', app.link_text(e, e.seal_number, e.sealed_at), 'chain', encode(e.chain_hash, 'hex'))
            || case when wanted then jsonb_build_object('salt', encode(d.salt, 'hex'), 'detail', d.detail::text) else '{}' end as link
        from app.audit_entries as e left join app.audit_details as d on wanted and d.entry_id = e.id and app.audit_fits(e, part, parts.actors, parts.objects, parts.imports)
        where e.tenant_id = chain and e.seal_number > since order by e.seal_number limit least(coalesce((arguments ->> 'limit')::integer, 500), 2000)
    ) as p;
    select * into head from app.audit_heads as h where h.tenant_id = chain;
    perform app.log_line(case when wanted then 'export_audit' else 'verify_audit' end,
                         jsonb_build_object('actor', (actor).user_id, 'tenant', chain, 'after', since, 'rows', jsonb_array_length(links)));
    return jsonb_build_object('links', links,
        'before', case when since = 0 then '' else (select encode(e.chain_hash, 'hex') from app.audit_entries as e where e.tenant_id = chain and e.seal_number = since) end,
        'head', jsonb_build_object('seal_number', coalesce(head.seal_number, 0), 'chain_hash', coalesce(encode(head.chain_hash, 'hex'), '')),
        'names', case when wanted then app.audit_names(chain,
            app.ids_in((select coalesce(string_agg(l::text, ''), '') from jsonb_array_elements(links) as l where l ->> 'detail' is not null)),
            array(select distinct e.actor_id from app.audit_entries as e
                  where e.tenant_id = chain and e.seal_number > since and e.seal_number <= since + jsonb_array_length(links) and e.actor_id is not null),
            (actor).is_system_administrator) end);
end
$$;
