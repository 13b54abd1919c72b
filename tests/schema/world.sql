-- A small world for tests and random changes to it, as the owner makes them. Words: `pick` takes a random row.
create schema test;

create function test.any_user() returns uuid language sql volatile as $$ select id from app.users order by random() limit 1 $$;
create function test.any_user_of(t uuid) returns uuid language sql volatile as $$ select id from app.users where tenant_id = t order by random() limit 1 $$;
create function test.any_organization_of(t uuid) returns uuid language sql volatile as $$ select id from app.organizations where tenant_id = t order by random() limit 1 $$;
create function test.any_group_of(t uuid) returns uuid language sql volatile as $$ select id from app.role_groups where tenant_id = t order by random() limit 1 $$;
create function test.default_tenant() returns uuid language sql stable as $$ select id from app.tenants where is_default $$;
create function test.any_tenant() returns uuid language sql volatile as $$ select id from app.tenants where not is_default order by random() limit 1 $$;

create function test.make_person(tenant uuid, organization uuid, person_name text, person uuid default app.uuid7()) returns uuid language plpgsql as $$
begin
    insert into app.users (id, tenant_id, name, status, primary_organization_id, created_at) values (person, tenant, person_name, 'active', organization, app.now());
    insert into app.user_privates (id, email) values (person, person_name || '@example.org');
    insert into app.memberships (tenant_id, id, user_id, organization_id, since) values (tenant, app.uuid7(), person, organization, app.now());
    return person;
end
$$;

create function test.make_tenant(tenant_name text, people integer, organizations integer) returns uuid language plpgsql as $$
declare
    tenant uuid := app.uuid7();
    root uuid := app.uuid7();
    administrator uuid := app.uuid7();
begin
    insert into app.tenants (id, name, code, domain, state_since, plan_id, administrator_id, root_organization_id, default_organization_id, created_at)
    values (tenant, tenant_name, tenant_name, tenant_name, app.now(), (select id from app.plans order by key limit 1), administrator, root, root, app.now());
    insert into app.organizations (tenant_id, id, name, code, created_at) values (tenant, root, 'root', 'root', app.now());
    for n in 2..organizations loop
        insert into app.organizations (tenant_id, id, parent_id, name, code, created_at)
        values (tenant, app.uuid7(), test.any_organization_of(tenant), 'o' || n, 'o' || n, app.now());
    end loop;
    perform test.make_person(tenant, root, tenant_name || '-administrator', administrator);
    insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at) values (app.uuid7(), administrator, tenant, 'tenant_administrator', app.now());
    for n in 2..people loop
        perform test.make_person(tenant, test.any_organization_of(tenant), format('%s"%s\, ', tenant_name, n));
    end loop;
    for n in 1..3 loop
        insert into app.role_groups (tenant_id, id, name, created_at) values (tenant, app.uuid7(), 'g' || n, app.now());
    end loop;
    for n in 1..3 loop
        perform test.make_space(tenant, test.any_user_of(tenant));
    end loop;
    return tenant;
end
$$;

create function test.make_space(tenant uuid, owner uuid) returns uuid language plpgsql as $$
declare
    space uuid := app.uuid7();
begin
    insert into app.spaces (tenant_id, id, name, edition, modules, created_by, created_at) values (tenant, space, 'space', 'basic', '{bots,abs}', owner, app.now());
    insert into app.grants (tenant_id, id, space_id, user_id, role, granted_by, granted_at) values (tenant, app.uuid7(), space, owner, 'owner', owner, app.now());
    for n in 1..2 loop
        insert into app.resources (tenant_id, id, space_id, kind, name, restricted, created_by, created_at)
        values (tenant, app.uuid7(), space, 'agent', 'r' || n, random() < 0.3, owner, app.now());
    end loop;
    return space;
end
$$;

create function test.make_world() returns void language plpgsql as $$
declare
    home uuid := test.default_tenant();
