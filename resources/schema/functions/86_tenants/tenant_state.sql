-- TEN-11, TEN-15: what the platform team does to a tenant by its state. The rules themselves ask the state (app.works), so that they hold with the
-- commit. Deletion is the end of offboarding (OPS-3), not an act of its own.
create or replace function app.may_follow(before app.tenant_state, wanted app.tenant_state) returns boolean
language sql immutable as $$
    select (before, wanted) in (('active', 'closing'), ('active', 'frozen'), ('closing', 'active'), ('closing', 'frozen'), ('frozen', 'active'))
$$;

-- Nobody asks here whether it may be so. Freezing ends what the tenant's people applied for, and what was applied for there.
create or replace function app.set_state(actor app.actor, tenant app.tenants, wanted app.tenant_state, reason text, context jsonb) returns void
language plpgsql as $$
begin
    update app.tenants as t set state = wanted, state_since = app.now(), version = t.version + 1 where t.id = tenant.id;
    perform app.audit('tenant_state_set', 'tenant', tenant.id, tenant.id, jsonb_build_object('state', tenant.state), jsonb_build_object('state', wanted), reason);
    if wanted = 'frozen' then
        perform app.end_open_applications(actor, array(
            select a.id from app.applications as a where a.status = 'pending'
                and (a.tenant_id = tenant.id or a.applicant_id in (select u.id from app.users as u where u.tenant_id = tenant.id))), reason, context);
    end if;
    perform app.notify_scope('tenant_state_changed', 5::smallint, tenant.id, tenant.id,
        jsonb_build_object('tenant_id', tenant.id, 'name', tenant.name, 'before', tenant.state, 'state', wanted, 'reason', reason));
end
$$;

create or replace function cmd.tenant_set_state(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant app.tenants;
    wanted app.tenant_state := (payload ->> 'state')::app.tenant_state;
    reason text := payload ->> 'reason';
begin
    select * into strict tenant from app.tenants as t where t.id = (payload ->> 'tenant_id')::uuid for no key update;
    perform app.check_seen(actor, seen, tenant.id, '', tenant.version);
    if tenant.is_default then
        perform app.refuse('tenant.default_fixed');
    elsif not app.may_follow(tenant.state, wanted) then
        perform app.refuse('tenant.state_order', 'state', jsonb_build_object('before', tenant.state, 'wanted', wanted));
    end if;
    perform app.set_state(actor, tenant, wanted, reason, context);
    return jsonb_build_object('versions', jsonb_build_object(tenant.id, jsonb_build_object('', tenant.version + 1)));
end
$$;

-- TEN-11: 30 days after a tenant began to close it is frozen, by whoever let it close. It has stopped working before, by the clock (app.works). How many.
create or replace function worker.end_closing() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    tenant app.tenants;
    closed_by app.actor;
    ended bigint := 0;
begin
    for tenant in select * from app.tenants as t where t.state = 'closing' and not app.works(t) order by t.id for no key update skip locked loop
        closed_by.user_id := coalesce((select e.actor_id from app.audit_entries as e where e.tenant_id = tenant.id and e.kind = 'tenant_state_set' order by e.id desc limit 1),
                                      tenant.administrator_id);
        perform app.set_state(closed_by, tenant, 'frozen', '', '{}');
        ended := ended + 1;
    end loop;
    return ended;
end
$$;

-- What is over the new quotas stays; only more is refused (OPS-2).
create or replace function cmd.tenant_set_plan(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant app.tenants;
    plan app.plans;
begin
    select * into strict tenant from app.tenants as t where t.id = (payload ->> 'tenant_id')::uuid for no key update;
    perform app.check_seen(actor, seen, tenant.id, '', tenant.version);
    select * into plan from app.plans as p where p.id = (payload ->> 'plan_id')::uuid for share;
    if tenant.is_default then
        perform app.refuse('tenant.default_fixed');
    elsif plan.id is null then
        perform app.refuse('tenant_application.plan_unknown', 'plan_id');
    elsif plan.id = tenant.plan_id then
        perform app.refuse('tenant.plan_same', 'plan_id');
    end if;
    update app.tenants as t set plan_id = plan.id, version = t.version + 1 where t.id = tenant.id;
    update app.settings as s set value = plan.quotas, version = s.version + 1 where s.tenant_id = tenant.id and s.key = 'quotas';
    perform app.audit('tenant_plan_set', 'tenant', tenant.id, tenant.id, jsonb_build_object('plan_id', tenant.plan_id), jsonb_build_object('plan_id', plan.id), payload ->> 'reason');
    perform app.notify_users('tenant_plan_changed', array[tenant.administrator_id], tenant.id,
        jsonb_build_object('tenant_id', tenant.id, 'name', tenant.name, 'plan_id', plan.id, 'plan_en', plan.name_en, 'plan_zh', plan.name_zh, 'quotas', plan.quotas, 'reason', payload ->> 'reason'));
    return jsonb_build_object('versions', jsonb_build_object(tenant.id, jsonb_build_object('', tenant.version + 1)));
end
$$;

-- TEN-15: when something last happened in each tenant, by the audit, and how many people it has: {"tenants": {id: µs}, "members": {id: n}}. For the
-- platform team, which holds the people of those tenants alone that it turned to.
create or replace function api.tenant_activity(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
begin
    if not actor.is_system_administrator then
        perform app.log_line('refused_access', jsonb_build_object('actor', actor.user_id, 'what', 'tenant_activity'));
        perform app.refuse('command.not_allowed', '', jsonb_build_object('key', 'tenants.manage'));
    end if;
    return jsonb_build_object(
        'tenants', (select coalesce(jsonb_object_agg(t.id, app.micros(last.at)), '{}')
                    from app.tenants as t
                    cross join lateral (select e.at from app.audit_entries as e where e.tenant_id = t.id and e.seal_number is not null order by e.seal_number desc limit 1) as last),
        'members', (select coalesce(jsonb_object_agg(t.id, coalesce(u.people, 0)), '{}')
                    from app.tenants as t left join (select c.tenant_id, count(*) as people from app.users as c group by c.tenant_id) as u on u.tenant_id = t.id));
end
$$;
