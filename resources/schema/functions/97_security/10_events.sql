-- What looks like misuse, for the administrators' security page (OPM-6), and what they are told of at once (OPM-7).

-- Keeps an event. tenant null: it concerns the platform alone; actor null: nobody who could be named. details: IDs, codes, figures; never values.
create or replace function app.security_event(tenant uuid, actor uuid, kind text, details jsonb default '{}') returns void
language sql volatile as $$
    insert into app.security_events (tenant_id, at, actor_id, kind, details)
    values (security_event.tenant, app.now(), security_event.actor, security_event.kind, coalesce(security_event.details, '{}'))
$$;

-- Whether an alarm like this was raised within the hour: of this person, or, where nobody could be named, from this network; or twenty from any, because
-- whoever has no account shall not write notifications without end.
create or replace function app.is_told_already(actor uuid, kind text, network text) returns boolean
language sql stable as $$
    select case when actor is not null then
        exists (select from app.security_events as e
                where e.actor_id = is_told_already.actor and e.kind = is_told_already.kind and e.alarm and e.at > app.now() - interval '1 hour')
    else (select coalesce(bool_or(e.details ->> 'network' is not distinct from is_told_already.network), false) or count(*) >= 20 from app.security_events as e
          where e.actor_id is null and e.kind = is_told_already.kind and e.alarm and e.at > app.now() - interval '1 hour') end
$$;

-- The same, and the platform team and the tenant's administrator are told (NOT-3), once an hour for one person (or network of nobody's) and kind: what goes
-- on need not be told of every second. Nobody is told of themself but the platform team, of which others are told too.
create or replace function app.alarm(tenant uuid, actor uuid, kind text, details jsonb default '{}') returns void
language plpgsql as $$
declare
    told jsonb := details || jsonb_build_object('event', alarm.kind, 'actor_id', alarm.actor, 'tenant_id', alarm.tenant,
        'actor', (select u.name from app.users as u where u.id = alarm.actor), 'tenant', (select t.name from app.tenants as t where t.id = alarm.tenant),
        'at', app.micros(app.now()));
begin
    if app.is_told_already(alarm.actor, alarm.kind, alarm.details ->> 'network') then
        return;
    end if;
    insert into app.security_events (tenant_id, at, actor_id, kind, details, alarm) values (alarm.tenant, app.now(), alarm.actor, alarm.kind, alarm.details, true);
    perform app.notify_scope('unusual_access', 2::smallint, '00000000-0000-0000-0000-000000000000', null, told);
    perform app.notify_users('unusual_access',
        array(select t.administrator_id from app.tenants as t where t.id = alarm.tenant and t.administrator_id is distinct from alarm.actor), alarm.tenant, told);
end
$$;

-- What the platform team has settled, else what it began with.
create or replace function app.alarm_limit(wanted text) returns bigint
language sql stable as $$
    select coalesce((select (s.value #>> '{}')::bigint from app.settings as s where s.tenant_id is null and s.key = wanted),
                    case wanted when 'alarm_wrong_passwords' then 5 when 'alarm_refusals' then 20 when 'alarm_searches' then 200 when 'alarm_reveals' then 50 when 'alarm_exported_rows' then 10000 end)
$$;

-- Whether this person has lately been refused, searched, revealed or exported unusually much (OPM-7). By the log alone: what the person rolled back is in it too.
create or replace function app.watch_access(person uuid) returns void
language plpgsql as $$
declare
    unusual record;
begin
    for unusual in
        select w.kind, w.counted, w.minutes
        from (
            select 'many_refusals' as kind, 'alarm_refusals' as setting, 10 as minutes, (
                select count(*) from app.security_events as e
                where e.actor_id = person and e.kind in ('refused_access', 'refused_command') and e.at > app.now() - interval '10 minutes') as counted
            union all
            select 'many_wrong_passwords', 'alarm_wrong_passwords', 10, (
                select count(*) from app.security_events as e
                where e.actor_id = person and e.kind = 'wrong_old_password' and e.at > app.now() - interval '10 minutes')
            union all
            select 'mass_search', 'alarm_searches', 10, (
                -- People of other tenants in a file's rows are as good as found.
                select coalesce(sum(case l.act when 'foreign_people' then (l.details ->> 'rows')::bigint else 1 end), 0) from app.access_log as l
                where l.actor_id = person and l.act in ('search_people', 'find_administrator', 'find_tenants', 'foreign_people') and l.at > app.now() - interval '10 minutes')
            union all
            select 'mass_reveal', 'alarm_reveals', 10, (
                select coalesce(sum(coalesce((l.details ->> 'rows')::bigint, 1)), 0) from app.access_log as l
                where l.actor_id = person and l.act = 'reveal' and l.details ->> 'object_id' is distinct from person::text -- one's own are no secret
                    and l.at > app.now() - interval '10 minutes')
            union all
            select 'mass_export', 'alarm_exported_rows', 60, (
                select coalesce(sum((l.details ->> 'rows')::bigint), 0) from app.access_log as l
                where l.actor_id = person and l.act in ('export', 'export_audit') and l.at > app.now() - interval '1 hour')
        ) as w
        where w.counted >= app.alarm_limit(w.setting)
    loop
        perform app.alarm((select u.tenant_id from app.users as u where u.id = person), person, unusual.kind,
                          jsonb_build_object('count', unusual.counted, 'minutes', unusual.minutes));
    end loop;
end
$$;

-- Events are kept for a year, what was read for 90 days.
create or replace function worker.purge_security() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with events as (delete from app.security_events as e where e.at < app.now() - interval '365 days' returning 1),
         accesses as (delete from app.access_log as l where l.at < app.now() - interval '90 days' returning 1)
    select (select count(*) from events) + (select count(*) from accesses)
$$;
