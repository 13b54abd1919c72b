-- Everything in it goes (SPC-5). The name must be typed as it is, and nothing but members and avatar may have changed since the actor looked.
create or replace function cmd.space_delete(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    space app.spaces := app.space_for('space_delete', actor, (payload ->> 'space_id')::uuid);
    people uuid[];
    lost jsonb;
begin
    perform app.check_seen_groups(actor, seen, space.id, jsonb_build_object('details', space.version_details, 'modules', space.version_modules,
        'status', space.version_status, 'owner', space.version_owner));
    if payload ->> 'name' <> space.name then
        perform app.refuse('space.name_differs', 'name', jsonb_build_object('name', space.name));
    end if;
    -- Whoever is about to add a resource waits here, or has ended and is counted.
    perform from app.spaces as s where s.id = space.id for update;
    people := (select array_agg(distinct g.user_id) from app.grants as g where g.space_id = space.id and g.user_id is not null);
    lost := jsonb_build_object('resources', (select count(*) from app.resources as r where r.space_id = space.id),
                               'grants', (select count(*) from app.grants as g where g.space_id = space.id));
    perform app.hold_outsiders(space.tenant_id, people);
    delete from app.grants as g where g.space_id = space.id;
    delete from app.resources as r where r.space_id = space.id;
    delete from app.space_pictures as p where p.id = space.id;
    delete from app.spaces as s where s.id = space.id;
    perform app.leave_outsiders(space.tenant_id, people);
    perform app.audit('space_delete', 'space', space.id, space.tenant_id, app.space_json(space) || lost, null, app.reason_of(context));
    return jsonb_build_object('result', lost);
end
$$;
