-- ORG-7: undoes a removal for 30 days, with everything that is still there. Under the locks 'organizations', 'quotas' and 'roles' of the tenant.

-- The removal, held; refuses whom it can't bring back.
create or replace function app.removal_of_command(payload jsonb) returns app.removals
language plpgsql as $$
declare
    removal app.removals;
    person app.users;
begin
    select * into removal from app.removals as r where r.id = (payload ->> 'removal_id')::uuid and r.tenant_id = (payload ->> 'tenant_id')::uuid for update;
    if removal.id is null then
        perform app.refuse('member.removal_unknown', 'removal_id');
    elsif removal.restored_at is not null then
        perform app.refuse('member.restored_already');
    elsif removal.removed_at < app.now() - interval '30 days' then
        perform app.refuse('member.restore_too_late');
    end if;
    select * into strict person from app.users as u where u.id = removal.user_id for no key update;
    if not exists (select from app.tenants as t where t.id = person.tenant_id and t.is_default) then
        perform app.refuse('member.restore_elsewhere');
    elsif person.status = 'departed' then
        perform app.refuse('member.restore_departed');
    elsif app.is_system_administrator(person.id) then
        perform app.refuse('member.restore_system_administrator'); -- ROL-4: they act in the default system tenant
    elsif exists (select from app.claims as c where c.kind = 'open_application' and c.value = person.id::text) then
        perform app.refuse('member.restore_has_application');
    end if;
    return removal;
end
$$;

-- Roles that are still there, held; not those that exclude another of them by now (ROL-3): no others come to while the lock 'roles' is held.
create or replace function app.restored_roles(had jsonb) returns setof app.tenant_roles
language sql volatile as $$
    select r.* from app.tenant_roles as r
    where r.id in (select (h ->> 'role_id')::uuid from jsonb_array_elements(had -> 'tenant_roles') as h)
      and not r.excludes && array(select (h ->> 'role_id')::uuid from jsonb_array_elements(had -> 'tenant_roles') as h)
    order by r.id for share
$$;

-- The names of what was there and is gone: departments, groups, roles, spaces and resources.
create or replace function app.lost_belongings(had jsonb) returns text[]
language sql volatile as $$
    select coalesce(array_agg(distinct l.name order by l.name), '{}') from (
        select m ->> 'name' as name from jsonb_array_elements(had -> 'memberships') as m
        where not exists (select from app.organizations as o where o.id = (m ->> 'organization_id')::uuid)
        union all
        select g ->> 'name' from jsonb_array_elements(had -> 'groups') as g
        where not exists (select from app.role_groups as r where r.id = (g ->> 'group_id')::uuid)
        union all
        select h ->> 'name' from jsonb_array_elements(had -> 'tenant_roles') as h
        where (h ->> 'role_id')::uuid not in (select r.id from app.restored_roles(had) as r)
        union all
        select g ->> 'name' from jsonb_array_elements(had -> 'grants') as g
        where not exists (select from app.spaces as s where s.id = (g ->> 'space_id')::uuid)
           or (g ? 'resource_id' and not exists (select from app.resources as r where r.id = (g ->> 'resource_id')::uuid))) as l
$$;

-- The organizations that are still there; with none of them, the tenant's default one. The primary one comes first.
create or replace function app.restored_organizations(removal app.removals) returns uuid[]
language sql stable as $$
    select coalesce(
        (select array_agg(o.id order by o.id <> (removal.had ->> 'primary')::uuid, o.id)
         from jsonb_array_elements(removal.had -> 'memberships') as m join app.organizations as o on o.id = (m ->> 'organization_id')::uuid),
        (select array[t.default_organization_id] from app.tenants as t where t.id = removal.tenant_id))
$$;

