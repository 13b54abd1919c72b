create or replace function cmd.role_create(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant uuid := (payload ->> 'tenant_id')::uuid;
    made uuid := (payload ->> 'role_id')::uuid;
    excludes uuid[] := app.uuids_of(coalesce(payload -> 'excludes', '[]'));
begin
    if exists (select from app.tenant_roles as r where r.id = made) then
        perform app.refuse('command.id_taken', 'role_id');
    end if;
    perform app.refuse_all(app.check_role_unique(tenant, made, payload ->> 'name') || app.check_role_keys(payload -> 'keys')
        || app.check_exclusions(tenant, made, payload ->> 'name', excludes));
    insert into app.tenant_roles (tenant_id, id, name, description, keys, excludes, created_at)
    values (tenant, made, payload ->> 'name', coalesce(payload ->> 'description', ''), app.keys_in(payload -> 'keys'), excludes, app.now());
    perform app.audit('role_create', 'role', made, tenant, null, payload - 'role_id' - 'tenant_id', app.reason_of(context));
    return jsonb_build_object('versions', app.role_version(made, 1) || app.write_exclusions(made, excludes));
end
$$;
