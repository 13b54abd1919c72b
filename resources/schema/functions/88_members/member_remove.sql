-- ORG-6: the leave of MOV-4, decided by the administrator. What the person had is kept for 30 days (ORG-7).

create or replace function app.belongings_of(person app.users) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'primary', person.primary_organization_id,
        'memberships', (select coalesce(jsonb_agg(jsonb_build_object('organization_id', o.id, 'name', o.name, 'role', m.role) order by o.id), '[]')
                        from app.memberships as m join app.organizations as o on o.id = m.organization_id where m.user_id = person.id),
        'groups', (select coalesce(jsonb_agg(jsonb_build_object('group_id', g.id, 'name', g.name) order by g.id), '[]')
                   from app.role_group_members as m join app.role_groups as g on g.id = m.group_id where m.user_id = person.id and m.tenant_id = person.tenant_id),
        'grants', (select coalesce(jsonb_agg(app.grant_json(g) || jsonb_build_object('space_id', g.space_id, 'name', coalesce(r.name, s.name),
                                       'granted_by', g.granted_by, 'granted_at', app.micros(g.granted_at)) order by g.id), '[]')
                   from app.grants as g join app.spaces as s on s.id = g.space_id left join app.resources as r on r.id = g.resource_id
                   where g.user_id = person.id and g.tenant_id = person.tenant_id),
        'roles', (select coalesce(jsonb_agg(r.role order by r.role), '[]') from app.role_assignments as r where r.user_id = person.id and r.tenant_id = person.tenant_id and r.tenant_role_id is null),
        'tenant_roles', (select coalesce(jsonb_agg(jsonb_build_object('role_id', r.id, 'name', r.name) order by r.id), '[]')
                         from app.role_assignments as a join app.tenant_roles as r on r.id = a.tenant_role_id where a.user_id = person.id))
$$;

-- Whoever would leave something without an owner or leader stays (MOV-4); so does the tenant's administrator (TEN-12).
drop function if exists app.check_removable(app.users);
create or replace function app.check_removable(person app.users, tenant uuid) returns void
language plpgsql stable as $$
declare
    duties jsonb := app.duties_summary(person.id, check_removable.tenant);
begin
    if exists (select from app.tenants as t where t.id = person.tenant_id and t.administrator_id = person.id) then
        perform app.refuse('member.is_administrator', 'user_id');
    elsif duties is not null then
        perform app.refuse('member.has_duties', 'user_id', duties);
    end if;
end
$$;

create or replace function cmd.member_remove(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    person app.users := app.member_of_command(payload);
    reason text := payload ->> 'reason';
    tenant app.tenants;
    home app.tenants;
    removal uuid := app.uuid7();
begin
    perform app.check_seen(actor, seen, person.id, 'memberships', person.version_memberships);
    perform app.check_removable(person, person.tenant_id);
    select * into strict tenant from app.tenants as t where t.id = person.tenant_id;
    select * into strict home from app.tenants as t where t.is_default;
    insert into app.removals (tenant_id, id, user_id, removed_at, removed_by, reason, had)
    values (tenant.id, removal, person.id, app.now(), (actor).user_id, reason, app.belongings_of(person));
    perform app.audit('member_remove', 'user', person.id, tenant.id, (select r.had from app.removals as r where r.id = removal), jsonb_build_object('removal_id', removal), reason);
    perform app.end_applications_of(actor, person.id, tenant.id, reason, context);
    perform app.move_user(person, home.id, home.default_organization_id, reason, (actor).user_id);
    perform app.notify_users('member_removed', array[person.id, tenant.administrator_id], tenant.id, jsonb_build_object('user_id', person.id, 'name', person.name,
        'from_id', tenant.id, 'from', tenant.name, 'to_id', home.id, 'to', home.name, 'reason', reason));
    return jsonb_build_object('result', jsonb_build_object('removal_id', removal),
        'versions', jsonb_build_object(person.id, jsonb_build_object('memberships', person.version_memberships + 1)));
end
$$;
