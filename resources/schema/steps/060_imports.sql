-- Invitations and imports of members (ORG-5, ORG-10).

-- A file on its way: its rows come in parts, then one command applies them. What was never applied goes after a day.
create table app.imports (
    tenant_id   uuid not null references app.tenants,
    id          uuid not null unique,
    actor_id    uuid not null references app.users,
    begun_at    timestamptz not null,
    applied_at  timestamptz,
    undone_at   timestamptz,
    primary key (tenant_id, id)
);
create index imports_by_age on app.imports (begun_at);

-- One row puts one person into one organization. user_id, act and error are written by the command that applies them.
create table app.import_rows (
    import_id       uuid not null references app.imports (id) on delete cascade,
    number          integer not null,
    email           text not null,
    address         text not null,             -- the e-mail, normalised
    name            text,
    phone           text,
    mis             text,
    organization_id uuid,                      -- null: none named
    role            text check (role in ('leader', 'member')),
    is_primary      boolean not null default false,
    user_id         uuid,
    act             text,
    error           jsonb,
    primary key (import_id, number)
);

-- What an import changed of whom, for as long as that can be undone.
create table app.import_changes (
    tenant_id   uuid not null,
    import_id   uuid not null references app.imports (id) on delete cascade,
    user_id     uuid not null,
    made        boolean not null,              -- the account came with it
    before      jsonb,                         -- of a member: {"primary", "memberships": [{organization_id, role}]}; null: somebody who was invited
    version     integer not null,              -- version_memberships that it left: another one means that somebody touched it since
    primary key (import_id, user_id)
);

-- Who is asked into a tenant. The row is there while that is open; what became of it stands in the audit.
create table app.invitations (
    tenant_id   uuid not null references app.tenants,
    id          uuid not null unique,
    user_id     uuid not null references app.users on delete cascade,
    import_id   uuid,                          -- null: invited by themself
    invited_by  uuid not null references app.users,
    invited_at  timestamptz not null,
    until       timestamptz,                   -- null: whoever activates their account enters
    accepted_at timestamptz,                   -- waits for the platform's approval
    primary key (tenant_id, id),
    unique (tenant_id, user_id)
);
create index invitations_of_user on app.invitations (user_id);

-- Where they will be then.
create table app.invitation_places (
    tenant_id       uuid not null,
    invitation_id   uuid not null references app.invitations (id) on delete cascade,
    organization_id uuid not null,
    role            text not null,
    is_primary      boolean not null,
    import_id       uuid,
    primary key (invitation_id, organization_id),
    foreign key (tenant_id, organization_id) references app.organizations (tenant_id, id) on delete cascade
);
create index invitation_places_of_organization on app.invitation_places (tenant_id, organization_id);
