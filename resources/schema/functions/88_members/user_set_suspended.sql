-- ACC-9, ORG-7: at once, and it takes nothing away: what somebody owns or leads is left as a task.

-- Writes a status, and lets the account sign in or ends its sessions.
create or replace function app.set_user_status(old app.users, status app.user_status, reason text) returns void
language plpgsql as $$
declare
    account name := (select a.role_name from app.accounts as a where a.user_id = old.id);
begin
    update app.users as u set status = set_user_status.status, version = u.version + 1 where u.id = old.id;
    perform app.audit('user_status_set', 'user', old.id, old.tenant_id, jsonb_build_object('status', old.status), jsonb_build_object('status', set_user_status.status), reason);
    if account is not null then
        perform app.set_account_login(account, status = 'active');
    end if;
end
$$;

-- Nobody suspends themself; a system administrator only another one. Two who suspend each other at the same time: each holds their own row
-- (find_actor), so that one of them waits, is tried again and finds themself suspended.
create or replace function app.check_suspendable(actor app.actor, person app.users) returns void
language plpgsql stable as $$
begin
    if person.id = (actor).user_id then
        perform app.refuse('member.self', 'user_id');
    elsif app.is_system_administrator(person.id) and not (actor).is_system_administrator then
        perform app.refuse('member.is_system_administrator', 'user_id');
    elsif person.status not in ('active', 'suspended') then
        perform app.refuse('member.not_suspendable', 'user_id', jsonb_build_object('status', person.status));
    end if;
end
$$;

create or replace function cmd.user_set_suspended(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    person app.users;
    wanted app.user_status := case when (payload ->> 'suspended')::boolean then 'suspended' else 'active' end;
    reason text := payload ->> 'reason';
begin
    select * into person from app.users as u where u.id = (payload ->> 'user_id')::uuid and u.tenant_id = (payload ->> 'tenant_id')::uuid;
    if wanted = 'suspended' and person.status = 'active' then
        perform app.check_suspendable(actor, person);
        -- Before their row is asked for: a transaction that they leave open after a command holds it. Not a system administrator's: two who suspend
        -- each other would end each other's command.
        perform app.end_sessions(a.role_name) from app.accounts as a where a.user_id = person.id and not app.is_system_administrator(person.id);
    end if;
    person := app.member_of_command(payload);
    perform app.check_suspendable(actor, person);
    if person.status <> wanted then
        perform app.set_user_status(person, wanted, reason);
        perform app.tell_status(person, wanted, reason);
    end if;
    return '{}';
end
$$;

-- The person, and the administrator of what is left to be handed over.
create or replace function app.tell_status(person app.users, status app.user_status, reason text) returns void
language plpgsql as $$
declare
    duties jsonb := app.duties_summary(person.id, person.tenant_id);
begin
    perform app.notify_users(case status when 'suspended' then 'account_suspended' else 'account_reactivated' end, array[person.id], person.tenant_id, jsonb_build_object('reason', reason));
    if status = 'suspended' and duties is not null then
        perform app.notify_users('handover_due', array[(select t.administrator_id from app.tenants as t where t.id = person.tenant_id)], person.tenant_id,
            duties || jsonb_build_object('user_id', person.id, 'name', person.name));
    end if;
end
$$;
