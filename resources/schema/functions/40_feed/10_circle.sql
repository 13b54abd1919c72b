-- Whom a grant must name to reach a person (PRM-2). Shared by the resolver and the scopes, so that both agree.

-- Everything on which a person's rights rest at this moment. No row: not an active person of a tenant that works.
-- organizations: those that count (they and all above them enabled) and all above; own: of these the person's own; groups: those
-- that contain the person or one of the organizations.
create or replace function app.circle_of(person uuid, out tenant_id uuid, out is_default boolean, out own uuid[], out organizations uuid[], out groups uuid[])
returns setof record
language plpgsql stable as $$
begin
    select u.tenant_id, t.is_default into circle_of.tenant_id, circle_of.is_default
    from app.users as u join app.tenants as t on t.id = u.tenant_id
    where u.id = person and u.status = 'active' and app.works(t);
    if not found then
        return;
    end if;
    with recursive chain (start, id, parent_id, enabled) as (
        select o.id, o.id, o.parent_id, o.enabled
        from app.memberships as m join app.organizations as o on o.id = m.organization_id where m.user_id = person
        union
        select c.start, o.id, o.parent_id, o.enabled from chain as c join app.organizations as o on o.id = c.parent_id
    ), counting as (
        select c.start from chain as c group by c.start having bool_and(c.enabled)
    )
    select coalesce(array_agg(distinct c.start), '{}'), coalesce(array_agg(distinct c.id), '{}') into own, organizations
    from chain as c where c.start in (select start from counting);
    select coalesce(array_agg(distinct found.group_id), '{}') into groups
    from (select m.group_id from app.role_group_members as m where m.user_id = person
          union all
          select m.group_id from app.role_group_members as m where m.organization_id = any (organizations)) as found;
    return next;
end
$$;

-- The same as rows; kinds as on the wire: user, organization, role_group.
create or replace function app.subjects_of(person uuid) returns table (subject_kind text, subject_id uuid)
language sql stable as $$
    select s.subject_kind, s.subject_id
    from app.circle_of(person) as c
    cross join lateral (
        select 'user', person
        union all select 'organization', unnest(c.organizations)
        union all select 'role_group', unnest(c.groups)
    ) as s (subject_kind, subject_id)
$$;
