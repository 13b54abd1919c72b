-- Never under itself or a descendant. Two moves that would close a cycle together meet at the lock of the tenant's organizations.
create or replace function cmd.organization_move(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    organization app.organizations := app.organization_of_command(payload);
    parent uuid := (payload ->> 'parent_id')::uuid;
    delegated boolean := not app.holds_key_by_office(actor, 'organizations.manage', organization.tenant_id);
    before jsonb;
    after jsonb;
    effects jsonb;
begin
    perform app.check_not_fixed(organization);
    perform app.check_seen(actor, seen, organization.id, 'place', organization.version_place);
    if not exists (select from app.organizations as o where o.tenant_id = organization.tenant_id and o.id = parent) then
        perform app.refuse('organization.parent_unknown', 'parent_id');
    elsif app.lies_below(parent, organization.id) then
        perform app.refuse('organization.under_itself', 'parent_id');
    end if;
    before := app.permissions_picture(organization.id);
    update app.organizations as o set parent_id = parent, version = o.version + 1, version_place = o.version_place + 1 where o.id = organization.id;
    -- OPM-4: only the administrator changes what an organization permits, also by way of its place.
    after := app.permissions_picture(organization.id);
    effects := app.permission_effects(before, after);
    if delegated and effects <> '[]' then
        perform app.refuse('organization.permissions_would_change', 'parent_id');
    end if;
    -- OPM-10: what it inherits there is set for it as much as what is set at itself.
    perform app.refuse_contradictions(organization.id, 'parent_id', 'parent_id');
    perform app.audit('organization_move', 'organization', organization.id, organization.tenant_id,
        jsonb_build_object('parent_id', organization.parent_id),
        jsonb_build_object('parent_id', parent) || case when effects <> '[]' then jsonb_build_object('effects', effects) else '{}' end, app.reason_of(context));
    perform app.tell_permissions(organization, before, after, app.reason_of(context));
    return jsonb_build_object('versions', jsonb_build_object(organization.id, jsonb_build_object('place', organization.version_place + 1)));
end
$$;
