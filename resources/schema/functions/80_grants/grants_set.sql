-- Sets or changes up to 500 grants of a space and its resources, all or none; every error names its item.

-- One wished grant with what stands there today.
create or replace function app.wished_grant(space app.spaces, item jsonb, place bigint) returns app.wished_grant
language plpgsql as $$
declare
    wish app.wished_grant;
    existing app.grants;
    subject uuid := (item ->> 'subject_id')::uuid;
begin
    wish.field := format('grants[%s]', place);
    wish.id := (item ->> 'grant_id')::uuid;
    wish.resource_id := case item ->> 'object_kind' when 'resource' then (item ->> 'object_id')::uuid end;
    wish.subject_kind := item ->> 'subject_kind';
    wish.subject_id := subject;
    wish.role := (item ->> 'role')::app.space_role;
    wish.expires_at := app.from_micros((item ->> 'expires_at')::bigint);
    select * into existing from app.grants as g
    where g.space_id = space.id and g.resource_id is not distinct from wish.resource_id
      -- By the index of whatever the subject is; a case would read the whole space.
      and (g.user_id = subject or g.organization_id = subject or g.group_id = subject)
      and wish.subject_kind = case when g.user_id is not null then 'user' when g.organization_id is not null then 'organization' else 'role_group' end;
    wish.existing := existing;
    return wish;
end
$$;

-- Whether the subject may have grants here; that a person is active is asked only where they have none yet: of who is suspended a grant can be lowered,
-- given an end, and put back, and one of them doesn't stop a change of many. Reads it FOR KEY SHARE: who deletes it at the same time waits, or is waited for.
create or replace function app.check_grant_subject(space app.spaces, wish app.wished_grant) returns jsonb
language plpgsql as $$
declare
    field text := wish.field || '.subject_id';
    person app.users;
    tenant uuid;
begin
    if wish.subject_kind = 'user' then
        select * into person from app.users as u where u.id = wish.subject_id for key share;
        if person.id is null then
            return app.error('grant.subject_unknown', field);
        elsif (wish.existing).id is null and (person.status <> 'active' or not exists (select from app.tenants as t where t.id = person.tenant_id and app.works(t))) then
            return app.error('grant.subject_inactive', field, jsonb_build_object('name', person.name));
        end if;
        return '[]';
    elsif wish.subject_kind = 'organization' then
        select o.tenant_id into tenant from app.organizations as o where o.id = wish.subject_id for key share;
    else
        select g.tenant_id into tenant from app.role_groups as g where g.id = wish.subject_id for key share;
    end if;
    return case when tenant is null then app.error('grant.subject_unknown', field)
                when tenant <> space.tenant_id then app.error('grant.subject_elsewhere', field) else '[]' end;
end
$$;

-- The same for the actor's eyes: a person who isn't active is named to their own tenant, and to the administrator of the space's tenant where they are
-- in its list of outsiders. To others they are unknown (MEM-9).
create or replace function app.shown_subject_errors(actor app.actor, space app.spaces, wish app.wished_grant) returns jsonb
language plpgsql as $$
declare
    errors jsonb := app.check_grant_subject(space, wish);
begin
    if errors -> 0 ->> 'code' is distinct from 'grant.subject_inactive'
       or exists (select from app.users as u where u.id = wish.subject_id and u.tenant_id = (actor).tenant_id)
       or app.administers(actor, space.tenant_id) and exists (select from app.outsiders as o where o.tenant_id = space.tenant_id and o.user_id = wish.subject_id) then
        return errors;
    end if;
    return app.error('grant.subject_unknown', wish.field || '.subject_id');
end
$$;

-- Whether the actor saw what stands there today (INB-6): a grant that somebody else gave the same subject meanwhile is a conflict too,
-- and one that is gone can't be changed.
drop function if exists app.check_grant_seen(app.actor, jsonb, app.spaces, app.wished_grant);
create or replace function app.check_grant_seen(actor app.actor, seen jsonb, space app.spaces, wish app.wished_grant) returns jsonb
language plpgsql stable as $$
declare
    existing app.grants := wish.existing;
begin
    return case
        when existing.id is null and exists (select from app.grants as g where g.id = wish.id) then app.error('command.id_taken', wish.field || '.grant_id')
        when existing.id is null and seen ? wish.id::text then app.error('grant.gone', wish.field)
        when existing.id = wish.id then app.seen_errors(actor, seen, existing.id, '', existing.version, wish.field)
        when existing.id is not null then
            app.error('command.conflict', wish.field, jsonb_build_object('record', existing.id, 'group', '', 'seen', 0, 'now', existing.version))
        else '[]' end;
end
$$;

create or replace function app.check_wished_grant(actor app.actor, own_roles jsonb, seen jsonb, space app.spaces, wish app.wished_grant) returns jsonb
language plpgsql as $$
declare
    existing app.grants := wish.existing;
    errors jsonb;
