-- Answers to commands, audit, history, feed.
create table app.answers (
    actor_id    uuid not null references app.users,
    id          uuid not null,                 -- the command's
    kind        text not null,
    digest      bytea not null,                -- SHA-256 over kind, payload, seen, after
    answered_at timestamptz not null,
    answer      jsonb not null,
    primary key (actor_id, id)
);
create index answers_by_time on app.answers (answered_at);

-- The chain holds IDs, kinds and salted hashes; what they hash lies beside it and can be erased (AUD-3).
create table app.audit_entries (
    id          bigint generated always as identity primary key,
    tenant_id   uuid not null,                 -- the default system tenant for what concerns the platform
    at          timestamptz not null,
    actor_id    uuid,                          -- null: the installation or the worker
    command_id  uuid,
    kind        text not null,
    object_kind text not null,
    object_id   uuid,
    detail_hash bytea not null,                -- SHA-256(salt || detail as text)
    row_xid     xid8 not null default pg_current_xact_id(),
    seal_number bigint,                        -- its place in the order of commits of its tenant; null: not sealed yet
    chain_hash  bytea,
    unique (tenant_id, seal_number)
);
create index audit_entries_unsealed on app.audit_entries (id) where seal_number is null;
create index audit_entries_by_xid on app.audit_entries (row_xid);

create table app.audit_details (
    entry_id    bigint primary key references app.audit_entries,
    salt        bytea not null,
    detail      jsonb not null                 -- {before, after, reason, origin:{client, version, decided_at, offline}}
);

create table app.audit_heads (
    tenant_id   uuid primary key,
    seal_number bigint not null,
    chain_hash  bytea not null,
    sealed_at   timestamptz not null
);

-- What the resolver needs, from the first row: rows of users, organizations, memberships, groups, their members, spaces, resources, grants.
create table app.history (
    kind        smallint not null,             -- as in the feed
    id          uuid not null,
    from_entry  bigint not null,               -- the audit entry that made this version
    to_entry    bigint,                        -- the one that ended it; null: still so
    tenant_id   uuid not null,
    row         jsonb not null,
    primary key (kind, id, from_entry)
);
create index history_of_tenant on app.history (tenant_id, from_entry);

-- What lies in which scope. row_xid: the transaction that last changed the row or its place here.
create table app.feed (
    scope_kind  smallint not null,
    scope_id    uuid not null,
    kind        smallint not null,
    id          uuid not null,
    row_xid     xid8 not null default pg_current_xact_id(),
    refs        integer not null,              -- how many reasons put it here
    gone        boolean not null default false,
    primary key (scope_kind, scope_id, kind, id)
);
create index feed_by_change on app.feed (scope_kind, scope_id, row_xid);
create index feed_by_row on app.feed (kind, id);
create index feed_gone on app.feed (row_xid) where gone;      -- what a purge looks at

-- The highest row_xid that a purge of gone entries removed: a cursor older than that pulls in full.
create table app.feed_purges (
    only_row boolean primary key default true check (only_row),
    highest  xid8 not null default '0'
);
insert into app.feed_purges default values;

create table app.worker_lease (
    only_row    boolean primary key default true check (only_row),
    holder      text,
    until       timestamptz not null default '-infinity'
);
insert into app.worker_lease default values;
