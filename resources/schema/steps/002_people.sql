-- Tenants, people, departments, role groups.
create table app.tenants (
    id                      uuid primary key,
    name                    text not null,
    code                    text not null,
    domain                  text not null,
    state                   app.tenant_state not null default 'active',
    state_since             timestamptz not null,
    plan_id                 uuid references app.plans,
    is_default              boolean not null default false,
    administrator_id        uuid,              -- null only in the default system tenant and deleted ones (TEN-12)
    root_organization_id    uuid not null,
    default_organization_id uuid not null,
    created_at              timestamptz not null,
    renamed_at              timestamptz,
    version                 integer not null default 1
);
create unique index tenants_one_default on app.tenants (is_default) where is_default;
create unique index tenants_one_administration on app.tenants (administrator_id);

alter table app.settings add foreign key (tenant_id) references app.tenants;

-- The card: what colleagues may see. Private data lie apart.
create table app.users (
    id                      uuid primary key,
    tenant_id               uuid not null references app.tenants,
    name                    text not null,
    avatar                  text,
    staff                   boolean not null default false,
    status                  app.user_status not null default 'pending_activation',
    primary_organization_id uuid not null,     -- one of the person's memberships (ORG-3)
    created_at              timestamptz not null,
    activated_at            timestamptz,
    version                 integer not null default 1,
    version_memberships     integer not null default 1,  -- memberships and the primary one (INB-6)
    unique (tenant_id, id)
);
alter table app.tenants add foreign key (administrator_id) references app.users deferrable initially deferred;

create table app.user_privates (
    id          uuid primary key references app.users,
    email       text not null,
    phone       text,
    mis         text,
    username    text,
    nickname    text,
    version     integer not null default 1
);

-- Who may sign in: the PostgreSQL role of a person. Type name, because a text column never uses its index against session_user.
create table app.accounts (
    role_name   name primary key,
    user_id     uuid not null unique references app.users,
    made_at     timestamptz not null
);

create table app.organizations (
    tenant_id       uuid not null references app.tenants,
    id              uuid not null unique,
    parent_id       uuid,                      -- null: the root
    name            text not null,
    code            text not null,
    description     text not null default '',
    enabled         boolean not null default true,
    created_at      timestamptz not null,
    version         integer not null default 1,
    version_details integer not null default 1,  -- name, code, description
    version_place   integer not null default 1,  -- parent
    version_status  integer not null default 1,  -- enabled
    version_leader  integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, parent_id) references app.organizations (tenant_id, id),
    check (parent_id <> id)
);
create index organizations_children on app.organizations (parent_id);
create unique index organizations_one_root on app.organizations (tenant_id) where parent_id is null;
alter table app.tenants add foreign key (id, root_organization_id) references app.organizations (tenant_id, id) deferrable initially deferred;
alter table app.tenants add foreign key (id, default_organization_id) references app.organizations (tenant_id, id) deferrable initially deferred;

create table app.memberships (
    tenant_id       uuid not null,
    id              uuid not null unique,
    user_id         uuid not null,
    organization_id uuid not null,
    role            text not null default 'member',   -- leader, member, or one of the tenant's own
    since           timestamptz not null,
    version         integer not null default 1,
    primary key (tenant_id, id),
    unique (user_id, organization_id),
    foreign key (tenant_id, organization_id) references app.organizations (tenant_id, id),
    foreign key (tenant_id, user_id) references app.users (tenant_id, id) deferrable initially deferred
);
create index memberships_of_organization on app.memberships (organization_id);
create unique index memberships_one_leader on app.memberships (organization_id) where role = 'leader';
alter table app.users add foreign key (id, primary_organization_id) references app.memberships (user_id, organization_id) deferrable initially deferred;

-- Platform and tenant roles of users. tenant_id null: a platform role.
create table app.role_assignments (
    id          uuid primary key,
    user_id     uuid not null references app.users,
    tenant_id   uuid references app.tenants,
    role        text not null,                 -- 'system_administrator', 'tenant_administrator'; a tenant's own later
    assigned_at timestamptz not null,
    assigned_by uuid references app.users,
    version     integer not null default 1,
    unique nulls not distinct (user_id, tenant_id, role)
);
create unique index role_assignments_one_administrator on app.role_assignments (tenant_id) where role = 'tenant_administrator';

create table app.role_groups (
    tenant_id   uuid not null references app.tenants,
    id          uuid not null unique,
    name        text not null,
    description text not null default '',
    created_at  timestamptz not null,
    version     integer not null default 1,
    primary key (tenant_id, id)
);

create table app.role_group_members (
    tenant_id       uuid not null,
    id              uuid not null unique,
    group_id        uuid not null,
    user_id         uuid,
    organization_id uuid,
    version         integer not null default 1,
    primary key (tenant_id, id),
    check (num_nonnulls(user_id, organization_id) = 1),
    unique nulls not distinct (group_id, user_id, organization_id),
    foreign key (tenant_id, group_id) references app.role_groups (tenant_id, id),
    foreign key (tenant_id, user_id) references app.users (tenant_id, id),
    foreign key (tenant_id, organization_id) references app.organizations (tenant_id, id)
);
create index role_group_members_of_user on app.role_group_members (user_id) where user_id is not null;
create index role_group_members_of_organization on app.role_group_members (organization_id) where organization_id is not null;
