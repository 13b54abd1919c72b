-- ORG-7: passes on what somebody owns, leads or administers, all or nothing. Who hands over steps down by one: an owner is administrator
-- afterwards (SPC-10), an administrator editor, a leader member.

-- The grants and memberships that an item names, where they are still that person's.
create or replace function app.handed_grant(person uuid, tenant uuid, kind text, id uuid) returns app.grants
language sql stable as $$
    select g from app.grants as g
    where g.user_id = person and g.tenant_id = tenant
      and case kind when 'space' then g.space_id = handed_grant.id and g.resource_id is null and g.role = 'owner'
                    when 'resource' then g.resource_id = handed_grant.id and g.role = 'owner'
                    when 'administration' then g.id = handed_grant.id and g.role = 'administrator' end
$$;

create or replace function app.check_handover_item(person uuid, tenant uuid, item jsonb, place bigint) returns jsonb
language plpgsql stable as $$
declare
    kind text := item ->> 'kind';
    named uuid := (item ->> 'id')::uuid;
    holder app.users;
    theirs boolean;
begin
    theirs := case kind when 'organization' then exists (select from app.memberships as m where m.organization_id = named and m.user_id = person and m.role = 'leader')
                        else (app.handed_grant(person, tenant, kind, named)).id is not null end;
    select * into holder from app.users as u where u.id = (item ->> 'to')::uuid;
    return case when not theirs then app.error('handover.gone', format('items[%s].id', place))
                -- SPC-9 allows transfers in an archived space, nothing else.
                when kind = 'administration' and (select s.archived from app.spaces as s where s.id = (app.handed_grant(person, tenant, kind, named)).space_id)
                    then app.error('space.archived', format('items[%s].id', place)) else '[]' end
        || case when holder.id = person then app.error('handover.holder_same', format('items[%s].to', place))
                when holder.tenant_id is distinct from tenant then app.error('handover.holder_elsewhere', format('items[%s].to', place))
                when holder.status <> 'active' then app.error('handover.holder_inactive', format('items[%s].to', place), jsonb_build_object('name', holder.name))
                else '[]' end;
end
$$;

create or replace function app.check_handover(person uuid, tenant uuid, items jsonb) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(e.error order by i.ordinality), '[]')
    from (select w.value, w.ordinality, row_number() over (partition by w.value -> 'kind', w.value -> 'id' order by w.ordinality) as copy
          from jsonb_array_elements(items) with ordinality as w) as i
    cross join lateral jsonb_array_elements(
        case when i.copy > 1 then app.error('handover.doubled', format('items[%s].id', i.ordinality - 1))
             else app.check_handover_item(person, tenant, i.value, i.ordinality - 1) end) as e (error)
$$;

-- An owner's grant: the versions of what is written. Who has no role on the space becomes its guest (PRM-9).
create or replace function app.hand_ownership(actor app.actor, given app.grants, holder uuid) returns jsonb
language plpgsql as $$
declare
    space app.spaces;
    wish app.wished_grant;
    written app.grants[];
    counter integer;
begin
    select * into strict space from app.spaces as s where s.id = given.space_id for no key update;
    written := app.pass_ownership(actor, space, given, given.resource_id, holder);
    if given.resource_id is null then
        update app.spaces as s set version = s.version + 1, version_owner = s.version_owner + 1 where s.id = space.id returning s.version_owner into counter;
    else
        update app.resources as r set version = r.version + 1, version_owner = r.version_owner + 1 where r.id = given.resource_id returning r.version_owner into counter;
        wish.resource_id := given.resource_id;
        wish.subject_kind := 'user';
        wish.subject_id := holder;
        perform app.refuse_all(app.check_nothing_outlasts(space, array[wish]));
        written := written || app.write_grants(actor, space, app.guests_needed(space, array[wish]));
    end if;
    return app.grant_versions(written) || jsonb_build_object(coalesce(given.resource_id, given.space_id), jsonb_build_object('owner', counter));
end
$$;

-- An administrator's grant: its former holder is editor afterwards; the new one keeps a higher role, and the later of both ends.
create or replace function app.hand_administration(actor app.actor, given app.grants, holder uuid) returns jsonb
language plpgsql as $$
declare
    space app.spaces;
    wish app.wished_grant;
    lowered app.grants;
    written app.grants[] := '{}';
