-- Applications for a tenant of one's own (TEN-1 to TEN-5, TEN-14).
insert into app.application_kinds (kind, stages, locks) values ('tenant_creation', array['system_administrator'], null)
on conflict (kind) do update set stages = excluded.stages, locks = excluded.locks;

-- What must hold of a person who shall administer a new tenant, of the applicant and of whom they name alike (TEN-2). Of oneself one is told everything.
-- Somebody else who is not of the default system tenant is only that, whether they exist or not: whose member they are, or what they administer, is
-- nobody's business (SEC-2). System administrators act in the default system tenant: in another one, freezing that would lock the platform out (ROL-4).
drop function if exists app.check_future_administrator(app.applications, uuid, text, text);
create or replace function app.check_future_administrator(holder uuid, person uuid, who text, field text) returns jsonb
language sql stable as $$
    select jsonb_build_array(
        app.check_result(who || '_active', asked.prefix || '_inactive', (who <> 'applicant' and not asked.is_near) or u.status = 'active', field),
        app.check_result(who || '_in_default_tenant', asked.prefix || '_elsewhere', case who when 'applicant' then t.is_default or administered.id is not null else asked.is_near end, field,
            case who when 'applicant' then jsonb_build_object('tenant', t.name) else '{}' end),
        app.check_result(who || '_not_administrator', asked.prefix || case when app.is_system_administrator(u.id) then '_is_system_administrator' else '_is_administrator' end,
            (administered.id is null and not app.is_system_administrator(u.id)) or (who <> 'applicant' and not asked.is_near), field,
            case when who = 'applicant' and administered.id is not null then jsonb_build_object('tenant', administered.name) else '{}' end),
        app.check_result(who || '_no_open_application', asked.prefix || '_has_application', (who <> 'applicant' and not asked.is_near) or app.is_free_for(holder, 'open_application', person::text), field))
    from (select person as id, 'tenant_application.' || who as prefix,
                 exists (select from app.users as n join app.tenants as d on d.id = n.tenant_id and d.is_default where n.id = person) as is_near) as asked
    left join app.users as u on u.id = asked.id
    left join app.tenants as t on t.id = u.tenant_id
    left join app.tenants as administered on administered.administrator_id = u.id
$$;

-- Name, code and domain are free for who claims them, and the plan exists.
create or replace function app.check_new_tenant(holder uuid, form jsonb) returns jsonb
language sql stable as $$
    select jsonb_build_array(
        app.check_result('name_free', 'tenant_application.name_taken', app.is_free_for(holder, 'tenant_name', app.normalise(form ->> 'name')), 'name'),
        app.check_result('code_free', 'tenant_application.code_taken', app.is_free_for(holder, 'tenant_code', app.normalise(form ->> 'code')), 'code'),
        app.check_result('domain_free', 'tenant_application.domain_taken', app.is_free_for(holder, 'tenant_domain', app.normalise(form ->> 'domain')), 'domain'),
        app.check_result('plan_known', 'tenant_application.plan_unknown', form ->> 'plan_id' is null or exists (select from app.plans as p where p.id = (form ->> 'plan_id')::uuid), 'plan_id'))
$$;

create or replace function app.check_application_tenant_creation(application app.applications) returns jsonb
language plpgsql stable as $$
declare
    administrator uuid := (application.form ->> 'administrator_id')::uuid;
    checks jsonb := app.check_future_administrator(application.id, application.applicant_id, 'applicant', '');
begin
    if administrator <> application.applicant_id then
        checks := checks || app.check_future_administrator(application.id, administrator, 'administrator', 'administrator_id');
    end if;
    return checks || app.check_new_tenant(application.id, application.form);
end
$$;

drop function if exists app.check_tenant_application(uuid);

-- TEN-14: the code in lower case, underscores as hyphens, cleaned to the rule of domains.
create or replace function app.domain_from_code(code text) returns text
language sql immutable strict as $$
    select case when length(cleaned) >= 3 then cleaned else rtrim('tenant-' || cleaned, '-') end
    from (select trim(both '-' from regexp_replace(replace(lower(code), '_', '-'), '-{2,}', '-', 'g')) as cleaned) as c
$$;

-- Claims the first free one of domain, domain-2, domain-3 …
create or replace function app.claim_domain(holder uuid, wanted text) returns text
language plpgsql as $$
declare
    candidate text := wanted;
    attempt integer := 1;
begin
    loop
        perform app.claim_for(holder, jsonb_build_object('tenant_domain', candidate));
        if app.is_free_for(holder, 'tenant_domain', candidate) then
            return candidate;
        end if;
        attempt := attempt + 1;
        candidate := wanted || '-' || attempt;
    end loop;
end
$$;

-- The form of a new tenant, claimed for its holder: with its plan, its administrator and the domain that is proposed.
create or replace function app.claim_new_tenant(holder uuid, form jsonb, administrator uuid) returns jsonb
language plpgsql as $$
begin
    perform app.claim_for(holder, jsonb_build_object('tenant_name', app.normalise(form ->> 'name'), 'tenant_code', app.normalise(form ->> 'code')));
    return form || jsonb_build_object('plan_id', form -> 'plan_id', 'administrator_id', administrator,
        'domain', app.claim_domain(holder, app.domain_from_code(form ->> 'code')));
