-- The roles of a server, made before the first step by the superuser who installs. Roles belong to the whole
-- cluster, so they may be there already. Steps and functions then run under `set role tenantry_owner`, so that
-- nothing is owned by a superuser; a file that needs more begins with `reset role;`. hardening.sql runs as superuser.
do $$
begin
    if to_regrole('tenantry_owner') is null then
        create role tenantry_owner nologin;
    end if;
    if to_regrole('tenantry_accounts') is null then
        create role tenantry_accounts nologin createrole;
    end if;
    if to_regrole('tenantry_worker') is null then
        create role tenantry_worker login;
    end if;
    -- To end the sessions of an account that is suspended, and of transactions that hold everybody up.
    grant pg_signal_backend to tenantry_accounts, tenantry_worker;
    execute format('alter database %I owner to tenantry_owner', current_database());
end
$$;
