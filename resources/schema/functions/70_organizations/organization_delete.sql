-- Only when empty; the refusal counts what is in it. The row is locked first: whoever is just about to point at it (a grant, a group's member)
-- has either ended and is counted, or waits and finds it gone.
create or replace function cmd.organization_delete(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    organization app.organizations := app.organization_of_command(payload);
    inside jsonb;
begin
    perform app.check_not_fixed(organization);
    perform from app.organizations as o where o.id = organization.id for update;
    perform app.check_seen(actor, seen, organization.id, 'details', organization.version_details);
    perform app.check_seen(actor, seen, organization.id, 'place', organization.version_place);
    perform app.check_seen(actor, seen, organization.id, 'status', organization.version_status);
    perform app.check_seen(actor, seen, organization.id, 'leader', organization.version_leader);
    inside := jsonb_build_object(
        'members', (select count(*) from app.memberships as m where m.organization_id = organization.id),
        'children', (select count(*) from app.organizations as o where o.parent_id = organization.id),
        'groups', (select count(*) from app.role_group_members as m where m.organization_id = organization.id),
        'grants', (select count(*) from app.grants as g where g.organization_id = organization.id),
        'permissions', coalesce((select (p.data_scope is not null)::integer + cardinality(p.allowed) + cardinality(p.denied)
                                 from app.organization_permissions as p where p.id = organization.id), 0));
    if exists (select from jsonb_each(inside) where value <> '0') then
        perform app.refuse('organization.not_empty', '', inside);
    end if;
    delete from app.organization_permissions as p where p.id = organization.id;
    delete from app.organizations as o where o.id = organization.id;
    perform app.audit('organization_delete', 'organization', organization.id, organization.tenant_id,
        jsonb_build_object('name', organization.name, 'code', organization.code, 'parent_id', organization.parent_id), null, app.reason_of(context));
    return '{}';
end
$$;
