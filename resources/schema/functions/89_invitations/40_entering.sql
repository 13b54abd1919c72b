-- Coming in by an invitation (ORG-10, MOV-3).

-- Gives somebody who has just come into the tenant the places of their invitation, as far as those still are and it hasn't run out (MOV-4); then it is over.
-- The caller holds the lock 'organizations' of the tenant.
create or replace function app.take_places(person uuid, tenant uuid) returns void
language plpgsql as $$
declare
    invited app.invitations;
    places uuid[];
begin
    select * into invited from app.invitations as i where i.tenant_id = take_places.tenant and i.user_id = person for update;
    places := array(select w.organization_id from app.invitation_places as w
                    where w.invitation_id = invited.id and app.is_open(invited) and app.organization_counts(w.organization_id) order by w.is_primary desc, w.organization_id);
    if cardinality(places) > 0 then
        insert into app.memberships as m (tenant_id, id, user_id, organization_id, role, since)
        select take_places.tenant, app.uuid7(), person, w.organization_id,
               case when w.role = 'leader' and exists (select from app.memberships as l where l.organization_id = w.organization_id and l.role = 'leader') then 'member' else w.role end, app.now()
        from app.invitation_places as w where w.invitation_id = invited.id and w.organization_id = any (places)
        on conflict (user_id, organization_id) do update set role = excluded.role where m.role <> excluded.role;
        update app.organizations as o set version = o.version + 1, version_leader = o.version_leader + 1
        where o.id in (select m.organization_id from app.memberships as m where m.user_id = person and m.role = 'leader');
        update app.users as u set primary_organization_id = places[1] where u.id = person;
        delete from app.memberships as m where m.user_id = person and m.organization_id <> all (places);
    end if;
    delete from app.invitations as i where i.id = invited.id;
end
$$;

-- What activation calls for an account that has just become active: whoever one tenant invited enters it; several wait to be accepted. True:
-- they entered. Takes the locks 'organizations' and 'quotas' of the tenant.
create or replace function app.enter_on_activation(person uuid) returns boolean
language plpgsql as $$
declare
    entering app.users;
    invited app.invitations;
    tenant app.tenants;
    home app.tenants;
begin
    if (select count(*) from app.invitations as i where i.user_id = person) = 1 then
        select * into strict invited from app.invitations as i where i.user_id = person;
        perform app.lock('organizations', invited.tenant_id);
        perform app.lock('quotas', invited.tenant_id);
        select * into strict tenant from app.tenants as t where t.id = invited.tenant_id for share;
        select * into strict entering from app.users as u where u.id = person for no key update;
        select * into strict home from app.tenants as t where t.id = entering.tenant_id;
        if tenant.state = 'active' and home.is_default and app.check_member_quota(tenant.id, 1) = '[]' then
            perform app.move_user(entering, tenant.id, tenant.default_organization_id, '', invited.invited_by);
            perform app.take_places(person, tenant.id);
            perform app.tell_move('member_joined', entering, home, tenant, '', array[tenant.administrator_id]);
            return true;
        end if;
    end if;
    update app.invitations as i set until = app.now() + interval '7 days' where i.user_id = person and i.until is null;
    return false;
end
$$;

-- The invitation of somebody by a tenant, held; refused where there is none (any more).
create or replace function app.invitation_of(person uuid, tenant uuid) returns app.invitations
language plpgsql as $$
declare
    invited app.invitations;
begin
    select * into invited from app.invitations as i where i.tenant_id = invitation_of.tenant and i.user_id = person for update;
    if invited.id is null then
        perform app.refuse('invitation.none', 'tenant_id');
    elsif invited.until <= app.now() then
        perform app.refuse('invitation.expired', 'tenant_id', jsonb_build_object('until', app.micros(invited.until)));
    end if;
    return invited;
end
$$;

-- Whether whoever invited still decides for the tenant: they administer it.
create or replace function app.stands(invitation app.invitations) returns boolean
language sql stable as $$
    select exists (select from app.tenants as t join app.users as u on u.id = t.administrator_id
                   where t.id = (invitation).tenant_id and t.administrator_id = (invitation).invited_by and u.status = 'active')
