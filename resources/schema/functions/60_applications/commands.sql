-- Withdrawing and deciding, the same for every kind.
create or replace function cmd.application_withdraw(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    application app.applications := app.open_application(actor, (payload ->> 'application_id')::uuid);
begin
    if application.applicant_id <> (actor).user_id then
        perform app.refuse('command.not_allowed', '', jsonb_build_object('key', 'applications.withdraw'));
    end if;
    perform app.check_pending(actor, application, seen);
    perform app.end_application(actor, application, 'withdrawn', 'withdrawn', '', context);
    perform app.audit('application_withdrawn', 'application', application.id, application.tenant_id,
        jsonb_build_object('status', 'pending'), jsonb_build_object('status', 'withdrawn'));
    return jsonb_build_object('versions', jsonb_build_object(application.id, jsonb_build_object('', application.version + 1)));
end
$$;

create or replace function cmd.application_decide(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    application app.applications := app.open_application(actor, (payload ->> 'application_id')::uuid);
    comment text := payload ->> 'comment';
    done jsonb;
begin
    if application.applicant_id = (actor).user_id then
        perform app.refuse('application.own');
    end if;
    perform app.check_pending(actor, application, seen);
    if payload ->> 'decision' = 'reject' and comment = '' then
        perform app.refuse('application.comment_required', 'comment');
    elsif payload ->> 'decision' = 'reject' then
        perform app.end_application(actor, application, 'rejected', 'rejected', comment, context);
        perform app.tell_applicant(application, 'application_rejected', comment, '{}');
        perform app.audit('application_rejected', 'application', application.id, application.tenant_id,
            jsonb_build_object('status', 'pending'), jsonb_build_object('status', 'rejected'), comment);
        return jsonb_build_object('versions', jsonb_build_object(application.id, jsonb_build_object('', application.version + 1)));
    end if;
    done := app.approve_stage(actor, application, comment, context);
    return jsonb_set(done, '{versions}', coalesce(done -> 'versions', '{}') || jsonb_build_object(application.id, jsonb_build_object('', application.version + 1)));
end
$$;

-- Approves one stage: the next decider is told, or, at the last stage, what was asked for happens. Preconditions are checked again (INB-8).
create or replace function app.approve_stage(actor app.actor, application app.applications, comment text, context jsonb) returns jsonb
language plpgsql as $$
declare
    done jsonb := '{}';
begin
    if application.stage < cardinality(application.stages) then
        perform app.refuse_failed_checks(app.check_application(application));
        update app.applications as a set stage = a.stage + 1, version = a.version + 1 where a.id = application.id;
        perform app.record_event(application, 'approved', actor, comment, context);
        perform app.audit('application_stage_approved', 'application', application.id, application.tenant_id,
            jsonb_build_object('stage', application.stage), jsonb_build_object('stage', application.stage + 1), comment);
        perform app.tell_applicant(application, 'application_stage_approved', comment, '{}');
        application.stage := application.stage + 1;
        perform app.tell_deciders(application, 'application_forwarded', comment);
        return done;
    end if;
    execute format('select app.%I($1, $2, $3)', 'approve_application_' || application.kind) into done using actor, application, comment;
    perform app.end_application(actor, application, 'approved', 'approved', comment, context);
    perform app.audit('application_approved', 'application', application.id, application.tenant_id,
        jsonb_build_object('status', 'pending'), jsonb_build_object('status', 'approved'), comment);
    perform app.tell_applicant(application, 'application_approved', comment, coalesce(done -> 'result', '{}'));
    return done;
end
$$;

-- KPI-1: asked of the applicant after the decision; a second rating takes the place of the first.
create or replace function cmd.application_rate(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    application app.applications;
begin
    select * into application from app.applications as a
    where a.id = (payload ->> 'application_id')::uuid and a.applicant_id = (actor).user_id for update;
    if application.id is null then
        perform app.refuse('command.not_found', 'application_id');
    elsif application.status not in ('approved', 'rejected') then
        perform app.refuse('application.not_decided');
    end if;
    update app.applications as a set rating = (payload ->> 'rating')::smallint, version = a.version + 1 where a.id = application.id;
    perform app.audit('application_rated', 'application', application.id, application.tenant_id,
        jsonb_build_object('rating', application.rating), jsonb_build_object('rating', payload -> 'rating'));
    return jsonb_build_object('versions', jsonb_build_object(application.id, jsonb_build_object('', application.version + 1)));
end
$$;
