-- What roles allow about grants (SPC-6, SPC-9 to SPC-11): the same table and order as core/domain/capabilities.cpp; a test compares every combination.

-- The code of the refusal; null: allowed. actor_role: on the object of the grant; of_tenant: the actor administers the space's tenant;
-- before null: a new grant; after null: removal.
create or replace function app.grant_refusal(actor_role app.space_role, of_tenant boolean, archived boolean, has_bots boolean, on_space boolean,
                                             before app.space_role, after app.space_role) returns text
language sql immutable as $$
    select case
        when coalesce(actor_role < 'administrator', true) and not (of_tenant and on_space)
            then case when of_tenant then 'grant.contents' else 'grant.not_allowed' end
        when archived then 'space.archived'
        when before = 'owner' then 'grant.owner_fixed'
        when after = 'owner' then 'grant.owner_by_transfer'
        when (before = 'administrator' or after = 'administrator') and actor_role is distinct from 'owner' and not (of_tenant and on_space)
            then 'grant.administrators_by_owner'
        when after = 'guest' and not has_bots then 'grant.guest_needs_bots'
    end
$$;

-- The role that a subject itself has on a space: a person's final role; of an organization the highest of its own grants, those of all above
-- it and of the groups with one of them; of a group its own (PRM-2).
create or replace function app.subject_role_on_space(subject_kind text, subject uuid, space uuid) returns app.space_role
language sql stable as $$
    with recursive chain (id, parent_id, enabled) as (
        select o.id, o.parent_id, o.enabled from app.organizations as o where subject_kind = 'organization' and o.id = subject
        union
        select o.id, o.parent_id, o.enabled from chain as c join app.organizations as o on o.id = c.parent_id
    ), counting as (
        select c.id from chain as c where (select bool_and(enabled) from chain)
    )
    select case subject_kind when 'user' then app.role_on_space(subject, space) else (
        select max(g.role) from app.grants as g
        where g.space_id = space and g.resource_id is null and (g.expires_at is null or g.expires_at > app.now())
          and (g.organization_id in (select c.id from counting as c)
               or subject_kind = 'role_group' and g.group_id = subject
               or g.group_id in (select m.group_id from app.role_group_members as m where m.organization_id in (select c.id from counting as c)))) end
$$;

-- Others may hold it at the same time, but nobody may take app.lock on it before this transaction ends.
create or replace function app.lock_shared(kind text, id uuid) returns void
language plpgsql as $$
begin
    insert into app.locks as l values (lock_shared.kind, lock_shared.id) on conflict do nothing;
    perform from app.locks as l where l.kind = lock_shared.kind and l.id = lock_shared.id for share;
end
$$;

-- The space of a command, held: what is granted on one space is granted in one order, and nobody moves organizations or people
-- of its tenant meanwhile, so that the actor's right is still theirs when this ends. Refuses whoever may not know the space: in a frozen tenant
-- that is everybody, for nobody has a role there (TEN-11).
drop function if exists app.space_for_grants(app.actor, uuid);
create or replace function app.space_of_command(actor app.actor, space uuid) returns app.spaces
language plpgsql as $$
declare
    found app.spaces;
begin
    perform app.lock_shared('organizations', (select s.tenant_id from app.spaces as s where s.id = space));
    select * into found from app.spaces as s where s.id = space for no key update;
    if found.id is null or (not app.administers(actor, found.tenant_id) and app.role_on_space((actor).user_id, space) is null) then
        perform app.refuse('command.not_found', 'space_id');
    end if;
    return found;
end
$$;

-- The actor's final roles on the objects that a command names: {id: role}, null = on the space.
create or replace function app.own_roles(actor app.actor, space app.spaces, resources uuid[]) returns jsonb
language sql stable as $$
    select jsonb_object_agg(coalesce(o.id, space.id), case when o.id is null then app.role_on_space((actor).user_id, space.id) else app.role_on_resource((actor).user_id, o.id) end)
    from (select distinct id from unnest(resources) as id) as o
$$;

-- grant_refusal of one change, as a list of errors. own_roles: of the actor, see above; resource null: a grant on the space itself.
create or replace function app.check_grant_change(actor app.actor, own_roles jsonb, space app.spaces, resource uuid, before app.space_role, after app.space_role, field text) returns jsonb
language plpgsql stable as $$
declare
    code text := app.grant_refusal((own_roles ->> coalesce(resource, space.id)::text)::app.space_role, app.administers(actor, space.tenant_id),
                                   space.archived, 'bots' = any (space.modules), resource is null, before, after);
begin
    return case when code is null then '[]' else app.error(code, field) end;
end
$$;

-- A grant as it is logged.
create or replace function app.grant_json(given app.grants) returns jsonb
language sql stable as $$
    select jsonb_strip_nulls(jsonb_build_object('grant_id', given.id, 'resource_id', given.resource_id,
        'subject_kind', case when given.user_id is not null then 'user' when given.organization_id is not null then 'organization' else 'role_group' end,
        'subject_id', coalesce(given.user_id, given.organization_id, given.group_id), 'role', given.role, 'expires_at', app.micros(given.expires_at)))
$$;
