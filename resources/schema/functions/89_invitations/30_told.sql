-- What is logged and told of an import: by the thousand and by the group, not by the person (design §3 "Notifications").

-- The whole, then a thousand people an entry: before and after of members, what the others were invited to.
create or replace function app.log_import(tenant app.tenants, import uuid, counts jsonb, reason text) returns void
language plpgsql as $$
declare
    batch record;
begin
    perform app.audit('import_applied', 'tenant', (tenant).id, (tenant).id, null, counts || jsonb_build_object('import_id', import), reason);
    for batch in
        with people as (
            select c.user_id, c.before, c.made, (row_number() over (order by c.user_id) - 1) / 1000 as part
            from app.import_changes as c where c.import_id = log_import.import
        )
        select p.part, jsonb_agg(jsonb_build_object('user_id', p.user_id, 'memberships', p.before -> 'memberships', 'primary_organization_id', p.before -> 'primary') order by p.user_id)
                           filter (where p.before is not null) as before,
               jsonb_agg(jsonb_strip_nulls(jsonb_build_object('user_id', p.user_id, 'made', nullif(p.made, false),
                   'primary_organization_id', case when p.before is not null then u.primary_organization_id end,
                   'memberships', case when p.before is not null then
                       (select jsonb_agg(jsonb_build_object('organization_id', m.organization_id, 'role', m.role) order by m.organization_id) from app.memberships as m where m.user_id = p.user_id) end,
                   'invited', (select jsonb_agg(jsonb_build_object('organization_id', w.organization_id, 'role', w.role) order by w.organization_id)
                               from app.invitations as i join app.invitation_places as w on w.invitation_id = i.id where i.tenant_id = (tenant).id and i.user_id = p.user_id))) order by p.user_id) as after
        from people as p join app.users as u on u.id = p.user_id
        group by p.part order by p.part
    loop
        perform app.audit('members_imported', 'tenant', (tenant).id, (tenant).id, jsonb_build_object('people', coalesce(batch.before, '[]')), jsonb_build_object('people', batch.after), reason);
    end loop;
end
$$;

-- One notice to all whom the same happened to; an invitation to all who were invited, and another one to whoever has no account yet.
create or replace function app.tell_import(actor app.actor, tenant app.tenants, import uuid, reason text) returns void
language plpgsql as $$
declare
    told record;
begin
    perform app.tell_placed('memberships_imported', (tenant).id, reason,
        (select jsonb_object_agg(c.user_id, (select jsonb_agg(m || jsonb_build_object('primary', m ->> 'organization_id' = c.before ->> 'primary') order by m ->> 'organization_id')
                                             from jsonb_array_elements(c.before -> 'memberships') as m))
         from app.import_changes as c where c.import_id = tell_import.import and c.before is not null));
    for told in
        select i.until, array_agg(i.user_id) as people
        from app.invitations as i
        where i.tenant_id = (tenant).id
          and i.user_id in (select r.user_id from app.import_rows as r where r.import_id = tell_import.import and r.act in ('create', 'invite'))
        group by i.until
    loop
        perform app.notify_users('invited', told.people, (tenant).id, jsonb_build_object('tenant_id', (tenant).id, 'tenant', (tenant).name,
            'by', (select u.name from app.users as u where u.id = (actor).user_id), 'until', app.micros(told.until), 'reason', reason));
    end loop;
end
$$;
