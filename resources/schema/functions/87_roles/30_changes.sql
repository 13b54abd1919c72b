-- What a change of permissions does to organizations and people: by what is set at one of them, or by its place among the others (OPM-10).

-- The first organization of these where what counts contradicts itself, with both sides named. Thousands of organizations have few different
-- pictures: each is looked at once.
drop function if exists app.refuse_contradictions(uuid);
create or replace function app.refuse_contradictions(top uuid, key_field text, scope_field text) returns void
language plpgsql stable as $$
declare
    place record;
    pair jsonb;
    over_people text;
begin
    for place in
        select min(o.name) as name, b.data_scope, b.keys from app.permissions_below(top) as b join app.organizations as o on o.id = b.organization_id
        where cardinality(b.keys) > 0 group by b.data_scope, b.keys order by 1
    loop
        pair := app.contradiction(place.keys);
        if pair is not null then
            perform app.refuse('organization_permissions.contradiction', key_field, pair || jsonb_build_object('name', place.name));
        elsif place.data_scope = 'none' then
            select min(k) into over_people from unnest(place.keys) as k where app.declaration('commands') #>> array['keys', k, 'area'] = 'users';
            if over_people is not null then
                perform app.refuse('organization_permissions.nobody_in_scope', scope_field, jsonb_build_object('name', place.name, 'key', over_people));
            end if;
        end if;
    end loop;
end
$$;

-- What counts in an organization and below it, as it is at this moment; to be compared with the same after a change.
create or replace function app.permissions_picture(top uuid) returns jsonb
language sql stable as $$
    select jsonb_object_agg(b.organization_id, jsonb_build_object('data_scope', b.data_scope, 'keys', to_jsonb(b.keys))) from app.permissions_below(top) as b
$$;

-- Each organization where something else counts now, those with the same change together: [{before, after, organizations: [id]}].
create or replace function app.permission_effects(before jsonb, after jsonb) returns jsonb
language sql immutable as $$
    select coalesce(jsonb_agg(jsonb_build_object('before', e.before, 'after', e.after, 'organizations', e.organizations) order by e.organizations), '[]')
    from (select b.value as before, after -> b.key as after, jsonb_agg(b.key order by b.key) as organizations
          from jsonb_each(before) as b where b.value <> after -> b.key group by b.value, after -> b.key) as e
$$;

-- Whom the change gives or takes something, those to whom it does the same together. What somebody holds by a role or by another organization too (allow beats
-- deny, OPM-3) is neither won nor lost by it. People who are in the same organizations and hold the same roles are looked at once: of hundreds of thousands
-- there are a few thousand kinds.
create or replace function app.permission_gains(before jsonb, after jsonb) returns table (gained text[], lost text[], data_scope text, people uuid[])
language sql stable as $$
    with changed as materialized (
        select b.key::uuid as id, b.value as before, after -> b.key as after
        from jsonb_each(before) as b where b.value <> after -> b.key and app.organization_counts(b.key::uuid)
    ), roles as materialized (
        select r.user_id, array_agg(r.tenant_role_id order by r.tenant_role_id) as held from app.role_assignments as r where r.tenant_role_id is not null group by r.user_id
    ), standing as materialized (
        select m.user_id, array_agg(m.organization_id order by m.organization_id) as places
        from app.memberships as m where m.user_id in (select n.user_id from app.memberships as n join changed as c on c.id = n.organization_id) group by m.user_id
    ), alike as materialized (
        select row_number() over () as id, s.places, r.held as roles, array_agg(s.user_id) as people from standing as s left join roles as r on r.user_id = s.user_id group by s.places, r.held
    ), counting as materialized (
        select o.id, c.id is not null as is_changed, coalesce(c.before, e.now) as before, coalesce(c.after, e.now) as after
        from (select distinct unnest(a.places) as id from alike as a) as o left join changed as c on c.id = o.id
        left join lateral (select jsonb_build_object('data_scope', p.data_scope, 'keys', to_jsonb(p.keys)) as now
                           from app.effective_permissions(o.id) as p where c.id is null and app.organization_counts(o.id)) as e on true
    ), placed as materialized (
        select a.id as kind, c.* from alike as a cross join unnest(a.places) as o (id) join counting as c on c.id = o.id
    ), held as materialized (
        select h.kind, h.key, bool_or(h.was) as was, bool_or(h.is_so) as is_so
        from (select p.kind, k.key, k.was, k.is_so
              from placed as p cross join lateral (select jsonb_array_elements_text(p.before -> 'keys'), true, false
                                                   union all select jsonb_array_elements_text(p.after -> 'keys'), false, true) as k (key, was, is_so)
              union all
              select a.id, k.key, true, true
              from alike as a cross join unnest(a.roles) as r (id) join app.tenant_roles as t on t.id = r.id cross join unnest(t.keys) as k (key)) as h
        group by h.kind, h.key having bool_or(h.was) <> bool_or(h.is_so)
    ), keys as materialized (
        select h.kind, array_agg(h.key order by h.key) filter (where h.is_so) as gained, array_agg(h.key order by h.key) filter (where h.was) as lost
        from held as h group by h.kind
    ), scopes as materialized (
        -- Whoever sees everybody by another organization has nothing to learn.
        select p.kind, case when bool_or(p.before ->> 'data_scope' = 'tenant') filter (where not p.is_changed) is not true
                            then (array_agg(p.after ->> 'data_scope' order by array_position(array['tenant', 'below', 'own', 'none'], p.after ->> 'data_scope'))
                                  filter (where p.is_changed and p.before ->> 'data_scope' <> p.after ->> 'data_scope'))[1] end as data_scope
        from placed as p group by p.kind
    ), effects as (
        select coalesce(k.gained, '{}') as gained, coalesce(k.lost, '{}') as lost, s.data_scope, a.people
        from alike as a left join keys as k on k.kind = a.id left join scopes as s on s.kind = a.id
    )
    select e.gained, e.lost, e.data_scope, array_agg(p.id)
    from effects as e cross join unnest(e.people) as p (id)
    where cardinality(e.gained) + cardinality(e.lost) > 0 or e.data_scope is not null
    group by e.gained, e.lost, e.data_scope
