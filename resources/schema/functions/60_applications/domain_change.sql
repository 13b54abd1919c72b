-- Another domain for a tenant (TEN-9).
insert into app.application_kinds (kind, stages, locks) values ('domain_change', array['system_administrator'], 'tenant')
on conflict (kind) do update set stages = excluded.stages, locks = excluded.locks;

-- What only the tenant's administrator applies for; they must still be that when it is decided.
create or replace function app.check_applicant_administers(application app.applications) returns jsonb
language sql stable as $$
    select app.check_result('applicant_administers', 'application.not_administrator',
        application.tenant_id is not distinct from app.administered_by(application.applicant_id)
        and exists (select from app.users as u where u.id = application.applicant_id and u.status = 'active'))
$$;

create or replace function app.check_application_domain_change(application app.applications) returns jsonb
language sql stable as $$
    select jsonb_build_array(
        app.check_applicant_administers(application),
        app.check_result('no_other_open', 'domain_change.open_already', app.is_free_for(application.id, 'open_domain_change', application.tenant_id::text)),
        app.check_result('domain_differs', 'domain_change.same', app.normalise(t.domain) <> app.normalise(application.form ->> 'domain'), 'domain'),
        app.check_result('domain_free', 'domain_change.taken', not exists (
            select from app.claims as c where c.kind = 'tenant_domain' and c.value = app.normalise(application.form ->> 'domain')
            and c.holder not in (application.id, application.tenant_id)), 'domain'))
    from app.tenants as t where t.id = application.tenant_id
$$;

create or replace function cmd.domain_change_submit(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    application app.applications := app.begin_application(actor, 'domain_change', (payload ->> 'tenant_id')::uuid, payload);
begin
    application.form := application.form || jsonb_build_object('domain_before', (select t.domain from app.tenants as t where t.id = application.tenant_id));
    perform app.claim_for(application.id, jsonb_build_object('open_domain_change', application.tenant_id, 'tenant_domain', app.normalise(payload ->> 'domain')));
    return jsonb_build_object('versions', app.file_application(actor, application, context));
end
$$;

-- Nothing but the domain.
create or replace function app.approve_application_domain_change(actor app.actor, application app.applications, comment text) returns jsonb
language plpgsql as $$
declare
    tenant app.tenants;
    wanted text := application.form ->> 'domain';
begin
    select * into strict tenant from app.tenants as t where t.id = application.tenant_id for no key update;
    perform app.refuse_failed_checks(app.check_application_domain_change(application));
    delete from app.claims as c where c.kind = 'tenant_domain' and c.holder = tenant.id;
    update app.claims as c set holder = tenant.id where c.kind = 'tenant_domain' and c.holder = application.id;
    update app.tenants as t set domain = wanted, version = t.version + 1 where t.id = tenant.id;
    perform app.audit('tenant_domain_changed', 'tenant', tenant.id, tenant.id, jsonb_build_object('domain', tenant.domain), jsonb_build_object('domain', wanted), application.reason);
    perform app.notify_scope('tenant_domain_changed', 5::smallint, tenant.id, tenant.id,
        jsonb_build_object('tenant_id', tenant.id, 'name', tenant.name, 'before', tenant.domain, 'after', wanted, 'reason', application.reason));
    return jsonb_build_object('versions', jsonb_build_object(tenant.id, jsonb_build_object('', tenant.version + 1)));
end
$$;
