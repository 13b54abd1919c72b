-- Registration, activation, forgotten passwords (ACC-1 to ACC-6, ACC-9): what the worker's endpoint asks for people who can't sign in yet. Each
-- answers with the result of the envelope below. A taken address is answered like a free one; the mail says which.

-- ACC-3: belongs to the default system tenant and its default organization, and to nobody until the mail is answered.
create or replace function app.add_pending(email text, name text) returns uuid
language plpgsql as $$
declare
    person uuid := app.uuid7();
    home app.tenants;
begin
    select * into strict home from app.tenants where is_default;
    perform app.open_entry('account_registered', home.id, null, null, '{}');
    insert into app.users (id, tenant_id, name, status, primary_organization_id, created_at)
    values (person, home.id, add_pending.name, 'pending_activation', home.default_organization_id, app.now());
    insert into app.memberships (tenant_id, id, user_id, organization_id, since) values (home.id, app.uuid7(), person, home.default_organization_id, app.now());
    insert into app.user_privates (id, email) values (person, add_pending.email);
    perform app.audit('account_registered', 'user', person, home.id, null, jsonb_build_object('status', 'pending_activation'));
    return person;
end
$$;

-- Whom an address belongs to, asked for by whoever can't sign in: its form, and how often, are checked first. more: of the form, beside the address.
create or replace function app.person_asked_for(fields jsonb, more jsonb default '{}') returns app.users
language plpgsql as $$
begin
    perform app.refuse_all(app.check_rules('user', jsonb_build_object('email', fields ->> 'email') || more));
    perform app.count_ask(fields ->> 'email');
    return app.person_of_email(fields ->> 'email');
end
$$;

create or replace function app.account_register(fields jsonb) returns jsonb
language plpgsql as $$
declare
    person app.users;
    own jsonb := jsonb_strip_nulls(jsonb_build_object('name', fields ->> 'name', 'phone', nullif(fields ->> 'phone', ''), 'mis', nullif(fields ->> 'mis', '')));
begin
    perform app.check_verifier(fields ->> 'verifier');
    person := app.person_asked_for(fields, jsonb_build_object('name', fields ->> 'name') || own);
    if person.id is null then
        perform app.make_request('activation', app.add_pending(fields ->> 'email', fields ->> 'name'), own, fields ->> 'verifier');
    elsif person.status = 'pending_activation' then
        -- Whose form it was shows when a mail is answered: each carries its own.
        perform app.make_request('activation', person.id, own, fields ->> 'verifier');
    elsif person.status = 'active' then
        perform app.make_request('active_already', person.id);
    end if;
    return '{}';
end
$$;

-- A new mail with the form of the newest registration.
create or replace function app.renew_activation(person uuid) returns void
language plpgsql as $$
declare
    newest app.account_requests;
begin
    select * into newest from app.account_requests as r where r.user_id = person and r.kind = 'activation' order by r.requested_at desc, r.id desc limit 1;
    perform app.make_request('activation', person, coalesce(newest.fields, '{}'), newest.verifier);
end
$$;

create or replace function app.account_request_activation(fields jsonb) returns jsonb
language plpgsql as $$
declare
    person app.users := app.person_asked_for(fields);
begin
    if person.status = 'pending_activation' then
        perform app.renew_activation(person.id);
    elsif person.status = 'active' then
        perform app.make_request('active_already', person.id);
    end if;
    return '{}';
end
$$;

-- What the client needs to prove the password of the registration; {"chosen": false} where there is none yet.
create or replace function app.account_begin_activation(fields jsonb) returns jsonb
language plpgsql as $$
declare
    request app.account_requests := app.open_request('activation', fields ->> 'token');
begin
    return jsonb_build_object('chosen', request.verifier is not null) || coalesce(app.verifier_challenge(request.verifier), '{}');
end
$$;

-- ACC-11: a verified address of a configured domain makes staff.
create or replace function app.is_staff_address(email text) returns boolean
language sql stable as $$
    select exists (select from app.settings as s, jsonb_array_elements_text(s.value) as d (name)
                   where s.tenant_id is null and s.key = 'staff_domains' and app.normalise(d.name) = app.normalise(split_part(email, '@', 2)))
$$;

-- ACC-6, all or nothing.
create or replace function app.activate(request app.account_requests, verifier text) returns void
language plpgsql as $$
declare
    person app.users;
    own app.user_privates;
begin
    select * into strict person from app.users as u where u.id = request.user_id for update;
    select * into strict own from app.user_privates as p where p.id = person.id for update;
    perform app.open_entry('account_activated', person.tenant_id, person.id, null, '{}');
    perform worker.give_account(person.id, verifier);
    update app.users as u
    set status = 'active', activated_at = app.now(), name = coalesce(request.fields ->> 'name', u.name), staff = app.is_staff_address(own.email), version = u.version + 1
    where u.id = person.id;
    update app.user_privates as p
    set phone = coalesce(request.fields ->> 'phone', p.phone), mis = coalesce(request.fields ->> 'mis', p.mis), version = p.version + 1
    where p.id = person.id;
    perform app.end_request(request);
    perform app.enter_on_activation(person.id); -- ORG-10
    perform app.audit('account_activated', 'user', person.id, person.tenant_id, jsonb_build_object('status', person.status), jsonb_build_object('status', 'active'));