begin
    if wish.resource_id is not null and not exists (select from app.resources as r where r.space_id = space.id and r.id = wish.resource_id for key share) then
        return app.error('grant.object_unknown', wish.field || '.object_id');
    end if;
    errors := app.check_grant_change(actor, own_roles, space, wish.resource_id, existing.role, wish.role, wish.field || '.role');
    if errors <> '[]' then
        return errors;
    end if;
    return app.check_grant_seen(actor, seen, space, wish) || app.shown_subject_errors(actor, space, wish)
        || case when wish.expires_at <= app.now() then app.error('grant.expired', wish.field || '.expires_at') else '[]' end;
end
$$;

-- All in one statement: the triggers of the feed and of history run once.
create or replace function app.write_grants(actor app.actor, space app.spaces, wishes app.wished_grant[]) returns app.grants[]
language sql volatile as $$
    with written as (
        insert into app.grants as g (tenant_id, id, space_id, resource_id, user_id, organization_id, group_id, role, expires_at, granted_by, granted_at)
        select space.tenant_id, w.id, space.id, w.resource_id, case w.subject_kind when 'user' then w.subject_id end,
               case w.subject_kind when 'organization' then w.subject_id end, case w.subject_kind when 'role_group' then w.subject_id end,
               w.role, w.expires_at, (actor).user_id, app.now()
        from unnest(wishes) as w
        on conflict (id) do update
            set role = excluded.role, expires_at = excluded.expires_at, granted_by = excluded.granted_by, granted_at = excluded.granted_at, version = g.version + 1
        returning g
    )
    select coalesce(array_agg(written.g), '{}') from written
$$;

-- When the last of a subject's grants on the resources of a space ends; infinity: never.
create or replace function app.resource_grants_end(space app.spaces, subject_kind text, subject uuid) returns timestamptz
language sql stable as $$
    select max(coalesce(g.expires_at, 'infinity')) from app.grants as g
    where g.space_id = space.id and g.resource_id is not null
      -- By the index of whatever the subject is, as in wished_grant.
      and (g.user_id = subject or g.organization_id = subject or g.group_id = subject)
      and subject_kind = case when g.user_id is not null then 'user' when g.organization_id is not null then 'organization' else 'role_group' end
$$;

-- Whether a subject with this grant of its own on the space (id null: none) needs a guest grant that lasts until then.
create or replace function app.guest_needed(space app.spaces, wishes app.wished_grant[], guest app.wished_grant, lasts timestamptz) returns boolean
language plpgsql stable as $$
declare
    own app.grants := guest.existing;
begin
    if own.id is null or own.expires_at <= app.now() then
        return app.subject_role_on_space(guest.subject_kind, guest.subject_id, space.id) is null;
    end if;
    -- A grant that counts for nothing just now, as that of a disabled organization, stays what it is: it counts again one day. A guest's lasts
    -- as long as what it serves, unless this command itself says how long.
    return own.role = 'guest' and own.expires_at < lasts and not exists (select from unnest(wishes) as w where w.id = own.id);
end
$$;

-- Whether a subject has a role on the space until then (null: for good) by other grants than its own on the space.
create or replace function app.has_role_beside_own(space app.spaces, subject_kind text, subject uuid, until timestamptz) returns boolean
language sql stable as $$
    with recursive chain (id, parent_id, enabled) as (
        select o.id, o.parent_id, o.enabled from app.organizations as o where subject_kind = 'organization' and o.id = subject
        union
        select o.id, o.parent_id, o.enabled from chain as c join app.organizations as o on o.id = c.parent_id
    ), counting as (
        select c.id from chain as c where (select bool_and(enabled) from chain)
        union
        select unnest(c.organizations) from app.circle_of(subject) as c where subject_kind = 'user'
    )
    select exists (
        select from app.grants as g
        where g.space_id = space.id and g.resource_id is null and coalesce(g.expires_at, 'infinity') >= coalesce(until, 'infinity') and coalesce(g.expires_at > app.now(), true)
          and (g.organization_id in (select c.id from counting as c) and g.organization_id <> subject
               or g.group_id in (select m.group_id from app.role_group_members as m where m.organization_id in (select c.id from counting as c))
               or subject_kind = 'user' and g.group_id in (select unnest(c.groups) from app.circle_of(subject) as c)))
$$;

-- PRM-9: a role on a resource must not outlast the subject's role on the space. A subject has one grant on a space, which can't become guest by itself when it
-- ends, and the resolver implies nothing: so a grant that would outlast the subject's own on the space is refused, and one on the space that would end before
-- those on resources, unless the subject has a role there by other grants for as long. A guest's is lengthened instead (guests_needed). The wishes are written.
create or replace function app.check_nothing_outlasts(space app.spaces, wishes app.wished_grant[]) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(app.error('grant.outlasts_space', coalesce(w.field || '.expires_at', ''), jsonb_build_object('until', app.micros(own.expires_at))) -> 0), '[]')
    from unnest(wishes) as w
    join app.grants as own on own.space_id = space.id and own.resource_id is null
        and (own.user_id = w.subject_id or own.organization_id = w.subject_id or own.group_id = w.subject_id)
        and own.expires_at > app.now() and (own.role <> 'guest' or exists (select from unnest(wishes) as named where named.id = own.id))
    cross join lateral (select case when w.resource_id is not null then coalesce(w.expires_at, 'infinity')
                                    else app.resource_grants_end(space, w.subject_kind, w.subject_id) end) as lasts (until)
    where own.expires_at < lasts.until and not app.has_role_beside_own(space, w.subject_kind, w.subject_id, nullif(lasts.until, 'infinity'))
