-- ORG-8: gives one person chosen grants, groups and organizations of another, all or nothing. Grants follow the rules of grants_set: what the
-- actor could not grant there they can't copy either. Ownership and leadership are not copied, they are handed over.

-- What is wrong with the two people.
create or replace function app.check_copy_people(source uuid, target app.users, tenant uuid) returns jsonb
language sql stable as $$
    select case when not exists (select from app.users as u where u.id = source and u.tenant_id = tenant) then app.error('membership.user_elsewhere', 'from_user_id') else '[]' end
        || case when target.tenant_id is distinct from tenant then app.error('copy.target_elsewhere', 'to_user_id')
                when target.id = source then app.error('copy.target_same', 'to_user_id')
                when target.status <> 'active' then app.error('copy.target_inactive', 'to_user_id', jsonb_build_object('name', target.name)) else '[]' end
$$;

-- What is chosen and isn't theirs (any more), or doesn't count.
create or replace function app.check_copied(source uuid, target uuid, tenant uuid, payload jsonb) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(app.error(c.code, c.field, c.parameters) -> 0 order by c.field), '[]') from (
        select 'copy.gone' as code, format('grant_ids[%s]', i.ordinality - 1) as field, '{}'::jsonb as parameters
        from jsonb_array_elements_text(payload -> 'grant_ids') with ordinality as i
        where not exists (select from app.grants as g where g.id = i.value::uuid and g.user_id = source and g.tenant_id = tenant and coalesce(g.expires_at > app.now(), true))
        union all
        select 'copy.gone', format('group_ids[%s]', i.ordinality - 1), '{}'
        from jsonb_array_elements_text(payload -> 'group_ids') with ordinality as i
        where not exists (select from app.role_group_members as m where m.group_id = i.value::uuid and m.user_id = source and m.tenant_id = tenant)
        union all
        select 'copy.gone', format('organization_ids[%s]', i.ordinality - 1), '{}'
        from jsonb_array_elements_text(payload -> 'organization_ids') with ordinality as i
        where not exists (select from app.memberships as m where m.organization_id = i.value::uuid and m.user_id = source and m.tenant_id = tenant)
        union all
        select 'membership.organization_disabled', format('organization_ids[%s]', i.ordinality - 1), jsonb_build_object('name', o.name)
        from jsonb_array_elements_text(payload -> 'organization_ids') with ordinality as i join app.organizations as o on o.id = i.value::uuid and o.tenant_id = tenant
        where not app.organization_counts(o.id)
          and not exists (select from app.memberships as m where m.organization_id = o.id and m.user_id = target)) as c
$$;

-- A grant of the other person as a wish for this one: an owner's as administrator's, never less than what they have. Null: they have it already.
create or replace function app.copied_wish(space app.spaces, given app.grants, target uuid, place bigint) returns app.wished_grant
language plpgsql as $$
declare
    wish app.wished_grant := app.wished_grant(space, jsonb_build_object('grant_id', app.uuid7(), 'object_kind', case when given.resource_id is null then 'space' else 'resource' end,
        'object_id', coalesce(given.resource_id, space.id), 'subject_kind', 'user', 'subject_id', target,
        'role', least(given.role, 'administrator'), 'expires_at', app.micros(given.expires_at)), place);
    existing app.grants := wish.existing;
begin
    wish.field := format('grant_ids[%s]', place);
    if existing.id is not null and coalesce(existing.expires_at > app.now(), true) then
        if existing.role > wish.role or (existing.role = wish.role and coalesce(existing.expires_at, 'infinity') >= coalesce(wish.expires_at, 'infinity')) then
            return null;
        end if;
    end if;
    wish.id := coalesce(existing.id, wish.id);
    return wish;
end
$$;

-- Copies the grants on one space: its errors (nothing is written then) or the grants.
create or replace function app.copy_space_grants(actor app.actor, space app.spaces, source uuid, target uuid, chosen jsonb, out errors jsonb, out written app.grants[])
language plpgsql as $$
declare
    wishes app.wished_grant[];
    own_roles jsonb;
