-- Runs last at every install and upgrade, as a superuser: who owns what, who may do what, and which settings hold (design §3, §10).

-- Everything of ours belongs to tenantry_owner …
do $$
declare
    thing record;
begin
    for thing in select nspname from pg_catalog.pg_namespace where nspname in ('app', 'cmd', 'api', 'worker') loop
        execute pg_catalog.format('alter schema %I owner to tenantry_owner', thing.nspname);
    end loop;
    for thing in
        select c.oid::regclass as name, c.relkind from pg_catalog.pg_class as c join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where n.nspname in ('app', 'cmd', 'api', 'worker') and c.relkind in ('r', 'p', 'v', 'm')
    loop
        execute pg_catalog.format('alter table %s owner to tenantry_owner', thing.name);
        if thing.relkind in ('r', 'p') then
            -- The second wall: no policy exists, so whoever isn't the owner finds nothing.
            execute pg_catalog.format('alter table %s enable row level security', thing.name);
        end if;
    end loop;
    for thing in
        select t.oid::regtype as name from pg_catalog.pg_type as t join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
        left join pg_catalog.pg_class as c on c.oid = t.typrelid
        where n.nspname in ('app', 'cmd', 'api', 'worker') and t.typelem = 0 and (t.typrelid = 0 or c.relkind = 'c')
    loop
        execute pg_catalog.format('alter type %s owner to tenantry_owner', thing.name);
    end loop;
    for thing in
        select p.oid::regprocedure as name from pg_catalog.pg_proc as p join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
        where n.nspname in ('app', 'cmd', 'api', 'worker')
    loop
        execute pg_catalog.format('alter routine %s owner to tenantry_owner', thing.name);
        execute pg_catalog.format('revoke all on routine %s from public', thing.name);
    end loop;
end
$$;

-- … but for the functions that make roles and read their verifiers (a new owner needs CREATE on the schema while it becomes one).
grant create, usage on schema app to tenantry_accounts;
alter function app.set_account_role(name, text) owner to tenantry_accounts;
alter function app.set_account_login(name, boolean) owner to tenantry_accounts;
alter function app.end_sessions(name) owner to tenantry_accounts;
alter function app.role_digests(name[]) owner to tenantry_accounts;
alter function app.password_challenge_of(name) owner to tenantry_accounts;
alter function app.proves_password_of(name, text) owner to tenantry_accounts;
grant select (rolname, rolpassword) on pg_catalog.pg_authid to tenantry_accounts;
revoke create on schema app from tenantry_accounts;
revoke all on function app.set_account_role(name, text), app.set_account_login(name, boolean), app.end_sessions(name), app.role_digests(name[]),
    app.password_challenge_of(name), app.proves_password_of(name, text) from public;
grant execute on function app.set_account_role(name, text), app.set_account_login(name, boolean), app.end_sessions(name), app.role_digests(name[]),
    app.password_challenge_of(name), app.proves_password_of(name, text) to tenantry_owner;
grant execute on function app.is_account(name) to tenantry_accounts;
grant pg_signal_backend to tenantry_accounts;

-- Every function that persons or the worker may call, and every definer: settings that a session can change, fixed. LOG lines go to the
-- server's log only (client_min_messages), literals are read as they were written (standard_conforming_strings).
do $$
declare
    routine record;
    pinned text;
begin
    for routine in
        select p.oid::regprocedure as name from pg_catalog.pg_proc as p join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
        where n.nspname in ('api', 'worker') or (n.nspname in ('app', 'cmd') and p.prosecdef)
    loop
        foreach pinned in array array['search_path = pg_catalog, pg_temp', 'timezone = ''UTC''', 'datestyle = ''ISO, YMD''', 'intervalstyle = ''postgres''',
                                      'extra_float_digits = 1', 'bytea_output = ''hex''', 'lock_timeout = ''5s''', 'client_min_messages = ''warning''',
                                      'standard_conforming_strings = on']
        loop
            execute pg_catalog.format('alter routine %s set %s', routine.name, pinned);
        end loop;
    end loop;
end
$$;

-- The worker's functions read the server's log (OPM-6): files below the data directory, by functions of the owner's alone.
grant execute on function pg_catalog.pg_current_logfile(text), pg_catalog.pg_ls_logdir(), pg_catalog.pg_read_binary_file(text, bigint, bigint, boolean) to tenantry_owner;

-- The border. Grants are to PUBLIC: no role that a person is or can become appears in one. Whatever is in schema api is meant for everyone.
grant usage on schema api to public;
grant execute on all functions in schema api to public;
grant usage on schema worker to tenantry_worker;
grant execute on all functions in schema worker to tenantry_worker;
grant pg_signal_backend, pg_read_all_stats to tenantry_worker;
alter default privileges revoke execute on functions from public;
alter default privileges for role tenantry_owner revoke execute on functions from public;
alter default privileges for role tenantry_accounts revoke execute on functions from public;

-- What PostgreSQL opens to everyone, closed: temporary tables, large objects, advisory locks, anonymous code, and what writes
-- to the write-ahead log or to files.
do $$
declare
    routine record;
begin
    execute pg_catalog.format('revoke all on database %I from public', pg_catalog.current_database());
    execute pg_catalog.format('grant connect on database %I to public', pg_catalog.current_database());
    -- The cluster is ours alone (design §3): its other databases are for its superuser, else temporary tables, locks and transaction IDs are had there.
    revoke all on database postgres, template1 from public;
    for routine in
        select p.oid::regprocedure as name from pg_catalog.pg_proc as p
        where p.pronamespace = 'pg_catalog'::regnamespace
            and (p.proname like 'lo\_%' or p.proname in ('loread', 'lowrite', 'pg_notify', 'pg_logical_emit_message', 'pg_export_snapshot') or p.proname like 'pg\_%advisory%')
    loop
        execute pg_catalog.format('revoke execute on function %s from public', routine.name);
    end loop;
end
$$;
revoke all on schema public from public;
revoke usage on language plpgsql, sql from public;
grant usage on language plpgsql, sql to tenantry_owner;

-- A role can't reset these: statements and their parameters stay out of the log (they hold personal data), temporary files have a bound.
-- max_prepared_transactions = 0 and jsonlog are of the server's start: `tenantryctl server status` looks at them.
do $$
declare
    setting text;
begin
    foreach setting in array array['log_min_error_statement = ''panic''', 'log_error_verbosity = ''terse''', 'log_min_messages = ''warning''', 'log_statement = ''none''',
                                   'log_min_duration_statement = -1', 'log_parameter_max_length = 0', 'temp_file_limit = ''1GB''',
                                   -- Compiling the small queries of a command took 50 times as long as running them.
                                   'jit = off',
                                   'default_transaction_isolation = ''read committed''', 'timezone = ''UTC''']
    loop
        execute pg_catalog.format('alter database %I set %s', pg_catalog.current_database(), setting);
    end loop;
end
$$;

do $$ begin perform app.ensure_platform(); end $$;
