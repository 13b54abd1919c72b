-- TEN-8: at once, at most once in so many days. Code and settings stay.
create or replace function app.rename_errors(tenant app.tenants, wanted text) returns jsonb
language sql stable as $$
    select case when tenant.is_default then app.error('tenant.default_fixed')
            when tenant.name = wanted then app.error('tenant.name_same', 'name')
            when not app.is_free_for(tenant.id, 'tenant_name', app.normalise(wanted)) then app.error('tenant.name_taken', 'name') else '[]' end
        || case when tenant.renamed_at + days.span > app.now()
            then app.error('tenant.renamed_recently', '', jsonb_build_object('days', days.number, 'until', app.micros(tenant.renamed_at + days.span))) else '[]' end
    from (select d.number, make_interval(days => d.number) as span from (
        select coalesce((select (s.value #>> '{}')::integer from app.settings as s where s.tenant_id is null and s.key = 'rename_interval_days'), 30) as number) as d) as days
$$;

create or replace function cmd.tenant_rename(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant app.tenants;
    wanted text := payload ->> 'name';
    reason text := coalesce(payload ->> 'reason', '');
begin
    select * into strict tenant from app.tenants as t where t.id = (payload ->> 'tenant_id')::uuid for no key update;
    perform app.check_seen(actor, seen, tenant.id, '', tenant.version);
    perform app.claim_for(tenant.id, jsonb_build_object('tenant_name', app.normalise(wanted)));
    perform app.refuse_all(app.rename_errors(tenant, wanted));
    delete from app.claims as c where c.kind = 'tenant_name' and c.holder = tenant.id and c.value <> app.normalise(wanted);
    update app.tenants as t set name = wanted, renamed_at = app.now(), version = t.version + 1 where t.id = tenant.id;
    perform app.audit('tenant_renamed', 'tenant', tenant.id, tenant.id, jsonb_build_object('name', tenant.name), jsonb_build_object('name', wanted), reason);
    perform app.notify_scope('tenant_renamed', 5::smallint, tenant.id, tenant.id,
        jsonb_build_object('tenant_id', tenant.id, 'before', tenant.name, 'after', wanted, 'reason', reason));
    return jsonb_build_object('versions', jsonb_build_object(tenant.id, jsonb_build_object('', tenant.version + 1)));
end
$$;
