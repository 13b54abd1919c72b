-- Registration, activation, forgotten passwords (ACC-1 to ACC-6, ACC-9). A row is what the token of one mail opens. The token is made of the row's
-- ID and of a key that the worker keeps in a file of its own: nothing in the database tells it.
create table app.account_requests (
    id              uuid primary key,
    kind            text not null check (kind in ('activation', 'reset', 'active_already', 'reset_elsewhere')),
    user_id         uuid not null references app.users,
    fields          jsonb not null default '{}',  -- of the form: what becomes the person's own at activation
    verifier        text,                         -- of the password that is proven again at activation; null: it is chosen then
    requested_at    timestamptz not null,
    expires_at      timestamptz not null,
    ended_at        timestamptz,                  -- used, or replaced by a newer one
    used            boolean not null default false,
    wrong_passwords integer not null default 0
);
create index account_requests_of_user on app.account_requests (user_id, requested_at);

-- How often something was asked for an address in the last hour, whether or not it is anybody's: what is answered to a flood must not tell.
create table app.account_asks (
    address     bytea not null,                   -- digest of the address under the installation's key
    at          timestamptz not null
);
create index account_asks_by_address on app.account_asks (address, at);
create index account_asks_by_age on app.account_asks (at);

-- A mail tells of a notification, or carries the token of a request.
alter table app.mails
    alter column notification_id drop not null,
    add column request_id uuid unique references app.account_requests on delete cascade,
    add constraint mails_about check (num_nonnulls(notification_id, request_id) = 1);
