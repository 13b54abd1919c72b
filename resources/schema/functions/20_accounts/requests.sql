-- What the mails of accounts are about (ACC-4): requests, how many, and what their tokens open. `token` in `fields` is the ID of a request: the
-- worker has checked the rest of what the person gave.

create or replace function app.person_of_email(email text) returns app.users
language sql stable as $$
    select u from app.user_privates as p join app.users as u on u.id = p.id
    where lower(normalize(replace(p.email, U&'\0130', 'i'), NFKC)) = app.normalise(person_of_email.email)
$$;

-- Counts what is asked for an address: five times an hour, then no more, the same for every address.
create or replace function app.count_ask(email text) returns void
language plpgsql as $$
declare
    digest bytea := (select app.hmac_sha256(i.name_key, convert_to('ask ' || app.normalise(email), 'UTF8')) from app.installation as i);
begin
    if (select count(*) from app.account_asks as a where a.address = digest and a.at > app.now() - interval '1 hour') >= 5 then
        perform app.refuse('account.too_many_requests', 'email');
    end if;
    insert into app.account_asks values (digest, app.now());
end
$$;

-- Checks what is said of a verifier before it is kept: set_account_role would refuse it only at activation.
create or replace function app.check_verifier(verifier text) returns void
language plpgsql as $$
declare
    iterations text := substring(verifier from '^SCRAM-SHA-256\$([0-9]{4,5}):[A-Za-z0-9+/]{22,86}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$');
begin
    if (iterations::integer between 4096 and 20000) is not true then
        perform app.refuse('command.malformed', 'password', jsonb_build_object('reason', 'verifier'));
    end if;
end
$$;

-- Makes a request, and voids those of its kind before it. Above five an hour nothing is made, silently: whoever asks for somebody else learns nothing.
create or replace function app.add_request(kind text, person uuid, fields jsonb default '{}', verifier text default null) returns app.account_requests
language plpgsql as $$
declare
    request app.account_requests;
begin
    perform from app.users as u where u.id = person for no key update;
    if (select count(*) from app.account_requests as r where r.user_id = person and r.requested_at > app.now() - interval '1 hour') >= 5 then
        return null;
    end if;
    update app.account_requests as r set ended_at = app.now() where r.user_id = person and r.kind = add_request.kind and r.ended_at is null;
    insert into app.account_requests (id, kind, user_id, fields, verifier, requested_at, expires_at)
    values (app.uuid7(), add_request.kind, person, add_request.fields, add_request.verifier, app.now(), app.now() + interval '24 hours') returning * into request;
    return request;
end
$$;

-- The same with a mail of its own.
create or replace function app.make_request(kind text, person uuid, fields jsonb default '{}', verifier text default null) returns void
language sql volatile as $$
    insert into app.mails (id, request_id, user_id, queued_at, due)
    select app.uuid7(), r.id, person, app.now(), app.now() from app.add_request(kind, person, fields, verifier) as r where r.id is not null
$$;

-- What the mail of an invitation carries for whoever has yet to activate their account (ORG-10): a token that lets them choose a password. Made when the mail
-- is sent, because imports invite tens of thousands whose mails take their time; a retry finds the one of the try before.
create or replace function app.invitation_request(mail app.mails) returns jsonb
language plpgsql as $$
declare
    request app.account_requests;
begin
    if not exists (select from app.notifications as n join app.users as u on u.id = mail.user_id
                   where n.id = mail.notification_id and n.kind = 'invited' and u.status = 'pending_activation') then
        return '{}';
    end if;
    select r.* into request from app.account_requests as r
    where r.user_id = mail.user_id and r.kind = 'activation' and r.verifier is null and r.ended_at is null and r.expires_at > app.now();
    if not found then
        request := app.add_request('activation', mail.user_id);
    end if;
    return case when request.id is null then '{}'::jsonb else jsonb_build_object('request_id', request.id, 'expires_at', app.micros(request.expires_at)) end;
end
$$;

-- The request that a token opens, locked; refused with what to do instead (ACC-5).
create or replace function app.open_request(kind text, token text) returns app.account_requests
language plpgsql as $$
declare
    request app.account_requests;
    status app.user_status;
