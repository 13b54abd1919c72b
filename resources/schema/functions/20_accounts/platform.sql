-- What every installation begins with: its identity, the default system tenant with its root organization, plans, settings. A second call
-- changes nothing.
create or replace function app.ensure_platform() returns void
language plpgsql as $$
declare
    tenant uuid := app.uuid7();
    root uuid := app.uuid7();
begin
    insert into app.installation (name_key)
    values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')) on conflict do nothing;
    perform app.ensure_plans();
    perform app.ensure_platform_settings();
    if exists (select from app.tenants where is_default) then
        return;
    end if;
    perform app.open_entry('platform_installed', tenant, null, null, '{}');
    insert into app.tenants (id, name, code, domain, state_since, is_default, root_organization_id, default_organization_id, created_at)
    values (tenant, '默认系统租户', 'system', 'system', app.now(), true, root, root, app.now());
    insert into app.organizations (tenant_id, id, name, code, created_at) values (tenant, root, '默认组织', 'default', app.now());
    insert into app.claims values ('tenant_name', app.normalise('默认系统租户'), tenant), ('tenant_code', 'system', tenant), ('tenant_domain', 'system', tenant);
    perform app.audit('platform_installed', 'tenant', tenant, tenant, null, jsonb_build_object('name', '默认系统租户'));
end
$$;

create or replace function app.ensure_plans() returns void
language sql volatile as $$
    insert into app.plans (id, key, name_en, name_zh, quotas) values
        ('00000000-0000-7000-8000-000000000101', 'basic', 'Basic', '基础版', '{"members": 100, "outsiders": 20, "spaces": 10, "tokens": 1000000, "data_gib": 10}'),
        ('00000000-0000-7000-8000-000000000102', 'standard', 'Standard', '标准版', '{"members": 1000, "outsiders": 200, "spaces": 100, "tokens": 20000000, "data_gib": 200}'),
        ('00000000-0000-7000-8000-000000000103', 'advanced', 'Advanced', '高级版', '{"members": null, "outsiders": null, "spaces": null, "tokens": null, "data_gib": 2000}')
    on conflict do nothing
$$;

create or replace function app.ensure_platform_settings() returns void
language sql volatile as $$
    insert into app.settings (id, key, value, public)
    select app.uuid7(), s.key, s.value, s.public from (values
        ('decide_target_hours', '24'::jsonb, false),            -- TEN-4
        ('pending_account_days', '30', false),                  -- ACC-3
        ('replica_lease_days', '14', true),                     -- SEC-4
        ('rename_interval_days', '30', true),                   -- TEN-8
        ('final_approval_of_joins', 'true', false),             -- MOV-3
        ('mask_contacts_of_other_tenants', 'true', false),      -- MEM-9
        ('alarm_refusals', '20', false),                        -- OPM-7: refused within ten minutes
        ('alarm_searches', '200', false),                       -- MEM-9: searches within ten minutes
        ('alarm_reveals', '50', false),                         -- contacts revealed within ten minutes
        ('alarm_exported_rows', '10000', false),                -- rows exported within an hour
        ('staff_domains', '[]', false),                         -- ACC-11
        ('support_contacts', '""', true),                       -- OPS-5
        ('language', '"zh_CN"', true),                          -- of mail (NOT-1); a tenant's own setting goes before
        ('image_endpoint', 'null', true),                       -- SPC-4: URL that makes pictures of words; null: none
        ('space_editions', '{"basic": {"tokens": 1000000, "data_gib": 10}, "standard": {"tokens": 20000000, "data_gib": 200}, "advanced": {"tokens": null, "data_gib": 2000}}', true)  -- SPC-2
    ) as s (key, value, public)
    on conflict do nothing
$$;
