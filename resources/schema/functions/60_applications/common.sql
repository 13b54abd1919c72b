-- What applications of every kind share. A kind is one file beside this one; it enters itself in app.application_kinds and brings
--   cmd.<kind>_submit                                                its form becomes an application: begin_application, claims, file_application
--   app.check_application_<kind>(app.applications) returns jsonb     the preconditions: [{"check", "ok", "code", "field", "parameters"}]
--   app.approve_application_<kind>(app.actor, app.applications, comment text) returns jsonb   what the last approval does: {"result", "versions"}
-- `check` says what must hold, `code` is the refusal where it doesn't.

create or replace function app.check_application(application app.applications) returns jsonb
language plpgsql stable as $$
declare
    checks jsonb;
begin
    execute format('select app.%I($1)', 'check_application_' || application.kind) into checks using application;
    return checks;
end
$$;

create or replace function app.refuse_failed_checks(checks jsonb) returns void
language plpgsql as $$
begin
    perform app.refuse_all(coalesce((
        select jsonb_agg(jsonb_build_object('code', c.value -> 'code', 'field', c.value -> 'field', 'parameters', c.value -> 'parameters') order by c.ordinality)
        from jsonb_array_elements(checks) with ordinality as c (value, ordinality)
        where not (c.value ->> 'ok')::boolean), '[]'));
end
$$;

create or replace function app.check_result(name text, code text, ok boolean, field text default '', parameters jsonb default '{}') returns jsonb
language sql immutable as $$
    select jsonb_build_object('check', name, 'code', code, 'ok', coalesce(ok, false), 'field', field, 'parameters', parameters)
$$;

-- Whether this person decides the application's present stage.
create or replace function app.decides(actor app.actor, application app.applications) returns boolean
language sql stable as $$
    select coalesce(case application.stages[application.stage]
        when 'system_administrator' then (actor).is_system_administrator
        when 'tenant_administrator' then app.administers(actor, application.tenant_id) end, false)
$$;

-- Claims values for an application; what somebody else holds stays theirs, and the checks find it. In one order, so that two
-- applications can't wait for each other.
create or replace function app.claim_for(holder uuid, claims jsonb) returns void
language sql volatile as $$
    insert into app.claims (kind, value, holder)
    select distinct c.key, v.value, holder
    from jsonb_each(claims) as c, jsonb_array_elements_text(case jsonb_typeof(c.value) when 'array' then c.value else jsonb_build_array(c.value) end) as v
    where v.value is not null
    order by 1, 2
    on conflict do nothing
$$;

-- Free for this holder: claimed by it or by nobody.
create or replace function app.is_free_for(holder uuid, kind text, value text) returns boolean
language sql stable as $$
    select not exists (select from app.claims as c where c.kind = is_free_for.kind and c.value = is_free_for.value and c.holder <> is_free_for.holder)
$$;

-- at: of what was decided before it was asked for (an invitation); null: now.
drop function if exists app.record_event(app.applications, text, app.actor, text, jsonb);
create or replace function app.record_event(application app.applications, act text, actor app.actor, comment text, context jsonb, at timestamptz default null) returns void
language sql volatile as $$
    insert into app.application_events (id, application_id, stage, act, actor_id, at, comment, offline)
    values (app.uuid7(), application.id, application.stage, act, (actor).user_id, coalesce(record_event.at, app.now()), coalesce(comment, ''), coalesce(context -> 'offline' = 'true', false))
$$;

-- The application, locked, for somebody who may know of it. What its kind needs of the tenant is held first: the tenant's own people hold
-- that before they come to an application, and nobody shall wait for the other.
create or replace function app.open_application(actor app.actor, application_id uuid) returns app.applications
language plpgsql as $$
declare
    application app.applications;
    locks text;
begin
    select * into application from app.applications as a where a.id = open_application.application_id;
    select k.locks into locks from app.application_kinds as k where k.kind = application.kind;
    if locks = 'tenant' then
        perform from app.tenants as t where t.id = application.tenant_id for no key update;
    elsif locks = 'organizations' then
        perform app.lock('organizations', application.tenant_id);
    end if;
    select * into application from app.applications as a where a.id = open_application.application_id for update;
    if application.id is null or not (application.applicant_id = (actor).user_id or app.decides(actor, application)) then
        perform app.refuse('command.not_found', 'application_id');
    end if;
    return application;
end
$$;

-- Refuses what isn't pending, saying what happened, who did it and when (INB-4), and whoever saw an older state of it.
create or replace function app.check_pending(actor app.actor, application app.applications, seen jsonb) returns void
language plpgsql as $$
declare
    last app.application_events;
begin
    if application.status <> 'pending' then
        select * into last from app.application_events as e where e.application_id = application.id order by e.at desc, e.id desc limit 1;
        perform app.refuse('application.not_pending', '', jsonb_build_object('status', application.status, 'by', last.actor_id,
            'by_name', (select u.name from app.users as u where u.id = last.actor_id), 'at', app.micros(last.at), 'comment', last.comment));
    end if;
    perform app.check_seen(actor, seen, application.id, '', application.version);
end
$$;

-- Ends an application: its status, its claims, its event.
drop function if exists app.end_application(app.actor, app.applications, app.application_status, text, text, jsonb);
create or replace function app.end_application(actor app.actor, application app.applications, status app.application_status, act text, comment text, context jsonb, at timestamptz default null)
returns void
language plpgsql as $$
begin
    update app.applications as a
    set status = end_application.status, ended_at = app.now(), version = a.version + 1
    where a.id = application.id;
    delete from app.claims as c where c.holder = application.id;
    perform app.record_event(application, act, actor, comment, context, at);
end
$$;

-- Applications that lost their ground, ended with notice: their applicant left, is no administrator any more, or the tenant is frozen.
create or replace function app.end_open_applications(actor app.actor, ids uuid[], reason text, context jsonb) returns void
language plpgsql as $$
declare
    application app.applications;
begin
    for application in select * from app.applications as a where a.id = any (ids) and a.status = 'pending' order by a.id for update loop
        perform app.end_application(actor, application, 'ended', 'ended', reason, context);
        perform app.audit('application_ended', 'application', application.id, application.tenant_id, jsonb_build_object('status', 'pending'), jsonb_build_object('status', 'ended'), reason);
        perform app.tell_applicant(application, 'application_ended', reason, '{}');
    end loop;
end
$$;