$$;

-- A join whose first stage is done: whoever invited has decided it, at that moment (INB-8). Where they don't decide any more, the tenant's administrator does
-- it as for anybody who asks.
create or replace function cmd.invitation_accept(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    wanted uuid := (payload ->> 'tenant_id')::uuid;
    invited app.invitations;
    application app.applications;
    inviter app.actor;
    done jsonb := '{}';
begin
    if exists (select from app.invitations as i where i.tenant_id = wanted and i.user_id = (actor).user_id) then
        perform app.lock('organizations', wanted);
    end if;
    invited := app.invitation_of((actor).user_id, wanted);
    application := app.begin_application(actor, 'join', wanted, payload);
    if not app.final_approval_of_joins() then
        application.stages := application.stages[:1];
    end if;
    perform app.claim_for(application.id, jsonb_build_object('open_application', (actor).user_id));
    perform app.refuse_failed_checks(app.check_application(application));
    inviter := (invited.invited_by, wanted, false, wanted);
    application.submitted_at := app.now();
    insert into app.applications (id, kind, tenant_id, applicant_id, stages, form, reason, submitted_at)
    values (application.id, application.kind, application.tenant_id, application.applicant_id, application.stages, application.form, application.reason, application.submitted_at);
    update app.invitations as i set accepted_at = app.now() where i.id = invited.id;
    perform app.record_event(application, 'submitted', actor, '', context);
    perform app.audit('invitation_accepted', 'application', application.id, application.tenant_id, null, application.form || jsonb_build_object('invited_by', invited.invited_by));
    if not app.stands(invited) then
        perform app.tell_deciders(application, 'application_submitted', '');
        return jsonb_build_object('versions', jsonb_build_object(application.id, jsonb_build_object('', 1)));
    elsif cardinality(application.stages) > 1 then
        perform app.record_event(application, 'approved', inviter, '', '{}', invited.invited_at);
        update app.applications as a set stage = 2, version = a.version + 1 where a.id = application.id;
        perform app.audit('application_stage_approved', 'application', application.id, application.tenant_id, jsonb_build_object('stage', 1),
            jsonb_build_object('stage', 2, 'invited_by', invited.invited_by));
        application.stage := 2;
        perform app.tell_deciders(application, 'application_submitted', '');
        return jsonb_build_object('versions', jsonb_build_object(application.id, jsonb_build_object('', 2)));
    end if;
    done := app.approve_application_join(inviter, application, '');
    perform app.end_application(inviter, application, 'approved', 'approved', '', '{}', invited.invited_at);
    perform app.audit('application_approved', 'application', application.id, application.tenant_id, jsonb_build_object('status', 'pending'),
        jsonb_build_object('status', 'approved', 'invited_by', invited.invited_by));
    perform app.tell_applicant(application, 'application_approved', '', '{}');
    return jsonb_set(done, '{versions}', done -> 'versions' || jsonb_build_object(application.id, jsonb_build_object('', 2)));
end
$$;

create or replace function cmd.invitation_decline(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    invited app.invitations := app.invitation_of((actor).user_id, (payload ->> 'tenant_id')::uuid);
    person app.users;
begin
    if invited.accepted_at is not null and exists (select from app.applications as a where a.applicant_id = (actor).user_id and a.tenant_id = invited.tenant_id and a.status = 'pending') then
        perform app.refuse('invitation.accepted', 'tenant_id');
    end if;
    select * into strict person from app.users as u where u.id = (actor).user_id;
    delete from app.invitations as i where i.id = invited.id;
    perform app.audit('invitation_declined', 'user', person.id, invited.tenant_id, null, null);
    perform app.notify_users('invitation_declined', array[invited.invited_by], invited.tenant_id, jsonb_build_object('user_id', person.id, 'name', person.name,
        'tenant', (select t.name from app.tenants as t where t.id = invited.tenant_id)));
    return '{}';
end
$$;
