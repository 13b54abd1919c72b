-- ACC-8: another password for the old one. PostgreSQL itself would take it without (SEC-5): what comes past this is told to the person.

-- What the client needs to prove the password of the session's account: {"iterations", "salt"}.
create or replace function api.password_challenge(arguments jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
begin
    return app.password_challenge_of(app.account_name((actor).user_id));
end
$$;

create or replace function app.account_name(person uuid) returns name
language sql stable as $$
    select a.role_name from app.accounts as a where a.user_id = person
$$;

-- {"client_key": proof of the old one (SCRAM ClientKey, base64), "verifier": of the new one}. A wrong one is refused and logged, and keeps one waiting; after
-- ten of them within ten minutes so is every one (OPM-7): counted by the log, which a rollback can't undo. Other sessions stay
-- until they end; from then on they need the new one.
create or replace function api.change_password(arguments jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
    account name := app.account_name((actor).user_id);
begin
    perform app.check_verifier(arguments ->> 'verifier');
    if (select count(*) from app.security_events as e
        where e.actor_id = (actor).user_id and e.kind = 'wrong_old_password' and e.at > app.now() - interval '10 minutes') >= 10 then
        perform app.refuse('password.too_many_tries', 'password', jsonb_build_object('minutes', 10));
    elsif app.proves_password_of(account, arguments ->> 'client_key') is not true then
        perform app.log_line('security_event', jsonb_build_object('event', 'wrong_old_password', 'actor', (actor).user_id));
        perform pg_sleep(1);
        perform app.refuse('password.wrong', 'password');
    end if;
    perform app.open_entry('password_changed', (actor).tenant_id, (actor).user_id, null, '{}');
    perform app.set_verifier(account, arguments ->> 'verifier');
    perform app.audit('password_changed', 'user', (actor).user_id, (actor).tenant_id, null, null);
    perform app.notify_users('password_changed', array[(actor).user_id], (actor).tenant_id, jsonb_build_object('client', coalesce(app.origin(arguments) ->> 'client', '')));
    return '{}';
end
$$;
