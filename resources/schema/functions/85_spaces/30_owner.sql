-- Ownership of a space or of one of its resources (SPC-7, SPC-10): one person, always.

-- Whether somebody may become owner. Reads the card FOR SHARE: nobody suspends or moves the person before this ends.
create or replace function app.check_new_owner(tenant uuid, former app.grants, wanted uuid) returns jsonb
language plpgsql as $$
declare
    person app.users;
begin
    select * into person from app.users as u where u.id = wanted for share;
    return case
        when person.id is null or person.tenant_id <> tenant then app.error('owner.elsewhere', 'user_id')
        when person.status <> 'active' then app.error('owner.inactive', 'user_id', jsonb_build_object('name', person.name))
        when former.user_id = wanted then app.error('owner.already', 'user_id', jsonb_build_object('name', person.name))
        else '[]' end;
end
$$;

-- The grant that makes somebody owner; resource null: of the space.
create or replace function app.owner_grant(space uuid, resource uuid) returns app.grants
language sql stable as $$
    select g from app.grants as g where g.space_id = space and g.resource_id is not distinct from resource and g.role = 'owner'
$$;

-- The former owner stays as administrator; the new one's own grant, which may have had an end, becomes the owner's. In this order: two owners at
-- once the table refuses. Returns the grants that are written.
create or replace function app.pass_ownership(actor app.actor, space app.spaces, former app.grants, resource uuid, wanted uuid) returns app.grants[]
language plpgsql as $$
declare
    before app.grants;
    after app.grants;
begin
    update app.grants as g set role = 'administrator', granted_by = (actor).user_id, granted_at = app.now(), version = g.version + 1
    where g.id = former.id returning * into before;
    update app.grants as g set role = 'owner', expires_at = null, granted_by = (actor).user_id, granted_at = app.now(), version = g.version + 1
    where g.space_id = space.id and g.resource_id is not distinct from resource and g.user_id = wanted returning * into after;
    if after.id is null then
        insert into app.grants (tenant_id, id, space_id, resource_id, user_id, role, granted_by, granted_at)
        values (space.tenant_id, app.uuid7(), space.id, resource, wanted, 'owner', (actor).user_id, app.now()) returning * into after;
    end if;
    return case when before.id is null then array[after] else array[before, after] end;
end
$$;

-- NOT-3: both are told.
create or replace function app.tell_ownership(actor app.actor, space app.spaces, former app.grants, resource app.resources, wanted uuid) returns void
language sql volatile as $$
    select app.notify_users('ownership_transferred', array[former.user_id, wanted], space.tenant_id, jsonb_strip_nulls(jsonb_build_object(
        'space_id', space.id, 'resource_id', resource.id, 'name', coalesce(resource.name, space.name), 'from', former.user_id, 'to', wanted, 'by', (actor).user_id)))
$$;
