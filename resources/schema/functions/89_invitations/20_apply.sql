-- Applies staged rows, set by set: no statement of it runs once for each person.

-- Judges what is staged, with the people held: nobody is suspended, moved or put elsewhere meanwhile.
create or replace function app.judge_staged(tenant app.tenants, import uuid) returns void
language plpgsql as $$
begin
    perform from app.users as u
    where u.id in (select p.id from app.import_rows as r
                   join app.user_privates as p on lower(normalize(replace(p.email, U&'\0130', 'i'), NFKC)) = r.address
                   where r.import_id = judge_staged.import)
    order by u.id for no key update;
    update app.import_rows as r
    set user_id = j.user_id, organization_id = j.place, act = j.act, error = j.error
    from app.judge_import(tenant, (select array_agg(s order by s.number) from app.import_rows as s where s.import_id = judge_staged.import)) as j
    where r.import_id = judge_staged.import and r.number = j.number;
    perform app.note_foreign_people((select count(*) from app.import_rows as r where r.import_id = judge_staged.import and r.error ->> 'code' = 'invitation.elsewhere'));
end
$$;

-- An ID for each address that is new. No nested loop: of rows that have just come the planner knows nothing, and 50,000 of them would be compared
-- with each other. Materialised: an ID that is made anew for each row that it is joined with would be another one.
create or replace function app.name_accounts(import uuid) returns void
language sql volatile set enable_nestloop = off as $$
    with fresh as materialized (
        select s.address, app.uuid7() as id from app.import_rows as s where s.import_id = name_accounts.import and s.act = 'create' group by s.address
    )
    update app.import_rows as r set user_id = f.id
    from fresh as f
    where r.import_id = name_accounts.import and r.act = 'create' and r.address = f.address
$$;

-- ORG-10: accounts without a password, in the default system tenant until they are activated. Somebody who registers the same address at this
-- very moment makes the command run again.
create or replace function app.create_accounts(import uuid) returns void
language plpgsql as $$
declare
    home app.tenants;
begin
    select * into strict home from app.tenants as t where t.is_default;
    perform app.name_accounts(import);
    insert into app.users (id, tenant_id, name, primary_organization_id, created_at)
    select distinct on (r.user_id) r.user_id, home.id, r.name, home.default_organization_id, app.now()
    from app.import_rows as r where r.import_id = create_accounts.import and r.act = 'create' order by r.user_id, r.number;
    insert into app.memberships (tenant_id, id, user_id, organization_id, since)
    select home.id, app.uuid7(), r.user_id, home.default_organization_id, app.now()
    from app.import_rows as r where r.import_id = create_accounts.import and r.act = 'create' group by r.user_id;
    insert into app.user_privates (id, email, phone, mis)
    select distinct on (r.user_id) r.user_id, r.email, r.phone, r.mis
    from app.import_rows as r where r.import_id = create_accounts.import and r.act = 'create' order by r.user_id, r.number;
exception when unique_violation then
    raise exception using errcode = '40001', message = 'command.retry';
end
$$;

create or replace function app.invite_people(actor app.actor, tenant app.tenants, import uuid, recorded boolean) returns void
language plpgsql as $$
begin
    insert into app.invitations as i (tenant_id, id, user_id, import_id, invited_by, invited_at, until)
    select (tenant).id, app.uuid7(), u.id, case when recorded then invite_people.import end, (actor).user_id, app.now(),
           case when u.status <> 'pending_activation' then app.now() + interval '7 days' end
    from app.users as u
    where u.id in (select r.user_id from app.import_rows as r where r.import_id = invite_people.import and r.act in ('create', 'invite'))
    on conflict (tenant_id, user_id) do update
        set invited_by = excluded.invited_by, invited_at = excluded.invited_at, until = excluded.until, accepted_at = null;
    insert into app.invitation_places as w (tenant_id, invitation_id, organization_id, role, is_primary, import_id)
    select (tenant).id, i.id, r.organization_id, coalesce(r.role, 'member'), r.is_primary, case when recorded then invite_people.import end
    from app.import_rows as r join app.invitations as i on i.tenant_id = (tenant).id and i.user_id = r.user_id
    where r.import_id = invite_people.import and r.act in ('create', 'invite')
    on conflict (invitation_id, organization_id) do update set role = excluded.role, is_primary = excluded.is_primary;
    -- The newer primary one takes the place of the older.
    update app.invitation_places as w set is_primary = false
    from app.import_rows as r join app.invitations as i on i.tenant_id = (tenant).id and i.user_id = r.user_id
    where r.import_id = invite_people.import and r.act in ('create', 'invite') and r.is_primary
      and w.invitation_id = i.id and w.organization_id <> r.organization_id and w.is_primary;
end
$$;

