-- What tells an unusual sign-in from a usual one (ACC-10): the networks and clients by which somebody has come in, as digests under the installation's key.
create table app.sign_in_traits (
    user_id     uuid not null references app.users on delete cascade,
    kind        text not null check (kind in ('network', 'client')),
    digest      bytea not null,
    last_at     timestamptz not null,
    primary key (user_id, kind, digest)
);
