create or replace function cmd.role_group_create(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant uuid := (payload ->> 'tenant_id')::uuid;
    made uuid := (payload ->> 'group_id')::uuid;
begin
    if exists (select from app.role_groups as g where g.id = made) then
        perform app.refuse('command.id_taken', 'group_id');
    end if;
    perform app.refuse_all(app.check_role_group_unique(tenant, made, payload ->> 'name'));
    insert into app.role_groups (tenant_id, id, name, description, created_at)
    values (tenant, made, payload ->> 'name', coalesce(payload ->> 'description', ''), app.now());
    perform app.audit('role_group_create', 'role_group', made, tenant, null, payload - 'group_id' - 'tenant_id', app.reason_of(context));
    return app.role_group_version(made, 1);
end
$$;
