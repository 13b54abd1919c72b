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

-- Whether a row lies in the part that the arguments name. people: those whose name fits, null: any. Expanded where it is called, as app.audit_fits is.
create or replace function app.log_row_fits(id bigint, at timestamptz, tenant_id uuid, actor_id uuid, kind text, tenant uuid, people uuid[], arguments jsonb) returns boolean
language sql stable as $$
    select (tenant is null or tenant_id = tenant) and (people is null or actor_id = any (people))
        and (arguments ->> 'kind' is null or kind = arguments ->> 'kind')
        and (arguments ->> 'before' is null or id < (arguments ->> 'before')::bigint)
        and (arguments ->> 'from' is null or at >= app.from_micros((arguments ->> 'from')::bigint))
        and (arguments ->> 'to' is null or at < app.from_micros((arguments ->> 'to')::bigint))
$$;

-- The kinds that a list has (of the tenant): each found from the one before, without reading the rows.
create or replace function app.log_kinds(events boolean, tenant uuid) returns jsonb
language sql stable as $$
    with recursive noted (kind) as (
        select (select e.kind from app.security_events as e order by e.kind limit 1) where events
        union all
        select (select e.kind from app.security_events as e where e.kind > n.kind order by e.kind limit 1) from noted as n where n.kind is not null
    ), read (act) as (
        select (select a.act from app.access_log as a order by a.act limit 1) where not events
        union all
        select (select a.act from app.access_log as a where a.act > r.act order by a.act limit 1) from read as r where r.act is not null
    )
    select coalesce(jsonb_agg(k.kind order by k.kind), '[]') from (
        select n.kind from noted as n where exists (select from app.security_events as e where e.kind = n.kind and (log_kinds.tenant is null or e.tenant_id = log_kinds.tenant))
        union all
        select r.act from read as r where exists (select from app.access_log as a where a.act = r.act and (log_kinds.tenant is null or a.tenant_id = log_kinds.tenant))) as k
$$;

-- {list: events | accesses, tenant?, person? (part of a name), kind?, from?, to? (µs), before? (number of a row), limit?} → {"rows": the newest first [{id, at, client_at,
-- tenant_id, actor_id, kind, details, alarm}], "more", "names": {id: name}, "kinds": those that there are, "gap": app.server_log_gap()}.
create or replace function api.security_page(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
    actor app.actor := app.require_actor();
    tenant uuid := app.log_reader(actor, arguments, 'security', 'security.not_allowed');
    events boolean := arguments ->> 'list' is distinct from 'accesses';
    most integer := least(coalesce((arguments ->> 'limit')::integer, 100), 1000);
    people uuid[] := app.people_by_name(arguments ->> 'person');
    rows jsonb;
begin
    select coalesce(jsonb_agg(r.found order by r.id desc), '[]') into rows from (
        select l.id, jsonb_build_object('id', l.id, 'at', app.micros(l.at), 'client_at', app.micros(l.client_at), 'tenant_id', l.tenant_id,
                                        'actor_id', l.actor_id, 'kind', l.kind, 'details', l.details, 'alarm', l.alarm) as found
        from ((select e.id, e.at, null::timestamptz as client_at, e.tenant_id, e.actor_id, e.kind, e.details, e.alarm from app.security_events as e
               where events and app.log_row_fits(e.id, e.at, e.tenant_id, e.actor_id, e.kind, tenant, people, arguments) order by e.id desc limit most + 1)
              union all
              (select a.id, a.at, a.client_at, a.tenant_id, a.actor_id, a.act, a.details, false from app.access_log as a
               where not events and app.log_row_fits(a.id, a.at, a.tenant_id, a.actor_id, a.act, tenant, people, arguments) order by a.id desc limit most + 1)) as l
    ) as r;
    perform app.log_line('read_security', jsonb_build_object('actor', (actor).user_id, 'tenant', tenant, 'rows', least(jsonb_array_length(rows), most)));
    return jsonb_build_object('gap', app.server_log_gap(), 'more', jsonb_array_length(rows) > most, 'rows', case when jsonb_array_length(rows) > most then rows - most else rows end,
        'names', app.audit_names(coalesce(tenant, app.default_tenant()), app.ids_in(rows::text), app.people_in(rows, 'actor_id'), (actor).is_system_administrator),
        'kinds', case when arguments ->> 'before' is null then app.log_kinds(events, tenant) end);
end
$$;
