create or replace function cmd.organization_create(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant app.tenants;
    made uuid := (payload ->> 'organization_id')::uuid;
    parent uuid;
    leader uuid := (payload ->> 'leader_id')::uuid;
begin
    select * into strict tenant from app.tenants as t where t.id = (payload ->> 'tenant_id')::uuid;
    parent := coalesce((payload ->> 'parent_id')::uuid, tenant.root_organization_id);
    if exists (select from app.organizations as o where o.id = made) then
        perform app.refuse('command.id_taken', 'organization_id');
    end if;
    perform app.refuse_all(
        app.check_organization_unique(tenant.id, made, payload ->> 'name', payload ->> 'code')
        || case when exists (select from app.organizations as o where o.tenant_id = tenant.id and o.id = parent) then '[]'
                else app.error('organization.parent_unknown', 'parent_id') end
        || app.check_leader(tenant.id, leader) || app.check_delegated_leader(actor, tenant.id, made, leader));
    insert into app.organizations (tenant_id, id, parent_id, name, code, description, created_at)
    values (tenant.id, made, parent, payload ->> 'name', payload ->> 'code', coalesce(payload ->> 'description', ''), app.now());
    perform app.audit('organization_create', 'organization', made, tenant.id, null, payload - 'organization_id' - 'tenant_id' || jsonb_build_object('parent_id', parent));
    perform app.set_leader(tenant.id, made, leader, app.reason_of(context));
    perform app.tell_organization_created(tenant.id, made, parent, leader);
    return jsonb_build_object('versions', jsonb_build_object(made, jsonb_build_object('details', 1, 'place', 1, 'status', 1, 'leader', 1)));
end
$$;

-- NOT-3: the leader and the parent's leader.
create or replace function app.tell_organization_created(tenant uuid, organization uuid, parent uuid, leader uuid) returns void
language sql volatile as $$
    select app.notify_users('organization_created',
        array[leader, (select m.user_id from app.memberships as m where m.organization_id = parent and m.role = 'leader')],
        tenant, jsonb_build_object('organization_id', organization, 'path', app.organization_path(organization),
                                   'name', (select o.name from app.organizations as o where o.id = organization)))
$$;
