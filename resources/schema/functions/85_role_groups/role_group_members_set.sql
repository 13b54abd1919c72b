-- Adds and removes up to 500 members each, all or none. Two people who do it at the same time merge: who is in already stays, who is out
-- already stays out.

-- What is wrong with those to be added or named twice. Outsiders are people of other tenants (EXT-2): no admission that they exist.
create or replace function app.check_group_members(role_group app.role_groups, payload jsonb) returns jsonb
language sql stable as $$
    with named as (
        select l.list, i.ordinality - 1 as place, i.value ->> 'subject_kind' as kind, (i.value ->> 'subject_id')::uuid as id,
               row_number() over (partition by i.value order by l.list, i.ordinality) as copy
        from (values ('add'), ('remove')) as l (list), jsonb_array_elements(payload -> l.list) with ordinality as i
    ), checked as (
        select n.*, case
            when n.copy > 1 then 'role_group.doubled'
            when n.list = 'remove' then null
            when n.kind = 'organization' and not exists (select from app.organizations as o where o.id = n.id and o.tenant_id = role_group.tenant_id)
                or n.kind = 'user' and u.tenant_id is distinct from role_group.tenant_id then 'role_group.member_elsewhere'
            when n.kind = 'user' and u.status <> 'active' then 'role_group.member_inactive' end as code,
            u.name
        from named as n left join app.users as u on n.kind = 'user' and u.id = n.id
    )
    select coalesce(jsonb_agg(app.error(c.code, format('%s[%s].subject_id', c.list, c.place),
            case c.code when 'role_group.member_inactive' then jsonb_build_object('name', c.name) else '{}' end) -> 0 order by c.list, c.place), '[]')
    from checked as c where c.code is not null
$$;

create or replace function app.add_group_members(role_group app.role_groups, wished jsonb) returns jsonb
language sql volatile as $$
    with added as (
        insert into app.role_group_members (tenant_id, id, group_id, user_id, organization_id)
        select role_group.tenant_id, app.uuid7(), role_group.id, case w.kind when 'user' then w.id end, case w.kind when 'organization' then w.id end
        from (select i ->> 'subject_kind' as kind, (i ->> 'subject_id')::uuid as id from jsonb_array_elements(wished) as i) as w
        order by w.id
        on conflict (group_id, user_id, organization_id) do nothing
        returning user_id, organization_id
    )
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('user_id', a.user_id, 'organization_id', a.organization_id))), '[]') from added as a
$$;

create or replace function app.remove_group_members(role_group app.role_groups, wished jsonb) returns jsonb
language sql volatile as $$
    with removed as (
        delete from app.role_group_members as m
        where m.group_id = role_group.id
          and (m.user_id in (select (i ->> 'subject_id')::uuid from jsonb_array_elements(wished) as i where i ->> 'subject_kind' = 'user')
               or m.organization_id in (select (i ->> 'subject_id')::uuid from jsonb_array_elements(wished) as i where i ->> 'subject_kind' = 'organization'))
        returning m.user_id, m.organization_id
    )
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('user_id', r.user_id, 'organization_id', r.organization_id))), '[]') from removed as r
$$;

-- One notification for everybody who joined or left themselves; those in a department are not told: it may be half of the tenant.
create or replace function app.tell_group_members(role_group app.role_groups, kind text, members jsonb, reason text) returns void
language sql volatile as $$
    select app.notify_users(kind, (select array_agg((m ->> 'user_id')::uuid) from jsonb_array_elements(members) as m), role_group.tenant_id,
        jsonb_build_object('group_id', role_group.id, 'name', role_group.name, 'reason', reason))
$$;

create or replace function cmd.role_group_members_set(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    role_group app.role_groups := app.role_group_of_command(payload);
    added jsonb;
    removed jsonb;
begin
    perform app.refuse_all(app.check_group_members(role_group, payload));
    removed := app.remove_group_members(role_group, payload -> 'remove');
    added := app.add_group_members(role_group, payload -> 'add');
    perform app.audit('role_group_members_set', 'role_group', role_group.id, role_group.tenant_id,
        jsonb_build_object('removed', removed), jsonb_build_object('added', added), app.reason_of(context));
    perform app.tell_group_members(role_group, 'role_group_joined', added, app.reason_of(context));
    perform app.tell_group_members(role_group, 'role_group_left', removed, app.reason_of(context));
    return jsonb_build_object('result', jsonb_build_object('added', jsonb_array_length(added), 'removed', jsonb_array_length(removed)));
end
$$;
