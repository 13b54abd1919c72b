-- What holds for every tenant, settled by system administrators. Each setting is a record of its own, there since install.
create or replace function app.check_staff_domains(named jsonb) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(app.error('platform_settings.staff_domain', 'staff_domains', jsonb_build_object('domain', left(n.value, 100))) -> 0), '[]')
    from jsonb_array_elements_text(named) as n where not app.is_email('x@' || n.value)
$$;

create or replace function cmd.platform_settings_set(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    errors jsonb := app.check_staff_domains(coalesce(payload -> 'staff_domains', '[]'));
    setting text;
    before jsonb;
    versions jsonb;
begin
    for setting in select k from jsonb_object_keys(payload) as k order by k loop
        errors := errors || app.check_setting_seen(actor, seen, null, setting);
    end loop;
    perform app.refuse_all(errors);
    before := (select jsonb_object_agg(s.key, s.value) from app.settings as s where s.tenant_id is null and payload ? s.key);
    with written as (
        update app.settings as s set value = payload -> s.key, version = s.version + 1
        where s.tenant_id is null and payload ? s.key
        returning s.id, s.version
    )
    select coalesce(jsonb_object_agg(w.id, jsonb_build_object('', w.version)), '{}') into versions from written as w;
    perform app.audit('platform_settings_set', 'platform', null, null, before, payload, app.reason_of(context));
    return jsonb_build_object('versions', versions);
end
$$;
