-- The server's log, brought into tables by the worker (design §3): a line of RAISE LOG stays whatever the person does with the transaction that wrote it.
-- PostgreSQL's user and context of a line are trusted, its text only where app.log_line wrote it: nobody else can write a line of level LOG through it, because
-- persons have no language to write functions in.

-- Whether the refusal of a command says that somebody asked for what isn't theirs, or for people of another tenant by their ID or address.
create or replace function app.is_foreign_refusal(codes jsonb) returns boolean
language sql immutable as $$
    select codes ?| array['command.not_allowed', 'command.not_found', 'audit.not_allowed',
        'membership.user_elsewhere', 'membership.organization_elsewhere', 'organization.leader_elsewhere', 'administrator_replacement.candidate_elsewhere',
        'tenant_application.administrator_elsewhere', 'handover.holder_elsewhere', 'copy.target_elsewhere', 'role_group.member_elsewhere',
        'tenant_settings.creator_elsewhere', 'grant.subject_elsewhere', 'invitation.elsewhere', 'owner.elsewhere']
$$;

-- To whom a reading belongs: to the reader's tenant; where a system administrator reads the inside of another one (TEN-13), to that one.
create or replace function app.read_tenant(person uuid, home uuid, said jsonb) returns uuid
language sql stable as $$
    select coalesce((select t.id from app.tenants as t
                     where t.id = case when said ->> 'scope_kind' = '4' then (said ->> 'scope')::uuid when app.is_uuid(said ->> 'tenant') then (said ->> 'tenant')::uuid end
                         and app.is_system_administrator(person)), home)
$$;

-- The moment that a line begins with. PostgreSQL writes local time with the abbreviation of log_timezone, and reads CST as that of Chicago: so the zone is
-- taken from the setting. (In the hour that an end of summer time repeats, the second one is meant; UTC has none.)
create or replace function app.log_moment(written text, zone text default current_setting('log_timezone')) returns timestamptz
language sql stable as $$
    select regexp_replace(written, ' \S+$', '')::timestamp at time zone case when written ~ ' (UTC|GMT)$' then 'UTC' else zone end
$$;

-- Keeps what one line says: the person whom it is about; null: it says nothing about any.
create or replace function app.take_log_line(line jsonb) returns uuid
language plpgsql as $$
declare
    person record;
    said jsonb;
    event text;
    moment timestamptz := app.log_moment(line ->> 'timestamp') + (select shift from app.clock);
begin
    if app.is_sign_in_line(line) then
        return app.take_sign_in_line(line, moment);
    end if;
    if line ->> 'error_severity' <> 'LOG' or starts_with(line ->> 'context', 'PL/pgSQL function app.log_line(text,jsonb) line ') is not true then
        return null;
    end if;
    select a.user_id, u.tenant_id into person from app.accounts as a join app.users as u on u.id = a.user_id where a.role_name = (line ->> 'user')::name;
    if not found then
        return null;
    end if;
    said := (line ->> 'message')::jsonb;
    event := said ->> 'tenantry';
    said := said - 'tenantry' - 'actor' - 'role';
    if event = 'refused_access' or (event = 'refused' and app.is_foreign_refusal(said -> 'codes')) then
        insert into app.security_events (tenant_id, at, actor_id, kind, details)
        values (person.tenant_id, moment, person.user_id, case event when 'refused' then 'refused_command' else event end, said);
    elsif event = 'security_event' and said ->> 'event' = 'mass_search' then
        perform app.alarm(person.tenant_id, person.user_id, 'mass_search', jsonb_build_object('count', said -> 'searches', 'minutes', 10));
    elsif event = 'security_event' then
        insert into app.security_events (tenant_id, at, actor_id, kind, details)
        values (person.tenant_id, moment, person.user_id, left(said ->> 'event', 60), said - 'event');
    elsif event = 'access' then
        insert into app.access_log (tenant_id, at, client_at, actor_id, act, details)
        values (person.tenant_id, moment, app.from_micros((said ->> 'at')::bigint), person.user_id, left(said ->> 'act', 60), said - 'act' - 'at');
    elsif event not in ('refused', 'fault') then
        insert into app.access_log (tenant_id, at, actor_id, act, details) values (app.read_tenant(person.user_id, person.tenant_id, said), moment, person.user_id, left(event, 60), said);
    end if;
    return person.user_id;
end
$$;

-- When this file of the log began: its first line's time. A file of last week that is written over begins anew.
create or replace function app.log_file_began(path text) returns timestamptz
language plpgsql as $$
begin
    return app.log_moment(substring(convert_from(pg_read_binary_file(path, 0, 48, true), 'LATIN1') from '^{"timestamp":"([^"]+)"'));
exception when invalid_datetime_format then
    return null;
end
$$;

-- Takes the whole lines of the next part of a file. people: whom they are about; read: bytes that are done with, 0: there is no whole line yet.
create or replace function app.read_log_part(path text, since bigint, size integer, out people uuid[], out read integer)
language plpgsql as $$
declare
    part text := convert_from(pg_read_binary_file(path, since, size, true), 'LATIN1');  -- a character a byte
    last integer := strpos(reverse(part), E'\n');
    line text;
    person uuid;
begin
    people := '{}';
    -- A line longer than that is none of ours.
    read := case when coalesce(last, 0) > 0 then length(part) - last + 1 when length(part) >= size then size else 0 end;
    for line in select l from string_to_table(left(part, read), E'\n') as l where l like '%app.log\_line(text,jsonb)%' or l like '%"ps":"authentication"%' or l like '%"state_code":"28%' loop
        begin
            person := app.take_log_line(convert_from(convert_to(line, 'LATIN1'), 'UTF8')::jsonb);
            people := people || case when person is not null and person <> all (people) then array[person] else '{}' end;
        exception when data_exception then
            null; -- torn by a crash: the rest is worth more than this line
        end;
    end loop;
end
$$;

-- Reads on where the last call ended, at most `size` bytes of each file, oldest file first; how many bytes it were. Where the server's log isn't
-- jsonlog there is nothing to read, and `tenantryctl server status` says so.
create or replace function worker.read_server_log(holder text, size integer default 1048576) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    folder text := substring(pg_current_logfile('jsonlog') from '^(.*)/[^/]*$');
    file record;
    known app.server_log_files;
    part record;
    about uuid[] := '{}';
    total bigint := 0;
begin
    if folder is null or not app.holds_lease(holder) then
        return 0;
    end if;
    for file in select l.name, l.size, app.log_file_began(folder || '/' || l.name) as began from pg_ls_logdir() as l where l.name like '%.json' order by l.modification, l.name loop
        continue when file.began is null;
        insert into app.server_log_files as f values (file.name, 0, file.began)
        on conflict (name) do update
            set read_up_to = case when f.began = excluded.began and f.read_up_to <= file.size then f.read_up_to else 0 end, began = excluded.began
        returning * into known;
        continue when known.read_up_to >= file.size;
        part := app.read_log_part(folder || '/' || file.name, known.read_up_to, read_server_log.size);
        update app.server_log_files as f set read_up_to = f.read_up_to + part.read where f.name = file.name;
        about := about || part.people;
        total := total + part.read;
    end loop;
    perform app.watch_access(p.id) from (select distinct unnest(about) as id) as p;
    return total;
end
$$;