begin
    select coalesce(array_agg(w.wish) filter (where (w.wish).id is not null), '{}') into wishes
    from (select app.copied_wish(space, g, target, i.ordinality - 1) as wish
          from jsonb_array_elements_text(chosen) with ordinality as i join app.grants as g on g.id = i.value::uuid
          where g.space_id = space.id order by i.ordinality) as w;
    written := '{}';
    own_roles := app.own_roles(actor, space, (select array_agg(w.resource_id) from unnest(wishes) as w));
    select coalesce(jsonb_agg(e.error), '[]') into errors
    from unnest(wishes) as w cross join lateral jsonb_array_elements(
        app.check_grant_change(actor, own_roles, space, w.resource_id, (w.existing).role, w.role, w.field)) as e (error);
    if errors = '[]' then
        written := app.write_grants(actor, space, wishes);
        errors := app.check_nothing_outlasts(space, wishes); -- what was written is rolled back by the refusal
        written := written || app.write_grants(actor, space, app.guests_needed(space, wishes));
    end if;
end
$$;

create or replace function app.copy_grants(actor app.actor, source uuid, target uuid, chosen jsonb) returns app.grants[]
language plpgsql as $$
declare
    space app.spaces;
    part record;
    errors jsonb := '[]';
    written app.grants[] := '{}';
begin
    for space in
        select s.* from app.spaces as s
        where s.id in (select g.space_id from app.grants as g where g.id in (select i::uuid from jsonb_array_elements_text(chosen) as i)) order by s.id for no key update
    loop
        part := app.copy_space_grants(actor, space, source, target, chosen);
        errors := errors || part.errors;
        written := written || part.written;
    end loop;
    perform app.refuse_all(errors);
    return written;
end
$$;

create or replace function cmd.access_copy(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant uuid := (payload ->> 'tenant_id')::uuid;
    source uuid := (payload ->> 'from_user_id')::uuid;
    reason text := payload ->> 'reason';
    target app.users;
    before jsonb;
    after jsonb;
    written app.grants[];
begin
    select * into target from app.users as u where u.id = (payload ->> 'to_user_id')::uuid for no key update;
    perform app.refuse_all(app.check_copy_people(source, target, tenant));
    perform app.refuse_all(app.check_copied(source, target.id, tenant, payload));
    before := app.standing_of(target.id);
    written := app.copy_grants(actor, source, target.id, payload -> 'grant_ids');
    insert into app.role_group_members (tenant_id, id, group_id, user_id)
    select tenant, app.uuid7(), i::uuid, target.id from jsonb_array_elements_text(payload -> 'group_ids') as i order by i
    on conflict (group_id, user_id, organization_id) do nothing;
    insert into app.memberships (tenant_id, id, user_id, organization_id, since)
    select tenant, app.uuid7(), target.id, i::uuid, app.now() from jsonb_array_elements_text(payload -> 'organization_ids') as i order by i
    on conflict (user_id, organization_id) do nothing;
    perform app.audit('access_copy', 'user', target.id, tenant, null, payload - 'tenant_id' - 'to_user_id' - 'reason'
        || jsonb_build_object('grants', (select coalesce(jsonb_agg(app.grant_json(g)), '[]') from unnest(written) as g)), reason);
    after := app.standing_of(target.id);
    perform app.notify_users('access_copied', array[target.id], tenant, jsonb_build_object('from_id', source,
        'from', (select u.name from app.users as u where u.id = source), 'reason', reason, 'effect', app.effect_of(before, after)));
    return jsonb_build_object('result', jsonb_build_object('granted', (select coalesce(jsonb_agg(g.id), '[]') from unnest(written) as g)),
        'versions', app.grant_versions(written) || app.copied_memberships(target, tenant, before, after, reason));
end
$$;

-- ORG-4: where organizations were added, the person is told of them too, and their counter goes up.
create or replace function app.copied_memberships(target app.users, tenant uuid, before jsonb, after jsonb, reason text) returns jsonb
language plpgsql as $$
begin
    if before -> 'memberships' = after -> 'memberships' then
        return '{}';
    end if;
    perform app.memberships_changed(target.id, tenant, before, reason);
    return jsonb_build_object(target.id, jsonb_build_object('memberships', app.touch_memberships(target.id)));
end
$$;
