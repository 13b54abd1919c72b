-- NOT-1: marks notifications as read, once. Those that the actor wasn't told of are left out.
create or replace function cmd.notifications_read(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language sql volatile as $$
    with marked as (
        insert into app.notification_reads (id, user_id, notification_id, read_at)
        select app.uuid7(), (actor).user_id, n.id, app.now()
        from app.notifications as n
        where n.id in (select i::uuid from jsonb_array_elements_text(payload -> 'notification_ids') as i)
          and ((actor).user_id = any (n.audience_user_ids) or app.holds_scope((actor).user_id, n.audience_scope_kind, n.audience_scope_id))
        on conflict (user_id, notification_id) do nothing
        returning 1
    )
    select jsonb_build_object('result', jsonb_build_object('marked', (select count(*) from marked)))
$$;

-- Notifications go after a year, with their marks and mails: a thousand a turn, the worker asks again until it are none.
create or replace function worker.purge_notifications(up_to integer default 1000) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with purged as (
        delete from app.notifications as n
        where n.id in (select o.id from app.notifications as o where o.at < app.now() - interval '365 days' order by o.at limit up_to)
        returning 1
    )
    select count(*) from purged
$$;
