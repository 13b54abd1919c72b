-- Disabling takes the whole subtree out (PRM-2), so the default organization may not lie in it either: whoever enters the tenant goes there.
create or replace function cmd.organization_set_enabled(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    organization app.organizations := app.organization_of_command(payload);
    wanted boolean := (payload ->> 'enabled')::boolean;
begin
    if not wanted then
        perform app.check_not_fixed(organization);
        if app.lies_below((select t.default_organization_id from app.tenants as t where t.id = organization.tenant_id), organization.id) then
            perform app.refuse('organization.default_fixed');
        end if;
    end if;
    perform app.check_seen(actor, seen, organization.id, 'status', organization.version_status);
    update app.organizations as o set enabled = wanted, version = o.version + 1, version_status = o.version_status + 1 where o.id = organization.id;
    perform app.audit('organization_set_enabled', 'organization', organization.id, organization.tenant_id,
        jsonb_build_object('enabled', organization.enabled), jsonb_build_object('enabled', wanted), app.reason_of(context));
    return jsonb_build_object('versions', jsonb_build_object(organization.id, jsonb_build_object('status', organization.version_status + 1)));
end
$$;
