-- SPC-1: whom the tenant lets create spaces. Its administrator always may, and whoever was given the key.
create or replace function app.may_create_spaces(actor app.actor, tenant uuid) returns boolean
language sql stable as $$
    select app.administers(actor, tenant) or app.holds_key_by_delegation(actor, 'spaces.create', tenant) or coalesce(case
        (select s.value #>> '{}' from app.settings as s where s.tenant_id = tenant and s.key = 'space_creation')
        when 'all' then not (select t.is_default from app.tenants as t where t.id = tenant)
        when 'members' then (select s.value ? (actor).user_id::text from app.settings as s where s.tenant_id = tenant and s.key = 'space_creators')
        end, false)
$$;

create or replace function cmd.space_create(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant app.tenants;
    made app.spaces;
begin
    select * into tenant from app.tenants as t where t.id = (payload ->> 'tenant_id')::uuid;
    if tenant.id <> (actor).tenant_id then
        perform app.refuse('command.not_found', 'tenant_id');
    elsif not app.may_create_spaces(actor, tenant.id) then
        perform app.refuse('space_creation.not_allowed');
    elsif tenant.state <> 'active' then
        perform app.refuse('tenant.closing');
    elsif exists (select from app.spaces as s where s.id = (payload ->> 'space_id')::uuid) then
        perform app.refuse('command.id_taken', 'space_id');
    end if;
    perform app.refuse_all(
        app.check_quota(tenant.id, 'spaces', (select count(*) from app.spaces as s where s.tenant_id = tenant.id), 1)
        || app.check_within_plan(tenant.id, payload ->> 'edition', app.modules_of(payload)) || app.check_avatar(payload));
    insert into app.spaces (tenant_id, id, name, description, edition, modules, avatar_kind, avatar_icon, created_by, created_at)
    values (tenant.id, (payload ->> 'space_id')::uuid, payload ->> 'name', coalesce(payload ->> 'description', ''), payload ->> 'edition', app.modules_of(payload),
            coalesce(payload ->> 'avatar_kind', 'system'), coalesce(payload ->> 'avatar_icon', ''), (actor).user_id, app.now())
    returning * into made;
    perform app.write_picture(tenant.id, made.id, payload);
    -- SPC-7: the creator owns it.
    insert into app.grants (tenant_id, id, space_id, user_id, role, granted_by, granted_at)
    values (tenant.id, app.uuid7(), made.id, (actor).user_id, 'owner', (actor).user_id, app.now());
    perform app.audit('space_create', 'space', made.id, tenant.id, null, app.space_json(made), app.reason_of(context));
    return jsonb_build_object('versions', jsonb_build_object(made.id, jsonb_build_object('details', 1, 'avatar', 1, 'modules', 1, 'status', 1, 'owner', 1)));
end
$$;
