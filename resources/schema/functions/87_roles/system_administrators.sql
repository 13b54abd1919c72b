-- Who acts for the platform. Under the lock 'platform_roles'.

-- Active people of the default system tenant only: system administrators act there.
create or replace function cmd.system_administrator_appoint(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    person app.users;
    home uuid := app.default_tenant();
begin
    select * into person from app.users as u where u.id = (payload ->> 'user_id')::uuid for no key update;
    if person.tenant_id is distinct from home then
        perform app.refuse('system_administrator.elsewhere', 'user_id');
    elsif person.status <> 'active' then
        perform app.refuse('system_administrator.inactive', 'user_id', jsonb_build_object('name', person.name));
    end if;
    insert into app.role_assignments (id, user_id, role, assigned_at, assigned_by)
    values (app.uuid7(), person.id, 'system_administrator', app.now(), (actor).user_id)
    on conflict (user_id, tenant_id, role) do nothing;
    if found then
        perform app.audit('role_assigned', 'user', person.id, home, null, jsonb_build_object('role', 'system_administrator'), payload ->> 'reason');
        perform app.notify_users('system_administrator_appointed', array[person.id], home, jsonb_build_object('reason', payload ->> 'reason'));
    end if;
    return '{}';
end
$$;

-- ROL-4: one who can act stays: active, in a tenant that works. That one is held, so that nobody suspends them meanwhile.
create or replace function cmd.system_administrator_dismiss(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    person uuid := (payload ->> 'user_id')::uuid;
    home uuid := app.default_tenant();
begin
    perform from app.users as u join app.role_assignments as r on r.user_id = u.id and r.tenant_id is null and r.role = 'system_administrator'
    join app.tenants as t on t.id = u.tenant_id and app.works(t)
    where u.id <> person and u.status = 'active' order by u.id limit 1 for share of u, t;
    if not found then
        perform app.refuse('system_administrator.last', 'user_id');
    end if;
    delete from app.role_assignments as r where r.user_id = person and r.tenant_id is null and r.role = 'system_administrator';
    if found then
        perform app.audit('role_revoked', 'user', person, home, jsonb_build_object('role', 'system_administrator'), null, payload ->> 'reason');
        perform app.notify_users('system_administrator_dismissed', array[person], home, jsonb_build_object('reason', payload ->> 'reason'));
    end if;
    return '{}';
end
$$;
