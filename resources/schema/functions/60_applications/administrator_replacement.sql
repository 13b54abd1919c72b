-- Somebody else as a tenant's administrator (TEN-10), by application or directly.
insert into app.application_kinds (kind, stages, locks) values ('administrator_replacement', array['system_administrator'], 'tenant')
on conflict (kind) do update set stages = excluded.stages, locks = excluded.locks;

create or replace function app.check_candidate(tenant uuid, candidate uuid) returns jsonb
language sql stable as $$
    select jsonb_build_array(
        app.check_result('candidate_in_tenant', 'administrator_replacement.candidate_elsewhere', u.id is not null, 'user_id'),
        app.check_result('candidate_active', 'administrator_replacement.candidate_inactive', u.id is null or u.status = 'active', 'user_id', jsonb_build_object('name', u.name)),
        app.check_result('candidate_differs', 'administrator_replacement.candidate_same',
            not exists (select from app.tenants as t where t.id = tenant and t.administrator_id = candidate), 'user_id', jsonb_build_object('name', u.name)),
        app.check_result('candidate_no_open_application', 'administrator_replacement.candidate_has_application',
            u.id is null or not exists (select from app.claims as c where c.kind = 'open_application' and c.value = candidate::text), 'user_id', jsonb_build_object('name', u.name)))
    from (select candidate as id) as asked left join app.users as u on u.id = asked.id and u.tenant_id = tenant
$$;

create or replace function app.check_application_administrator_replacement(application app.applications) returns jsonb
language sql stable as $$
    select jsonb_build_array(
            app.check_applicant_administers(application),
            app.check_result('no_other_open', 'administrator_replacement.open_already', app.is_free_for(application.id, 'open_replacement', application.tenant_id::text)))
        || app.check_candidate(application.tenant_id, (application.form ->> 'administrator_id')::uuid)
$$;

create or replace function cmd.administrator_replacement_submit(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    application app.applications := app.begin_application(actor, 'administrator_replacement', (payload ->> 'tenant_id')::uuid, payload - 'user_id');
    candidate uuid := (payload ->> 'user_id')::uuid;
begin
    -- Held until this is done: whoever leaves or applies meanwhile comes before or after.
    perform from app.users as u where u.id = candidate for share;
    application.form := application.form || jsonb_build_object('administrator_id', candidate, 'everyone', coalesce(payload -> 'everyone', 'false'),
        'administrator_name', (select u.name from app.users as u where u.id = candidate and u.tenant_id = application.tenant_id));
    perform app.claim_for(application.id, jsonb_build_object('open_replacement', application.tenant_id));
    return jsonb_build_object('versions', app.file_application(actor, application, context));
end
$$;

-- The old one keeps everything but the role; what they applied for in it ends (all but the application that is being approved).
create or replace function app.replace_administrator(actor app.actor, tenant app.tenants, candidate uuid, reason text, everyone boolean, approved uuid default null) returns jsonb
language plpgsql as $$
declare
    parameters jsonb := jsonb_build_object('tenant_id', tenant.id, 'name', tenant.name, 'reason', reason, 'at', app.micros(app.now()),
        'from_id', tenant.administrator_id, 'from', (select u.name from app.users as u where u.id = tenant.administrator_id),
        'to_id', candidate, 'to', (select u.name from app.users as u where u.id = candidate));
begin
    delete from app.role_assignments as r where r.tenant_id = tenant.id and r.role = 'tenant_administrator';
    update app.tenants as t set administrator_id = candidate, version = t.version + 1 where t.id = tenant.id;
    insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at, assigned_by)
    values (app.uuid7(), candidate, tenant.id, 'tenant_administrator', app.now(), (actor).user_id);
    perform app.audit('administrator_replaced', 'tenant', tenant.id, tenant.id,
        jsonb_build_object('administrator_id', tenant.administrator_id), jsonb_build_object('administrator_id', candidate), reason);
    perform app.end_open_applications(actor, array(
        select a.id from app.applications as a
        where a.tenant_id = tenant.id and a.applicant_id = tenant.administrator_id and a.status = 'pending' and a.id is distinct from approved), reason, '{}');
    if everyone then
        perform app.notify_scope('administrator_replaced', 5::smallint, tenant.id, tenant.id, parameters);
    else
        perform app.notify_users('administrator_replaced', array[tenant.administrator_id, candidate], tenant.id, parameters);
    end if;
    return jsonb_build_object(tenant.id, jsonb_build_object('', tenant.version + 1));
end
$$;

-- The tenant and both people, held: what is checked then stays so.
create or replace function app.hold_for_replacement(tenant uuid, candidate uuid) returns app.tenants
language plpgsql as $$
declare
    held app.tenants;
begin
    select * into held from app.tenants as t where t.id = tenant for no key update;
    perform from app.users as u where u.id in (candidate, held.administrator_id) order by u.id for no key update;
    return held;
end
$$;

create or replace function app.approve_application_administrator_replacement(actor app.actor, application app.applications, comment text) returns jsonb
language plpgsql as $$
declare
    candidate uuid := (application.form ->> 'administrator_id')::uuid;
    tenant app.tenants := app.hold_for_replacement(application.tenant_id, candidate);
begin
    perform app.refuse_failed_checks(app.check_application_administrator_replacement(application));
    return jsonb_build_object('versions',
        app.replace_administrator(actor, tenant, candidate, application.reason, (application.form ->> 'everyone')::boolean, application.id));
end
$$;

-- Directly, by a system administrator; an open application for the same ends with it.
create or replace function cmd.administrator_replace(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    candidate uuid := (payload ->> 'user_id')::uuid;
    tenant app.tenants := app.hold_for_replacement((payload ->> 'tenant_id')::uuid, candidate);
begin
    perform app.check_seen(actor, seen, tenant.id, '', tenant.version);
    if tenant.administrator_id is null then
        perform app.refuse('tenant.has_no_administrator', 'tenant_id');
    end if;
    perform app.refuse_failed_checks(app.check_candidate(tenant.id, candidate));
    return jsonb_build_object('versions',
        app.replace_administrator(actor, tenant, candidate, payload ->> 'reason', coalesce((payload ->> 'everyone')::boolean, false)));
end
$$;