-- Members come into organizations, get another role or another primary organization; nothing is taken from them.
create or replace function app.place_members(tenant app.tenants, import uuid) returns void
language plpgsql as $$
begin
    update app.organizations as o set version = o.version + 1, version_leader = o.version_leader + 1
    where o.id in (select r.organization_id
                   from app.import_rows as r left join app.memberships as m on m.user_id = r.user_id and m.organization_id = r.organization_id
                   where r.import_id = place_members.import and r.act in ('add', 'change')
                     and (coalesce(r.role, m.role) is not distinct from 'leader') <> (m.role is not distinct from 'leader'));
    insert into app.memberships as m (tenant_id, id, user_id, organization_id, role, since)
    select (tenant).id, app.uuid7(), r.user_id, r.organization_id, coalesce(r.role, had.role, 'member'), app.now()
    from app.import_rows as r left join app.memberships as had on had.user_id = r.user_id and had.organization_id = r.organization_id
    where r.import_id = place_members.import and r.act in ('add', 'change')
    on conflict (user_id, organization_id) do update set role = excluded.role, version = m.version + 1 where m.role <> excluded.role;
    update app.users as u
    set primary_organization_id = coalesce(p.organization_id, u.primary_organization_id), version = u.version + 1, version_memberships = u.version_memberships + 1
    from (select r.user_id, (array_agg(r.organization_id order by r.number) filter (where r.is_primary))[1] as organization_id
          from app.import_rows as r where r.import_id = place_members.import and r.act in ('add', 'change') group by r.user_id) as p
    where u.id = p.user_id;
end
$$;

-- What was so before, for undoing.
create or replace function app.note_changes(tenant app.tenants, import uuid) returns void
language sql volatile as $$
    insert into app.import_changes (tenant_id, import_id, user_id, made, before, version)
    select (tenant).id, note_changes.import, u.id, c.made,
           case when c.member then jsonb_build_object('primary', u.primary_organization_id, 'memberships',
               (select jsonb_agg(jsonb_build_object('organization_id', m.organization_id, 'role', m.role) order by m.organization_id) from app.memberships as m where m.user_id = u.id)) end,
           u.version_memberships + c.member::integer
    from (select r.user_id, bool_or(r.act = 'create') as made, bool_or(r.act in ('add', 'change')) as member
          from app.import_rows as r where r.import_id = note_changes.import and r.act <> 'none' group by r.user_id) as c
    join app.users as u on u.id = c.user_id
$$;

-- Whether somebody may still come in by it: it hasn't run out, or they said yes in time and the platform has yet to decide.
create or replace function app.is_open(invitation app.invitations) returns boolean
language sql stable as $$
    select coalesce((invitation).until > app.now(), true)
        or exists (select from app.applications as a
                   where a.applicant_id = (invitation).user_id and a.tenant_id = (invitation).tenant_id and a.status = 'pending' and a.submitted_at = (invitation).accepted_at)
$$;

-- OPS-2: members and who is invited, together with whoever is invited now.
create or replace function app.check_room(tenant app.tenants, import uuid) returns void
language plpgsql as $$
declare
    wanted bigint := (select count(distinct r.user_id) filter (where r.act = 'invite') + count(distinct r.address) filter (where r.act = 'create')
                      from app.import_rows as r
                      where r.import_id = check_room.import
                        and not exists (select from app.invitations as i where i.tenant_id = (tenant).id and i.user_id = r.user_id and app.is_open(i)));
begin
    if (tenant).state <> 'active' and exists (select from app.import_rows as r where r.import_id = check_room.import and r.act in ('create', 'invite')) then
        perform app.refuse('invitation.tenant_not_active', 'tenant_id');
    end if;
    if wanted > 0 then
        perform app.refuse_all(app.check_member_quota((tenant).id, wanted,
            (select count(*) from app.invitations as i where i.tenant_id = (tenant).id and app.is_open(i))));
    end if;
end
$$;

-- All of it. Bad rows are left out (partly) or refuse the whole. The caller holds the locks 'organizations' and 'quotas' of the tenant.
-- recorded: it can be undone.
create or replace function app.apply_rows(actor app.actor, tenant app.tenants, import uuid, partly boolean, recorded boolean, reason text) returns jsonb
language plpgsql as $$
declare
    counts jsonb;
begin
    if not partly then
        perform app.refuse_all(coalesce((
            select jsonb_agg(jsonb_set(b.error, '{field}', to_jsonb(format('rows[%s].%s', b.number, b.error ->> 'field'))) order by b.number)
            from (select r.number, r.error from app.import_rows as r where r.import_id = apply_rows.import and r.error is not null order by r.number limit 100) as b), '[]'));
    end if;
    perform app.check_room(tenant, import);
    perform app.create_accounts(import);
    perform app.note_changes(tenant, import);
    perform app.invite_people(actor, tenant, import, recorded);
    perform app.place_members(tenant, import);
    counts := (select jsonb_build_object('created', count(distinct r.user_id) filter (where r.act = 'create'), 'invited', count(distinct r.user_id) filter (where r.act = 'invite'),
                   'changed', count(distinct r.user_id) filter (where r.act in ('add', 'change')), 'unchanged', count(*) filter (where r.act = 'none'),
                   'refused', count(*) filter (where r.error is not null))
               from app.import_rows as r where r.import_id = apply_rows.import);
    perform app.log_import(tenant, import, counts, reason);
    perform app.tell_import(actor, tenant, import, reason);
    return counts;
end
$$;
