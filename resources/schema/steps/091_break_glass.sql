-- TEN-13: who of the platform team has a tenant open for maintenance, while it is open; what became of it stands in the audit.
create table app.break_glass (
    id          uuid primary key,
    tenant_id   uuid not null references app.tenants,
    user_id     uuid not null references app.users on delete cascade,
    reason      text not null,
    opened_at   timestamptz not null,
    until       timestamptz not null,
    version     integer not null default 1,
    unique (tenant_id, user_id),
    check (until > opened_at and until <= opened_at + interval '4 hours')
);
create index break_glass_of_user on app.break_glass (user_id);
create index break_glass_by_end on app.break_glass (until);
