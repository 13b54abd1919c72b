-- A tenant's own roles (ROL-1) and what each organization permits (OPM-1). Roles of the platform are words in app.role_assignments, as before.
create table app.tenant_roles (
    tenant_id   uuid not null references app.tenants,
    id          uuid not null unique,
    name        text not null,
    description text not null default '',
    keys        text[] not null default '{}',   -- of the catalogue in commands.json
    excludes    uuid[] not null default '{}',   -- roles that nobody may hold beside this one (ROL-3); said on both sides
    created_at  timestamptz not null,
    version     integer not null default 1,
    primary key (tenant_id, id)
);
create index tenant_roles_by_name on app.tenant_roles (tenant_id, lower(normalize(replace(name, U&'\0130', 'i'), NFKC)));

-- An assignment names a role of the platform by its word, one of the tenant's own by its ID.
alter table app.role_assignments
    add column tenant_role_id uuid generated always as (case when role ~ '^[0-9a-f]{8}-' then role::uuid end) stored;
alter table app.role_assignments
    add constraint role_assignments_known check (role in ('system_administrator', 'tenant_administrator') or (tenant_role_id is not null and tenant_id is not null)),
    add constraint role_assignments_of_role foreign key (tenant_id, tenant_role_id) references app.tenant_roles (tenant_id, id);
create index role_assignments_by_role on app.role_assignments (tenant_role_id) where tenant_role_id is not null;

-- What is set at an organization itself; what isn't comes from the nearest one above that sets it (OPM-2), at last from OPM-8. No row: nothing.
create table app.organization_permissions (
    tenant_id   uuid not null,
    id          uuid not null unique,           -- the organization's
    data_scope  text check (data_scope in ('none', 'own', 'below', 'tenant')),
    allowed     text[] not null default '{}',
    denied      text[] not null default '{}',
    version     integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, id) references app.organizations (tenant_id, id),
    check (not allowed && denied)
);
