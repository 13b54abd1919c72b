-- ROL-3: effective at once. Whoever holds it already keeps it, whoever lacks it already stays without.

-- The person to whom a command gives or from whom it takes a role of this tenant, held until it ends.
create or replace function app.person_of_role(tenant uuid, payload jsonb) returns app.users
language plpgsql as $$
declare
    person app.users := app.member_of_command(payload || jsonb_build_object('tenant_id', tenant));
begin
    if person.status = 'departed' then
        perform app.refuse('role.person_departed', 'user_id', jsonb_build_object('name', person.name));
    end if;
    return person;
end
$$;

create or replace function app.check_role_conflict(person app.users, role app.tenant_roles) returns void
language plpgsql stable as $$
declare
    other text := (select min(r.name) from app.role_assignments as a join app.tenant_roles as r on r.id = a.tenant_role_id
                   where a.user_id = person.id and (r.id = any (role.excludes) or role.id = any (r.excludes)));
begin
    if other is not null then
        perform app.refuse('role.conflict', 'role_id', jsonb_build_object('person', person.name, 'name', role.name, 'other', other));
    end if;
end
$$;

-- What the log and the notice hold: the role by ID and by the name of today.
create or replace function app.role_notice(role app.tenant_roles, reason text) returns jsonb
language sql immutable as $$
    select jsonb_build_object('role_id', role.id, 'name', role.name, 'keys', to_jsonb(role.keys), 'reason', reason)
$$;

create or replace function cmd.role_assign(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    chosen app.tenant_roles := app.role_of_command(payload);
    person app.users;
    reason text := coalesce(payload ->> 'reason', app.reason_of(context));
begin
    person := app.person_of_role(chosen.tenant_id, payload);
    perform app.check_role_conflict(person, chosen);
    insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at, assigned_by)
    values (app.uuid7(), person.id, chosen.tenant_id, chosen.id::text, app.now(), (actor).user_id)
    on conflict (user_id, tenant_id, role) do nothing;
    if found then
        perform app.audit('role_assigned', 'user', person.id, chosen.tenant_id, null, jsonb_build_object('role_id', chosen.id, 'name', chosen.name), reason);
        perform app.notify_users('role_assigned', array[person.id], chosen.tenant_id, app.role_notice(chosen, reason));
    end if;
    return '{}';
end
$$;

create or replace function cmd.role_revoke(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    chosen app.tenant_roles := app.role_of_command(payload);
    person app.users := app.member_of_command(payload || jsonb_build_object('tenant_id', chosen.tenant_id));
    reason text := coalesce(payload ->> 'reason', app.reason_of(context));
begin
    delete from app.role_assignments as a where a.user_id = person.id and a.tenant_role_id = chosen.id;
    if found then
        perform app.audit('role_revoked', 'user', person.id, chosen.tenant_id, jsonb_build_object('role_id', chosen.id, 'name', chosen.name), null, reason);
        perform app.notify_users('role_revoked', array[person.id], chosen.tenant_id, app.role_notice(chosen, reason));
    end if;
    return '{}';
end
$$;
