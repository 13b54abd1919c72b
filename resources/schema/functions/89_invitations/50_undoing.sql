-- Taking invitations and imports back.

-- Invitations of these people to the tenant (of one import, or all: null) end, and so do the mails about them that aren't sent yet. An account
-- that came with them stays, not activated, with nothing but name and address, and is found again when somebody invites or registers it: deleting
-- 50,000 people would look for each of them in every table that may name a person. The caller holds these people.
create or replace function app.end_invitations(tenant uuid, people uuid[], import uuid) returns void
language plpgsql as $$
begin
    delete from app.invitation_places as w using app.invitations as i
    where i.id = w.invitation_id and i.tenant_id = end_invitations.tenant and i.user_id = any (people)
      and (end_invitations.import is null or w.import_id = end_invitations.import);
    delete from app.invitations as i
    where i.tenant_id = end_invitations.tenant and i.user_id = any (people)
      and not exists (select from app.invitation_places as w where w.invitation_id = i.id);
    delete from app.mails as m using app.notifications as n
    where n.id = m.notification_id and n.kind = 'invited' and n.tenant_id = end_invitations.tenant and m.status = 'queued' and m.user_id = any (people)
      and not exists (select from app.invitations as i where i.tenant_id = n.tenant_id and i.user_id = m.user_id);
    update app.user_privates as p set phone = null, mis = null, version = p.version + 1
    from app.users as u
    where p.id = u.id and u.id = any (people) and u.status = 'pending_activation' and (p.phone is not null or p.mis is not null)
      and exists (select from app.import_changes as c where c.user_id = u.id and c.made and c.tenant_id = end_invitations.tenant)
      and not exists (select from app.account_requests as r where r.user_id = u.id)
      and not exists (select from app.invitations as i where i.user_id = u.id);
end
$$;

-- Members get back what they had. Theirs are the organizations that they came into by the import alone.
create or replace function app.place_back(people uuid[], import uuid) returns void
language plpgsql as $$
begin
    with had as (
        select c.user_id, (m ->> 'organization_id')::uuid as organization_id, m ->> 'role' as role
        from app.import_changes as c, jsonb_array_elements(c.before -> 'memberships') as m
        where c.import_id = place_back.import and c.user_id = any (people)
    )
    update app.organizations as o set version = o.version + 1, version_leader = o.version_leader + 1
    where o.id in (select coalesce(h.organization_id, m.organization_id)
                   from (select * from app.memberships where user_id = any (people)) as m full join had as h using (user_id, organization_id)
                   where (m.role is not distinct from 'leader') <> (h.role is not distinct from 'leader'));
    update app.users as u set primary_organization_id = (c.before ->> 'primary')::uuid, version = u.version + 1, version_memberships = u.version_memberships + 1
    from app.import_changes as c where c.import_id = place_back.import and c.user_id = u.id and u.id = any (people);
    delete from app.memberships as m using app.import_changes as c
    where c.import_id = place_back.import and c.user_id = m.user_id and m.user_id = any (people)
      and not exists (select from jsonb_array_elements(c.before -> 'memberships') as h where (h ->> 'organization_id')::uuid = m.organization_id);
    update app.memberships as m set role = h.value ->> 'role', version = m.version + 1
    from app.import_changes as c, jsonb_array_elements(c.before -> 'memberships') as h
    where c.import_id = place_back.import and c.user_id = m.user_id and m.user_id = any (people)
      and (h.value ->> 'organization_id')::uuid = m.organization_id and m.role <> h.value ->> 'role';
end
$$;

-- Whom the import left as they still are: nobody changed their organizations, they accepted nothing, none of those organizations got another
-- leader that they would take the place of. Held.
create or replace function app.untouched_people(import uuid) returns uuid[]
language plpgsql as $$
begin
    perform from app.users as u where u.id in (select c.user_id from app.import_changes as c where c.import_id = untouched_people.import) order by u.id for no key update;
    return array(
        select c.user_id from app.import_changes as c join app.users as u on u.id = c.user_id
        where c.import_id = untouched_people.import and u.version_memberships = c.version and (c.before is null or u.tenant_id = c.tenant_id)
          and not exists (select from app.invitations as i where i.tenant_id = c.tenant_id and i.user_id = u.id and i.accepted_at is not null)
          and not exists (select from jsonb_array_elements(c.before -> 'memberships') as h
                          join app.memberships as l on l.organization_id = (h ->> 'organization_id')::uuid and l.role = 'leader' and l.user_id <> u.id
                          where h ->> 'role' = 'leader')
        order by c.user_id);
end
$$;

create or replace function cmd.import_undo(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    import app.imports;
    people uuid[];
    members uuid[];
    was jsonb;
    remaining bigint;
begin
    lock table app.import_changes in row share mode; -- worker.is_importing
    select * into import from app.imports as i where i.id = (payload ->> 'import_id')::uuid and i.tenant_id = (payload ->> 'tenant_id')::uuid for update;
    if import.id is null or import.applied_at is null then
        perform app.refuse('import.unknown', 'import_id');
    elsif import.undone_at is not null then
        perform app.refuse('import.undone', 'import_id');
    elsif import.applied_at < app.now() - interval '30 days' then
        perform app.refuse('import.too_old', 'import_id');
    end if;
    people := app.untouched_people(import.id);
    members := array(select c.user_id from app.import_changes as c where c.import_id = import.id and c.user_id = any (people) and c.before is not null);
    remaining := (select count(*) from app.import_changes as c where c.import_id = import.id) - cardinality(people);
    perform app.audit('import_undone', 'tenant', import.tenant_id, import.tenant_id, jsonb_build_object('import_id', import.id),
        jsonb_build_object('undone', cardinality(people), 'left', remaining), app.reason_of(context));
    was := app.places_of(members);
    perform app.place_back(members, import.id);
    perform app.end_invitations(import.tenant_id, people, import.id);
    update app.imports as i set undone_at = app.now() where i.id = import.id;
    perform app.tell_placed('import_undone', import.tenant_id, app.reason_of(context), was);
    return jsonb_build_object('result', jsonb_build_object('undone', cardinality(people), 'left', remaining));
end
$$;

create or replace function cmd.invitation_withdraw(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant uuid := (payload ->> 'tenant_id')::uuid;
    person uuid := (payload ->> 'user_id')::uuid;
begin
    if not exists (select from app.invitations as i where i.tenant_id = tenant and i.user_id = person) then
        perform app.refuse('invitation.none', 'user_id');
    end if;
    perform from app.users as u where u.id = person for no key update;
    -- Whoever accepted waits for the platform's decision, which has lost its ground.
    perform app.end_open_applications(actor, array(
        select a.id from app.applications as a join app.invitations as i on i.user_id = a.applicant_id and i.tenant_id = a.tenant_id and i.accepted_at is not null
        where a.kind = 'join' and a.status = 'pending' and a.tenant_id = tenant and a.applicant_id = person), app.reason_of(context), context);
    perform app.audit('invitation_withdrawn', 'user', person, tenant, null, null, app.reason_of(context));
    perform app.end_invitations(tenant, array[person], null);
    return '{}';
end
$$;
