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

alter table app.notifications add constraint notifications_kind check (kind <> '');
