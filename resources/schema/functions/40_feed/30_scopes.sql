-- Who holds which scope (README.md "Scopes"), from the rows of this moment. Only an active person of a tenant that works holds any.

create or replace function app.is_system_administrator(person uuid) returns boolean
language sql stable as $$
    select exists (select from app.role_assignments as r where r.user_id = person and r.tenant_id is null and r.role = 'system_administrator')
$$;

-- The tenant that this person administers, while it works.
create or replace function app.administered_by(person uuid) returns uuid
language sql stable as $$
    select t.id from app.tenants as t join app.users as u on u.id = t.administrator_id and u.tenant_id = t.id
    where t.administrator_id = person and app.works(t)
$$;

-- The tenants whose private data are open to this person (ROL-2): whoever administers one, and a system administrator while
-- they have one open (TEN-13): until that moment, by the clock.
create or replace function app.tenants_open_to(person uuid) returns setof uuid
language sql stable as $$
    select t from app.administered_by(person) as t where t is not null
    union
    select b.tenant_id from app.break_glass as b join app.tenants as t on t.id = b.tenant_id
    where b.user_id = person and b.until > app.now() and t.state <> 'deleted' and app.is_system_administrator(person)
$$;

-- tenant_id: the tenant that the scope belongs to, null for those of the platform. Each scope once.
create or replace function app.scopes_of(person uuid) returns table (scope_kind smallint, scope_id uuid, tenant_id uuid)
language plpgsql stable as $$
#variable_conflict use_column
declare
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    circle record;
    scope record;
    platform boolean;
begin
    select * into circle from app.circle_of(person);
    if not found then
        return;
    end if;
    platform := app.is_system_administrator(person);
    return query select 1::smallint, nobody, null::uuid;
    return query select 10::smallint, person, circle.tenant_id;
    if platform then
        return query select 2::smallint, nobody, null::uuid;
        -- Cards and roles of everybody, and the trees that they stand in (ROL-2); nothing else of a tenant (TEN-13).
        return query select k.kind, t.id, t.id from app.tenants as t cross join (values (3::smallint), (5::smallint)) as k (kind);
    end if;
    return query select 4::smallint, t, t from app.tenants_open_to(person) as t;
    if not platform and not circle.is_default then
        return query select 5::smallint, circle.tenant_id, circle.tenant_id;
    end if;
    -- OPM-5: the data scopes of their organizations; the platform team sees its colleagues.
    select * into scope from app.data_scope_of(person);
    if not platform and (scope.whole_tenant or circle.tenant_id in (select app.tenants_open_to(person))) then
        return query select 3::smallint, circle.tenant_id, circle.tenant_id;
    end if;
    return query select 6::smallint, o, circle.tenant_id from unnest(case when platform and circle.is_default then circle.own else scope.organizations end) as o;
    return query select 7::smallint, x, circle.tenant_id from unnest(array[person] || circle.organizations || circle.groups) as x;
    return query
        select place.kind, r.space_id, r.tenant_id
        from app.space_roles_of(person) as r
        cross join lateral (values (8::smallint, 'guest'::app.space_role), (9::smallint, 'administrator')) as place (kind, least_role)
        where r.role >= place.least_role;
    return query select 9::smallint, r.resource_id, r.tenant_id from app.administered_resources_of(person) as r;
end
$$;

-- Whether scopes_of(person) has this one, without computing the others.
create or replace function app.holds_scope(person uuid, kind smallint, id uuid) returns boolean
language plpgsql stable as $$
declare
    circle record;
begin
    if kind in (8, 9) then
        return coalesce(app.role_on_space(person, id) >= case kind when 8 then 'guest'::app.space_role else 'administrator' end, false)
            or (kind = 9 and exists (select from app.resources as r
                                     where r.id = holds_scope.id and app.granted_role(person, r.space_id, r.id) >= 'administrator'
                                       and app.role_on_space(person, r.space_id) < 'administrator'));
    end if;
    select * into circle from app.circle_of(person);
    if not found then
        return false;
    end if;
    return coalesce(case kind
        when 1 then id = '00000000-0000-0000-0000-000000000000'
        when 2 then id = '00000000-0000-0000-0000-000000000000' and app.is_system_administrator(person)
        when 3 then id in (select app.tenants_open_to(person)) or (id = circle.tenant_id and (select d.whole_tenant from app.data_scope_of(person) as d))
                    or (app.is_system_administrator(person) and exists (select from app.tenants as t where t.id = holds_scope.id))
        when 4 then id in (select app.tenants_open_to(person))
        when 5 then (id = circle.tenant_id and not circle.is_default)
                    or (app.is_system_administrator(person) and exists (select from app.tenants as t where t.id = holds_scope.id))
        when 6 then case when circle.is_default and app.is_system_administrator(person) then id = any (circle.own)
                         else id = any ((select d.organizations from app.data_scope_of(person) as d)::uuid[]) end
        when 7 then id = person or id = any (circle.organizations) or id = any (circle.groups)
        when 10 then id = person
    end, false);
end
$$;
