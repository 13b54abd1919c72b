-- Joining a tenant (MOV-3): its administrator decides, then a system administrator, unless the platform setting final_approval_of_joins is off.
insert into app.application_kinds (kind, stages, locks) values ('join', array['tenant_administrator', 'system_administrator'], 'organizations')
on conflict (kind) do update set stages = excluded.stages, locks = excluded.locks;

create or replace function app.check_application_join(application app.applications) returns jsonb
language sql stable as $$
    select jsonb_build_array(
        app.check_result('applicant_active', 'join.applicant_inactive', u.status = 'active'),
        app.check_result('applicant_not_administrator', 'join.applicant_is_administrator', not app.is_system_administrator(u.id)
            and not exists (select from app.tenants as own where own.administrator_id = u.id)),
        app.check_result('applicant_in_default_tenant', 'join.applicant_elsewhere', home.is_default, '', jsonb_build_object('tenant', home.name)),
        app.check_result('applicant_no_open_application', 'join.applicant_has_application', app.is_free_for(application.id, 'open_application', u.id::text)),
        app.check_result('tenant_known', 'join.tenant_unknown', t.id is not null and not t.is_default and t.state <> 'deleted', 'tenant_id'),
        app.check_result('tenant_active', 'join.tenant_not_active', t.id is null or t.state in ('active', 'deleted'), 'tenant_id', jsonb_build_object('tenant', t.name)),
        -- Without figures: whoever asks is a stranger yet.
        app.check_result('tenant_has_room', 'join.tenant_full', t.id is null or t.is_default
            or app.check_member_quota(t.id, 1) = '[]', 'tenant_id', jsonb_build_object('tenant', t.name)))
    from app.users as u join app.tenants as home on home.id = u.tenant_id left join app.tenants as t on t.id = application.tenant_id
    where u.id = application.applicant_id
$$;

create or replace function app.final_approval_of_joins() returns boolean
language sql stable as $$
    select coalesce((select (s.value #>> '{}')::boolean from app.settings as s where s.tenant_id is null and s.key = 'final_approval_of_joins'), true)
$$;

create or replace function cmd.join_submit(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    application app.applications := app.begin_application(actor, 'join', (payload ->> 'tenant_id')::uuid, payload);
begin
    if not app.final_approval_of_joins() then
        application.stages := application.stages[:1];
    end if;
    perform app.claim_for(application.id, jsonb_build_object('open_application', (actor).user_id));
    return jsonb_build_object('versions', app.file_application(actor, application, context));
end
$$;

create or replace function app.approve_application_join(actor app.actor, application app.applications, comment text) returns jsonb
language plpgsql as $$
declare
    person app.users;
    tenant app.tenants;
    home app.tenants;
begin
    select * into strict person from app.users as u where u.id = application.applicant_id for no key update;
    -- Nobody freezes it meanwhile.
    select * into strict tenant from app.tenants as t where t.id = application.tenant_id for share;
    perform app.lock('quotas', tenant.id);
    perform app.refuse_failed_checks(app.check_application_join(application));
    select * into strict home from app.tenants as t where t.id = person.tenant_id;
    perform app.move_user(person, tenant.id, tenant.default_organization_id, application.reason, (actor).user_id);
    perform app.take_places(person.id, tenant.id);
    perform app.tell_move('member_joined', person, home, tenant, application.reason, array[tenant.administrator_id]);
    return jsonb_build_object('versions', jsonb_build_object(person.id, jsonb_build_object('memberships', person.version_memberships + 1)));
end
$$;
