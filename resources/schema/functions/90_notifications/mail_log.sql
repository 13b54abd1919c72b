-- The delivery log (NOT-1) as administrators read it, and what was given up sent again. Addresses are stars: who may see them has them elsewhere.

create or replace function app.mail_kind(mail app.mails) returns text
language sql stable as $$
    select s.kind from app.mail_subject(mail) as s
$$;

-- Whether a mail lies in a tenant's log: to its people, unless it is about another tenant's affairs, and what it sent to those whom it invited and
-- to non-enterprise members.
create or replace function app.is_mail_of(mail app.mails, tenant uuid) returns boolean
language sql stable as $$
    select case when n.tenant_id = tenant then
               u.tenant_id = tenant or n.kind = 'invited' or exists (select from app.outsiders as o where o.tenant_id = tenant and o.user_id = u.id)
           else u.tenant_id = tenant and n.tenant_id is null end
    from app.users as u left join app.notifications as n on n.id = mail.notification_id
    where u.id = mail.user_id
$$;

-- What keeps a mail that failed from being sent again: a refusal's code, null: nothing.
create or replace function app.mail_obstacle(mail app.mails) returns text
language sql stable as $$
    select case
        when mail.status <> 'failed' then 'mail.not_failed'
        when not exists (select from app.users as u join app.user_privates as p on p.id = u.id left join app.notifications as n on n.id = mail.notification_id
                         where u.id = mail.user_id and case when n.id is null then u.status <> 'departed' else app.may_be_mailed(n, u) end)
            or exists (select from app.account_requests as r where r.id = mail.request_id and (r.ended_at is not null or r.expires_at <= app.now()))
        then 'mail.over' end
$$;

-- {tenant?, person? (part of a name), kind?, status?, from?, to? (µs), before? (ID of a mail), limit?} → {"rows": the newest first [{id, kind, user_id, tenant_id, address (stars),
-- status, attempts, queued_at, due, ended_at, resent_at, reason, reply, obstacle}], "more", "names": {id: name}, "kinds": those that there are}.
create or replace function api.mail_page(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    actor app.actor := app.require_actor();
    tenant uuid := app.log_reader(actor, arguments, 'mail', 'mail.not_allowed');
    most integer := least(coalesce((arguments ->> 'limit')::integer, 100), 1000);
    last uuid := case when app.is_uuid(arguments ->> 'before') then (arguments ->> 'before')::uuid end;
    people uuid[] := app.people_by_name(arguments ->> 'person');
    rows jsonb;
begin
    select coalesce(jsonb_agg(r.found order by r.id desc), '[]') into rows from (
        select m.id, jsonb_build_object('id', m.id, 'kind', app.mail_kind(m), 'user_id', m.user_id, 'tenant_id', u.tenant_id, 'address', app.masked(p.email, '[^@.]', 0, 0),
            'status', m.status, 'attempts', m.attempts, 'queued_at', app.micros(m.queued_at), 'due', case m.status when 'queued' then app.micros(m.due) end,
            'ended_at', app.micros(m.ended_at), 'resent_at', app.micros(m.resent_at), 'reason', m.reason, 'reply', m.reply, 'obstacle', app.mail_obstacle(m)) as found
        from app.mails as m join app.users as u on u.id = m.user_id left join app.user_privates as p on p.id = m.user_id left join app.notifications as n on n.id = m.notification_id
        where (last is null or m.id < last)
            and (people is null or m.user_id = any (people))
            and (arguments ->> 'status' is null or m.status = arguments ->> 'status')
            and (arguments ->> 'from' is null or m.queued_at >= app.from_micros((arguments ->> 'from')::bigint))
            and (arguments ->> 'to' is null or m.queued_at < app.from_micros((arguments ->> 'to')::bigint))
            and (tenant is null or ((u.tenant_id = tenant or n.tenant_id = tenant) and app.is_mail_of(m, tenant))) -- the first costs nothing and leaves few
            and (arguments ->> 'kind' is null or app.mail_kind(m) = arguments ->> 'kind')
        order by m.id desc limit most + 1
    ) as r;
    perform app.log_line('read_mail_log', jsonb_build_object('actor', (actor).user_id, 'tenant', tenant, 'rows', least(jsonb_array_length(rows), most)));
    return jsonb_build_object('more', jsonb_array_length(rows) > most, 'rows', case when jsonb_array_length(rows) > most then rows - most else rows end,
        'names', app.audit_names(coalesce(tenant, app.default_tenant()), app.ids_in(rows::text), app.people_in(rows, 'user_id'), (actor).is_system_administrator),
        'kinds', case when last is null then app.mail_kinds(tenant) end);
end
$$;

-- The kinds that a log holds, of its newest ten thousand mails: a whole quarter of a large platform would take seconds.
create or replace function app.mail_kinds(tenant uuid) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(distinct app.mail_kind(m)), '[]')
    from (select l.* from app.mails as l order by l.id desc limit 10000) as m
    where tenant is null or app.is_mail_of(m, tenant)
$$;

-- tenant_id: whose log it stands in; the platform team's holds all. Its attempts, and the three days that they may take, begin anew.
create or replace function cmd.mail_resend(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    mail app.mails;
    obstacle text;
    tenant uuid := (payload ->> 'tenant_id')::uuid;
begin
    select * into mail from app.mails as m where m.id = (payload ->> 'mail_id')::uuid for update;
    if mail.id is null or not ((actor).is_system_administrator or coalesce(app.is_mail_of(mail, tenant), false)) then
        perform app.refuse('command.not_found', 'mail_id');
    end if;
    obstacle := app.mail_obstacle(mail);
    if obstacle is not null then
        perform app.refuse(obstacle);
    end if;
    update app.mails as m set status = 'queued', attempts = 0, due = app.now(), ended_at = null, reason = null, reply = null, resent_at = app.now() where m.id = mail.id;
    perform app.audit('mail_resent', 'user', mail.user_id, tenant, jsonb_build_object('attempts', mail.attempts, 'mail_reason', mail.reason), jsonb_build_object('mail_kind', app.mail_kind(mail)));
    return '{}';
end
$$;
