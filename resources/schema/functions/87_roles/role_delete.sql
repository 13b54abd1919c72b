-- Who holds it loses it, but only where the actor said how many that are: a role that meanwhile was given to more stays.
create or replace function cmd.role_delete(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    role app.tenant_roles := app.role_of_command(payload);
    holders uuid[];
begin
    perform app.check_seen(actor, seen, role.id, '', role.version);
    holders := app.holders_of_role(role.id);
    if cardinality(holders) > coalesce((payload ->> 'revokes')::integer, 0) then
        perform app.refuse('role.held', '', jsonb_build_object('people', cardinality(holders)));
    end if;
    delete from app.role_assignments as a where a.tenant_role_id = role.id;
    perform app.write_exclusions(role.id, '{}');
    delete from app.tenant_roles as r where r.id = role.id;
    perform app.audit('role_delete', 'role', role.id, role.tenant_id, jsonb_build_object('name', role.name, 'description', role.description,
        'keys', role.keys, 'excludes', role.excludes, 'holders', holders), null, app.reason_of(context));
    perform app.notify_users('role_revoked', holders, role.tenant_id, jsonb_build_object('role_id', role.id, 'name', role.name, 'keys', role.keys, 'reason', app.reason_of(context)));
    return jsonb_build_object('result', jsonb_build_object('revoked', to_jsonb(holders)));
end
$$;
