-- Mail of notifications (NOT-1). The worker asks worker.* in turn: expand, take one, say what became of it. Only who holds the lease gets anything.

create or replace function app.queue_mail() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into app.mail_outbox (notification_id, since) values (new.id, new.at);
    return null;
end
$$;
create or replace trigger queue_mail after insert on app.notifications for each row execute function app.queue_mail();

-- Whoever is the person, or in the organization or the group, through any number of organizations.
create or replace function app.people_of_subject(subject uuid) returns setof uuid
language sql stable as $$
    with recursive below (id) as (
        (select o.id from app.organizations as o where o.id = subject
         union select m.organization_id from app.role_group_members as m where m.group_id = subject and m.organization_id is not null)
        union
        select o.id from below as b join app.organizations as o on o.parent_id = b.id
    )
    select subject
    union select m.user_id from app.memberships as m join below as b on b.id = m.organization_id
    union select m.user_id from app.role_group_members as m where m.group_id = subject and m.user_id is not null
$$;

-- Whether somebody may get the mail of a notification: active people, whoever was just suspended, of that alone, and whoever is invited and has yet
-- to activate their account, of that alone, while they are still invited.
create or replace function app.may_be_mailed(told app.notifications, person app.users) returns boolean
language sql stable as $$
    select case told.kind
        when 'invited' then person.status in ('active', 'pending_activation') and exists (select from app.invitations as i where i.tenant_id = told.tenant_id and i.user_id = person.id)
        when 'account_suspended' then person.status in ('active', 'suspended')
        else person.status = 'active' end
$$;

drop function if exists app.addressees(app.notifications);

-- Whom a notification addresses and who may get mail: the next `up_to` people after this one, in the order of IDs. A whole tenant is read by its index
-- from there on, not again from its beginning for each thousand.
create or replace function app.addressees(told app.notifications, after_user uuid, up_to integer) returns setof uuid
language plpgsql stable set plan_cache_mode = force_custom_plan as $$
begin
    if told.audience_scope_kind = 5 then
        return query
            select u.id from app.users as u
            where u.tenant_id = told.audience_scope_id and u.id > coalesce(after_user, '00000000-0000-0000-0000-000000000000') and app.may_be_mailed(told, u)
            order by u.id limit up_to;
        return;
    end if;
    return query
        select u.id
        from (
            select a.id from unnest(told.audience_user_ids) as a (id)
            union select r.user_id from app.role_assignments as r where told.audience_scope_kind = 2 and r.role = 'system_administrator' and r.tenant_id is null
            union select t.administrator_id from app.tenants as t where told.audience_scope_kind in (3, 4) and t.id = told.audience_scope_id
            union select s.id from app.people_of_subject(told.audience_scope_id) as s (id) where told.audience_scope_kind = 7
            union select told.audience_scope_id where told.audience_scope_kind = 10
        ) as addressed (id)
        join app.users as u on u.id = addressed.id
        where (after_user is null or u.id > after_user) and app.may_be_mailed(told, u)
        order by u.id limit up_to;
end
$$;

create or replace function app.holds_lease(holder text) returns boolean
language sql volatile as $$
    select exists (select from app.worker_lease as l where l.holder = holds_lease.holder and l.until > clock_timestamp())
$$;

-- Makes mails for at most `up_to` people of the oldest notification in the outbox; false: nothing is left to do.
create or replace function worker.expand_mail(holder text, up_to integer default 1000) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    entry app.mail_outbox;
    told app.notifications;
    people uuid[];
begin
    if not app.holds_lease(holder) then
        return false;
    end if;
    select * into entry from app.mail_outbox as o order by o.since, o.notification_id limit 1 for update skip locked;
    if not found then
        return false;
    end if;
    select * into strict told from app.notifications as n where n.id = entry.notification_id;
    people := array(select a.id from app.addressees(told, entry.after_user, up_to) as a (id) order by a.id);
    insert into app.mails (id, notification_id, user_id, queued_at, due)
    select app.uuid7(), told.id, p.id, app.now(), app.now() from unnest(people) as p (id)
    on conflict (notification_id, user_id) do nothing;
    if cardinality(people) < up_to then
        delete from app.mail_outbox as o where o.notification_id = told.id;
    else
        update app.mail_outbox as o set after_user = people[up_to] where o.notification_id = told.id;
    end if;
    return true;
end
$$;

-- In which language somebody is written to: their own choice, else their tenant's setting, else the platform's, else Chinese.
create or replace function app.mail_language(person app.users) returns text
language sql stable as $$
    select coalesce((select p.language from app.user_privates as p where p.id = person.id),
                    (select s.value #>> '{}' from app.settings as s where s.key = 'language' and (s.tenant_id = person.tenant_id or s.tenant_id is null)
                     order by s.tenant_id nulls last limit 1), 'zh_CN')
$$;

-- The names of the people whom these parameters speak of: {id: name}.
create or replace function app.names_in(parameters jsonb) returns jsonb
language sql stable as $$
    select coalesce(jsonb_object_agg(u.id, u.name), '{}')
    from app.users as u
    where u.id in (select p.value::uuid from jsonb_each_text(parameters) as p where app.is_uuid(p.value))
