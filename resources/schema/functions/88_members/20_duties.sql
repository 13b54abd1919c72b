-- Who can be moved, and what would be left without an owner or leader (MOV-4, ORG-7).

-- A member of the command's tenant, held until it ends.
create or replace function app.member_of_command(payload jsonb) returns app.users
language plpgsql as $$
declare
    person app.users;
begin
    select * into person from app.users as u
    where u.id = (payload ->> 'user_id')::uuid and u.tenant_id = (payload ->> 'tenant_id')::uuid for no key update;
    if person.id is null then
        perform app.refuse('membership.user_elsewhere', 'user_id');
    end if;
    return person;
end
$$;

-- Everything in a tenant (null: in all of them) that somebody owns or leads: {kind, id, name}. Of resources those in spaces that they don't own come too.
create or replace function app.duties_of(person uuid, tenant uuid) returns table (kind text, id uuid, name text)
language sql stable as $$
    select case when g.resource_id is null then 'space' else 'resource' end, coalesce(g.resource_id, g.space_id), coalesce(r.name, s.name)
    from app.grants as g join app.spaces as s on s.id = g.space_id left join app.resources as r on r.id = g.resource_id
    where g.user_id = person and coalesce(g.tenant_id = tenant, true) and g.role = 'owner'
    union all
    select 'organization', o.id, o.name
    from app.memberships as m join app.organizations as o on o.id = m.organization_id
    where m.user_id = person and coalesce(m.tenant_id = tenant, true) and m.role = 'leader'
$$;

-- {"spaces": n, "resources": n, "organizations": n, "names": the first ten}; null: nothing.
create or replace function app.duties_summary(person uuid, tenant uuid) returns jsonb
language sql stable as $$
    select case when count(*) > 0 then jsonb_build_object('spaces', count(*) filter (where d.kind = 'space'), 'resources', count(*) filter (where d.kind = 'resource'),
        'organizations', count(*) filter (where d.kind = 'organization'),
        'names', string_agg(d.name, ', ' order by d.place) filter (where d.place <= 10) || case when count(*) > 10 then ' …' else '' end) end
    from (select d.*, row_number() over (order by array_position(array['space', 'organization', 'resource'], d.kind), d.name, d.id) as place
          from app.duties_of(person, tenant) as d) as d
$$;

-- What applications somebody has open as a member of this tenant ends with their membership.
create or replace function app.end_applications_of(actor app.actor, person uuid, tenant uuid, reason text, context jsonb) returns void
language sql volatile as $$
    select app.end_open_applications(actor, array(
        select a.id from app.applications as a where a.applicant_id = person and a.tenant_id = tenant and a.status = 'pending'), reason, context)
$$;
