-- Mail (NOT-1). A notification is put into the outbox in the transaction that makes it; the worker makes mails of it, a batch at a time.
create table app.mail_outbox (
    notification_id uuid primary key references app.notifications on delete cascade,
    since           timestamptz not null,
    after_user      uuid                       -- everybody up to this one, in the order of IDs, has theirs; null: nobody yet
);
create index mail_outbox_by_age on app.mail_outbox (since, notification_id);

-- One mail to one person, and what became of it: the delivery log. The address is looked up when it is sent.
create table app.mails (
    id              uuid primary key,          -- also in its Message-ID, so that a mail sent twice is told apart from two
    notification_id uuid not null references app.notifications on delete cascade,
    user_id         uuid not null references app.users,
    status          text not null default 'queued' check (status in ('queued', 'sent', 'failed')),
    attempts        integer not null default 0,
    queued_at       timestamptz not null,
    due             timestamptz not null,      -- not before; while somebody sends it: when it may be taken over
    ended_at        timestamptz,
    reason          text,                      -- why the last attempt failed: a code, never the mail server's words
    reply           integer,                   -- of SMTP
    unique (notification_id, user_id)
);
create index mails_due on app.mails (due) where status = 'queued';
create index mails_ended on app.mails (ended_at) where status <> 'queued';
