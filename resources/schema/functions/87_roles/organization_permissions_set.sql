-- OPM-1, OPM-10: everything that is set at one organization, at once; what isn't it inherits.

-- Keys that are unknown, not to be passed on, or both allowed and denied.
create or replace function app.check_permission_keys(payload jsonb) returns jsonb
language sql stable as $$
    select app.check_delegable(payload -> 'allowed', 'allowed') || app.check_delegable(payload -> 'denied', 'denied')
        || coalesce((select app.error('organization_permissions.doubled', 'denied', jsonb_build_object('key', min(a)))
                     from jsonb_array_elements_text(payload -> 'allowed') as a where payload -> 'denied' ? a having count(*) > 0), '[]')
$$;

create or replace function cmd.organization_permissions_set(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    organization app.organizations := app.organization_of_command(payload);
    reason text := coalesce(payload ->> 'reason', app.reason_of(context));
    existing app.organization_permissions;
    before jsonb;
    after jsonb;
begin
    select * into existing from app.organization_permissions as p where p.id = organization.id;
    perform app.check_seen(actor, seen, organization.id, 'permissions', coalesce(existing.version, 0));
    perform app.refuse_all(app.check_permission_keys(payload));
    before := app.permissions_picture(organization.id);
    insert into app.organization_permissions as p (tenant_id, id, data_scope, allowed, denied)
    values (organization.tenant_id, organization.id, payload ->> 'data_scope', app.keys_in(payload -> 'allowed'), app.keys_in(payload -> 'denied'))
    on conflict (tenant_id, id) do update set data_scope = excluded.data_scope, allowed = excluded.allowed, denied = excluded.denied, version = p.version + 1;
    perform app.refuse_contradictions(organization.id, 'denied', 'data_scope');
    after := app.permissions_picture(organization.id);
    perform app.audit('organization_permissions_set', 'organization', organization.id, organization.tenant_id,
        jsonb_build_object('data_scope', existing.data_scope, 'allowed', coalesce(existing.allowed, '{}'), 'denied', coalesce(existing.denied, '{}')),
        payload - 'organization_id' - 'reason' || jsonb_build_object('effects', app.permission_effects(before, after)), reason);
    perform app.tell_permissions(organization, before, after, reason);
    return jsonb_build_object('versions', jsonb_build_object(organization.id, jsonb_build_object('permissions', coalesce(existing.version, 0) + 1)));
end
$$;
