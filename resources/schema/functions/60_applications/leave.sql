-- Leaving a tenant (MOV-2, MOV-4): its administrator decides.
insert into app.application_kinds (kind, stages, locks) values ('leave', array['tenant_administrator'], 'organizations')
on conflict (kind) do update set stages = excluded.stages, locks = excluded.locks;

-- Duties stop nobody from asking, for it is the administrator who hands them over (ORG-7); they stop the approval.
create or replace function app.check_application_leave(application app.applications) returns jsonb
language sql stable as $$
    select jsonb_build_array(
            app.check_result('applicant_active', 'leave.inactive', u.status = 'active'),
            app.check_result('applicant_in_tenant', 'leave.elsewhere', u.tenant_id = application.tenant_id and not t.is_default),
            app.check_result('applicant_not_administrator', 'leave.is_administrator', not exists (
                select from app.tenants as own where own.administrator_id = u.id)),
            app.check_result('applicant_no_open_application', 'leave.has_application', app.is_free_for(application.id, 'open_application', u.id::text)))
        || case when application.submitted_at is null then '[]'::jsonb else jsonb_build_array(
            app.check_result('applicant_no_duties', 'member.has_duties', duties is null, '', coalesce(duties, '{}'))) end
    from app.users as u join app.tenants as t on t.id = application.tenant_id
    cross join lateral app.duties_summary(u.id, application.tenant_id) as duties
    where u.id = application.applicant_id
$$;

create or replace function cmd.leave_submit(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    application app.applications := app.begin_application(actor, 'leave', (actor).tenant_id, payload);
begin
    perform app.claim_for(application.id, jsonb_build_object('open_application', (actor).user_id));
    return jsonb_build_object('versions', app.file_application(actor, application, context));
end
$$;

-- Everything at once: app.move_user clears roles, organizations, groups and grants of the old tenant and writes the record (MOV-5).
create or replace function app.approve_application_leave(actor app.actor, application app.applications, comment text) returns jsonb
language plpgsql as $$
declare
    person app.users;
    tenant app.tenants;
    home app.tenants;
begin
    select * into strict person from app.users as u where u.id = application.applicant_id for no key update;
    perform app.refuse_failed_checks(app.check_application_leave(application));
    select * into strict tenant from app.tenants as t where t.id = application.tenant_id;
    select * into strict home from app.tenants as t where t.is_default;
    perform app.move_user(person, home.id, home.default_organization_id, application.reason, (actor).user_id);
    perform app.tell_move('member_left', person, tenant, home, application.reason, array[tenant.administrator_id]);
    return jsonb_build_object('versions', jsonb_build_object(person.id, jsonb_build_object('memberships', person.version_memberships + 1)));
end
$$;

-- MOV-6: the person, the administrators concerned, and for the default system tenant the platform team.
create or replace function app.tell_move(kind text, person app.users, source app.tenants, target app.tenants, reason text, administrators uuid[]) returns void
language plpgsql as $$
declare
    parameters jsonb := jsonb_build_object('user_id', person.id, 'name', person.name, 'from_id', source.id, 'from', source.name,
        'to_id', target.id, 'to', target.name, 'reason', reason);
begin
    perform app.notify_users(kind, person.id || administrators, case when source.is_default then target.id else source.id end, parameters);
    perform app.notify_scope(kind, 2::smallint, '00000000-0000-0000-0000-000000000000', null, parameters);
end
$$;
