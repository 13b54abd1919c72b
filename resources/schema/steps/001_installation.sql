-- Schemas, types and what an installation knows of itself. Runs as the database's owner.
create schema app;      -- tables and internal functions: no person may touch anything in it
create schema cmd;      -- one function per command kind, called by api.execute only
create schema api;      -- the border: all that a person's role may execute
create schema worker;   -- what tenantry_worker may execute

create type app.space_role as enum ('guest', 'viewer', 'commenter', 'editor', 'administrator', 'owner');
create type app.user_status as enum ('pending_activation', 'active', 'suspended', 'departed');
create type app.tenant_state as enum ('active', 'closing', 'frozen', 'deleted');
create type app.application_status as enum ('pending', 'approved', 'rejected', 'withdrawn', 'ended');

create table app.schema_steps (
    number      integer primary key,
    name        text not null,
    applied_at  timestamptz not null default clock_timestamp()
);

-- rules.json, commands.json, synced.json, refusals.json as they were at install: the same files are compiled into the client.
create table app.declarations (
    name    text primary key,
    content jsonb not null
);

-- Identity of the feed: another generation, system identifier or timeline means a full pull.
create table app.installation (
    only_row    boolean primary key default true check (only_row),
    generation  uuid not null default gen_random_uuid(),
    name_key    bytea not null,               -- key of the sign-in names (HMAC), 32 bytes
    installed_at timestamptz not null default clock_timestamp()
);

-- Rules ask app.now() = transaction time + this offset. Tests set it as the owner; no person can.
create table app.clock (
    only_row boolean primary key default true check (only_row),
    shift    interval not null default '0'
);
insert into app.clock default values;

create table app.plans (
    id          uuid primary key,
    key         text not null unique,
    name_en     text not null,
    name_zh     text not null,
    quotas      jsonb not null,               -- {"members":n,"outsiders":n,"spaces":n,"tokens":n,"data_gib":n}, null = unlimited
    version     integer not null default 1
);

create table app.settings (
    id          uuid primary key,
    tenant_id   uuid,                         -- null: of the platform
    key         text not null,
    value       jsonb not null,
    public      boolean not null default false,  -- everybody may read it
    version     integer not null default 1,
    unique nulls not distinct (tenant_id, key)
);
