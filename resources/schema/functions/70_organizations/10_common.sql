-- What the commands on organizations share. Each of them runs under the lock 'organizations' of its tenant (commands.json), so that what one
-- has checked no other can change before it ends: no two names alike, no cycle by two moves, at least one membership.

create or replace function app.find_organization(tenant uuid, organization uuid) returns app.organizations
language sql stable as $$
    select o from app.organizations as o where o.tenant_id = tenant and o.id = organization
$$;

-- The organization of a command whose scope names it: its tenant is the lock's.
create or replace function app.organization_of_command(payload jsonb) returns app.organizations
language sql stable as $$
    select o from app.organizations as o where o.id = (payload ->> 'organization_id')::uuid
$$;

create or replace function app.error(code text, field text default '', parameters jsonb default '{}') returns jsonb
language sql immutable as $$
    select jsonb_build_array(jsonb_build_object('code', code, 'field', field, 'parameters', parameters))
$$;

-- Names from the root down: "技术中心 / 质效技术部".
create or replace function app.organization_path(organization uuid) returns text
language sql stable as $$
    with recursive chain (id, parent_id, name, depth) as (
        select o.id, o.parent_id, o.name, 0 from app.organizations as o where o.id = organization
        union all
        select o.id, o.parent_id, o.name, c.depth + 1 from chain as c join app.organizations as o on o.id = c.parent_id
    )
    select string_agg(c.name, ' / ' order by c.depth desc) from chain as c
$$;

-- Whether one lies in the subtree of the other, itself included.
create or replace function app.lies_below(organization uuid, top uuid) returns boolean
language sql stable as $$
    with recursive chain (id, parent_id) as (
        select o.id, o.parent_id from app.organizations as o where o.id = organization
        union
        select o.id, o.parent_id from chain as c join app.organizations as o on o.id = c.parent_id
    )
    select exists (select from chain as c where c.id = top)
$$;

-- Whether it and all above it are enabled (PRM-2).
create or replace function app.organization_counts(organization uuid) returns boolean
language sql stable as $$
    with recursive chain (id, parent_id, enabled) as (
        select o.id, o.parent_id, o.enabled from app.organizations as o where o.id = organization
        union
        select o.id, o.parent_id, o.enabled from chain as c join app.organizations as o on o.id = c.parent_id
    )
    select coalesce(bool_and(c.enabled), false) from chain as c
$$;

-- ORG-1: name and code are unique in the tenant. The errors of those that another organization has; null: not looked at.
create or replace function app.check_organization_unique(tenant uuid, organization uuid, name text, code text) returns jsonb
language sql stable as $$
    select case when exists (
               select from app.organizations as o
               where o.tenant_id = tenant and o.id <> organization
                 and app.normalise(o.name) = app.normalise(check_organization_unique.name))
           then app.error('organization.name_taken', 'name') else '[]' end
        || case when exists (
               select from app.organizations as o
               where o.tenant_id = tenant and o.id <> organization
                 and app.normalise(o.code) = app.normalise(check_organization_unique.code))
           then app.error('organization.code_taken', 'code') else '[]' end
$$;

-- ORG-1, ORG-3: a leader is an active person of the tenant, held until the command ends: nobody suspends them or closes their account meanwhile. null: none wanted.
create or replace function app.check_leader(tenant uuid, leader uuid) returns jsonb
language plpgsql volatile as $$
declare
    person app.users;
begin
    if leader is null then
        return '[]';
    end if;
    select * into person from app.users as u where u.id = leader for no key update;
    if person.id is null or person.tenant_id <> tenant then
        return app.error('organization.leader_elsewhere', 'leader_id');
    elsif person.status <> 'active' then
        return app.error('organization.leader_inactive', 'leader_id', jsonb_build_object('name', person.name));
    end if;
    return '[]';
end
$$;

-- The root and the default organization stay where and what they are (ORG-11).
create or replace function app.check_not_fixed(organization app.organizations) returns void
language plpgsql stable as $$
declare
    tenant app.tenants;
begin
    select * into tenant from app.tenants as t where t.id = organization.tenant_id;
    if organization.id = tenant.root_organization_id then
        perform app.refuse('organization.root_fixed');
    elsif organization.id = tenant.default_organization_id then
        perform app.refuse('organization.default_fixed');
    end if;
end
$$;

-- What the actor gave as the reason of a command that has no field for it.
create or replace function app.reason_of(context jsonb) returns text
language sql immutable as $$
    select left(coalesce(context ->> 'reason', ''), 500)
$$;
