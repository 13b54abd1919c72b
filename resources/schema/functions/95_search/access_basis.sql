-- PRM-3 to PRM-5 for whoever manages a space or a resource without seeing everybody (design §4): the people on whom answers about it rest, and what makes
-- them count there. The console lays them over what it sees and resolves as ever: who, why and what-if need no second resolver here.

-- Whoever manages something may know who reaches it (PRM-4): its administrators and owner, and the tenant's administrator (SPC-11).
create or replace function app.may_ask_access_basis(actor app.actor, space app.spaces, resource uuid) returns boolean
language sql stable as $$
    select app.administers(actor, space.tenant_id)
        or coalesce(app.role_on_space((actor).user_id, space.id) >= 'administrator', false)
        or coalesce(resource is not null and app.role_on_resource((actor).user_id, resource) >= 'administrator', false)
$$;

-- Who is named by grants that count on the space and its resources (of one resource: on the space and on it), and by what somebody thinks of granting: only
-- subjects that could be granted anything there. People who are only thought of must be such as the actor finds by searching.
create or replace function app.basis_subjects_of(space app.spaces, resource uuid, wanted jsonb, with_people boolean) returns app.basis_subjects
language sql stable as $$
    with named as (
        select g.user_id, g.organization_id, g.group_id from app.grants as g
        where g.space_id = space.id and (resource is null or g.resource_id is null or g.resource_id = resource) and (g.expires_at is null or g.expires_at > app.now())
        union
        select u.id, o.id, r.id
        from jsonb_to_recordset(wanted) as w (subject_kind text, subject_id uuid)
        left join app.users as u on w.subject_kind = 'user' and u.id = w.subject_id and with_people
        left join app.organizations as o on w.subject_kind = 'organization' and o.id = w.subject_id and o.tenant_id = space.tenant_id
        left join app.role_groups as r on w.subject_kind = 'role_group' and r.id = w.subject_id and r.tenant_id = space.tenant_id
    )
    select row(coalesce(array_agg(n.user_id) filter (where n.user_id is not null), '{}'),
               coalesce(array_agg(n.organization_id) filter (where n.organization_id is not null), '{}'),
               coalesce(array_agg(n.group_id) filter (where n.group_id is not null), '{}'))::app.basis_subjects
    from named as n
$$;

-- Memberships that count below the subjects' organizations and those in their groups. top: the organization by which somebody counts.
create or replace function app.basis_memberships(subjects app.basis_subjects) returns table (top uuid, id uuid, user_id uuid, organization_id uuid)
language sql stable as $$
    select b.top, m.id, m.user_id, m.organization_id
    from app.counting_below((subjects).organizations || array(select m.organization_id from app.role_group_members as m
                                                              where m.group_id = any ((subjects).groups) and m.organization_id is not null)) as b
    join app.memberships as m on m.organization_id = b.organization_id
$$;

-- All of them who count: active people of tenants that work.
create or replace function app.basis_people(subjects app.basis_subjects) returns setof app.users
language sql stable as $$
    select u.*
    from (select unnest((subjects).users) as id
          union select m.user_id from app.role_group_members as m where m.group_id = any ((subjects).groups) and m.user_id is not null
          union select b.user_id from app.basis_memberships(subjects) as b) as f
    join app.users as u on u.id = f.id and u.status = 'active'
    join app.tenants as t on t.id = u.tenant_id and app.works(t)
$$;