begin
    insert into app.role_assignments (id, user_id, role, assigned_at)
    values (app.uuid7(), test.make_person(home, (select default_organization_id from app.tenants where id = home), 'system'), 'system_administrator', app.now());
    perform test.make_person(home, (select default_organization_id from app.tenants where id = home), 'newcomer');
    perform test.make_tenant('alpha', 8, 7);
    perform test.make_tenant('beta', 5, 4);
    for n in 1..40 loop
        perform test.change_grant();
    end loop;
end
$$;

-- Gives everybody a role to sign in with: p<number>, password "p".
create function test.make_accounts() returns void language plpgsql as $$
declare
    person record;
begin
    for person in select id, row_number() over (order by id) as n from app.users loop
        execute format('create role p%s login password %L', person.n, 'p');
        insert into app.accounts values ('p' || person.n, person.id, app.now());
    end loop;
end
$$;

create function test.change_grant() returns void language plpgsql as $$
declare
    space app.spaces;
    resource uuid;
begin
    select * into space from app.spaces order by random() limit 1;
    if random() < 0.4 then
        resource := (select id from app.resources where space_id = space.id order by random() limit 1);
    end if;
    insert into app.grants (tenant_id, id, space_id, resource_id, user_id, organization_id, group_id, role, expires_at, granted_by, granted_at)
    select space.tenant_id, app.uuid7(), space.id, resource,
           case when kind < 0.5 then test.any_user() end,
           case when kind >= 0.5 and kind < 0.75 then test.any_organization_of(space.tenant_id) end,
           case when kind >= 0.75 then test.any_group_of(space.tenant_id) end,
           (array['guest', 'viewer', 'commenter', 'editor', 'administrator'])[1 + floor(random() * 5)]::app.space_role,
           case when random() < 0.3 then app.now() + random() * interval '10 hours' end, test.any_user(), app.now()
    from (select random() as kind) as chance
    on conflict do nothing;
end
$$;

create function test.change_space(choice float) returns void language plpgsql as $$
declare
    tenant uuid := test.any_tenant();
    space uuid := (select id from app.spaces order by random() limit 1);
begin
    if choice < 0.2 then
        perform test.make_space(tenant, test.any_user_of(tenant));
    elsif choice < 0.3 then
        delete from app.grants where space_id = space;
        delete from app.resources where space_id = space;
        delete from app.space_pictures where id = space;
        delete from app.spaces where id = space;
    elsif choice < 0.4 then
        update app.spaces set name = 'space ' || random(), version = version + 1 where id = space;
    elsif choice < 0.5 then
        insert into app.space_pictures as p (tenant_id, id, content) select s.tenant_id, s.id, decode(repeat('89504e47', 20), 'hex') from app.spaces as s where s.id = space
        on conflict (id) do update set content = decode(md5(random()::text), 'hex'), version = p.version + 1;
        delete from app.space_pictures where random() < 0.1;
    elsif choice < 0.7 then
        update app.resources set restricted = not restricted, version = version + 1 where id = (select id from app.resources order by random() limit 1);
    elsif choice < 0.85 then
        delete from app.grants where resource_id = (select id from app.resources order by random() limit 1);
        delete from app.resources as r where not exists (select from app.grants as g where g.resource_id = r.id) and random() < 0.3;
    else
        -- Ownership passes on.
        update app.grants set role = 'administrator' where space_id = space and role = 'owner';
        update app.grants set role = 'owner', expires_at = null
        where id = (select id from app.grants where space_id = space and resource_id is null and user_id is not null order by random() limit 1);
    end if;
end
$$;

create function test.change_tree(choice float) returns void language plpgsql as $$
declare
    node app.organizations;
    target uuid;
