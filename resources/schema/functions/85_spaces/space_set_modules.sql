-- Guests are for spaces with Bots (SPC-6): where that module goes, what its guests become must be said (SPC-12). Those who are guests because of a
-- grant on a resource (PRM-9) stay what they are, in any space.
create or replace function app.guests_of_bots(space uuid) returns setof app.grants
language sql stable as $$
    select g.* from app.grants as g
    where g.space_id = space and g.resource_id is null and g.role = 'guest'
      and not exists (select from app.grants_below(array[g]))
$$;

-- Makes them viewers or removes them; returns them as they were.
create or replace function app.settle_guests(actor app.actor, space app.spaces, what text) returns app.grants[]
language plpgsql as $$
declare
    guests app.grants[] := array(select g from app.guests_of_bots(space.id) as g);
    people uuid[];
begin
    if cardinality(guests) = 0 then
        return guests;
    elsif what is null then
        perform app.refuse('space.guests_undecided', 'guests', jsonb_build_object('guests', cardinality(guests)));
    elsif what = 'viewer' then
        update app.grants as g set role = 'viewer', granted_by = (actor).user_id, granted_at = app.now(), version = g.version + 1
        where g.id in (select n.id from unnest(guests) as n);
    else
        people := (select array_agg(n.user_id) from unnest(guests) as n where n.user_id is not null);
        perform app.hold_outsiders(space.tenant_id, people);
        delete from app.grants as g where g.id in (select n.id from unnest(guests) as n);
        perform app.leave_outsiders(space.tenant_id, people);
    end if;
    return guests;
end
$$;

create or replace function cmd.space_set_modules(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    space app.spaces := app.space_for('space_set_modules', actor, (payload ->> 'space_id')::uuid);
    wanted text[] := app.modules_of(payload);
    guests app.grants[] := '{}';
begin
    perform app.check_seen_groups(actor, seen, space.id, jsonb_build_object('modules', space.version_modules));
    -- A module that the space has already may stay, whatever has become of the plan.
    perform app.refuse_all(app.check_within_plan(space.tenant_id, null, array(select unnest(wanted) except select unnest(space.modules))));
    if 'bots' = any (space.modules) and 'bots' <> all (wanted) then
        guests := app.settle_guests(actor, space, payload ->> 'guests');
    end if;
    update app.spaces as s set modules = wanted, version = s.version + 1, version_modules = s.version_modules + 1 where s.id = space.id;
    perform app.audit('space_set_modules', 'space', space.id, space.tenant_id,
        jsonb_build_object('modules', space.modules, 'guests', (select coalesce(jsonb_agg(app.grant_json(g)), '[]') from unnest(guests) as g)),
        jsonb_build_object('modules', wanted, 'guests', payload -> 'guests'), app.reason_of(context));
    return jsonb_build_object('result', jsonb_build_object('guests', (select coalesce(jsonb_agg(g.id), '[]') from unnest(guests) as g)),
        'versions', jsonb_build_object(space.id, jsonb_build_object('modules', space.version_modules + 1)));
end
$$;
