-- Final roles (PRM-2, PRM-8). null: no role.

-- The highest role that unexpired grants on the space itself give to a circle, for every space where there is one.
create or replace function app.space_roles_of(person uuid) returns table (space_id uuid, tenant_id uuid, role app.space_role)
language plpgsql stable as $$
declare
    circle record;
    moment timestamptz := app.now();
begin
    select * into circle from app.circle_of(person);
    if not found then
        return;
    end if;
    return query
        select g.space_id, g.tenant_id, max(g.role)
        from (select g.space_id, g.tenant_id, g.role from app.grants as g
              where g.user_id = person and g.resource_id is null and (g.expires_at is null or g.expires_at > moment)
              union all
              select g.space_id, g.tenant_id, g.role from app.grants as g
              where g.organization_id = any (circle.organizations) and g.resource_id is null and (g.expires_at is null or g.expires_at > moment)
              union all
              select g.space_id, g.tenant_id, g.role from app.grants as g
              where g.group_id = any (circle.groups) and g.resource_id is null and (g.expires_at is null or g.expires_at > moment)) as g
        join app.tenants as t on t.id = g.tenant_id and app.works(t)
        group by g.space_id, g.tenant_id;
end
$$;

-- The resources that a circle administers by grants on themselves, in spaces where it has a role but doesn't administer them all (MEM-10).
create or replace function app.administered_resources_of(person uuid) returns table (resource_id uuid, tenant_id uuid)
language plpgsql stable as $$
declare
    circle record;
    moment timestamptz := app.now();
begin
    select * into circle from app.circle_of(person);
    if not found then
        return;
    end if;
    return query
        select distinct g.resource_id, g.tenant_id
        from (select g.* from app.grants as g where g.user_id = person
              union all
              select g.* from app.grants as g where g.organization_id = any (circle.organizations)
              union all
              select g.* from app.grants as g where g.group_id = any (circle.groups)) as g
        join app.space_roles_of(person) as r on r.space_id = g.space_id and r.role < 'administrator'
        where g.resource_id is not null and g.role >= 'administrator' and (g.expires_at is null or g.expires_at > moment);
end
$$;

-- The highest role that unexpired grants on one object give; resource null: on the space itself.
create or replace function app.granted_role(person uuid, space uuid, resource uuid) returns app.space_role
language plpgsql stable as $$
declare
    circle record;
    moment timestamptz := app.now();
begin
    select * into circle from app.circle_of(person);
    if not found or not exists (select from app.spaces as s join app.tenants as t on t.id = s.tenant_id
                                where s.id = space and app.works(t)) then
        return null;
    end if;
    if resource is null then
        return (select max(g.role) from app.grants as g
                where g.space_id = space and g.resource_id is null and (g.expires_at is null or g.expires_at > moment)
                  and (g.user_id = person or g.organization_id = any (circle.organizations) or g.group_id = any (circle.groups)));
    end if;
    return (select max(g.role) from app.grants as g
            where g.space_id = space and g.resource_id = resource and (g.expires_at is null or g.expires_at > moment)
              and (g.user_id = person or g.organization_id = any (circle.organizations) or g.group_id = any (circle.groups)));
end
$$;

create or replace function app.role_on_space(person uuid, space uuid) returns app.space_role
language sql stable as $$
    select app.granted_role(person, space, null)
$$;

-- Open: a role on the space counts too. Restricted: only the resource's own grants, and the space's owner as owner.
create or replace function app.role_on_resource(person uuid, resource uuid) returns app.space_role
language sql stable as $$
    select case when r.restricted and on_space.role < 'owner' then app.granted_role(person, r.space_id, r.id)
                else greatest(app.granted_role(person, r.space_id, r.id), on_space.role) end
    from app.resources as r cross join lateral (select app.role_on_space(person, r.space_id)) as on_space (role)
    where r.id = resource
$$;

-- The organizations in and below these whose memberships count: they and all above them are enabled.
create or replace function app.counting_below(tops uuid[]) returns table (top uuid, organization_id uuid)
language sql stable as $$
    with recursive above (top, id, parent_id, enabled) as (
        select o.id, o.id, o.parent_id, o.enabled from app.organizations as o where o.id = any (tops)
        union
        select a.top, o.id, o.parent_id, o.enabled from above as a join app.organizations as o on o.id = a.parent_id
    ), below (top, id) as (
        select a.top, a.top from above as a group by a.top having bool_and(a.enabled)
        union
        select b.top, o.id from below as b join app.organizations as o on o.parent_id = b.id and o.enabled
    )
    select b.top, b.id from below as b
$$;

-- Everyone with a role on a space. Only active people of tenants that work.
create or replace function app.everyone_on(space uuid) returns table (user_id uuid, role app.space_role)
language sql stable as $$
    with valid as materialized (
        select g.user_id, g.organization_id, g.group_id, g.role
        from app.grants as g
        join app.spaces as s on s.id = g.space_id
        join app.tenants as t on t.id = s.tenant_id and app.works(t)
        where g.space_id = space and g.resource_id is null and (g.expires_at is null or g.expires_at > app.now())
    ), organizations as materialized (
        select v.organization_id as id, v.role from valid as v where v.organization_id is not null
        union all
        select m.organization_id, v.role from valid as v join app.role_group_members as m on m.group_id = v.group_id where m.organization_id is not null
    ), found as (
        select v.user_id, v.role from valid as v where v.user_id is not null
        union all
        select m.user_id, v.role from valid as v join app.role_group_members as m on m.group_id = v.group_id where m.user_id is not null
        union all
        select m.user_id, o.role
        from (select o.id, max(o.role) as role from organizations as o group by o.id) as o
        join app.counting_below((select array_agg(id) from organizations)) as b on b.top = o.id
        join app.memberships as m on m.organization_id = b.organization_id
    )
    select f.user_id, max(f.role)
    from found as f
    join app.users as u on u.id = f.user_id and u.status = 'active'
    join app.tenants as t on t.id = u.tenant_id and app.works(t)
    group by f.user_id
$$;
