-- Name, code and description are one group of fields, the leader another (INB-6).
create or replace function cmd.organization_edit(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    organization app.organizations := app.organization_of_command(payload);
    details boolean := payload ?| array['name', 'code', 'description'];
    leads boolean := payload ? 'leader_id';
    leader uuid := (payload ->> 'leader_id')::uuid;
    before jsonb;
    now_version app.organizations;
begin
    if details then
        perform app.check_seen(actor, seen, organization.id, 'details', organization.version_details);
    end if;
    if leads then
        perform app.check_seen(actor, seen, organization.id, 'leader', organization.version_leader);
    end if;
    perform app.refuse_all(
        app.check_organization_unique(organization.tenant_id, organization.id, payload ->> 'name', payload ->> 'code')
        || app.check_leader(organization.tenant_id, leader) || app.check_delegated_leader(actor, organization.tenant_id, organization.id, leader));
    before := jsonb_build_object('name', organization.name, 'code', organization.code, 'description', organization.description,
        'leader_id', (select m.user_id from app.memberships as m where m.organization_id = organization.id and m.role = 'leader'));
    update app.organizations as o
    set name = coalesce(payload ->> 'name', o.name), code = coalesce(payload ->> 'code', o.code),
        description = coalesce(payload ->> 'description', o.description), version = o.version + 1,
        version_details = o.version_details + details::integer, version_leader = o.version_leader + leads::integer
    where o.id = organization.id
    returning * into now_version;
    perform app.audit('organization_edit', 'organization', organization.id, organization.tenant_id,
        (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(before) where payload ? key), payload - 'organization_id', app.reason_of(context));
    if leads then
        perform app.set_leader(organization.tenant_id, organization.id, leader, app.reason_of(context));
    end if;
    return jsonb_build_object('versions', jsonb_build_object(organization.id, jsonb_strip_nulls(jsonb_build_object(
        'details', case when details then now_version.version_details end, 'leader', case when leads then now_version.version_leader end))));
end
$$;