end
$$;

-- The locks of the tenants that somebody may enter by activating, before their own row: in this order commands of a tenant take them.
create or replace function app.lock_inviting_tenants(token text) returns void
language plpgsql as $$
declare
    tenant uuid;
begin
    if not app.is_uuid(token) then
        return;
    end if;
    for tenant in
        select i.tenant_id from app.account_requests as r join app.invitations as i on i.user_id = r.user_id where r.id = token::uuid order by i.tenant_id
    loop
        perform app.lock('organizations', tenant);
        perform app.lock('quotas', tenant);
    end loop;
end
$$;

-- ACC-2: the password of the registration is proven again, so that nobody prepares an account for somebody else's address. Ten wrong ones, and the
-- token is worth nothing: counted, so that this refusal is returned instead of raised.
create or replace function app.account_activate(fields jsonb) returns jsonb
language plpgsql as $$
declare
    request app.account_requests;
begin
    perform app.lock_inviting_tenants(fields ->> 'token');
    request := app.open_request('activation', fields ->> 'token');
    if request.verifier is null then
        perform app.check_verifier(fields ->> 'verifier');
    elsif app.proves_password(request.verifier, fields ->> 'client_key') is not true then
        update app.account_requests as r set wrong_passwords = r.wrong_passwords + 1, ended_at = case when r.wrong_passwords >= 9 then app.now() end where r.id = request.id;
        return app.refused_answer(app.error('password.wrong', 'password'));
    end if;
    perform app.activate(request, coalesce(request.verifier, fields ->> 'verifier'));
    return '{}';
end
$$;

create or replace function app.account_request_reset(fields jsonb) returns jsonb
language plpgsql as $$
declare
    person app.users := app.person_asked_for(fields);
begin
    if person.status = 'pending_activation' then
        perform app.renew_activation(person.id);
    elsif person.status = 'active' then
        -- Who takes the worker over shall not become administrator of the platform: see worker.give_account.
        perform app.make_request(case when app.is_system_administrator(person.id) then 'reset_elsewhere' else 'reset' end, person.id);
    end if;
    return '{}';
end
$$;

create or replace function app.account_begin_reset(fields jsonb) returns jsonb
language plpgsql as $$
begin
    perform app.open_request('reset', fields ->> 'token');
    return '{}';
end
$$;

create or replace function app.account_reset(fields jsonb) returns jsonb
language plpgsql as $$
declare
    request app.account_requests := app.open_request('reset', fields ->> 'token');
    home uuid := (select u.tenant_id from app.users as u where u.id = request.user_id);
begin
    perform app.check_verifier(fields ->> 'verifier');
    perform app.open_entry('password_reset', home, request.user_id, null, '{}');
    -- Whoever has a session by the old password is out.
    perform app.end_sessions(worker.give_account(request.user_id, fields ->> 'verifier'));
    perform app.end_request(request);
    perform app.audit('password_reset', 'user', request.user_id, home, null, null);
    perform app.notify_users('password_changed', array[request.user_id], home, jsonb_build_object('by_mail', true));
    return '{}';
end
$$;

-- The name to sign in with, of any address alike.
create or replace function app.account_sign_in_name(fields jsonb) returns jsonb
language plpgsql as $$
begin
    perform app.refuse_all(app.check_rules('user', jsonb_build_object('email', fields ->> 'email')));
    return jsonb_build_object('name', app.role_name_of(fields ->> 'email'));
end
$$;

-- The one door of the endpoint: {"outcome": "done" | "refused" | "fault", "errors", "result"}; a fault has nothing but its ID.
create or replace function worker.account(act text, fields jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    answer jsonb;
    errors text;
    state text;
    failed_constraint text;
    fault uuid := gen_random_uuid();
begin
    answer := case act
        when 'sign_in_name' then app.account_sign_in_name(fields)
        when 'register' then app.account_register(fields)
        when 'request_activation' then app.account_request_activation(fields)
        when 'begin_activation' then app.account_begin_activation(fields)
        when 'activate' then app.account_activate(fields)
        when 'request_reset' then app.account_request_reset(fields)
        when 'begin_reset' then app.account_begin_reset(fields)
        when 'reset' then app.account_reset(fields)
    end;
    if answer is null then
        return app.refused_answer(app.error('command.unknown_kind'));
    end if;
    return case when answer ? 'outcome' then answer else jsonb_build_object('outcome', 'done', 'errors', '[]'::jsonb, 'result', answer) end;
exception
    when sqlstate 'TY001' then
        get stacked diagnostics errors = pg_exception_detail;
        return app.refused_answer(errors::jsonb);
    when others then
        get stacked diagnostics state = returned_sqlstate, failed_constraint = constraint_name;
        if app.is_retryable(state) then
            raise exception using errcode = state, message = 'command.retry';
        end if;
        perform app.log_line('fault', jsonb_build_object('fault', fault, 'sqlstate', state, 'constraint', failed_constraint, 'act', act));
        return jsonb_build_object('outcome', 'fault', 'errors', '[]'::jsonb, 'result', jsonb_build_object('id', fault));
end
$$;
