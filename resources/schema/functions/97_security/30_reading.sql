-- What administrators read of it: the platform team all, a tenant's administrator what concerns the tenant's people.

-- The tenant to which the answer is confined, null: all. Or TY001, with `refusal`; what: that somebody asked for and may not read.
drop function if exists app.security_reader(app.actor, jsonb);
create or replace function app.log_reader(actor app.actor, arguments jsonb, what text, refusal text) returns uuid
language plpgsql as $$
declare
    wanted uuid := case when app.is_uuid(arguments ->> 'tenant') then (arguments ->> 'tenant')::uuid end;
begin
    if (actor).is_system_administrator or coalesce(app.administers(actor, wanted), false) then
        return wanted;
    end if;
    perform app.log_line('refused_access', jsonb_build_object('actor', (actor).user_id, 'what', what, 'tenant', wanted));
    perform app.refuse(refusal);
    return null;
end
$$;

-- What of the server's log doesn't reach these lists: `off` (it isn't written as jsonlog), `connections` (who came in isn't), `worker` (nobody reads it now); null: nothing.
create or replace function app.server_log_gap() returns text
language sql stable as $$
    select case when exists (select from pg_settings as s where s.name = 'logging_collector' and s.setting <> 'on' or s.name = 'log_destination' and s.setting not like '%jsonlog%') then 'off'
                when exists (select from pg_settings as s where s.name = 'log_connections' and s.setting <> 'on') then 'connections'
                when not exists (select from app.worker_lease as l where l.seen > clock_timestamp() - interval '1 minute') then 'worker' end
$$;

-- {list: events | accesses, tenant?, person? (part of a name), kind?, from?, to? (µs), before? (number of a row), limit?} → {"rows": the newest first [{id, at, client_at,
-- tenant_id, actor_id, kind, details, alarm}], "more", "names": {id: name}, "kinds": those that there are, "gap": app.server_log_gap()}.
create or replace function api.security_page(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
    tenant uuid := app.log_reader(actor, arguments, 'security', 'security.not_allowed');
    events boolean := arguments ->> 'list' is distinct from 'accesses';
    most integer := least(coalesce((arguments ->> 'limit')::integer, 100), 1000);
    people uuid[] := case when coalesce(arguments ->> 'person', '') <> '' then
        array(select u.id from app.users as u where position(lower(arguments ->> 'person') in lower(u.name)) > 0) end;
    rows jsonb;
begin
    select coalesce(jsonb_agg(r.found order by r.id desc), '[]') into rows from (
        select l.id, jsonb_build_object('id', l.id, 'at', app.micros(l.at), 'client_at', app.micros(l.client_at), 'tenant_id', l.tenant_id,
                                        'actor_id', l.actor_id, 'kind', l.kind, 'details', l.details, 'alarm', l.alarm) as found
        from (select e.id, e.at, null::timestamptz as client_at, e.tenant_id, e.actor_id, e.kind, e.details, e.alarm from app.security_events as e where events
              union all
              select a.id, a.at, a.client_at, a.tenant_id, a.actor_id, a.act, a.details, false from app.access_log as a where not events) as l
        where (tenant is null or l.tenant_id = tenant)
            and (people is null or l.actor_id = any (people))
            and (arguments ->> 'kind' is null or l.kind = arguments ->> 'kind')
            and (arguments ->> 'before' is null or l.id < (arguments ->> 'before')::bigint)
            and (arguments ->> 'from' is null or l.at >= app.from_micros((arguments ->> 'from')::bigint))
            and (arguments ->> 'to' is null or l.at < app.from_micros((arguments ->> 'to')::bigint))
        order by l.id desc limit most + 1
    ) as r;
    perform app.log_line('read_security', jsonb_build_object('actor', (actor).user_id, 'tenant', tenant, 'rows', least(jsonb_array_length(rows), most)));
    return jsonb_build_object('gap', app.server_log_gap(), 'more', jsonb_array_length(rows) > most, 'rows', case when jsonb_array_length(rows) > most then rows - most else rows end,
        'names', app.audit_names(coalesce(tenant, app.default_tenant()), app.ids_in(rows::text), app.people_in(rows, 'actor_id'), (actor).is_system_administrator),
        'kinds', case when arguments ->> 'before' is null then (
            select coalesce(jsonb_agg(distinct k.kind), '[]')
            from (select e.kind from app.security_events as e where events and (tenant is null or e.tenant_id = tenant)
                  union all select a.act from app.access_log as a where not events and (tenant is null or a.tenant_id = tenant)) as k (kind)) end);
end
$$;
