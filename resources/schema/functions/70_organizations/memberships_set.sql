-- ORG-3: the organizations of a person, all of them at once. Two of these on one tenant run one after the other (lock 'organizations').

-- What is wrong with the wished list; every item gets its own error.
create or replace function app.check_memberships(person app.users, wished jsonb, primary_organization uuid) returns jsonb
language plpgsql stable as $$
declare
    errors jsonb := '[]';
    item record;
    organization app.organizations;
    leader text;
begin
    for item in
        select w.ordinality - 1 as index, (w.value ->> 'organization_id')::uuid as organization_id, w.value ->> 'role' as role,
               row_number() over (partition by w.value ->> 'organization_id' order by w.ordinality) as copy
        from jsonb_array_elements(wished) with ordinality as w order by w.ordinality
    loop
        organization := app.find_organization(person.tenant_id, item.organization_id);
        if organization.id is null then
            errors := errors || app.error('membership.organization_elsewhere', format('memberships[%s].organization_id', item.index));
            continue;
        elsif item.copy > 1 then
            errors := errors || app.error('membership.doubled', format('memberships[%s].organization_id', item.index));
            continue;
        end if;
        -- Where somebody is already they may stay: disabling an organization must not stand in the way of all else.
        if not app.organization_counts(organization.id) and (organization.id = primary_organization and organization.id <> person.primary_organization_id
               or not exists (select from app.memberships as m where m.user_id = person.id and m.organization_id = organization.id)) then
            errors := errors || app.error('membership.organization_disabled', format('memberships[%s].organization_id', item.index), jsonb_build_object('name', organization.name));
        end if;
        select u.name into leader from app.memberships as m join app.users as u on u.id = m.user_id
        where m.organization_id = organization.id and m.role = 'leader' and m.user_id <> person.id;
        if item.role = 'leader' and leader is not null then
            errors := errors || app.error('membership.leader_taken', format('memberships[%s].role', item.index), jsonb_build_object('name', organization.name, 'leader', leader));
        end if;
    end loop;
    if not exists (select from jsonb_array_elements(wished) as w where (w ->> 'organization_id')::uuid = primary_organization) then
        errors := errors || app.error('membership.primary_missing', 'primary_organization_id');
    end if;
    return errors;
end
$$;

-- Writes the list. Organizations that lost or got their leader by it get a new counter of that group; returned with it.
create or replace function app.write_memberships(person app.users, wished jsonb, primary_organization uuid) returns jsonb
language plpgsql as $$
declare
    leaders jsonb;
begin
    with wish as (
        select (w ->> 'organization_id')::uuid as organization_id, w ->> 'role' as role from jsonb_array_elements(wished) as w
    ), changed as (
        update app.organizations as o set version = o.version + 1, version_leader = o.version_leader + 1
        where o.id in (select coalesce(m.organization_id, w.organization_id)
                       from (select * from app.memberships where user_id = person.id) as m full join wish as w using (organization_id)
                       where (m.role is not distinct from 'leader') <> (w.role is not distinct from 'leader'))
        returning o.id, o.version_leader
    )
    select coalesce(jsonb_object_agg(c.id, jsonb_build_object('leader', c.version_leader)), '{}') into leaders from changed as c;
    delete from app.memberships as m
    where m.user_id = person.id and m.organization_id not in (select (w ->> 'organization_id')::uuid from jsonb_array_elements(wished) as w);
    insert into app.memberships as m (tenant_id, id, user_id, organization_id, role, since)
    select person.tenant_id, app.uuid7(), person.id, (w ->> 'organization_id')::uuid, w ->> 'role', app.now() from jsonb_array_elements(wished) as w
    on conflict (user_id, organization_id) do update set role = excluded.role, version = m.version + 1 where m.role <> excluded.role;
    update app.users as u set primary_organization_id = primary_organization where u.id = person.id and u.primary_organization_id <> primary_organization;
    return leaders;
end
$$;

-- OPM-9: whoever holds the key by delegation changes what lies in their own data scope, and nothing else: memberships outside of it, which their
-- console doesn't know, stay as they are. Nobody puts others where they may more than oneself.
create or replace function app.within_delegation(actor app.actor, person app.users, wished jsonb) returns jsonb
language plpgsql stable as $$
declare
    reach record;
    errors jsonb;
begin
    select * into reach from app.data_scope_of((actor).user_id);
    select coalesce(jsonb_agg(app.error(i.code, format('memberships[%s].organization_id', i.place), jsonb_build_object('name', i.name)) -> 0 order by i.place), '[]') into errors
    from (select w.ordinality - 1 as place, o.name,
                 case when not reach.whole_tenant and not o.id = any (reach.organizations) then 'membership.outside_scope'
                      when not e.keys <@ app.keys_of((actor).user_id) or (e.data_scope = 'tenant' and not reach.whole_tenant) then 'membership.beyond_own_rights' end as code
          from jsonb_array_elements(wished) with ordinality as w
          join app.organizations as o on o.id = (w.value ->> 'organization_id')::uuid and o.tenant_id = person.tenant_id
          cross join app.effective_permissions(o.id) as e
          where not exists (select from app.memberships as m where m.user_id = person.id and m.organization_id = o.id)) as i
    where i.code is not null;
    perform app.refuse_all(errors);
    return (select wished || coalesce(jsonb_agg(jsonb_build_object('organization_id', m.organization_id, 'role', m.role) order by m.organization_id), '[]')
            from app.memberships as m
            where m.user_id = person.id and not reach.whole_tenant and not m.organization_id = any (reach.organizations)
              and not wished @> jsonb_build_array(jsonb_build_object('organization_id', m.organization_id)));
end
$$;

create or replace function cmd.memberships_set(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    person app.users;
    wished jsonb := payload -> 'memberships';
    primary_organization uuid := (payload ->> 'primary_organization_id')::uuid;
    before jsonb;
    versions jsonb;
begin
    select * into person from app.users as u
    where u.id = (payload ->> 'user_id')::uuid and u.tenant_id = (payload ->> 'tenant_id')::uuid for no key update;
    if person.id is null then
        perform app.refuse('membership.user_elsewhere', 'user_id');
    end if;
    perform app.check_seen(actor, seen, person.id, 'memberships', person.version_memberships);
    if not app.holds_key_by_office(actor, 'members.organizations', person.tenant_id) then
        wished := app.within_delegation(actor, person, wished);
        if not wished @> jsonb_build_array(jsonb_build_object('organization_id', primary_organization)) then
            primary_organization := person.primary_organization_id;
        end if;
    end if;
    if person.status <> 'active' then
        perform app.refuse('membership.user_inactive', 'user_id');
    elsif jsonb_array_length(wished) = 0 then
        perform app.refuse('membership.none', 'memberships');
    end if;
    perform app.refuse_all(app.check_memberships(person, wished, primary_organization));
    before := app.standing_of(person.id);
    versions := app.write_memberships(person, wished, primary_organization);
    versions := versions || jsonb_build_object(person.id, jsonb_build_object('memberships', app.touch_memberships(person.id)));
    perform app.memberships_changed(person.id, person.tenant_id, before, payload ->> 'reason');
    return jsonb_build_object('versions', versions);
end
$$;
