-- Archived: everything can be read, nothing changed but by restoring, transferring and deleting it (SPC-9).
create or replace function app.set_archived(actor app.actor, space app.spaces, seen jsonb, context jsonb, kind text, wanted boolean) returns jsonb
language plpgsql as $$
begin
    perform app.check_seen_groups(actor, seen, space.id, jsonb_build_object('status', space.version_status));
    update app.spaces as s set archived = wanted, version = s.version + 1, version_status = s.version_status + 1 where s.id = space.id;
    perform app.audit(kind, 'space', space.id, space.tenant_id, jsonb_build_object('archived', space.archived), jsonb_build_object('archived', wanted), app.reason_of(context));
    return jsonb_build_object('versions', jsonb_build_object(space.id, jsonb_build_object('status', space.version_status + 1)));
end
$$;

create or replace function cmd.space_archive(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
begin
    return app.set_archived(actor, app.space_for('space_archive', actor, (payload ->> 'space_id')::uuid), seen, context, 'space_archive', true);
end
$$;

create or replace function cmd.space_restore(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    space app.spaces := app.space_for('space_restore', actor, (payload ->> 'space_id')::uuid);
begin
    if not space.archived then
        perform app.refuse('space.not_archived');
    end if;
    return app.set_archived(actor, space, seen, context, 'space_restore', false);
end
$$;