begin
    select * into node from app.organizations where parent_id is not null order by random() limit 1;
    if choice < 0.35 then
        update app.organizations set enabled = not enabled, version = version + 1 where id = node.id;
    elsif choice < 0.75 then
        with recursive below (id) as (select node.id union select o.id from below as b join app.organizations as o on o.parent_id = b.id)
        select o.id into target from app.organizations as o where o.tenant_id = node.tenant_id and o.id not in (select id from below) order by random() limit 1;
        update app.organizations set parent_id = target, version = version + 1 where id = node.id;
    elsif choice < 0.85 then
        update app.organizations set name = 'renamed ' || random() where id = node.id;
    elsif choice < 0.95 then
        insert into app.organizations (tenant_id, id, parent_id, name, code, created_at) values (node.tenant_id, app.uuid7(), node.id, 'new', 'new', app.now());
    else
        delete from app.organizations where id = node.id;
    end if;
end
$$;

create function test.change_people(choice float) returns void language plpgsql as $$
declare
    person app.users;
    target app.tenants;
begin
    select * into person from app.users order by random() limit 1;
    if choice < 0.2 then
        insert into app.memberships (tenant_id, id, user_id, organization_id, since) values (person.tenant_id, app.uuid7(), person.id, test.any_organization_of(person.tenant_id), app.now()) on conflict do nothing;
    elsif choice < 0.35 then
        delete from app.memberships as m where m.id = (
            select id from app.memberships as x where x.user_id = person.id and x.organization_id <> person.primary_organization_id order by random() limit 1);
    elsif choice < 0.4 then
        update app.memberships set organization_id = test.any_organization_of(tenant_id) where user_id = person.id and organization_id <> person.primary_organization_id;
    elsif choice < 0.55 then
        update app.users set status = case status when 'active' then 'suspended'::app.user_status else 'active' end, version = version + 1 where id = person.id;
    elsif choice < 0.65 then
        update app.users set name = 'renamed ' || random(), version = version + 1 where id = person.id;
    elsif choice < 0.75 then
        update app.user_privates set phone = random()::text, version = version + 1 where id = person.id;
    elsif choice < 0.8 then
        perform test.make_person(person.tenant_id, test.any_organization_of(person.tenant_id), 'new' || random());
    elsif exists (select from app.tenants where administrator_id = person.id) then
        update app.tenants set administrator_id = (select id from app.users as u where u.tenant_id = tenants.id and not exists (select from app.tenants as t where t.administrator_id = u.id) order by random() limit 1)
        where administrator_id = person.id;
        update app.role_assignments set user_id = (select administrator_id from app.tenants as t where t.id = role_assignments.tenant_id) where user_id = person.id and role = 'tenant_administrator';
    else
        -- Into another tenant, with all that a move clears.
        select * into target from app.tenants where id <> person.tenant_id order by random() limit 1;
        delete from app.role_group_members where user_id = person.id;
        delete from app.grants where user_id = person.id and role <> 'owner';
        delete from app.memberships where user_id = person.id;
        update app.users set tenant_id = target.id, primary_organization_id = target.default_organization_id where id = person.id;
        insert into app.memberships (tenant_id, id, user_id, organization_id, since) values (target.id, app.uuid7(), person.id, target.default_organization_id, app.now());
    end if;
end
$$;

create function test.change_group(choice float) returns void language plpgsql as $$
declare
    chosen app.role_groups;
begin
    select * into chosen from app.role_groups order by random() limit 1;
    if choice < 0.4 then
        insert into app.role_group_members (tenant_id, id, group_id, user_id) values (chosen.tenant_id, app.uuid7(), chosen.id, test.any_user_of(chosen.tenant_id)) on conflict do nothing;
    elsif choice < 0.7 then
        insert into app.role_group_members (tenant_id, id, group_id, organization_id) values (chosen.tenant_id, app.uuid7(), chosen.id, test.any_organization_of(chosen.tenant_id)) on conflict do nothing;
    elsif choice < 0.9 then
        delete from app.role_group_members where id = (select id from app.role_group_members order by random() limit 1);
    elsif choice < 0.95 then
        insert into app.role_groups (tenant_id, id, name, created_at) values (chosen.tenant_id, app.uuid7(), 'new', app.now());
    else
        delete from app.grants where group_id = chosen.id;
        delete from app.role_group_members where group_id = chosen.id;
        delete from app.role_groups where id = chosen.id;
    end if;
