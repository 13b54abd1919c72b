-- ROL-5, ROL-2: the platform team's list of everybody, across tenants: cards, status and roles. Contacts aren't among them.

-- What somebody is: words of the platform's and built-in roles, `leader`, and the names of their tenant's own roles.
create or replace function app.role_words(person uuid) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(w.word order by w.place, w.word), '[]')
    from (select coalesce(t.name, r.role) as word, case when t.id is null then 0 else 2 end as place
          from app.role_assignments as r left join app.tenant_roles as t on t.id = r.tenant_role_id where r.user_id = person
          union all
          select 'leader', 1 where exists (select from app.memberships as m where m.user_id = person and m.role = 'leader')) as w
$$;

-- role: system_administrator, tenant_administrator, leader, or own (any of a tenant's own).
create or replace function app.has_role_kind(person uuid, role text) returns boolean
language sql stable as $$
    select case role
        when 'leader' then exists (select from app.memberships as m where m.user_id = person and m.role = 'leader')
        when 'own' then exists (select from app.role_assignments as r where r.user_id = person and r.tenant_role_id is not null)
        else exists (select from app.role_assignments as r where r.user_id = person and r.role = has_role_kind.role) end
$$;

-- {text? (part of a name), status?, role?, before? (ID of a person), limit?} → {"rows": the newest accounts first [{id, name, staff, status, tenant_id, tenant, department, roles, created_at}], "more"}.
create or replace function api.people_page(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    actor app.actor := app.require_actor();
    wanted text := app.normalise(btrim(coalesce(arguments ->> 'text', '')));
    pairs integer[] := app.search_pairs(wanted);
    last uuid := case when app.is_uuid(arguments ->> 'before') then (arguments ->> 'before')::uuid end;
    most integer := least(coalesce((arguments ->> 'limit')::integer, 100), 1000);
    rows jsonb;
begin
    if not (actor).is_system_administrator then
        perform app.log_line('refused_access', jsonb_build_object('actor', (actor).user_id, 'function', 'people_page'));
        perform app.refuse('people.not_allowed');
    end if;
    select coalesce(jsonb_agg(r.found order by r.id desc), '[]') into rows from (
        select u.id, jsonb_build_object('id', u.id, 'name', u.name, 'staff', u.staff, 'status', u.status, 'tenant_id', u.tenant_id, 'tenant', t.name,
                                        'department', o.name, 'roles', app.role_words(u.id), 'created_at', app.micros(u.created_at)) as found
        from app.users as u join app.tenants as t on t.id = u.tenant_id left join app.organizations as o on o.id = u.primary_organization_id
        where (last is null or u.id < last)
            and (wanted = '' or (app.search_pairs(u.name) @> pairs and strpos(app.normalise(u.name), wanted) > 0))
            and (arguments ->> 'status' is null or u.status::text = arguments ->> 'status')
            and (arguments ->> 'role' is null or app.has_role_kind(u.id, arguments ->> 'role'))
        order by u.id desc limit most + 1
    ) as r;
    perform app.log_line('list_people', jsonb_build_object('actor', (actor).user_id, 'length', length(wanted), 'rows', least(jsonb_array_length(rows), most)));
    return jsonb_build_object('more', jsonb_array_length(rows) > most, 'rows', case when jsonb_array_length(rows) > most then rows - most else rows end);
end
$$;
