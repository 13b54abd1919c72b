-- What else keeps an installation healthy. Times here are of the machine, not app.now(): they measure programs, not rules.

-- Only one worker is active: it takes the lease every few seconds, others get it when the holder has been silent for `seconds`.
create or replace function worker.take_lease(holder text, seconds integer default 15) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update app.worker_lease as l
    set holder = take_lease.holder, until = clock_timestamp() + make_interval(secs => seconds), seen = clock_timestamp()
    where l.holder is null or l.holder = take_lease.holder or l.until < clock_timestamp();
    return found;
end
$$;

-- Gives the lease back, so that the next worker need not wait.
create or replace function worker.drop_lease(holder text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update app.worker_lease as l set until = '-infinity' where l.holder = drop_lease.holder
$$;

-- A command that applies or undoes a file of members takes longer than others may: it shows itself by a lock on a table that no other command takes, and
-- that no command, only a change of the schema, waits for (functions/89_invitations). By the catalog, because the worker has no right on the schema.
create or replace function worker.is_importing(backend integer) returns boolean
language sql stable security invoker set search_path = pg_catalog, pg_temp as $$
    select exists (
        select from pg_locks as l join pg_class as c on c.oid = l.relation join pg_namespace as n on n.oid = c.relnamespace
        where l.pid = backend and l.granted and l.mode = 'RowShareLock' and n.nspname = 'app' and c.relname = 'import_changes')
$$;

-- Ends the sessions of persons who hold a transaction ID for more than 10 s or a transaction for more than 15 minutes (design §3: both
-- hold back feed and clean-up, and time-outs given to a role protect nothing). Runs as the caller, who is a member of pg_signal_backend.
create or replace function worker.end_long_transactions(with_xid interval default '10 s', any_at_all interval default '15 min')
returns table (pid integer, held interval)
language sql volatile security invoker set search_path = pg_catalog, pg_temp as $$
    -- Materialized, because a condition that ends sessions must be the last one asked.
    with long as materialized (
        select a.pid, clock_timestamp() - a.xact_start as held
        from pg_stat_activity as a
        where a.datname = current_database() and a.usename ~ '^u_[a-z2-7]{32}$' and a.pid <> pg_backend_pid()
            and ((a.backend_xid is not null and a.xact_start < clock_timestamp() - with_xid and not (a.state = 'active' and worker.is_importing(a.pid) and a.xact_start > clock_timestamp() - interval '5 min'))
                 or a.xact_start < clock_timestamp() - any_at_all)
    )
    select l.pid, l.held from long as l where pg_terminate_backend(l.pid)
$$;

-- Answers are kept for 90 days; then the age of a command's ID refuses it (design §10).
create or replace function worker.purge_answers() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with purged as (delete from app.answers as a where a.answered_at < app.now() - interval '91 days' returning 1)
    select count(*) from purged
$$;
