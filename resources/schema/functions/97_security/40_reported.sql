-- What a console tells of its own reading (OPM-6): details opened and rows exported come from the replica, so that only the console knows. Written into the
-- server's log like every other access, with the client's time; it changes nothing, so that it has no audit entry.
create or replace function cmd.access_report(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
begin
    perform app.log_line('access', e || jsonb_build_object('actor', (actor).user_id, 'offline', coalesce((context ->> 'offline')::boolean, false)))
    from jsonb_array_elements(payload -> 'events') as e;
    return '{}';
end
$$;