begin
    select * into strict space from app.spaces as s where s.id = given.space_id for no key update;
    update app.grants as g set role = 'editor', version = g.version + 1 where g.id = given.id returning * into lowered;
    wish := app.wished_grant(space, jsonb_build_object('grant_id', app.uuid7(), 'object_kind', case when given.resource_id is null then 'space' else 'resource' end,
        'object_id', coalesce(given.resource_id, space.id), 'subject_kind', 'user', 'subject_id', holder, 'role', given.role, 'expires_at', app.micros(given.expires_at)), 0);
    if (wish.existing).id is null or (wish.existing).role <= given.role then
        wish.id := coalesce((wish.existing).id, wish.id);
        if (wish.existing).role = given.role then
            wish.expires_at := nullif(greatest(coalesce((wish.existing).expires_at, 'infinity'), coalesce(wish.expires_at, 'infinity')), 'infinity');
        end if;
        written := app.write_grants(actor, space, array[wish]);
        perform app.refuse_all(app.check_nothing_outlasts(space, array[wish]));
    end if;
    return app.grant_versions(lowered || written || app.write_grants(actor, space, app.guests_needed(space, array[wish])));
end
$$;

-- One item; the versions that it left: {record: {group: n}}.
create or replace function app.pass_on(actor app.actor, person uuid, tenant uuid, item jsonb, reason text) returns jsonb
language plpgsql as $$
declare
    kind text := item ->> 'kind';
    named uuid := (item ->> 'id')::uuid;
    holder uuid := (item ->> 'to')::uuid;
    given app.grants;
    led app.organizations;
begin
    if kind = 'organization' then
        update app.organizations as o set version = o.version + 1, version_leader = o.version_leader + 1 where o.id = named returning * into led;
        perform app.set_leader(tenant, named, holder, reason);
        perform app.audit('leader_handed_over', 'organization', named, tenant, jsonb_build_object('leader_id', person), jsonb_build_object('leader_id', holder), reason);
        return jsonb_build_object(named, jsonb_build_object('leader', led.version_leader));
    end if;
    given := app.handed_grant(person, tenant, kind, named);
    perform app.audit(case kind when 'administration' then 'administration_handed_over' else kind || '_transfer' end,
        case when given.resource_id is null then 'space' else 'resource' end, coalesce(given.resource_id, given.space_id), tenant,
        case kind when 'administration' then jsonb_build_object('administrator_id', person) else jsonb_build_object('owner_id', person) end,
        case kind when 'administration' then jsonb_build_object('administrator_id', holder) else jsonb_build_object('owner_id', holder) end, reason);
    return case when given.role = 'owner' then app.hand_ownership(actor, given, holder) else app.hand_administration(actor, given, holder) end;
end
$$;

-- NOT-3: whoever gets something is told of all that they get at once, and whoever had it of all.
create or replace function app.tell_handover(person app.users, items jsonb, reason text) returns void
language plpgsql as $$
declare
    part record;
begin
    for part in
        select (i ->> 'to')::uuid as holder, jsonb_agg(jsonb_build_object('kind', i -> 'kind', 'id', i -> 'id', 'name', n.name) order by n.name) as given
        from jsonb_array_elements(items) as i
        cross join lateral (select coalesce(
            (select s.name from app.spaces as s where s.id = (i ->> 'id')::uuid), (select r.name from app.resources as r where r.id = (i ->> 'id')::uuid),
            (select o.name from app.organizations as o where o.id = (i ->> 'id')::uuid),
            (select coalesce(r.name, s.name) from app.grants as g join app.spaces as s on s.id = g.space_id left join app.resources as r on r.id = g.resource_id
             where g.id = (i ->> 'id')::uuid))) as n (name)
        group by 1 order by 1
    loop
        perform app.notify_users('handed_over', array[part.holder, person.id], person.tenant_id, jsonb_build_object('from_id', person.id, 'from', person.name,
            'to_id', part.holder, 'to', (select u.name from app.users as u where u.id = part.holder), 'items', part.given, 'reason', reason));
    end loop;
end
$$;

create or replace function cmd.handover(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant uuid := (payload ->> 'tenant_id')::uuid;
    items jsonb := payload -> 'items';
    reason text := payload ->> 'reason';
    person app.users;
    item jsonb;
    versions jsonb := '{}';
begin
    -- Outsiders too: they may own resources (EXT-1).
    select * into person from app.users as u where u.id = (payload ->> 'user_id')::uuid
        and (u.tenant_id = tenant or exists (select from app.outsiders as o where o.user_id = u.id and o.tenant_id = tenant)) for no key update;
    if person.id is null then
        perform app.refuse('membership.user_elsewhere', 'user_id');
    end if;
    perform from app.users as u where u.id in (select (i ->> 'to')::uuid from jsonb_array_elements(items) as i) order by u.id for share;
    perform app.refuse_all(app.check_handover(person.id, tenant, items));
    perform app.audit('handover', 'user', person.id, tenant, null, jsonb_build_object('items', items), reason);
    for item in select i from jsonb_array_elements(items) as i loop
        versions := versions || app.pass_on(actor, person.id, tenant, item, reason);
    end loop;
    person.tenant_id := tenant;
    perform app.tell_handover(person, items, reason);
    return jsonb_build_object('result', jsonb_build_object('passed', jsonb_array_length(items)), 'versions', versions);
end
$$;
