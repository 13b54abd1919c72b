-- Members go with a group. Grants go only where the actor said how many: a group that meanwhile is used elsewhere too stays.

-- The names of the spaces where these grants lie, the first ten.
create or replace function app.spaces_of_grants(given app.grants[]) returns jsonb
language sql stable as $$
    select jsonb_build_object('grants', cardinality(given), 'spaces', count(*),
        'names', string_agg(s.name, ', ' order by s.name, s.id) filter (where s.place <= 10) || case when count(*) > 10 then ' …' else '' end)
    from (select s.id, s.name, row_number() over (order by s.name, s.id) as place
          from app.spaces as s where s.id in (select g.space_id from unnest(given) as g)) as s
$$;

-- Removes these grants, with one entry in the log for each space.
create or replace function app.remove_grants_everywhere(given app.grants[], tenant uuid, reason text) returns void
language plpgsql as $$
declare
    place record;
begin
    delete from app.grants as g where g.id in (select n.id from unnest(given) as n);
    for place in
        select g.space_id, jsonb_agg(app.grant_json(g) order by g.id) as removed from unnest(given) as g group by g.space_id order by g.space_id
    loop
        perform app.audit('grants_remove', 'space', place.space_id, tenant, place.removed, null, reason);
    end loop;
end
$$;

create or replace function cmd.role_group_delete(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    role_group app.role_groups := app.role_group_of_command(payload);
    uses app.grants[] := (select coalesce(array_agg(g), '{}') from app.grants as g where g.group_id = role_group.id);
    members jsonb;
begin
    perform app.check_seen(actor, seen, role_group.id, '', role_group.version);
    if cardinality(uses) > coalesce((payload ->> 'removes_grants')::integer, 0) then
        perform app.refuse('role_group.used', '', app.spaces_of_grants(uses));
    end if;
    with gone as (delete from app.role_group_members as m where m.group_id = role_group.id returning m)
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('user_id', (gone.m).user_id, 'organization_id', (gone.m).organization_id))), '[]')
        into members from gone;
    perform app.audit('role_group_delete', 'role_group', role_group.id, role_group.tenant_id,
        jsonb_build_object('name', role_group.name, 'description', role_group.description, 'members', members), null, app.reason_of(context));
    perform app.remove_grants_everywhere(uses, role_group.tenant_id, app.reason_of(context));
    delete from app.role_groups as g where g.id = role_group.id;
    return jsonb_build_object('result', jsonb_build_object('removed', (select coalesce(jsonb_agg(g.id), '[]') from unnest(uses) as g)));
end
$$;
