-- What organizations permit to their people (OPM-1 to OPM-3, OPM-8).

create or replace function app.wider_scope(a text, b text) returns text
language sql immutable as $$
    select case when array_position(array['none', 'own', 'below', 'tenant'], a) >= array_position(array['none', 'own', 'below', 'tenant'], b) then a else b end
$$;

-- What counts at one organization: of each key, and of the data scope, what the nearest one sets on the way up; set nowhere: own, and deny.
create or replace function app.effective_permissions(organization uuid, out data_scope text, out keys text[])
language sql stable as $$
    with recursive chain (id, parent_id, depth) as (
        select o.id, o.parent_id, 0 from app.organizations as o where o.id = organization
        union all
        select o.id, o.parent_id, c.depth + 1 from chain as c join app.organizations as o on o.id = c.parent_id
    ), settled as (
        select c.depth, p.data_scope, p.allowed, p.denied from chain as c join app.organization_permissions as p on p.id = c.id
    )
    select coalesce((select s.data_scope from settled as s where s.data_scope is not null order by s.depth limit 1), 'own'),
           array(select nearest.key
                 from (select distinct on (k.key) k.key, k.allow
                       from settled as s cross join lateral (select unnest(s.allowed), true union all select unnest(s.denied), false) as k (key, allow)
                       order by k.key, s.depth) as nearest
                 where nearest.allow order by nearest.key)
$$;

-- The same for an organization and everything below it, counted downwards once.
create or replace function app.permissions_below(top uuid) returns table (organization_id uuid, data_scope text, keys text[])
language sql stable as $$
    with recursive below (id, data_scope, keys) as (
        select top, e.data_scope, e.keys from app.effective_permissions(top) as e
        union all
        select o.id, coalesce(p.data_scope, b.data_scope),
               case when p.id is null then b.keys
                    else array(select k from (select unnest(b.keys) except select unnest(p.denied) union select unnest(p.allowed)) as u (k) order by k) end
        from below as b join app.organizations as o on o.parent_id = b.id left join app.organization_permissions as p on p.id = o.id
    )
    select b.id, b.data_scope, b.keys from below as b
$$;

-- What each organization permits that counts for this person. None for people of the default system tenant (OPM-8).
create or replace function app.permitted_to(person uuid) returns table (organization_id uuid, data_scope text, keys text[])
language sql stable as $$
    select o.id, e.data_scope, e.keys
    from app.circle_of(person) as c cross join unnest(c.own) as o (id) cross join app.effective_permissions(o.id) as e
    where not c.is_default
$$;

-- OPM-3: the keys of their roles and of their organizations; across those, allow beats deny.
create or replace function app.keys_of(person uuid) returns text[]
language sql stable as $$
    select array(
        select unnest(r.keys) from app.circle_of(person) as c
        join app.role_assignments as a on a.user_id = person and a.tenant_id = c.tenant_id join app.tenant_roles as r on r.id = a.tenant_role_id
        union
        select unnest(p.keys) from app.permitted_to(person) as p
        order by 1)
$$;

-- OPM-3, OPM-5: whose data somebody may see by their organizations: everybody's of the tenant, or those of these organizations.
-- "Own and below" at the root is everybody.
create or replace function app.data_scope_of(person uuid, out whole_tenant boolean, out organizations uuid[])
language sql stable as $$
    with recursive permitted as materialized (
        select p.organization_id, p.data_scope, o.parent_id is null as is_root
        from app.permitted_to(person) as p join app.organizations as o on o.id = p.organization_id
    ), whole as materialized (
        select coalesce(bool_or(p.data_scope = 'tenant' or (p.data_scope = 'below' and p.is_root)), false) as it from permitted as p
    ), below (id) as (
        select p.organization_id from permitted as p cross join whole as w where p.data_scope = 'below' and not w.it
        union
        select o.id from below as b join app.organizations as o on o.parent_id = b.id
    )
    select (select w.it from whole as w),
           array(select p.organization_id from permitted as p where p.data_scope <> 'none' union select b.id from below as b order by 1)
$$;

-- Whether somebody lies in the data scope of somebody else.
create or replace function app.sees_person(viewer uuid, person uuid) returns boolean
language sql stable as $$
    select exists (
        select from app.data_scope_of(viewer) as d
        where (d.whole_tenant and exists (select from app.users as u join app.users as v on v.tenant_id = u.tenant_id where u.id = person and v.id = viewer))
           or exists (select from app.memberships as m where m.user_id = person and m.organization_id = any (d.organizations)))
$$;

-- OPM-9: by a delegated key over people (commands.json: people) one acts on those in one's own data scope, never on oneself and never on the tenant's
-- administrator. Anybody else isn't admitted to exist.
create or replace function app.check_people(actor app.actor, declared jsonb, tenant_id uuid, payload jsonb) returns void
language plpgsql as $$
declare
    field text;
    person uuid;
begin
    if not declared ? 'people' or app.holds_key_by_office(actor, declared ->> 'key', tenant_id) then
        return;
    end if;
    for field in select jsonb_array_elements_text(declared -> 'people') loop
        person := (payload ->> field)::uuid;
        if person = (actor).user_id then
            perform app.refuse('delegation.self', field);
        elsif not app.sees_person((actor).user_id, person) then
            perform app.refuse('command.not_found', field);
        elsif exists (select from app.tenants as t where t.id = check_people.tenant_id and t.administrator_id = person) then
            perform app.refuse('member.is_administrator', field);
        end if;
    end loop;
end
$$;
