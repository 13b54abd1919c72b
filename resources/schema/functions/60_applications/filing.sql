-- How an application of any kind comes to be: begun, its claims made by its kind, then filed or refused.

-- INB-9: what is taken up again is one's own, of the same kind, and was rejected.
create or replace function app.check_previous(application app.applications) returns void
language plpgsql stable as $$
declare
    previous app.applications;
begin
    if application.previous_id is null then
        return;
    end if;
    select * into previous from app.applications as a
    where a.id = application.previous_id and a.applicant_id = application.applicant_id and a.kind = application.kind;
    if previous.id is null then
        perform app.refuse('application.previous_unknown', 'previous_id');
    elsif previous.status <> 'rejected' then
        perform app.refuse('application.previous_not_rejected', 'previous_id', jsonb_build_object('status', previous.status));
    end if;
end
$$;

-- The application as it would be; its form is what the payload holds beside what every kind has.
create or replace function app.begin_application(actor app.actor, kind text, tenant uuid, payload jsonb) returns app.applications
language plpgsql as $$
declare
    application app.applications;
begin
    application.id := (payload ->> 'application_id')::uuid;
    if exists (select from app.applications as a where a.id = application.id) then
        perform app.refuse('command.id_taken', 'application_id');
    end if;
    application.kind := begin_application.kind;
    application.tenant_id := tenant;
    application.applicant_id := (actor).user_id;
    application.stage := 1;
    application.stages := (select k.stages from app.application_kinds as k where k.kind = begin_application.kind);
    application.form := payload - 'application_id' - 'reason' - 'previous_id';
    if tenant is not null then
        -- Said in the form, because not everybody who reads it may see the tenant.
        application.form := application.form - 'tenant_id' || jsonb_build_object('tenant_name', (select t.name from app.tenants as t where t.id = tenant));
    end if;
    application.reason := coalesce(payload ->> 'reason', '');
    application.previous_id := (payload ->> 'previous_id')::uuid;
    perform app.check_previous(application);
    return application;
end
$$;

create or replace function app.file_application(actor app.actor, application app.applications, context jsonb) returns jsonb
language plpgsql as $$
begin
    perform app.refuse_failed_checks(app.check_application(application));
    application.submitted_at := app.now();
    insert into app.applications (id, kind, tenant_id, applicant_id, stages, form, reason, previous_id, submitted_at)
    values (application.id, application.kind, application.tenant_id, application.applicant_id, application.stages, application.form, application.reason,
            application.previous_id, application.submitted_at);
    perform app.record_event(application, 'submitted', actor, '', context);
    perform app.audit('application_submitted', 'application', application.id, application.tenant_id, null, application.form, application.reason);
    perform app.tell_deciders(application, 'application_submitted', '');
    return jsonb_build_object(application.id, jsonb_build_object('', 1));
end
$$;

-- What every notification about an application says.
create or replace function app.application_parameters(application app.applications, comment text) returns jsonb
language sql stable as $$
    select jsonb_build_object('application_id', application.id, 'application_kind', application.kind,
        'name', coalesce(application.form -> 'name', application.form -> 'tenant_name'), 'applicant_id', application.applicant_id,
        'applicant', (select u.name from app.users as u where u.id = application.applicant_id),
        'submitted_at', app.micros(application.submitted_at), 'stage', application.stage, 'comment', comment)
$$;

-- NOT-3: whoever decides the application's present stage.
create or replace function app.tell_deciders(application app.applications, kind text, comment text) returns void
language plpgsql as $$
declare
    parameters jsonb := app.application_parameters(application, comment);
begin
    if application.stages[application.stage] = 'system_administrator' then
        perform app.notify_scope(kind, 2::smallint, '00000000-0000-0000-0000-000000000000', application.tenant_id, parameters);
    else
        perform app.notify_users(kind, array[(select t.administrator_id from app.tenants as t where t.id = application.tenant_id)], application.tenant_id, parameters);
    end if;
end
$$;

-- TEN-7, MOV-6: the applicant learns the result and the comment, and so do those who approved an earlier stage.
create or replace function app.tell_applicant(application app.applications, kind text, comment text, further jsonb) returns void
language sql volatile as $$
    select app.notify_users(kind, application.applicant_id || array(
            select e.actor_id from app.application_events as e where e.application_id = application.id and e.act = 'approved' and e.stage < application.stage),
        application.tenant_id, app.application_parameters(application, comment) || further)
$$;
