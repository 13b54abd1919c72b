-- Removes up to 500 grants, all or none. What is gone already needs no removing.

-- PRM-9: with a subject's grant on the space go its grants on the resources in it.
create or replace function app.grants_below(space_grants app.grants[]) returns setof app.grants
language sql stable as $$
    select g.* from unnest(space_grants) as s join app.grants as g
        on (g.user_id = s.user_id or g.organization_id = s.organization_id or g.group_id = s.group_id) and g.space_id = s.space_id and g.resource_id is not null
    where s.resource_id is null
$$;

-- The refusals of one removal. Whoever owns a resource of the space can't leave it before that is somebody else's (SPC-7). What goes along on resources goes
-- whatever the actor may there (PRM-9), but for administrators: only the owner takes them, or the tenant's administrator, who manages members (SPC-6, SPC-11).
drop function if exists app.check_grant_removal(app.actor, jsonb, app.spaces, app.grants, bigint);
create or replace function app.check_grant_removal(actor app.actor, seen jsonb, own_roles jsonb, space app.spaces, given app.grants, place bigint) returns jsonb
language plpgsql stable as $$
declare
    field text := format('grant_ids[%s]', place);
    owned integer;
    errors jsonb := app.check_grant_change(actor, own_roles, space, given.resource_id, given.role, null, field);
begin
    if errors <> '[]' then
        return errors;
    elsif given.resource_id is null then
        owned := (select count(*) from app.grants_below(array[given]) as g where g.role = 'owner');
        if owned > 0 then
            return app.error('grant.owns_resources', field, jsonb_build_object('resources', owned));
        elsif not app.administers(actor, space.tenant_id)
            and exists (select from app.grants_below(array[given]) as g where g.role = 'administrator'
                                and app.role_on_resource((actor).user_id, g.resource_id) is distinct from 'owner') then
            return app.error('grant.administrators_by_owner', field);
        end if;
    end if;
    return app.seen_errors(actor, seen, given.id, '', given.version, field);
end
$$;

create or replace function cmd.grants_remove(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    space app.spaces := app.space_of_command(actor, (payload ->> 'space_id')::uuid);
    own_roles jsonb := app.own_roles(actor, space, (
        select array_agg(g.resource_id) from app.grants as g
        where g.space_id = space.id and g.id in (select i::uuid from jsonb_array_elements_text(payload -> 'grant_ids') as i)));
    item record;
    errors jsonb := '[]';
    named app.grants[] := '{}';
    removed app.grants[];
    people uuid[];
begin
    for item in
        select g, i.ordinality - 1 as place
        from jsonb_array_elements_text(payload -> 'grant_ids') with ordinality as i
        join app.grants as g on g.space_id = space.id and g.id = i.value::uuid
        order by i.ordinality
    loop
        errors := errors || app.check_grant_removal(actor, seen, own_roles, space, item.g, item.place);
        named := named || item.g;
    end loop;
    perform app.refuse_all(errors);
    people := (select array_agg(distinct g.user_id) from unnest(named) as g where g.user_id is not null);
    perform app.hold_outsiders(space.tenant_id, people);
    with gone as (
        delete from app.grants as g
        where g.id in (select n.id from unnest(named) as n union select b.id from app.grants_below(named) as b)
        returning g
    )
    select coalesce(array_agg(gone.g), '{}') into removed from gone;
    perform app.leave_outsiders(space.tenant_id, people);
    perform app.audit('grants_remove', 'space', space.id, space.tenant_id,
        (select coalesce(jsonb_agg(app.grant_json(g)), '[]') from unnest(removed) as g), null, app.reason_of(context));
    return jsonb_build_object('result', jsonb_build_object('removed', (select coalesce(jsonb_agg(g.id), '[]') from unnest(removed) as g)));
end
$$;