$$;

-- What somebody is told of a change at the organization, or above it.
create or replace function app.permission_notice(organization app.organizations, reason text, data_scope text, gained text[], lost text[]) returns jsonb
language sql immutable as $$
    select jsonb_strip_nulls(jsonb_build_object('organization_id', (organization).id, 'name', (organization).name, 'reason', reason, 'data_scope', data_scope))
        || jsonb_build_object('gained', to_jsonb(gained), 'lost_keys', to_jsonb(lost))
$$;

create or replace function app.keys_without(keys jsonb, others jsonb) returns text[]
language sql immutable as $$
    select array(select k from jsonb_array_elements_text(keys) as k where not others ? k order by k)
$$;

-- NOT-3: one notice for all to whom the same happened; before and after: app.permissions_picture of the organization. Of more people than can be looked at one by
-- one while others wait for the tenant's organizations, everybody is told what happened at the organization itself.
drop function if exists app.tell_permissions(app.organizations, jsonb, jsonb, text);
create or replace function app.tell_permissions(organization app.organizations, before jsonb, after jsonb, reason text) returns void
language plpgsql as $$
declare
    told record;
    was jsonb := before -> organization.id::text;
    is_so jsonb := after -> organization.id::text;
    everybody bigint;
begin
    if before = after then
        return;
    end if;
    everybody := (select count(distinct m.user_id) from app.memberships as m where m.tenant_id = organization.tenant_id and before ? m.organization_id::text);
    if everybody > 20000 then
        perform app.notify_scope('organization_permissions_changed', 7::smallint, organization.id, organization.tenant_id,
            app.permission_notice(organization, reason, case when was -> 'data_scope' <> is_so -> 'data_scope' then is_so ->> 'data_scope' end,
                                  app.keys_without(is_so -> 'keys', was -> 'keys'), app.keys_without(was -> 'keys', is_so -> 'keys')))
        where was <> is_so;
        return;
    end if;
    for told in
        select g.people, app.permission_notice(organization, reason, g.data_scope, g.gained, g.lost) as content from app.permission_gains(before, after) as g
    loop
        if cardinality(told.people) = everybody then
            perform app.notify_scope('organization_permissions_changed', 7::smallint, organization.id, organization.tenant_id, told.content);
        else
            perform app.notify_users('organization_permissions_changed', told.people, organization.tenant_id, told.content);
        end if;
    end loop;
end
$$;
