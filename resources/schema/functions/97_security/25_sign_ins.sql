-- Failed and unusual sign-ins (ACC-10), from what PostgreSQL itself writes into its log: 28P01 and 28000, and with log_connections who came in.

create or replace function app.sign_in_digest(what text) returns bytea
language sql stable as $$
    select app.hmac_sha256(i.name_key, convert_to('sign-in ' || what, 'UTF8')) from app.installation as i
$$;

-- Neighbours share it: an address of its own is more than anybody needs to know. "local" on the server's machine.
create or replace function app.network_of(host text) returns text
language plpgsql immutable as $$
begin
    return case when host is null or host = '[local]' then 'local'
                else network(set_masklen(host::inet, case family(host::inet) when 4 then 24 else 64 end))::text end;
exception when data_exception then
    return 'unknown'; -- a name, with log_hostname
end
$$;

-- Of a name that nobody has, only where it came from is kept: somebody may have typed their password there. Those of a network count together. From the
-- hundredth within ten minutes on nothing is kept: whoever has no account shall not fill the disk.
create or replace function app.note_failed_sign_in(role_name name, state text, network text, moment timestamptz) returns uuid
language plpgsql as $$
declare
    person record;
    failures bigint;
begin
    select a.user_id, u.tenant_id into person from app.accounts as a join app.users as u on u.id = a.user_id where a.role_name = note_failed_sign_in.role_name;
    select count(*) + 1 into failures from app.security_events as e
    where (e.actor_id = person.user_id or (person.user_id is null and e.actor_id is null and e.details ->> 'network' = note_failed_sign_in.network)) -- by the index
        and e.kind = 'sign_in_failed' and e.at > moment - interval '10 minutes';
    if failures <= 100 then
        insert into app.security_events (tenant_id, at, actor_id, kind, details)
        values (person.tenant_id, moment, person.user_id, 'sign_in_failed', jsonb_build_object('sqlstate', state, 'network', network));
    end if;
    if failures >= 5 then
        perform app.alarm(person.tenant_id, person.user_id, 'many_failed_sign_ins', jsonb_build_object('count', failures, 'minutes', 10, 'network', network));
    end if;
    return person.user_id;
end
$$;

-- True: the person was known by others of this kind, but not by this one.
create or replace function app.is_new_trait(person uuid, kind text, value text, moment timestamptz) returns boolean
language plpgsql as $$
declare
    had boolean := exists (select from app.sign_in_traits as t where t.user_id = person and t.kind = is_new_trait.kind);
    fresh boolean;
begin
    insert into app.sign_in_traits as t values (person, kind, app.sign_in_digest(kind || ' ' || value), moment)
    on conflict on constraint sign_in_traits_pkey do update set last_at = greatest(t.last_at, excluded.last_at)
    returning xmax = 0 into fresh;
    return had and fresh;
end
$$;

create or replace function app.note_sign_in(role_name name, network text, client text, moment timestamptz) returns uuid
language plpgsql as $$
declare
    person record;
    last_at timestamptz;
begin
    select a.user_id, u.tenant_id into person from app.accounts as a join app.users as u on u.id = a.user_id where a.role_name = note_sign_in.role_name;
    if not found then
        return null;
    end if;
    last_at := (select max(t.last_at) from app.sign_in_traits as t where t.user_id = person.user_id);
    insert into app.security_events (tenant_id, at, actor_id, kind, details)
    select person.tenant_id, moment, person.user_id, e.kind, jsonb_build_object('network', network)
    from (values ('sign_in_after_90_days', last_at < moment - interval '90 days'),
                 ('sign_in_from_new_network', app.is_new_trait(person.user_id, 'network', network, moment)),
                 ('sign_in_with_new_client', app.is_new_trait(person.user_id, 'client', client, moment))) as e (kind, so)
    where e.so;
    return person.user_id;
end
$$;

-- Keeps what a line of the log (jsonlog) says of a sign-in; null: it says nothing of anybody's. Nobody signed in can write such lines: FATAL of these classes
-- comes from PostgreSQL alone, and "ps" is what the server was doing.
create or replace function app.take_sign_in_line(line jsonb, moment timestamptz) returns uuid
language plpgsql as $$
declare
    network text := app.network_of(line ->> 'remote_host');
begin
    if line ->> 'error_severity' = 'FATAL' then
        return app.note_failed_sign_in((line ->> 'user')::name, line ->> 'state_code', network, moment);
    elsif line ->> 'error_severity' = 'LOG' and starts_with(line ->> 'message', 'connection authorized: user=') then
        return app.note_sign_in((line ->> 'user')::name, network, coalesce(substring(line ->> 'message' from ' application_name=(.*?)(?: SSL enabled| GSS |$)'), ''), moment);
    end if;
    return null;
end
$$;

-- A client that knows no password, a role that may not sign in (28000 comes after the authentication), or somebody who came in.
create or replace function app.is_sign_in_line(line jsonb) returns boolean
language sql immutable as $$
    select coalesce(line ->> 'error_severity' = 'FATAL' and line ->> 'state_code' in ('28P01', '28000')
                    or line ->> 'ps' = 'authentication' and line ->> 'error_severity' = 'LOG', false)
$$;