end
$$;

create function test.change_tenant(choice float) returns void language plpgsql as $$
declare
    tenant uuid := test.any_tenant();
begin
    if choice < 0.4 then
        update app.tenants set state = case state when 'active' then 'frozen'::app.tenant_state when 'frozen' then 'closing' else 'active' end where id = tenant;
    elsif choice < 0.6 then
        update app.tenants set name = 'renamed ' || random(), plan_id = (select id from app.plans order by random() limit 1) where id = tenant;
    elsif choice < 0.7 then
        update app.plans set quotas = jsonb_build_object('members', floor(random() * 100)) where id = (select id from app.plans order by random() limit 1);
    elsif choice < 0.8 then
        insert into app.settings (id, tenant_id, key, value, public) values (app.uuid7(), case when random() < 0.5 then tenant end, 'k' || random(), '"a\"b, c"', random() < 0.5);
        update app.settings set public = not public where random() < 0.2;
    elsif choice < 0.9 then
        insert into app.outsiders (tenant_id, id, user_id, since) values (tenant, app.uuid7(), test.any_user(), app.now()) on conflict do nothing;
        delete from app.outsiders where random() < 0.2;
    elsif choice < 0.95 then
        insert into app.role_assignments (id, user_id, role, assigned_at) values (app.uuid7(), test.any_user(), 'system_administrator', app.now()) on conflict do nothing;
    else
        delete from app.role_assignments where id = (select id from app.role_assignments where tenant_id is null order by random() limit 1) and (select count(*) from app.role_assignments where tenant_id is null) > 1;
    end if;
end
$$;

-- The platform sees what its administrators decide a stage of.
create function test.any_stages() returns text[] language sql as $$
    select case when random() < 0.5 then array['tenant_administrator'] when random() < 0.5 then array['system_administrator'] else array['tenant_administrator', 'system_administrator'] end
$$;

create function test.change_application(choice float) returns void language plpgsql as $$
declare
    application uuid := app.uuid7();
    applicant uuid := test.any_user();
begin
    if choice < 0.4 then
        insert into app.applications (id, kind, tenant_id, applicant_id, stages, form, reason, submitted_at)
        values (application, 'tenant_creation', case when random() < 0.7 then test.any_tenant() end, applicant, test.any_stages(), '{"name": "x, \"y\""}', E'two\nlines \\ and "quotes"', app.now());
        insert into app.application_events (id, application_id, stage, act, actor_id, at) values (app.uuid7(), application, 1, 'submitted', applicant, app.now());
    elsif choice < 0.6 then
        update app.applications set tenant_id = case when tenant_id is null then test.any_tenant() end, stages = test.any_stages() where id = (select id from app.applications order by random() limit 1);
        insert into app.application_events (id, application_id, stage, act, actor_id, at) select app.uuid7(), a.id, a.stage, 'approved', applicant, app.now() from app.applications as a order by random() limit 1;
    elsif choice < 0.7 then
        select id into application from app.applications order by random() limit 1;
        delete from app.application_events where application_id = application;
        delete from app.applications where id = application;
    elsif choice < 0.8 then
        perform app.notify_users('k', array[applicant, test.any_user()], null);
        perform app.notify_scope('k', 5::smallint, test.any_tenant(), null);
    elsif choice < 0.95 then
        insert into app.notification_reads (id, user_id, notification_id, read_at) select app.uuid7(), applicant, n.id, app.now() from app.notifications as n order by random() limit 1 on conflict do nothing;
    else
        delete from app.notifications where id = (select id from app.notifications order by random() limit 1);
    end if;
end
$$;

-- Roles of a tenant, who holds them, and what organizations permit.
create function test.change_permissions(choice float) returns void language plpgsql as $$
declare
    tenant uuid := test.any_tenant();
    role app.tenant_roles;
