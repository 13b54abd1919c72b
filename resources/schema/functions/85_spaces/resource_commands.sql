-- Access and ownership of one resource (PRM-8, SPC-7). The actor's role on the resource counts, so that a restricted one stays closed to the administrators
-- of its space.
create or replace function cmd.resource_set_access(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    space app.spaces := app.space_for('resource_set_access', actor, (payload ->> 'space_id')::uuid, (payload ->> 'resource_id')::uuid);
    wanted boolean := (payload ->> 'restricted')::boolean;
    resource app.resources;
begin
    select * into strict resource from app.resources as r where r.id = (payload ->> 'resource_id')::uuid for no key update;
    perform app.check_seen_groups(actor, seen, resource.id, jsonb_build_object('access', resource.version_access));
    update app.resources as r set restricted = wanted, version = r.version + 1, version_access = r.version_access + 1 where r.id = resource.id;
    perform app.audit('resource_set_access', 'resource', resource.id, space.tenant_id,
        jsonb_build_object('restricted', resource.restricted), jsonb_build_object('restricted', wanted), app.reason_of(context));
    return jsonb_build_object('versions', jsonb_build_object(resource.id, jsonb_build_object('access', resource.version_access + 1)));
end
$$;

-- Who has no role on the space becomes its guest (PRM-9).
create or replace function cmd.resource_transfer(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    space app.spaces := app.space_for('resource_transfer', actor, (payload ->> 'space_id')::uuid, (payload ->> 'resource_id')::uuid);
    wanted uuid := (payload ->> 'user_id')::uuid;
    resource app.resources;
    former app.grants;
    written app.grants[];
    guests app.grants[];
    wish app.wished_grant;
begin
    select * into strict resource from app.resources as r where r.id = (payload ->> 'resource_id')::uuid for no key update;
    perform app.check_seen_groups(actor, seen, resource.id, jsonb_build_object('owner', resource.version_owner));
    former := app.owner_grant(space.id, resource.id);
    perform app.refuse_all(app.check_new_owner(space.tenant_id, former, wanted));
    written := app.pass_ownership(actor, space, former, resource.id, wanted);
    update app.resources as r set version = r.version + 1, version_owner = r.version_owner + 1 where r.id = resource.id;
    wish.resource_id := resource.id;
    wish.subject_kind := 'user';
    wish.subject_id := wanted;
    perform app.refuse_all(app.check_nothing_outlasts(space, array[wish]));
    guests := app.write_grants(actor, space, app.guests_needed(space, array[wish]));
    perform app.audit('resource_transfer', 'resource', resource.id, space.tenant_id,
        jsonb_build_object('owner_id', former.user_id), jsonb_build_object('owner_id', wanted), app.reason_of(context));
    perform app.tell_ownership(actor, space, former, resource, wanted);
    return jsonb_build_object('result', jsonb_build_object('guests', (select coalesce(jsonb_agg(g.id), '[]') from unnest(guests) as g)),
        'versions', app.grant_versions(written || guests) || jsonb_build_object(resource.id, jsonb_build_object('owner', resource.version_owner + 1)));
end
$$;
