-- Who acts. The account is found by session_user, which survives SET ROLE and can't be set. No row: nobody who may act.
-- holding = true locks the rows that the answer rests on against change until the transaction ends.
create or replace function app.find_actor(holding boolean) returns app.actor
language plpgsql as $$
declare
    found app.actor;
begin
    if holding then
        perform from app.accounts as a where a.role_name = session_user for share;
        perform from app.users as u join app.accounts as a on a.user_id = u.id where a.role_name = session_user for share of u;
        perform from app.tenants as t join app.users as u on u.tenant_id = t.id join app.accounts as a on a.user_id = u.id
            where a.role_name = session_user for share of t;
        perform from app.role_assignments as r join app.accounts as a on a.user_id = r.user_id where a.role_name = session_user for share of r;
        -- Whoever ends it waits for what is done under it.
        perform from app.break_glass as b join app.accounts as a on a.user_id = b.user_id where a.role_name = session_user order by b.id for share of b;
        perform from app.tenant_roles as t join app.role_assignments as r on r.tenant_role_id = t.id join app.accounts as a on a.user_id = r.user_id
            where a.role_name = session_user order by t.id for share of t;
    end if;
    select u.id, u.tenant_id,
           exists (select from app.role_assignments as r where r.user_id = u.id and r.role = 'system_administrator' and r.tenant_id is null),
           (select t.id from app.tenants as t where t.administrator_id = u.id and app.works(t))
        into found
    from app.accounts as a
    join app.users as u on u.id = a.user_id
    join app.tenants as t on t.id = u.tenant_id
    where a.role_name = session_user and u.status = 'active' and app.works(t);
    return found;
end
$$;

-- One line in the server's log, which a rollback can't undo. Holds IDs, codes and kinds, never values.
create or replace function app.log_line(event text, fields jsonb) returns void
language plpgsql as $$
begin
    raise log using message = (jsonb_build_object('tenantry', event) || fields)::text;
end
$$;

-- The actor, or TY403 for whoever isn't an active person of a tenant that works. Every call of a person begins here.
create or replace function app.require_actor(holding boolean default false) returns app.actor
language plpgsql as $$
declare
    actor app.actor;
begin
    perform app.check_delay();
    actor := app.find_actor(holding);
    if actor.user_id is null then
        perform app.log_line('refused_access', jsonb_build_object('role', session_user));
        raise exception using errcode = 'TY403', message = 'account.not_active';
    end if;
    return actor;
end
$$;