-- Grants that have run out meanwhile would count for nothing. What somebody got as an outsider meanwhile stays, if it is more.
create or replace function app.restore_grants(removal app.removals) returns void
language sql volatile as $$
    insert into app.grants as g (tenant_id, id, space_id, resource_id, user_id, role, expires_at, granted_by, granted_at)
    select removal.tenant_id, (h ->> 'grant_id')::uuid, s.id, (h ->> 'resource_id')::uuid, removal.user_id, (h ->> 'role')::app.space_role,
           app.from_micros((h ->> 'expires_at')::bigint), (h ->> 'granted_by')::uuid, app.from_micros((h ->> 'granted_at')::bigint)
    from jsonb_array_elements(removal.had -> 'grants') as h
    join app.spaces as s on s.id = (h ->> 'space_id')::uuid
    where (not h ? 'resource_id' or exists (select from app.resources as r where r.id = (h ->> 'resource_id')::uuid))
      and coalesce(app.from_micros((h ->> 'expires_at')::bigint) > app.now(), true)
    order by 2
    on conflict (space_id, resource_id, user_id, organization_id, group_id) do update
        set role = excluded.role, expires_at = excluded.expires_at, granted_by = excluded.granted_by, granted_at = excluded.granted_at, version = g.version + 1
        where excluded.role > g.role or (excluded.role = g.role and coalesce(excluded.expires_at, 'infinity') > coalesce(g.expires_at, 'infinity'))
$$;

create or replace function app.restore_belongings(removal app.removals, organizations uuid[]) returns void
language plpgsql as $$
begin
    insert into app.memberships (tenant_id, id, user_id, organization_id, role, since)
    select removal.tenant_id, app.uuid7(), removal.user_id, o.id, coalesce(m.value ->> 'role', 'member'), app.now()
    from unnest(organizations[2:]) as o (id) left join jsonb_array_elements(removal.had -> 'memberships') as m on (m.value ->> 'organization_id')::uuid = o.id;
    update app.memberships as m set role = h.value ->> 'role'
    from jsonb_array_elements(removal.had -> 'memberships') as h
    where m.user_id = removal.user_id and m.organization_id = organizations[1] and (h.value ->> 'organization_id')::uuid = organizations[1] and m.role <> h.value ->> 'role';
    insert into app.role_group_members (tenant_id, id, group_id, user_id)
    select removal.tenant_id, app.uuid7(), g.id, removal.user_id
    from jsonb_array_elements(removal.had -> 'groups') as h join app.role_groups as g on g.id = (h ->> 'group_id')::uuid;
    perform app.restore_grants(removal);
    insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at)
    select app.uuid7(), removal.user_id, removal.tenant_id, r, app.now() from jsonb_array_elements_text(removal.had -> 'roles') as r;
    insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at)
    select app.uuid7(), removal.user_id, removal.tenant_id, r.id::text, app.now() from app.restored_roles(removal.had) as r;
end
$$;

create or replace function cmd.member_restore(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    removal app.removals := app.removal_of_command(payload);
    lost text[] := app.lost_belongings(removal.had);
    organizations uuid[] := app.restored_organizations(removal);
    person app.users;
    tenant app.tenants;
begin
    if cardinality(lost) > 0 and not coalesce((payload ->> 'partly')::boolean, false) then
        perform app.refuse('member.restore_partly', '', jsonb_build_object('names', array_to_string(lost[:10], ', ') || case when cardinality(lost) > 10 then ' …' else '' end));
    end if;
    select * into strict person from app.users as u where u.id = removal.user_id;
    select * into strict tenant from app.tenants as t where t.id = removal.tenant_id for share;
    if tenant.state <> 'active' then
        perform app.refuse('invitation.tenant_not_active');  -- TEN-11: a closing one takes nobody in
    end if;
    perform app.refuse_all(app.check_member_quota(tenant.id, 1));
    perform app.audit('member_restore', 'user', person.id, tenant.id, null, removal.had || jsonb_build_object('removal_id', removal.id, 'lost', lost), app.reason_of(context));
    perform app.move_user(person, tenant.id, organizations[1], app.reason_of(context), (actor).user_id);
    perform app.restore_belongings(removal, organizations);
    update app.removals as r set restored_at = app.now() where r.id = removal.id;
    perform app.notify_users('member_restored', array[person.id, tenant.administrator_id], tenant.id,
        jsonb_build_object('user_id', person.id, 'name', person.name, 'to_id', tenant.id, 'to', tenant.name, 'lost', to_jsonb(lost)));
    return jsonb_build_object('result', jsonb_build_object('lost', to_jsonb(lost)),
        'versions', jsonb_build_object(person.id, jsonb_build_object('memberships', person.version_memberships + 1)));
end
$$;