begin
    select * into role from app.tenant_roles order by random() limit 1;
    if choice < 0.15 then
        insert into app.tenant_roles (tenant_id, id, name, keys, created_at) values (tenant, app.uuid7(), 'role ' || random(), '{members.status}', app.now());
    elsif choice < 0.25 then
        update app.tenant_roles set keys = case when random() < 0.5 then '{spaces.create,tenant.settings}' else '{}' end::text[], version = version + 1 where id = role.id;
    elsif choice < 0.4 then
        insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at) values (app.uuid7(), test.any_user_of(role.tenant_id), role.tenant_id, role.id::text, app.now()) on conflict do nothing;
    elsif choice < 0.5 then
        delete from app.role_assignments where id = (select id from app.role_assignments where tenant_role_id is not null order by random() limit 1);
    elsif choice < 0.55 then
        delete from app.role_assignments where tenant_role_id = role.id;
        delete from app.tenant_roles where id = role.id;
    elsif choice < 0.9 then
        insert into app.organization_permissions as p (tenant_id, id, data_scope, allowed, denied)
        select tenant, test.any_organization_of(tenant), (array['none', 'own', 'below', 'tenant', null])[1 + floor(random() * 5)::integer],
               case when random() < 0.5 then '{members.status}' else '{}' end::text[], case when random() < 0.5 then '{spaces.create}' else '{}' end::text[]
        on conflict (tenant_id, id) do update set data_scope = excluded.data_scope, allowed = excluded.allowed, denied = excluded.denied, version = p.version + 1;
    else
        delete from app.organization_permissions where id = (select id from app.organization_permissions order by random() limit 1);
    end if;
end
$$;

-- One to three random changes. What a rule of the tables refuses is undone alone, as by a command's subtransaction.
create function test.step() returns void language plpgsql as $$
declare
    choice float;
begin
    for n in 1..1 + floor(random() * 3)::integer loop
        choice := random();
        begin
            case floor(random() * 11)
                when 10 then perform test.change_permissions(choice);
                when 0, 1 then perform test.change_grant();
                when 2 then
                    if choice < 0.5 then
                        delete from app.grants where id = (select id from app.grants where role <> 'owner' order by random() limit 1);
                    else
                        update app.grants set role = 'viewer', expires_at = app.now() + choice * interval '5 hours', version = version + 1
                        where id = (select id from app.grants where role <> 'owner' order by random() limit 1);
                    end if;
                when 3 then update app.clock set shift = shift + choice * interval '2 hours';
                when 4 then perform test.change_space(choice);
                when 5 then perform test.change_tree(choice);
                when 6 then perform test.change_people(choice);
                when 7 then perform test.change_group(choice);
                when 8 then perform test.change_tenant(choice);
                else perform test.change_application(choice);
            end case;
            set constraints all immediate;
            if random() < 0.05 then
                raise exception using errcode = 'TYTST';
            end if;
        exception when integrity_constraint_violation or sqlstate 'TYTST' then
            null;
        end;
        set constraints all deferred;
    end loop;
end
$$;

-- The feed as it is, and as it would be made from nothing, differ here.
create function test.feed_differences() returns table (which text, scope_kind smallint, scope_id uuid, kind smallint, id uuid, refs bigint) language plpgsql as $$
declare
    query text;
begin
    select string_agg(part, ' union all ') into query
    from app.synced_kinds() as k cross join lateral app.reasons_query(k, 'reasons', format('app.%I', k ->> 'table')) as part;
    return query execute format($q$
        with rebuilt as materialized (select scope_kind, scope_id, kind, id, count(*) as refs from (%s) as q group by 1, 2, 3, 4),
             kept as materialized (select scope_kind, scope_id, kind, id, refs::bigint from app.feed where not gone)
        (select 'missing', * from rebuilt except all select 'missing', * from kept)
        union all (select 'too much', * from kept except all select 'too much', * from rebuilt)
        union all select 'refs of a gone one', scope_kind, scope_id, kind, id, refs from app.feed where gone and refs <> 0$q$, query);
end
$$;
