-- People and their accounts, as the worker and tenantryctl make them.

-- An active person of the default system tenant, with a role to sign in: what `tenantryctl account add` calls. Errors: TY409
-- account.email_taken, TY400 account.fields (DETAIL: the errors of rules.json) or account.verifier.
create or replace function worker.add_account(email text, name text, verifier text, system_administrator boolean default false) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    person uuid := app.uuid7();
    home app.tenants;
    errors jsonb := app.check_rules('user', jsonb_build_object('email', email, 'name', name));
begin
    -- The worker serves requests from outside: who takes it over shall not make administrators of the platform.
    if system_administrator and session_user = 'tenantry_worker' then
        raise exception using errcode = 'TY403', message = 'account.not_allowed';
    end if;
    perform app.ensure_platform();
    if errors <> '[]' then
        raise exception using errcode = 'TY400', message = 'account.fields', detail = errors::text;
    end if;
    select * into home from app.tenants where is_default;
    perform app.open_entry('account_added', home.id, null, null, '{}');
    begin
        insert into app.users (id, tenant_id, name, status, primary_organization_id, created_at, activated_at)
        values (person, home.id, add_account.name, 'active', home.default_organization_id, app.now(), app.now());
        insert into app.memberships (tenant_id, id, user_id, organization_id, since)
        values (home.id, app.uuid7(), person, home.default_organization_id, app.now());
        insert into app.user_privates (id, email) values (person, add_account.email);
    exception when unique_violation then
        raise exception using errcode = 'TY409', message = 'account.email_taken';
    end;
    if system_administrator then
        insert into app.role_assignments (id, user_id, role, assigned_at) values (app.uuid7(), person, 'system_administrator', app.now());
    end if;
    perform app.audit('account_added', 'user', person, home.id, null, jsonb_build_object('system_administrator', system_administrator));
    return jsonb_build_object('user_id', person, 'role_name', worker.give_account(person, verifier));
end
$$;

-- Lets a person sign in with this verifier: makes the role, or gives it another password. Errors: TY403 account.not_allowed (the worker, of a
-- system administrator), TY400 account.verifier.
create or replace function worker.give_account(person uuid, verifier text) returns name
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    role_name name;
begin
    -- As in add_account: with another password for one of them the worker would be administrator of the platform.
    if session_user = 'tenantry_worker' and app.is_system_administrator(person) then
        raise exception using errcode = 'TY403', message = 'account.not_allowed';
    end if;
    insert into app.accounts as a (role_name, user_id, made_at)
    select app.role_name_of(p.email), p.id, app.now() from app.user_privates as p where p.id = person
    on conflict (user_id) do update set user_id = excluded.user_id
    returning a.role_name into strict role_name;
    perform app.set_verifier(role_name, verifier);
    return role_name;
end
$$;

-- What the password of somebody must not hold (ACC-2): [name, e-mail, MIS account]. Errors: TY404 account.unknown_email, TY409 account.not_active,
-- TY403 account.not_allowed (the worker: people who ask it prove who they are by mail).
create or replace function worker.own_words(email text) returns jsonb
language sql security definer set search_path = pg_catalog, pg_temp as $$
    select jsonb_build_array((p).name, own_words.email, (select o.mis from app.user_privates as o where o.id = (p).id)) from app.person_to_help(own_words.email) as p
$$;

create or replace function app.person_to_help(email text) returns app.users
language plpgsql as $$
declare
    person app.users := app.person_of_email(email);
begin
    if session_user = 'tenantry_worker' then
        raise exception using errcode = 'TY403', message = 'account.not_allowed';
    elsif person.id is null then
        raise exception using errcode = 'TY404', message = 'account.unknown_email';
    elsif person.status <> 'active' then
        raise exception using errcode = 'TY409', message = 'account.not_active';
    end if;
    return person;
end
$$;

-- Another password for whoever forgot theirs where no mail is sent: what `tenantryctl account password` calls. Errors as own_words, and TY400
-- account.verifier.
create or replace function worker.set_password(email text, verifier text) returns name
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    person app.users := app.person_to_help(email);
    role_name name;
begin
    perform app.open_entry('password_reset', person.tenant_id, null, null, '{}');
    role_name := worker.give_account(person.id, verifier);
    perform app.end_sessions(role_name);
    update app.account_requests as r set ended_at = app.now() where r.user_id = person.id and r.kind = 'reset' and r.ended_at is null;
    perform app.audit('password_reset', 'user', person.id, person.tenant_id, null, null);
    perform app.notify_users('password_changed', array[person.id], person.tenant_id, jsonb_build_object('by_operator', true));
    return role_name;
end
$$;

-- Every password that we set goes through here, so that one set by somebody else is noticed (passwords.sql).
create or replace function app.set_verifier(role_name name, verifier text) returns void
language plpgsql as $$
begin
    perform app.set_account_role(set_verifier.role_name, verifier);
    update app.accounts as a set verifier_digest = sha256(convert_to(verifier, 'UTF8')) where a.role_name = set_verifier.role_name;
end
$$;

-- Suspends, closes or reopens an account (ACC-9): sessions end at once. Error: TY403 account.not_allowed (the worker, of a system administrator).
create or replace function worker.set_user_status(person uuid, status app.user_status, reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    old app.users;
begin
    -- As in give_account: who takes the worker over shall not lock the platform team out either.
    if session_user = 'tenantry_worker' and app.is_system_administrator(person) then
        raise exception using errcode = 'TY403', message = 'account.not_allowed';
    end if;
    select * into strict old from app.users as u where u.id = person for update;
    perform app.open_entry('user_status_set', old.tenant_id, null, null, '{}');
    perform app.set_user_status(old, status, reason);
end
$$;