$$;

-- PRM-9: whoever got a grant on a resource and has no role on the space becomes guest there, in any space, for as long as the longest of
-- their grants on its resources; who is guest already stays it for as long. A grant of theirs on the space that has run out makes room.
-- The wishes are written before.
create or replace function app.guests_needed(space app.spaces, wishes app.wished_grant[]) returns app.wished_grant[]
language plpgsql as $$
declare
    needed app.wished_grant[] := '{}';
    wish app.wished_grant;
    subject record;
    lasts timestamptz;
begin
    for subject in
        select distinct w.subject_kind, w.subject_id from unnest(wishes) as w where w.resource_id is not null order by w.subject_kind, w.subject_id
    loop
        lasts := app.resource_grants_end(space, subject.subject_kind, subject.subject_id);
        wish := app.wished_grant(space, jsonb_build_object('grant_id', app.uuid7(), 'object_kind', 'space', 'object_id', space.id,
            'subject_kind', subject.subject_kind, 'subject_id', subject.subject_id, 'role', 'guest', 'expires_at', app.micros(nullif(lasts, 'infinity'))), 0);
        if app.guest_needed(space, wishes, wish, lasts) then
            wish.id := coalesce((wish.existing).id, wish.id);
            needed := needed || wish;
        end if;
    end loop;
    return needed;
end
$$;

-- A list may not name the same grant or the same subject on the same object twice.
create or replace function app.check_no_grant_twice(wishes app.wished_grant[]) returns void
language sql stable as $$
    select app.refuse_all(coalesce(jsonb_agg(app.error('grant.doubled', w.field) -> 0), '[]'))
    from (select w.field, row_number() over (partition by w.resource_id, w.subject_kind, w.subject_id order by w.field) as same_place,
                 row_number() over (partition by w.id order by w.field) as same_id
          from unnest(wishes) as w) as w
    where w.same_place > 1 or w.same_id > 1
$$;

create or replace function app.grant_versions(written app.grants[]) returns jsonb
language sql stable as $$
    select coalesce(jsonb_object_agg(g.id, jsonb_build_object('', g.version)), '{}') from unnest(written) as g
$$;

create or replace function cmd.grants_set(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    space app.spaces := app.space_of_command(actor, (payload ->> 'space_id')::uuid);
    wishes app.wished_grant[];
    wish app.wished_grant;
    own_roles jsonb;
    errors jsonb := '[]';
    written app.grants[];
    needed app.wished_grant[];
    guests app.grants[];
begin
    wishes := (select array_agg(app.wished_grant(space, i.value, i.ordinality - 1) order by i.ordinality)
               from jsonb_array_elements(payload -> 'grants') with ordinality as i);
    perform app.refuse_all((
        select coalesce(jsonb_agg(app.error('grant.object_unknown', format('grants[%s].object_id', i.ordinality - 1)) -> 0), '[]')
        from jsonb_array_elements(payload -> 'grants') with ordinality as i
        where i.value ->> 'object_kind' = 'space' and (i.value ->> 'object_id')::uuid <> space.id));
    perform app.check_no_grant_twice(wishes);
    own_roles := app.own_roles(actor, space, (select array_agg(w.resource_id) from unnest(wishes) as w));
    foreach wish in array wishes loop
        errors := errors || app.check_wished_grant(actor, own_roles, seen, space, wish);
    end loop;
    perform app.refuse_all(errors);
    perform app.enter_outsiders(space.tenant_id, (select array_agg(w.subject_id) from unnest(wishes) as w where w.subject_kind = 'user'));
    written := app.write_grants(actor, space, wishes);
    perform app.refuse_all(app.check_nothing_outlasts(space, wishes));
    needed := app.guests_needed(space, wishes);
    guests := app.write_grants(actor, space, needed);
    perform app.audit('grants_set', 'space', space.id, space.tenant_id,
        (select coalesce(jsonb_agg(app.grant_json(w.existing)), '[]') from unnest(wishes || needed) as w where (w.existing).id is not null),
        (select jsonb_agg(app.grant_json(g)) from unnest(written || guests) as g), app.reason_of(context));
    return jsonb_build_object('result', jsonb_build_object('guests', (select coalesce(jsonb_agg(g.id), '[]') from unnest(guests) as g)),
        'versions', app.grant_versions(written || guests));
end
$$;
