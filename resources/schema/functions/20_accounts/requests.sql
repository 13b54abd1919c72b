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

-- Makes a request and its mail, and voids those of its kind before it. Above five an hour nothing is made, silently: whoever asks for somebody else learns nothing.
create or replace function app.make_request(kind text, person uuid, fields jsonb default '{}', verifier text default null) returns void
language plpgsql as $$
declare
    request uuid := app.uuid7();
begin
    perform from app.users as u where u.id = person for no key update;
    if (select count(*) from app.account_requests as r where r.user_id = person and r.requested_at > app.now() - interval '1 hour') >= 5 then
        return;
    end if;
    update app.account_requests as r set ended_at = app.now() where r.user_id = person and r.kind = make_request.kind and r.ended_at is null;
    insert into app.account_requests (id, kind, user_id, fields, verifier, requested_at, expires_at)
    values (request, make_request.kind, person, make_request.fields, make_request.verifier, app.now(), app.now() + interval '24 hours');
    insert into app.mails (id, request_id, user_id, queued_at, due) values (app.uuid7(), request, person, app.now(), app.now());
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

create or replace function worker.purge_accounts() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with asks as (delete from app.account_asks as a where a.at < app.now() - interval '1 hour' returning 1),
         requests as (delete from app.account_requests as r where r.requested_at < app.now() - interval '90 days'
                      and not (r.kind = 'activation' and exists (select from app.users as u where u.id = r.user_id and u.status = 'pending_activation')) returning 1)
    select (select count(*) from asks) + (select count(*) from requests)
$$;
