-- Applications of every kind, their events, and what must be unique across tenants and open applications.
create table app.applications (
    id              uuid primary key,
    kind            text not null,             -- 'tenant_creation'; further kinds come with the workflows
    tenant_id       uuid references app.tenants,  -- whose administrator decides it; null: the platform's
    applicant_id    uuid not null references app.users,
    status          app.application_status not null default 'pending',
    stage           smallint not null default 1,
    form            jsonb not null,            -- by kind; tenant_creation: see README.md
    reason          text not null,
    submitted_at    timestamptz not null,
    ended_at        timestamptz,
    version         integer not null default 1
);
create index applications_of_applicant on app.applications (applicant_id);

create table app.application_events (
    id              uuid primary key,
    application_id  uuid not null references app.applications,
    stage           smallint not null,
    act             text not null check (act in ('submitted', 'approved', 'rejected', 'withdrawn', 'ended')),
    actor_id        uuid not null references app.users,
    at              timestamptz not null,
    comment         text not null default '',
    offline         boolean not null default false
);
create index application_events_of on app.application_events (application_id);

-- Uniqueness across tenants and open applications: value is app.normalise()d. kinds: tenant_name, tenant_code, tenant_domain, open_application
-- (value = the applicant's or the designated administrator's user ID).
create table app.claims (
    kind    text not null,
    value   text not null,
    holder  uuid not null,
    primary key (kind, value)
);
create index claims_of_holder on app.claims (holder);

-- One event for its whole audience: a scope, or persons.
create table app.notifications (
    id                  uuid primary key,
    kind                text not null,
    at                  timestamptz not null,
    tenant_id           uuid references app.tenants,
    audience_scope_kind smallint,
    audience_scope_id   uuid,
    audience_user_ids   uuid[],
    parameters          jsonb not null default '{}',
    check ((audience_scope_kind is not null) <> (audience_user_ids is not null))
);
create table app.notification_reads (
    id              uuid primary key,
    user_id         uuid not null references app.users,
    notification_id uuid not null references app.notifications on delete cascade,
    read_at         timestamptz not null,
    unique (user_id, notification_id)
);
