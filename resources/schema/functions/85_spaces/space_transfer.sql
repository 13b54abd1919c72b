create or replace function cmd.space_transfer(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    space app.spaces := app.space_for('space_transfer', actor, (payload ->> 'space_id')::uuid);
    wanted uuid := (payload ->> 'user_id')::uuid;
    former app.grants := app.owner_grant(space.id, null);
    written app.grants[];
begin
    perform app.check_seen_groups(actor, seen, space.id, jsonb_build_object('owner', space.version_owner));
    perform app.refuse_all(app.check_new_owner(space.tenant_id, former, wanted));
    written := app.pass_ownership(actor, space, former, null, wanted);
    update app.spaces as s set version = s.version + 1, version_owner = s.version_owner + 1 where s.id = space.id;
    perform app.audit('space_transfer', 'space', space.id, space.tenant_id,
        jsonb_build_object('owner_id', former.user_id), jsonb_build_object('owner_id', wanted), app.reason_of(context));
    perform app.tell_ownership(actor, space, former, null, wanted);
    return jsonb_build_object('versions', app.grant_versions(written) || jsonb_build_object(space.id, jsonb_build_object('owner', space.version_owner + 1)));
end
$$;
