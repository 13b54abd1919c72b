create or replace function cmd.role_group_edit(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    role_group app.role_groups := app.role_group_of_command(payload);
begin
    perform app.check_seen(actor, seen, role_group.id, '', role_group.version);
    perform app.refuse_all(app.check_role_group_unique(role_group.tenant_id, role_group.id, payload ->> 'name'));
    update app.role_groups as g
    set name = coalesce(payload ->> 'name', g.name), description = coalesce(payload ->> 'description', g.description), version = g.version + 1
    where g.id = role_group.id;
    perform app.audit('role_group_edit', 'role_group', role_group.id, role_group.tenant_id,
        (select coalesce(jsonb_object_agg(key, value), '{}')
         from jsonb_each(jsonb_build_object('name', role_group.name, 'description', role_group.description)) where payload ? key),
        payload - 'group_id', app.reason_of(context));
    return app.role_group_version(role_group.id, role_group.version + 1);
end
$$;
