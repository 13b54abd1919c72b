-- Name, description and edition are one group of fields, the avatar another (INB-6).
create or replace function cmd.space_edit(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    space app.spaces := app.space_for('space_edit', actor, (payload ->> 'space_id')::uuid);
    details boolean := payload ?| array['name', 'description', 'edition'];
    avatar boolean := payload ? 'avatar_kind';
    now_version app.spaces;
begin
    perform app.check_seen_groups(actor, seen, space.id, jsonb_strip_nulls(jsonb_build_object(
        'details', case when details then space.version_details end, 'avatar', case when avatar then space.version_avatar end)));
    -- An edition that the space has already may stay, whatever has become of the plan.
    perform app.refuse_all(app.check_within_plan(space.tenant_id, nullif(payload ->> 'edition', space.edition), null) || app.check_avatar(payload));
    update app.spaces as s
    set name = coalesce(payload ->> 'name', s.name), description = coalesce(payload ->> 'description', s.description),
        edition = coalesce(payload ->> 'edition', s.edition), avatar_kind = coalesce(payload ->> 'avatar_kind', s.avatar_kind),
        avatar_icon = case when avatar then coalesce(payload ->> 'avatar_icon', '') else s.avatar_icon end, version = s.version + 1,
        version_details = s.version_details + details::integer, version_avatar = s.version_avatar + avatar::integer
    where s.id = space.id returning * into now_version;
    perform app.write_picture(space.tenant_id, space.id, payload);
    perform app.audit('space_edit', 'space', space.id, space.tenant_id,
        (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(app.space_json(space)) where payload ? key),
        payload - 'space_id' - 'avatar_picture', app.reason_of(context));
    return jsonb_build_object('versions', jsonb_build_object(space.id, jsonb_strip_nulls(jsonb_build_object(
        'details', case when details then now_version.version_details end, 'avatar', case when avatar then now_version.version_avatar end))));
end
$$;
