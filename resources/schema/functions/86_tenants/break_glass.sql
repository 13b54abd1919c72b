-- TEN-13: a system administrator opens a tenant with a reason, for at most four hours. The right itself is what app.administers and app.tenants_open_to say:
-- it ends with its time, whether or not a worker tidies up after it.

-- Until when what this person has open lies in their scopes (app.tenants_open_to): {tenant: µs}. The console forgets it then, with or without us.
create or replace function app.open_until(person uuid) returns jsonb
language sql stable as $$
    select coalesce(jsonb_object_agg(b.tenant_id, app.micros(b.until)), '{}') from app.break_glass as b where b.user_id = person and b.until > app.now()
$$;

-- Through which one this person acts for the tenant now; null: through none.
create or replace function app.break_glass_of(person uuid, tenant uuid) returns uuid
language sql stable as $$
    select b.id from app.break_glass as b join app.tenants as t on t.id = b.tenant_id
    where b.user_id = person and b.tenant_id = tenant and b.until > app.now() and t.state <> 'deleted' and app.is_system_administrator(person)
$$;

-- What marks an entry of the audit as done under it: {"break_glass": id}.
create or replace function app.mark_of(actor app.actor, tenant uuid, payload jsonb) returns jsonb
language sql stable as $$
    select jsonb_strip_nulls(jsonb_build_object('break_glass', app.break_glass_of((actor).user_id,
        coalesce(tenant, case when app.is_uuid(payload ->> 'application_id') then (select a.tenant_id from app.applications as a where a.id = (payload ->> 'application_id')::uuid) end))))
    where (actor).is_system_administrator
$$;

-- {tenant_id, tenant, by_id, by, reason, until, opened_at}
create or replace function app.break_glass_parameters(opened app.break_glass) returns jsonb
language sql stable as $$
    select jsonb_build_object('tenant_id', opened.tenant_id, 'tenant', t.name, 'by_id', opened.user_id, 'by', u.name, 'reason', opened.reason,
                              'until', app.micros(opened.until), 'opened_at', app.micros(opened.opened_at))
    from app.tenants as t, app.users as u where t.id = opened.tenant_id and u.id = opened.user_id
$$;

-- The tenant's administrator and the platform team, at once (NOT-3); and on both security pages.
create or replace function app.tell_break_glass(kind text, opened app.break_glass, more jsonb default '{}') returns void
language plpgsql as $$
declare
    parameters jsonb := app.break_glass_parameters(opened) || more;
begin
    perform app.notify_users(kind, array(select t.administrator_id from app.tenants as t where t.id = opened.tenant_id), opened.tenant_id, parameters);
    perform app.notify_scope(kind, 2::smallint, '00000000-0000-0000-0000-000000000000', null, parameters);
    perform app.security_event(opened.tenant_id, opened.user_id, kind, jsonb_build_object('break_glass', opened.id, 'until', app.micros(opened.until)) || more);
end
$$;

create or replace function app.close_break_glass(opened app.break_glass, early boolean) returns void
language plpgsql as $$
begin
    delete from app.break_glass as b where b.id = opened.id;
    perform app.audit('break_glass_ended', 'tenant', opened.tenant_id, opened.tenant_id,
        jsonb_build_object('user_id', opened.user_id, 'until', app.micros(opened.until)), jsonb_build_object('early', early), '');
    perform app.tell_break_glass('break_glass_ended', opened, jsonb_build_object('early', early));
end
$$;

create or replace function cmd.break_glass_open(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant app.tenants;
    opened app.break_glass;
begin
    select * into strict tenant from app.tenants as t where t.id = (payload ->> 'tenant_id')::uuid for share;
    select * into opened from app.break_glass as b where b.tenant_id = tenant.id and b.user_id = (actor).user_id for update;
    if tenant.is_default then
        perform app.refuse('break_glass.default_tenant', 'tenant_id');
    elsif tenant.state = 'deleted' then
        perform app.refuse('break_glass.deleted', 'tenant_id');
    elsif opened.until > app.now() then
        perform app.refuse('break_glass.open_already', '', jsonb_build_object('until', app.micros(opened.until)));
    elsif opened.id is not null then
        perform app.close_break_glass(opened, false);
    end if;
    insert into app.break_glass (id, tenant_id, user_id, reason, opened_at, until)
    values ((payload ->> 'break_glass_id')::uuid, tenant.id, (actor).user_id, payload ->> 'reason', app.now(),
            app.now() + make_interval(mins => (payload ->> 'minutes')::integer))
    returning * into opened;
    perform app.audit('break_glass_opened', 'tenant', tenant.id, tenant.id, null,
        jsonb_build_object('user_id', opened.user_id, 'until', app.micros(opened.until)), opened.reason);
    perform app.tell_break_glass('break_glass_opened', opened);
    return jsonb_build_object('result', jsonb_build_object('until', app.micros(opened.until)));
end
$$;

-- By whoever opened it or anybody else of the platform team.
create or replace function cmd.break_glass_end(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    opened app.break_glass;
begin
    select * into opened from app.break_glass as b
    where b.id = (payload ->> 'break_glass_id')::uuid and b.tenant_id = (payload ->> 'tenant_id')::uuid for update;
    if opened.id is null or opened.until <= app.now() then
        perform app.refuse('break_glass.over');
    end if;
    perform app.close_break_glass(opened, true);
    return '{}';
end
$$;

-- Those whose time is over leave their entry and notices behind; how many. The right has ended before, by itself.
create or replace function worker.end_break_glass() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    opened app.break_glass;
    ended bigint := 0;
begin
    for opened in select * from app.break_glass as b where b.until <= app.now() order by b.id for update skip locked loop
        perform app.close_break_glass(opened, false);
        ended := ended + 1;
    end loop;
    return ended;
end
$$;

-- {"open": [{id, tenant_id, tenant, user_id, user, reason, until}]}: of all tenants for the platform team, of the own one for its administrator.
create or replace function api.break_glass(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
begin
    return jsonb_build_object('open', (
        select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'tenant_id', b.tenant_id, 'tenant', t.name, 'user_id', b.user_id, 'user', u.name,
                                                     'reason', b.reason, 'until', app.micros(b.until)) order by b.until, b.id), '[]')
        from app.break_glass as b join app.tenants as t on t.id = b.tenant_id join app.users as u on u.id = b.user_id
        where b.until > app.now() and (actor.is_system_administrator or b.tenant_id = actor.administers)));
end
$$;
