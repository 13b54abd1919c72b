-- What a tenant's administrator settles (SPC-1, OPS-2). tenant null: the platform's. Each setting is a record of its own: two people who set different ones don't meet.
create or replace function app.check_setting_seen(actor app.actor, seen jsonb, tenant uuid, setting text) returns jsonb
language plpgsql as $$
declare
    existing app.settings;
begin
    select * into existing from app.settings as s where s.tenant_id is not distinct from tenant and s.key = setting for update;
    if existing.id is null then
        return '[]';
    elsif not seen ? existing.id::text then
        -- The actor saw none.
        return app.error('command.conflict', setting, jsonb_build_object('record', existing.id, 'group', '', 'seen', 0, 'now', existing.version));
    end if;
    return app.seen_errors(actor, seen, existing.id, '', existing.version, setting);
end
$$;

-- Only people of the tenant can be named; each that isn't gets its own error.
create or replace function app.check_space_creators(tenant uuid, named jsonb) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(app.error('tenant_settings.creator_elsewhere', format('space_creators[%s]', n.ordinality - 1)) -> 0), '[]')
    from jsonb_array_elements_text(named) with ordinality as n
    where not exists (select from app.users as u where u.id = n.value::uuid and u.tenant_id = tenant)
$$;

create or replace function cmd.tenant_settings_set(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant uuid := (payload ->> 'tenant_id')::uuid;
    wanted jsonb := payload - 'tenant_id';
    errors jsonb := app.check_space_creators(tenant, coalesce(payload -> 'space_creators', '[]'));
    setting text;
    before jsonb;
    versions jsonb;
begin
    for setting in select k from jsonb_object_keys(wanted) as k order by k loop
        errors := errors || app.check_setting_seen(actor, seen, tenant, setting);
    end loop;
    perform app.refuse_all(errors);
    before := (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from app.settings as s where s.tenant_id = tenant and wanted ? s.key);
    with written as (
        -- Members must know whether they may create; the limits are the administrator's.
        insert into app.settings as s (id, tenant_id, key, value, public)
        select app.uuid7(), tenant, w.key, w.value, w.key in ('space_creation', 'space_creators') from jsonb_each(wanted) as w
        on conflict (tenant_id, key) do update set value = excluded.value, public = excluded.public, version = s.version + 1
        returning s.id, s.version
    )
    select coalesce(jsonb_object_agg(w.id, jsonb_build_object('', w.version)), '{}') into versions from written as w;
    perform app.audit('tenant_settings_set', 'tenant', tenant, tenant, before, wanted, app.reason_of(context));
    return jsonb_build_object('versions', versions);
end
$$;
