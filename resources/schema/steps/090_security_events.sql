-- What was read, and what looks like misuse (OPM-6, OPM-7). Written by the worker from the server's log, which no rollback undoes, and by what the
-- worker itself finds; never synced: who may see them asks (functions/97_security).
create table app.security_events (
    id          bigint generated always as identity primary key,
    tenant_id   uuid,                          -- whose administrator sees it too; null: the platform team alone
    at          timestamptz not null,
    actor_id    uuid,                          -- null: nobody who could be named
    kind        text not null,
    details     jsonb not null default '{}',   -- IDs, codes and figures, never values
    alarm       boolean not null default false -- administrators were told
);
create index security_events_of_tenant on app.security_events (tenant_id, id);
create index security_events_of_actor on app.security_events (actor_id, kind, at);

-- One row per pull that brought something, search, reveal, export, opened detail.
create table app.access_log (
    id          bigint generated always as identity primary key,
    tenant_id   uuid,                          -- the actor's
    at          timestamptz not null,          -- when the server heard of it
    client_at   timestamptz,                   -- when it was, by the client, where it wasn't with the server then
    actor_id    uuid not null,
    act         text not null,
    details     jsonb not null default '{}'
);
create index access_log_of_tenant on app.access_log (tenant_id, id);
create index access_log_of_actor on app.access_log (actor_id, act, at);

-- How far the worker has read each file of the server's log. began: a file that is written over begins again.
create table app.server_log_files (
    name        text primary key,
    read_up_to  bigint not null,
    began       timestamptz not null
);
