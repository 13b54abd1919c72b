-- Notifications: one row per event, whatever the size of its audience.
create or replace function app.notify_users(kind text, user_ids uuid[], tenant_id uuid, parameters jsonb default '{}') returns void
language sql volatile as $$
    insert into app.notifications (id, kind, at, tenant_id, audience_user_ids, parameters)
    select app.uuid7(), kind, app.now(), tenant_id, told.ids, parameters
    from (select array_agg(distinct id order by id) as ids from unnest(user_ids) as id where id is not null) as told
    where told.ids is not null
$$;

create or replace function app.notify_scope(kind text, scope_kind smallint, scope_id uuid, tenant_id uuid, parameters jsonb default '{}') returns void
language sql volatile as $$
    insert into app.notifications (id, kind, at, tenant_id, audience_scope_kind, audience_scope_id, parameters)
    values (app.uuid7(), kind, app.now(), tenant_id, scope_kind, scope_id, parameters)
$$;
