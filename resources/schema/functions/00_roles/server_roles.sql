-- The roles of the server itself (design §3, §10). Cluster-wide, so made only where they are missing. hardening.sql gives them what they own.
-- Functions of one file call those of another, whatever the order of the files.
set check_function_bodies = off;

do $$
declare
    wanted record;
begin
    for wanted in
        select * from (values
            ('tenantry_owner', 'nologin nocreaterole nocreatedb noinherit'),        -- owns schemas, tables, functions
            ('tenantry_accounts', 'nologin createrole nocreatedb inherit'),       -- owns the functions that make and change roles, nothing else
            ('tenantry_worker', 'login nocreaterole nocreatedb inherit connection limit 8')  -- may execute schema worker
        ) as t (name, attributes)
    loop
        if not exists (select from pg_catalog.pg_roles where rolname = wanted.name) then
            execute pg_catalog.format('create role %I %s', wanted.name, wanted.attributes);
        end if;
    end loop;
end
$$;
