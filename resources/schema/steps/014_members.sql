-- People who come and go (MOV-5, ORG-6, ORG-7).

-- Each move from one tenant to another; nobody can change or remove one (functions/88_members/10_moves.sql).
create table app.moves (
    id          uuid primary key,
    user_id     uuid not null references app.users,
    from_tenant uuid not null references app.tenants,
    to_tenant   uuid not null references app.tenants,
    at          timestamptz not null,
    reason      text not null,
    decided_by  uuid references app.users      -- null: the installation
);
create index moves_of_user on app.moves (user_id);

-- What somebody had when they were removed from a tenant, kept for as long as that can be undone:
-- {"primary", "memberships": [{organization_id, name, role}], "groups": [{group_id, name}],
--  "grants": [{a grant as in app.grant_json, "space_id", "name" of the object, "granted_by", "granted_at"}], "roles": [role]}
create table app.removals (
    tenant_id   uuid not null references app.tenants,
    id          uuid not null unique,
    user_id     uuid not null references app.users,
    removed_at  timestamptz not null,
    removed_by  uuid not null references app.users,
    reason      text not null,
    had         jsonb not null,
    restored_at timestamptz,
    primary key (tenant_id, id)
);
create index removals_of_user on app.removals (user_id);
create index removals_by_time on app.removals (removed_at);
