-- What a tenant may have of something (OPS-2, SPC-1). Whoever creates takes app.lock('quotas', tenant) before counting and holds it to the end, so
-- that racing creations are counted one after the other and can't exceed the limit together.

-- What was agreed with the tenant, else what its plan gives.
create or replace function app.plan_quotas(tenant uuid) returns jsonb
language sql stable as $$
    select coalesce((select s.value from app.settings as s where s.tenant_id = t.id and s.key = 'quotas'),
                    (select p.quotas from app.plans as p where p.id = t.plan_id), '{}')
    from app.tenants as t where t.id = tenant
$$;

-- The tenant's own limit, set by its administrator. null: none.
create or replace function app.own_limit(tenant uuid, thing text) returns bigint
language sql stable as $$
    select (s.value #>> '{}')::bigint from app.settings as s where s.tenant_id = tenant and s.key = thing || '_limit'
$$;

-- The refusal where `wanted` more of them exceed the lower of both: quota.<thing> or, where the tenant's own limit is the lower one, quota.<thing>_limit.
create or replace function app.check_quota(tenant uuid, thing text, used bigint, wanted bigint, field text default '') returns jsonb
language sql stable as $$
    select case when used + wanted > least(of_plan, own) then
               app.error(concat('quota.', thing, case when own < coalesce(of_plan, own + 1) then '_limit' end), field,
                         jsonb_build_object('limit', least(of_plan, own), 'used', used, 'wanted', wanted))
           else '[]' end
    from (select (app.plan_quotas(tenant) ->> thing)::bigint as of_plan, app.own_limit(tenant, thing) as own) as limits
$$;

-- The same of people who come in. promised: those who were invited and may still come.
create or replace function app.check_member_quota(tenant uuid, wanted bigint, promised bigint default 0) returns jsonb
language sql stable as $$
    select app.check_quota(tenant, 'members', promised + (select count(*) from app.users as u where u.tenant_id = check_member_quota.tenant), wanted)
$$;
