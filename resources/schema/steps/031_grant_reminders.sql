-- Of which end of which grant holder and granter were reminded (MEM-7). A grant that is renewed has another end, and new reminders.
create table app.grant_reminders (
    grant_id    uuid not null,
    expires_at  bigint not null,               -- µs: a time is never a key
    days        integer not null,              -- 7 or 1 before
    primary key (grant_id, expires_at, days)
);
create index grants_ending on app.grants (expires_at) where expires_at is not null;
