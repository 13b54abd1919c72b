-- From one tenant to another.

-- MOV-5: a record is written once.
create or replace function app.protect_move() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    raise exception using errcode = 'TY403', message = 'move.protected';
end
$$;
create or replace trigger protect_move before update or delete on app.moves for each row execute function app.protect_move();
create or replace trigger protect_moves before truncate on app.moves for each statement execute function app.protect_move();

-- What a tenant or organizations of it were told before somebody came isn't news to them: it is read from the beginning (NOT-1).
create or replace function app.mark_old_notices(person uuid, tenant uuid) returns void
language sql volatile as $$
    insert into app.notification_reads (id, user_id, notification_id, read_at)
    select app.uuid7(), person, n.id, app.now() from app.notifications as n where n.tenant_id = tenant and n.audience_scope_kind in (5, 7)
    on conflict (user_id, notification_id) do nothing
$$;

-- MOV-4: memberships, groups, grants and roles of the old tenant are cleared, and the move is recorded. Whoever calls it holds the lock
-- 'organizations' of the old tenant where that has commands on grants.
drop function if exists app.move_user(app.users, uuid, uuid);
create or replace function app.move_user(person app.users, tenant uuid, organization uuid, reason text default '', decided_by uuid default null) returns void
language plpgsql as $$
begin
    delete from app.role_group_members as m where m.user_id = person.id and m.tenant_id = person.tenant_id;
    delete from app.grants as g where g.user_id = person.id and g.tenant_id = person.tenant_id;
    delete from app.memberships as m where m.user_id = person.id;
    delete from app.role_assignments as r where r.user_id = person.id and r.tenant_id = person.tenant_id;
    update app.users as u set tenant_id = tenant, primary_organization_id = organization, version = u.version + 1, version_memberships = u.version_memberships + 1 where u.id = person.id;
    insert into app.memberships (tenant_id, id, user_id, organization_id, since) values (tenant, app.uuid7(), person.id, organization, app.now());
    -- Whoever comes into a tenant is no outsider of it any more (EXT-2).
    delete from app.outsiders as o where o.user_id = person.id and o.tenant_id = tenant;
    perform app.mark_old_notices(person.id, tenant);
    insert into app.moves (id, user_id, from_tenant, to_tenant, at, reason, decided_by)
    values (app.uuid7(), person.id, person.tenant_id, tenant, app.now(), coalesce(move_user.reason, ''), move_user.decided_by);
    perform app.audit('user_moved', 'user', person.id, tenant, jsonb_build_object('tenant_id', person.tenant_id), jsonb_build_object('tenant_id', tenant), move_user.reason);
end
$$;