begin
    -- The person before their requests, as in make_request.
    if app.is_uuid(token) then
        select u.status into status from app.account_requests as r join app.users as u on u.id = r.user_id where r.id = token::uuid for no key update of u;
        select r.* into request from app.account_requests as r where r.id = token::uuid and r.kind = open_request.kind for update;
    end if;
    if request.id is null then
        perform app.refuse('account.token_unknown', 'token');
    end if;
    if kind = 'activation' and status = 'active' then
        perform app.refuse('account.already_active', 'token');
    elsif request.used or (kind = 'reset') <> (status = 'active') or (kind = 'activation') <> (status = 'pending_activation') then
        perform app.refuse('account.token_unknown', 'token');
    elsif request.ended_at is not null then
        perform app.refuse('account.token_replaced', 'token');
    elsif request.expires_at <= app.now() then
        perform app.refuse('account.token_expired', 'token');
    end if;
    return request;
end
$$;

create or replace function app.end_request(request app.account_requests) returns void
language sql volatile as $$
    update app.account_requests as r set ended_at = app.now(), used = true where r.id = request.id
$$;

-- The salt or the number of iterations of a verifier.
create or replace function app.verifier_challenge(verifier text) returns jsonb
language sql immutable strict as $$
    select jsonb_build_object('iterations', m[1]::integer, 'salt', m[2]) from regexp_match(verifier, '^SCRAM-SHA-256\$([0-9]+):([^$]+)\$') as m
$$;

-- Whether this SCRAM ClientKey (base64) belongs to the verifier: who has it knows the password, and the verifier alone doesn't give it (RFC 5802).
create or replace function app.proves_password(verifier text, client_key text) returns boolean
language plpgsql immutable as $$
begin
    return client_key ~ '^[A-Za-z0-9+/]{43}=$'
        and sha256(decode(client_key, 'base64')) = decode(substring(verifier from '\$([^$:]+):[^$:]+$'), 'base64');
end
$$;

-- Takes an account that was never activated away, with everything about it but the chain of the audit. False: something is in somebody's name already.
create or replace function app.drop_pending(person app.users, is_first boolean) returns boolean
language plpgsql as $$
begin
    if is_first then
        perform app.open_entry('account_purged', person.tenant_id, null, null, '{}');
    end if;
    delete from app.mails as m where m.user_id = person.id;
    delete from app.account_requests as r where r.user_id = person.id;
    delete from app.import_changes as c where c.user_id = person.id;
    delete from app.user_privates as p where p.id = person.id;
    delete from app.users as u where u.id = person.id;
    delete from app.memberships as m where m.user_id = person.id;
    set constraints all immediate;
    set constraints all deferred;
    perform app.audit('account_purged', 'user', person.id, person.tenant_id, jsonb_build_object('status', person.status), null);
    return true;
exception when foreign_key_violation then
    return false;
end
$$;

drop function if exists worker.purge_pending();

-- Accounts that nobody activated so long after what was sent for them last ran out (setting pending_account_days). As many as go within `most`; how many
-- it were: the worker asks again until it are none. The lease is renewed and its row held until the end, so that no second worker begins beside it.
create or replace function worker.purge_pending(holder text, most interval default '1 second') returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    days integer := (select (s.value #>> '{}')::integer from app.settings as s where s.tenant_id is null and s.key = 'pending_account_days');
    before timestamptz := app.now() - interval '24 hours' - make_interval(days => coalesce(days, 30));
    person app.users;
    dropped bigint := 0;
begin
    if not app.holds_lease(holder) or not worker.take_lease(holder) then
        return 0;
    end if;
    for person in
        select u.* from app.users as u
        where u.status = 'pending_activation' and u.created_at < before
            and not exists (select from app.account_requests as r where r.user_id = u.id and r.requested_at >= before)
            and not exists (select from app.invitations as i where i.user_id = u.id and i.invited_at >= before)
        order by u.created_at limit 1000 for update skip locked
    loop
        dropped := dropped + app.drop_pending(person, dropped = 0)::integer;
        exit when dropped > 0 and clock_timestamp() > statement_timestamp() + most;
    end loop;
    return dropped;
end
$$;

create or replace function worker.purge_accounts() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with asks as (delete from app.account_asks as a where a.at < app.now() - interval '1 hour' returning 1),
         requests as (delete from app.account_requests as r where r.requested_at < app.now() - interval '90 days'
                      and not (r.kind = 'activation' and exists (select from app.users as u where u.id = r.user_id and u.status = 'pending_activation')) returning 1),
         traits as (delete from app.sign_in_traits as t where t.last_at < app.now() - interval '400 days'
                    and exists (select from app.sign_in_traits as o where o.user_id = t.user_id and o.last_at > t.last_at) returning 1)
    select (select count(*) from asks) + (select count(*) from requests) + (select count(*) from traits)
$$;
