-- Memberships as they are told and logged (ORG-4, NOT-3), and the leader of an organization (ORG-11).

-- Where a person is and what that gives them: {"memberships": [{organization_id, name, role, primary}], "spaces": {space: role}}.
create or replace function app.standing_of(person uuid) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'memberships', (select coalesce(jsonb_agg(jsonb_build_object('organization_id', o.id, 'name', o.name, 'role', m.role, 'primary', o.id = u.primary_organization_id) order by o.id), '[]')
                        from app.memberships as m join app.organizations as o on o.id = m.organization_id join app.users as u on u.id = m.user_id
                        where m.user_id = person),
        'spaces', (select coalesce(jsonb_object_agg(r.space_id, r.role), '{}') from app.space_roles_of(person) as r))
$$;

-- What a change of standing means: spaces whose role is another one now, [{space_id, name, before, after}]; null = no role.
create or replace function app.effect_of(before jsonb, after jsonb) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_object('space_id', s.id, 'name', s.name, 'before', before -> 'spaces' -> s.id::text, 'after', after -> 'spaces' -> s.id::text) order by s.id), '[]')
    from (select key from jsonb_object_keys(before -> 'spaces') as key union select key from jsonb_object_keys(after -> 'spaces') as key) as keys
    join app.spaces as s on s.id = keys.key::uuid
    where before -> 'spaces' -> keys.key is distinct from after -> 'spaces' -> keys.key
$$;

-- Logs a person's new memberships and tells them, with old, new, reason and effect.
create or replace function app.memberships_changed(person uuid, tenant uuid, before jsonb, reason text) returns void
language plpgsql as $$
declare
    after jsonb := app.standing_of(person);
begin
    perform app.audit('memberships_set', 'user', person, tenant, before -> 'memberships', after -> 'memberships', reason);
    perform app.notify_users('memberships_changed', array[person], tenant, jsonb_build_object('before', before -> 'memberships',
        'after', after -> 'memberships', 'reason', reason, 'effect', app.effect_of(before, after)));
end
$$;

create or replace function app.touch_memberships(person uuid) returns integer
language sql volatile as $$
    update app.users as u set version = u.version + 1, version_memberships = u.version_memberships + 1 where u.id = person returning u.version_memberships
$$;

-- Leading an organization makes a member of it (ORG-11), and members have what it permits: by delegation (OPM-9) only who is in it already can lead it.
create or replace function app.check_delegated_leader(actor app.actor, tenant uuid, organization uuid, leader uuid) returns jsonb
language sql stable as $$
    select case when leader is null or app.holds_key_by_office(actor, 'organizations.manage', tenant)
                  or exists (select from app.memberships as m where m.user_id = leader and m.organization_id = organization) then '[]'
                else app.error('organization.leader_not_member', 'leader_id') end
$$;

-- Makes somebody the leader and their predecessor a member; null: nobody leads. The organization's own counters are the caller's.
create or replace function app.set_leader(tenant uuid, organization uuid, leader uuid, reason text) returns void
language plpgsql as $$
declare
    former uuid := (select m.user_id from app.memberships as m where m.organization_id = organization and m.role = 'leader');
    before jsonb;
begin
    if former is not distinct from leader then
        return;
    end if;
    if former is not null then
        before := app.standing_of(former);
        update app.memberships as m set role = 'member', version = m.version + 1 where m.organization_id = organization and m.user_id = former;
        perform app.touch_memberships(former);
        perform app.memberships_changed(former, tenant, before, reason);
    end if;
    if leader is not null then
        before := app.standing_of(leader);
        insert into app.memberships as m (tenant_id, id, user_id, organization_id, role, since)
        values (tenant, app.uuid7(), leader, organization, 'leader', app.now())
        on conflict (user_id, organization_id) do update set role = 'leader', version = m.version + 1;
        perform app.touch_memberships(leader);
        perform app.memberships_changed(leader, tenant, before, reason);
    end if;
end
$$;