$$;

-- What a mail is about: a notification, or the token that the worker makes of `request_id`.
create or replace function app.mail_subject(mail app.mails) returns table (kind text, at timestamptz, parameters jsonb)
language sql stable as $$
    select n.kind, n.at, n.parameters from app.notifications as n where n.id = mail.notification_id
    union all
    select 'account_' || r.kind, r.requested_at, jsonb_build_object('request_id', r.id, 'expires_at', app.micros(r.expires_at))
    from app.account_requests as r where r.id = mail.request_id
$$;

-- Takes the mail that waits longest: nobody else gets it for `hold`, in which it must be said what became of it. No row: none is due.
create or replace function worker.take_mail(holder text, hold interval default '5 min') returns table
    (id uuid, kind text, at bigint, address text, name text, language text, parameters jsonb, names jsonb)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    taken app.mails;
    token jsonb;
begin
    if not app.holds_lease(holder) then
        return;
    end if;
    -- Whoever departed meanwhile gets none any more; a token that was replaced or is over isn't sent.
    select * into taken from app.mails as m
    where m.status = 'queued' and m.due <= app.now()
        and exists (select from app.users as u join app.user_privates as p on p.id = u.id where u.id = m.user_id and u.status <> 'departed')
        and not exists (select from app.account_requests as r where r.id = m.request_id and (r.ended_at is not null or r.expires_at <= app.now()))
    order by m.due limit 1 for update skip locked;
    update app.mails as m set attempts = m.attempts + 1, due = app.now() + hold where m.id = taken.id;
    token := case when taken.id is null then '{}' else app.invitation_request(taken) end;
    return query
        select taken.id, n.kind, app.micros(n.at), p.email, u.name, app.mail_language(u), n.parameters || token, app.names_in(n.parameters)
        from app.mail_subject(taken) as n, app.users as u join app.user_privates as p on p.id = u.id
        where u.id = taken.user_id;
end
$$;

create or replace function worker.mail_sent(mail uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update app.mails as m set status = 'sent', ended_at = app.now(), reason = null, reply = null where m.id = mail and m.status = 'queued'
$$;

-- A mail that was refused for good has failed; any other is tried again after a while that doubles from half a minute to four hours, for three
-- days.
create or replace function worker.mail_failed(mail uuid, reason text, reply integer, for_good boolean) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    update app.mails as m
    set status = case when ended then 'failed' else 'queued' end, ended_at = case when ended then app.now() end,
        due = app.now() + least(interval '30 s' * (2 ^ least(m.attempts - 1, 10)), interval '4 h'), reason = mail_failed.reason, reply = nullif(mail_failed.reply, 0)
    from (select q.id, for_good or coalesce(q.resent_at, q.queued_at) < app.now() - interval '3 days' as ended from app.mails as q where q.id = mail) as verdict
    where m.id = verdict.id and m.status = 'queued'
$$;

-- Where no worker sends mail, the outbox forgets after a week; the delivery log after 90 days. What nobody could take for four days is given up.
create or replace function worker.purge_mail() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with forgotten as (delete from app.mail_outbox as o where o.since < app.now() - interval '7 days' returning 1),
         given_up as (update app.mails as m set status = 'failed', ended_at = app.now(), reason = coalesce(m.reason, 'mail.given_up')
                      where m.status = 'queued' and coalesce(m.resent_at, m.queued_at) < app.now() - interval '4 days' returning 1),
         ended as (delete from app.mails as m where m.status <> 'queued' and m.ended_at < app.now() - interval '90 days' returning 1)
    select (select count(*) from forgotten) + (select count(*) from given_up) + (select count(*) from ended)
$$;

-- {"outbox": notifications not expanded yet, "queued", "sent", "failed", "oldest": µs since when the oldest waits, "reasons": {code: n} of what waits or failed}.
create or replace function worker.mail_state() returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select jsonb_build_object('outbox', (select count(*) from app.mail_outbox),
        'queued', count(*) filter (where m.status = 'queued'), 'sent', count(*) filter (where m.status = 'sent'), 'failed', count(*) filter (where m.status = 'failed'),
        'oldest', app.micros(min(m.queued_at) filter (where m.status = 'queued')),
        'reasons', (select coalesce(jsonb_object_agg(r.reason, r.n), '{}') from (select f.reason, count(*) as n from app.mails as f where f.reason is not null group by f.reason) as r))
    from app.mails as m
$$;

-- The delivery log, the newest first; people by ID only: it is read where logs are kept.
create or replace function worker.mail_log(up_to integer default 50) returns table
    (id uuid, kind text, user_id uuid, status text, attempts integer, queued_at timestamptz, ended_at timestamptz, due timestamptz, reason text, reply integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select m.id, n.kind, m.user_id, m.status, m.attempts, m.queued_at, m.ended_at, m.due, m.reason, m.reply
    from app.mails as m, app.mail_subject(m) as n
    order by m.id desc limit up_to
$$;