-- The answer. chart: whether the actor sees the tenant's organizations; who doesn't (an outsider) is told of the organization or group that was granted
-- something, not of what lies below or in it (EXT-2).
create or replace function app.basis_json(subjects app.basis_subjects, tenant uuid, chart boolean) returns jsonb
language sql stable as $$
    with people as materialized (select * from app.basis_people(subjects)),
    below as materialized (select b.* from app.basis_memberships(subjects) as b join people as p on p.id = b.user_id),
    grouped as materialized (
        select m.id, m.group_id, m.user_id, m.organization_id from app.role_group_members as m
        where m.group_id = any ((subjects).groups) and (m.organization_id is not null or m.user_id in (select p.id from people as p)))
    select jsonb_build_object(
        'people', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'tenant_id', p.tenant_id, 'name', p.name, 'avatar', p.avatar, 'staff', p.staff,
                       'organization_id', case when chart and p.tenant_id = tenant then p.primary_organization_id end)), '[]') from people as p),
        'memberships', (select coalesce(jsonb_agg(distinct case when chart then jsonb_build_object('id', b.id, 'user_id', b.user_id, 'organization_id', b.organization_id)
                                                  else jsonb_build_object('user_id', b.user_id, 'organization_id', b.top) end), '[]')
                        from below as b where chart or b.top = any ((subjects).organizations)),
        'group_members', (select coalesce(jsonb_agg(distinct g.member), '[]') from (
            select jsonb_build_object('id', g.id, 'group_id', g.group_id, 'subject_kind', case when g.user_id is not null then 'user' else 'organization' end,
                       'subject_id', coalesce(g.user_id, g.organization_id)) as member
            from grouped as g where chart or g.user_id is not null
            union all
            select jsonb_build_object('group_id', g.group_id, 'subject_kind', 'user', 'subject_id', b.user_id)
            from grouped as g join below as b on b.top = g.organization_id where not chart) as g),
        'idle_tenants', (select coalesce(jsonb_agg(distinct t.id), '[]') from app.users as u join app.tenants as t on t.id = u.tenant_id
                         where u.id = any ((subjects).users) and not app.works(t)))
$$;

-- The grants on the space that count, for whoever manages a resource only: a role on the space counts for it too (PRM-8).
create or replace function app.basis_grants(space uuid) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(app.grant_json(g) || jsonb_build_object('granted_at', app.micros(g.granted_at), 'version', g.version)), '[]')
    from app.grants as g where g.space_id = space and g.resource_id is null and (g.expires_at is null or g.expires_at > app.now())
$$;

create or replace function app.check_basis_arguments(arguments jsonb) returns void
language plpgsql as $$
declare
    subjects jsonb := coalesce(arguments -> 'subjects', '[]');
begin
    if not app.is_uuid(coalesce(arguments ->> 'space_id', '')) or not app.is_uuid(coalesce(arguments ->> 'resource_id', arguments ->> 'space_id'))
       or jsonb_typeof(subjects) <> 'array' then
        raise exception using errcode = 'TY400', message = 'question.arguments';
    elsif jsonb_array_length(subjects) > 500
       or exists (select from jsonb_array_elements(subjects) as s (item) where not app.is_uuid(coalesce(item ->> 'subject_id', ''))) then
        raise exception using errcode = 'TY400', message = 'question.arguments';
    end if;
end
$$;

create or replace function api.access_basis(arguments jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    most constant integer := 20000;
    actor app.actor := app.require_actor();
    wanted jsonb := coalesce(arguments -> 'subjects', '[]');
    resource uuid;
    space app.spaces;
    subjects app.basis_subjects;
    people bigint;
    answer jsonb;
begin
    perform app.check_basis_arguments(arguments);
    resource := (arguments ->> 'resource_id')::uuid;
    select * into space from app.spaces as s where s.id = (arguments ->> 'space_id')::uuid;
    if space.id is null or (resource is not null and not exists (select from app.resources as r where r.id = resource and r.space_id = space.id))
       or not app.may_ask_access_basis(actor, space, resource) then
        perform app.log_line('refused_access', jsonb_build_object('actor', actor.user_id, 'function', 'access_basis'));
        perform app.refuse(case when app.role_on_space(actor.user_id, space.id) is null then 'command.not_found' else 'grant.not_allowed' end);
    end if;
    if wanted <> '[]' then -- asks about people who have nothing here yet (OPM-7)
        perform app.count_search(actor, 200, 1000);
    end if;
    if app.administers(actor, space.tenant_id) or app.role_on_space(actor.user_id, space.id) >= 'administrator' then
        resource := null;
    end if;
    subjects := app.basis_subjects_of(space, resource, wanted, app.may_search_people(actor));
    people := (select count(*) from app.basis_people(subjects));
    perform app.log_line('access_basis', jsonb_build_object('actor', actor.user_id, 'space', space.id, 'resource', resource, 'asked', jsonb_array_length(wanted), 'rows', people));
    answer := jsonb_build_object('at', app.micros(app.now()), 'count', people, 'whole', people <= most, 'space_id', space.id, 'resource_id', resource);
    if people > most then
        return answer;
    end if;
    return answer || app.basis_json(subjects, space.tenant_id,
            app.administers(actor, space.tenant_id) or app.holds_scope(actor.user_id, 5::smallint, space.tenant_id))
        || case when resource is null then '{}' else jsonb_build_object('grants', app.basis_grants(space.id)) end;
end
$$;
