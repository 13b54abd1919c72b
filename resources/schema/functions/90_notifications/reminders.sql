-- MEM-7: seven days and one day before a grant ends, its holder and whoever gave it are reminded. The worker asks every minute; a second call says
-- nothing twice, whoever makes it.

create or replace function app.remind_of(given app.grants, days integer) returns void
language plpgsql as $$
declare
    subject_kind text := case when given.user_id is not null then 'user' when given.organization_id is not null then 'organization' else 'role_group' end;
    subject uuid := coalesce(given.user_id, given.organization_id, given.group_id);
    -- Who left the tenant since then has nothing to do with its spaces any more.
    granter uuid := (select u.id from app.users as u where u.id = given.granted_by and u.tenant_id = given.tenant_id);
    parameters jsonb := jsonb_strip_nulls(jsonb_build_object('space_id', given.space_id, 'resource_id', given.resource_id,
        'name', coalesce((select r.name from app.resources as r where r.id = given.resource_id), (select s.name from app.spaces as s where s.id = given.space_id)),
        'subject_kind', subject_kind, 'subject_id', subject,
        'subject', coalesce((select u.name from app.users as u where u.id = given.user_id), (select o.name from app.organizations as o where o.id = given.organization_id),
                            (select g.name from app.role_groups as g where g.id = given.group_id)),
        'role', given.role, 'expires_at', app.micros(given.expires_at), 'days', days));
begin
    if given.user_id is not null then
        perform app.notify_users('grant_expiring', array[given.user_id, granter], given.tenant_id, parameters);
        return;
    end if;
    -- One row for everybody in it, however many they are.
    perform app.notify_scope('grant_expiring', 7::smallint, subject, given.tenant_id, parameters);
    perform app.notify_users('grant_expiring', array[granter], given.tenant_id, parameters);
end
$$;

-- At most `up_to` reminders; how many it were. A grant given for less than a week has no reminder of a week, one in its last day only that of a day.
create or replace function worker.remind_of_expiries(up_to integer default 1000) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    due record;
    reminded integer := 0;
begin
    for due in
        select g as given, before.days
        from app.grants as g
        join app.tenants as t on t.id = g.tenant_id and app.works(t)
        cross join (values (7, 1), (1, 0)) as before (days, until_days)
        where g.expires_at > app.now() + make_interval(days => before.until_days) and g.expires_at <= app.now() + make_interval(days => before.days)
          and g.granted_at <= g.expires_at - make_interval(days => before.days)
          and not exists (select from app.grant_reminders as r where r.grant_id = g.id and r.expires_at = app.micros(g.expires_at) and r.days = before.days)
        order by g.expires_at, g.id limit up_to
    loop
        insert into app.grant_reminders (grant_id, expires_at, days) values ((due.given).id, app.micros((due.given).expires_at), due.days) on conflict do nothing;
        if found then
            perform app.remind_of(due.given, due.days);
            reminded := reminded + 1;
        end if;
    end loop;
    return reminded;
end
$$;

create or replace function worker.purge_reminders() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with purged as (delete from app.grant_reminders as r where r.expires_at < app.micros(app.now() - interval '1 day') returning 1)
    select count(*) from purged
$$;
