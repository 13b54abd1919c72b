reset role;

-- The only code that makes and changes PostgreSQL roles. hardening.sql gives it to tenantry_accounts (NOLOGIN, CREATEROLE), which owns
-- nothing else and is granted to nobody. It serves names in app.accounts only; PBKDF2 runs in the server at the verifier's own iteration
-- count, so that count is bounded.
create or replace function app.is_account(role_name name) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from app.accounts as a where a.role_name = is_account.role_name)
$$;

create or replace function app.set_account_role(role_name name, verifier text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    iterations text := substring(verifier from '^SCRAM-SHA-256\$([0-9]{4,5}):[A-Za-z0-9+/]{22,86}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$');
begin
    if not app.is_account(role_name) or role_name !~ '^u_[a-z2-7]{32}$' then
        raise exception using errcode = 'TY403', message = 'account.unknown';
    elsif iterations is null or iterations::integer not between 4096 and 20000 then
        raise exception using errcode = 'TY400', message = 'account.verifier';
    end if;
    -- Only a superuser may so much as name the other attributes of a role that exists.
    if exists (select from pg_roles where rolname = role_name) then
        execute format('alter role %I login password %L', role_name, verifier);
    else
        execute format('create role %I login noinherit nosuperuser nocreatedb nocreaterole noreplication connection limit 4 password %L', role_name, verifier);
    end if;
end
$$;

-- Lets a role sign in, or not: then its present sessions end too. One opened between the two lives on: every function asks for the person's
-- status.
create or replace function app.set_account_login(role_name name, allowed boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not app.is_account(role_name) or role_name !~ '^u_[a-z2-7]{32}$' then
        raise exception using errcode = 'TY403', message = 'account.unknown';
    end if;
    if exists (select from pg_roles where rolname = role_name) then
        execute format('alter role %I %s', role_name, case when allowed then 'login' else 'nologin' end);
    end if;
    if not allowed then
        perform app.end_sessions(role_name);
    end if;
end
$$;

-- Ends the present sessions of an account, whatever they are doing.
create or replace function app.end_sessions(role_name name) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if app.is_account(role_name) then
        perform pg_terminate_backend(a.pid) from pg_stat_activity as a where a.usename = role_name and a.pid <> pg_backend_pid();
    end if;
end
$$;

-- The digests of persons' verifiers as PostgreSQL holds them; none for a role without a password. Only worker.foreign_passwords asks.
create or replace function app.role_digests(role_names name[]) returns table (role_name name, digest bytea)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    -- A join: `= any (…)` would go through the whole list for every role.
    select r.rolname, sha256(convert_to(r.rolpassword, 'UTF8'))
    from unnest(role_names) as n (name) join pg_authid as r on r.rolname = n.name
    where n.name ~ '^u_[a-z2-7]{32}$' and r.rolpassword is not null
$$;

-- Salt and number of iterations of a person's verifier, and whether a SCRAM ClientKey (base64) belongs to it: for changing one's own password.
create or replace function app.password_challenge_of(role_name name) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select jsonb_build_object('iterations', m[1]::integer, 'salt', m[2])
    from pg_authid as r, regexp_match(r.rolpassword, '^SCRAM-SHA-256\$([0-9]+):([^$]+)\$') as m
    where r.rolname = role_name and role_name ~ '^u_[a-z2-7]{32}$'
$$;

create or replace function app.proves_password_of(role_name name, client_key text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select client_key ~ '^[A-Za-z0-9+/]{43}=$'
        and sha256(decode(client_key, 'base64')) = decode(substring(r.rolpassword from '\$([^$:]+):[^$:]+$'), 'base64')
    from pg_authid as r where r.rolname = role_name and role_name ~ '^u_[a-z2-7]{32}$'
$$;
