-- What the command envelope stands on.

-- Who acts: found from session_user by app.find_actor, handed to every command.
create type app.actor as (
    user_id                 uuid,
    tenant_id               uuid,
    is_system_administrator boolean,
    administers             uuid              -- the tenant that this person administers, or null
);

-- Rows to lock where no row of the data stands for the thing (the tree of a tenant's organizations …).
create table app.locks (
    kind    text not null,
    id      uuid not null,
    primary key (kind, id)
);

-- One kind of application = one file in functions/60_applications, which enters itself here.
create table app.application_kinds (
    kind    text primary key,
    stages  text[] not null                   -- who decides each stage: 'system_administrator', 'tenant_administrator'
);

-- One e-mail, one person (ACC-1): app.normalise() spelled out, because functions come after the steps.
create unique index user_privates_one_email on app.user_privates (lower(normalize(replace(email, U&'\0130', 'i'), NFKC)));

-- TEN-12, by constraints alone, so that it holds at every commit, in every isolation, against two transactions that race: a tenant that
-- lives (but the default system tenant) names an administrator, who belongs to it and holds its role; nobody else holds that role.
alter table app.role_assignments add column administers uuid generated always as (case when role = 'tenant_administrator' then tenant_id end) stored;
alter table app.role_assignments
    add constraint role_assignments_administration unique (user_id, administers),
    add constraint role_assignments_kind check ((role = 'system_administrator') <= (tenant_id is null) and (role = 'tenant_administrator') <= (tenant_id is not null));
alter table app.tenants
    add constraint tenants_administrator_or_none check ((administrator_id is null) = (is_default or state = 'deleted')),
    add constraint tenants_administration unique (id, administrator_id),
    add constraint tenants_administrator_belongs foreign key (id, administrator_id) references app.users (tenant_id, id) deferrable initially deferred,
    add constraint tenants_administrator_assigned foreign key (administrator_id, id) references app.role_assignments (user_id, administers) deferrable initially deferred;
alter table app.role_assignments
    add constraint role_assignments_of_administrator foreign key (administers, user_id) references app.tenants (id, administrator_id) deferrable initially deferred;

-- When an entry was sealed: never earlier than the one sealed before, in any tenant. As-of asks by this time.
alter table app.audit_entries add column sealed_at timestamptz;
create index audit_entries_by_seal_time on app.audit_entries (sealed_at);

-- When the worker last took its lease: consoles show where it is missing.
alter table app.worker_lease add column seen timestamptz;

-- The classes of rules.json as ranges of code points, unfolded at install: reading them from the declaration took 70 ms of a submission.
create table app.character_classes (
    name    text primary key,
    ranges  int4multirange not null
);