end
$$;

create or replace function cmd.tenant_application_submit(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    application app.applications := app.begin_application(actor, 'tenant_creation', null, payload);
    administrator uuid := coalesce((payload ->> 'administrator_id')::uuid, (actor).user_id);
begin
    -- Who can't apply is told that, and nothing of whom they name.
    perform app.refuse_failed_checks(app.check_future_administrator(application.id, (actor).user_id, 'applicant', ''));
    -- Held as they are until this is done; the actor's own row already is.
    perform from app.users as u where u.id = administrator for share;
    perform app.claim_for(application.id, jsonb_build_object('open_application', jsonb_build_array((actor).user_id, administrator)));
    application.form := app.claim_new_tenant(application.id, application.form, administrator);
    return jsonb_build_object('versions', app.file_application(actor, application, context),
        'result', jsonb_build_object('domain', application.form -> 'domain'));
end
$$;

-- TEN-5: everything in this transaction, or nothing.
create or replace function app.approve_application_tenant_creation(actor app.actor, application app.applications, comment text) returns jsonb
language plpgsql as $$
declare
    form jsonb := application.form;
    tenant uuid := app.uuid7();
begin
    perform from app.users as u where u.id in (application.applicant_id, (form ->> 'administrator_id')::uuid) order by u.id for update;
    perform app.refuse_failed_checks(app.check_application_tenant_creation(application));
    -- The names are the tenant's from here on.
    update app.claims as c set holder = tenant where c.holder = application.id and c.kind in ('tenant_name', 'tenant_code', 'tenant_domain');
    return jsonb_build_object('result', jsonb_build_object('tenant_id', tenant),
        'versions', app.found_tenant(actor, tenant, form || jsonb_build_object('application_id', application.id), comment));
end
$$;

-- TEN-6: the same without an application. The code of each check is the one that an application would get.
create or replace function cmd.tenant_create(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant uuid := (payload ->> 'tenant_id')::uuid;
    administrator uuid := (payload ->> 'administrator_id')::uuid;
    form jsonb;
begin
    if exists (select from app.tenants as t where t.id = tenant) then
        perform app.refuse('command.id_taken', 'tenant_id');
    end if;
    perform from app.users as u where u.id = administrator for update;
    form := app.claim_new_tenant(tenant, payload - 'tenant_id' - 'reason', administrator);
    perform app.refuse_failed_checks(app.check_future_administrator(tenant, administrator, 'administrator', 'administrator_id') || app.check_new_tenant(tenant, form));
    return jsonb_build_object('result', jsonb_build_object('domain', form -> 'domain'), 'versions', app.found_tenant(actor, tenant, form, payload ->> 'reason'));
end
$$;

-- What both have in common: the tenant of this form, whose names are claimed, with its entry and its notice.
create or replace function app.found_tenant(actor app.actor, tenant uuid, form jsonb, reason text) returns jsonb
language plpgsql as $$
declare
    administrator app.users;
    plan app.plans;
begin
    select * into administrator from app.users as u where u.id = (form ->> 'administrator_id')::uuid;
    select * into plan from app.plans as p where p.id = (form ->> 'plan_id')::uuid or (form ->> 'plan_id' is null and p.key = 'basic');
    perform app.audit('tenant_created', 'tenant', tenant, tenant, null, form || jsonb_build_object('plan_id', plan.id), reason);
    perform app.create_tenant(actor, tenant, form ->> 'name', form ->> 'code', form ->> 'domain', plan, administrator);
    perform app.notify_users('tenant_created', array[administrator.id], tenant,
        jsonb_build_object('tenant_id', tenant, 'name', form -> 'name', 'plan_id', plan.id, 'plan_en', plan.name_en, 'plan_zh', plan.name_zh, 'quotas', plan.quotas));
    return jsonb_build_object(administrator.id, jsonb_build_object('', administrator.version + 1), tenant, jsonb_build_object('', 1));
end
$$;

-- The tenant with its root organization, settings and quotas, and its administrator, who moves there. Constraints are deferred: the
-- rows refer to each other.
create or replace function app.create_tenant(actor app.actor, tenant uuid, name text, code text, domain text, plan app.plans, administrator app.users) returns void
language plpgsql as $$
declare
    root uuid := app.uuid7();
begin
    insert into app.tenants (id, name, code, domain, state_since, plan_id, administrator_id, root_organization_id, default_organization_id, created_at)
    values (tenant, name, code, domain, app.now(), plan.id, administrator.id, root, root, app.now());
    insert into app.organizations (tenant_id, id, name, code, created_at) values (tenant, root, name, code, app.now());
    insert into app.settings (id, tenant_id, key, value) values
        (app.uuid7(), tenant, 'space_creation', '"administrator"'),
        (app.uuid7(), tenant, 'quotas', plan.quotas);
    perform app.move_user(administrator, tenant, root, '', (actor).user_id);
    insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at, assigned_by)
    values (app.uuid7(), administrator.id, tenant, 'tenant_administrator', app.now(), (actor).user_id);
    perform app.audit('role_assigned', 'user', administrator.id, tenant, null, jsonb_build_object('role', 'tenant_administrator'));
end
$$;
