-- Spaces, their resources, grants, outsiders.
create table app.spaces (
    tenant_id       uuid not null references app.tenants,
    id              uuid not null unique,
    name            text not null,
    description     text not null default '',
    edition         text not null check (edition in ('basic', 'standard', 'advanced')),
    modules         text[] not null check (cardinality(modules) > 0 and modules <@ array['bots', 'abs', 'automan']),
    archived        boolean not null default false,
    created_by      uuid not null references app.users,
    created_at      timestamptz not null,
    version         integer not null default 1,
    primary key (tenant_id, id)
);

create table app.resources (
    tenant_id   uuid not null,
    id          uuid not null unique,
    space_id    uuid not null,
    kind        text not null check (kind in ('agent', 'workflow', 'plugin', 'knowledge_base', 'application', 'table', 'dashboard')),
    name        text not null,
    restricted  boolean not null default false,      -- PRM-8
    created_by  uuid not null references app.users,
    created_at  timestamptz not null,
    version     integer not null default 1,
    primary key (tenant_id, id),
    unique (space_id, id),
    foreign key (tenant_id, space_id) references app.spaces (tenant_id, id)
);

-- A role given to a subject on a space (resource_id null) or on one of its resources. tenant_id is the space's tenant.
create table app.grants (
    tenant_id       uuid not null,
    id              uuid not null unique,
    space_id        uuid not null,
    resource_id     uuid,
    user_id         uuid references app.users,
    organization_id uuid,
    group_id        uuid,
    role            app.space_role not null,
    expires_at      timestamptz,
    granted_by      uuid not null references app.users,
    granted_at      timestamptz not null,
    version         integer not null default 1,
    primary key (tenant_id, id),
    check (num_nonnulls(user_id, organization_id, group_id) = 1),
    check (role <> 'owner' or (user_id is not null and expires_at is null)),
    unique nulls not distinct (space_id, resource_id, user_id, organization_id, group_id),
    foreign key (tenant_id, space_id) references app.spaces (tenant_id, id),
    foreign key (space_id, resource_id) references app.resources (space_id, id),
    foreign key (tenant_id, organization_id) references app.organizations (tenant_id, id),
    foreign key (tenant_id, group_id) references app.role_groups (tenant_id, id)
);
create index grants_of_user on app.grants (user_id) where user_id is not null;
create index grants_of_organization on app.grants (organization_id) where organization_id is not null;
create index grants_of_group on app.grants (group_id) where group_id is not null;
create unique index grants_one_owner on app.grants (space_id, resource_id) nulls not distinct where role = 'owner';

-- Non-enterprise members (EXT-1): people of other tenants who hold a grant in this one.
create table app.outsiders (
    tenant_id   uuid not null references app.tenants,
    id          uuid not null unique,
    user_id     uuid not null references app.users,
    since       timestamptz not null,
    version     integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, user_id)
);
