-- EXT-2, MEM-8: who is in a space, for whoever has a role on it: their cards lie in space(S), what they were given doesn't.
create or replace function api.space_members(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    most constant integer := 5000;
    actor app.actor := app.require_actor();
    space app.spaces;
    members jsonb;
begin
    if not app.is_uuid(coalesce(arguments ->> 'space_id', '')) then
        raise exception using errcode = 'TY400', message = 'question.arguments';
    end if;
    select * into space from app.spaces as s where s.id = (arguments ->> 'space_id')::uuid;
    if space.id is null or not (app.administers(actor, space.tenant_id) or app.holds_scope(actor.user_id, 8::smallint, space.id)) then
        perform app.log_line('refused_access', jsonb_build_object('actor', actor.user_id, 'function', 'space_members'));
        perform app.refuse('command.not_found');
    end if;
    members := (
        select coalesce(jsonb_agg(jsonb_build_object('subject_kind', case when g.user_id is not null then 'user' when g.organization_id is not null then 'organization' else 'role_group' end,
                                                     'subject_id', coalesce(g.user_id, g.organization_id, g.group_id))), '[]')
        from (select * from app.grants as g where g.space_id = space.id and g.resource_id is null order by g.id limit most + 1) as g);
    perform app.log_line('space_members', jsonb_build_object('actor', actor.user_id, 'space', space.id, 'rows', jsonb_array_length(members)));
    return jsonb_build_object('members', members - most, 'more', jsonb_array_length(members) > most);
end
$$;
