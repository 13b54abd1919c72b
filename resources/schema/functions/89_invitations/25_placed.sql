-- What it means to very many people at once to be in other organizations than before (NOT-3): by the group, not by the person (design §3 "Notifications").

-- Where people are: {user: [{organization_id, role, primary}, by organization]}.
create or replace function app.places_of(people uuid[]) returns jsonb
language sql stable as $$
    select coalesce(jsonb_object_agg(p.user_id, p.places), '{}')
    from (select m.user_id, jsonb_agg(jsonb_build_object('organization_id', m.organization_id, 'role', m.role, 'primary', u.primary_organization_id = m.organization_id)
                                      order by m.organization_id) as places
          from app.memberships as m join app.users as u on u.id = m.user_id where m.user_id = any (people) group by m.user_id) as p
$$;

-- The roles on spaces that organizations give, through themselves, those above them and groups.
create or replace function app.roles_through(organizations uuid[]) returns table (space_id uuid, role app.space_role)
language sql stable as $$
    with recursive above (id) as (
        select o.id from unnest(organizations) as o (id) where app.organization_counts(o.id)
        union
        select o.parent_id from above as a join app.organizations as o on o.id = a.id where o.parent_id is not null
    )
    select g.space_id, max(g.role)
    from app.grants as g
    where g.resource_id is null and coalesce(g.expires_at > app.now(), true)
      and (g.organization_id in (select a.id from above as a)
           or g.group_id in (select m.group_id from app.role_group_members as m join above as a on a.id = m.organization_id))
    group by g.space_id
$$;

-- The spaces, a hundred at most, to which the one organizations give another role than the others: [{space_id, name, before, after}], as app.effect_of.
create or replace function app.effect_between(was uuid[], is_so uuid[]) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_object('space_id', s.id, 'name', s.name, 'before', d.before, 'after', d.after) order by s.id), '[]')
    from (select coalesce(b.space_id, a.space_id) as space_id, b.role as before, a.role as after
          from app.roles_through(was) as b full join app.roles_through(is_so) as a on a.space_id = b.space_id
          where b.role is distinct from a.role order by 1 limit 100) as d
    join app.spaces as s on s.id = d.space_id
$$;

-- What these people have on the spaces of an effect without any organization: {space: role}, those with the same together.
create or replace function app.own_roles(people uuid[], effect jsonb) returns table (own jsonb, alike uuid[])
language sql stable as $$
    with spaces as materialized (
        select (e ->> 'space_id')::uuid as id from jsonb_array_elements(effect) as e
    ), given as (
        select g.user_id, g.space_id, g.role from app.grants as g join spaces as s on s.id = g.space_id
        where g.user_id = any (people) and g.resource_id is null and coalesce(g.expires_at > app.now(), true)
        union all
        select m.user_id, g.space_id, g.role from app.grants as g join spaces as s on s.id = g.space_id join app.role_group_members as m on m.group_id = g.group_id
        where m.user_id = any (people) and g.resource_id is null and coalesce(g.expires_at > app.now(), true)
    ), best as (
        select b.user_id, jsonb_object_agg(b.space_id, b.role) as own
        from (select g.user_id, g.space_id, max(g.role) as role from given as g group by g.user_id, g.space_id) as b group by b.user_id
    )
    select coalesce(b.own, '{}'), array_agg(p.id) from unnest(people) as p (id) left join best as b on b.user_id = p.id group by 1
$$;

-- The same effect for somebody who has that besides: what they have anyway is neither won nor lost.
create or replace function app.effect_beside(effect jsonb, own jsonb) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(e.value || jsonb_build_object('before', r.before, 'after', r.after) order by e.ordinality), '[]')
    from jsonb_array_elements(effect) with ordinality as e
    cross join lateral (select greatest((e.value ->> 'before')::app.space_role, (own ->> (e.value ->> 'space_id'))::app.space_role) as before,
                               greatest((e.value ->> 'after')::app.space_role, (own ->> (e.value ->> 'space_id'))::app.space_role) as after) as r
    where r.before is distinct from r.after
$$;

-- Of two lists of places, those of the first that the second has not, or not like that: [{organization_id, name, role, primary}].
create or replace function app.places_beyond(places jsonb, others jsonb) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(p || jsonb_build_object('name', o.name) order by o.id), '[]')
    from jsonb_array_elements(places) as p join app.organizations as o on o.id = (p ->> 'organization_id')::uuid
    where not others @> jsonb_build_array(p)
$$;

create or replace function app.organizations_in(places jsonb) returns uuid[]
language sql immutable as $$
    select array(select (p ->> 'organization_id')::uuid from jsonb_array_elements(places) as p)
$$;

-- One notice to all to whom the same happened: where they were and are, and what that gives and takes. was: app.places_of before.
create or replace function app.tell_placed(kind text, tenant uuid, reason text, was jsonb) returns void
language plpgsql as $$
declare
    is_so jsonb := app.places_of(array(select k::uuid from jsonb_object_keys(was) as k));
    told record;
begin
    for told in
        with alike as materialized (
            select w.value as was, is_so -> w.key as is_so, array_agg(w.key::uuid) as people
            from jsonb_each(was) as w where w.value <> is_so -> w.key group by 1, 2
        ), meant as materialized (
            select app.places_beyond(a.was, a.is_so) as before, app.places_beyond(a.is_so, a.was) as after,
                   app.effect_between(app.organizations_in(a.was), app.organizations_in(a.is_so)) as effect, a.people
            from alike as a
        )
        select m.before, m.after, app.effect_beside(m.effect, o.own) as effect, array_agg(p.id) as people
        from meant as m cross join lateral app.own_roles(m.people, m.effect) as o cross join unnest(o.alike) as p (id)
        group by 1, 2, 3
    loop
        perform app.notify_users(tell_placed.kind, told.people, tell_placed.tenant,
            jsonb_build_object('before', told.before, 'after', told.after, 'effect', told.effect, 'reason', reason));
    end loop;
end
$$;
