-- What a row of an import, or an invitation, would do. The dry run and the command ask the same function.

-- Rows as a client sends them. A field without a value may be missing, not empty.
create or replace function app.import_rows_of(import uuid, given jsonb) returns setof app.import_rows
language sql stable as $$
    select import_rows_of.import, r.number, r.email, app.normalise(r.email), r.name, r.phone, r.mis, r.organization_id, r.role, coalesce(r."primary", false), null::uuid, null::text, null::jsonb
    from jsonb_to_recordset(given) as r (number integer, email text, name text, phone text, mis text, organization_id uuid, role text, "primary" boolean)
$$;

-- Who is told of an address that it is somebody's of another tenant has found something out, as by a search (MEM-9): counted with the searches, whatever
-- becomes of the transaction.
create or replace function app.note_foreign_people(rows bigint) returns void
language plpgsql as $$
begin
    if rows > 0 then
        perform app.log_line('foreign_people', jsonb_build_object('rows', rows));
    end if;
end
$$;

-- place: where the row puts them. act: none, add, change (of members), invite (somebody of the default system tenant), create (an account);
-- null where there is an error.
create or replace function app.judge_import(tenant app.tenants, rows app.import_rows[]) returns table (number integer, user_id uuid, place uuid, act text, error jsonb)
language sql stable as $$
    with given as materialized (
        select r.*, coalesce(r.organization_id, (tenant).default_organization_id) as place,
               row_number() over (partition by r.address, coalesce(r.organization_id, (tenant).default_organization_id) order by r.number) as copy,
               count(*) filter (where r.role = 'leader') over (partition by coalesce(r.organization_id, (tenant).default_organization_id) order by r.number rows between unbounded preceding and 1 preceding) as leaders_before
        from unnest(rows) as r
    ), people as materialized (
        -- The expression of the index user_privates_one_email.
        select g.number, u.id, u.tenant_id, u.status, u.primary_organization_id, h.is_default
        from given as g
        join app.user_privates as p on lower(normalize(replace(p.email, U&'\0130', 'i'), NFKC)) = g.address
        join app.users as u on u.id = p.id
        join app.tenants as h on h.id = u.tenant_id
    ), places as materialized (
        select o.id, o.name, app.organization_counts(o.id) as counts, l.user_id as leader, u.name as leader_name
        from (select distinct g.place from given as g) as d
        join app.organizations as o on o.tenant_id = (tenant).id and o.id = d.place
        left join app.memberships as l on l.organization_id = o.id and l.role = 'leader'
        left join app.users as u on u.id = l.user_id
    )
    select g.number, p.id, g.place,
           case when wrong.error is not null then null
                when p.id is null then 'create'
                when p.tenant_id <> (tenant).id then
                    case when coalesce(i.until > app.now(), true) and w.role = coalesce(g.role, w.role) and w.is_primary >= g.is_primary then 'none' else 'invite' end
                when g.organization_id is null then 'none'
                when m.id is null then 'add'
                when m.role <> coalesce(g.role, m.role) or (g.is_primary and p.primary_organization_id <> g.place) then 'change'
                else 'none' end,
           wrong.error
    from given as g
    left join people as p on p.number = g.number
    left join places as o on o.id = g.place
    left join app.memberships as m on m.user_id = p.id and m.organization_id = g.place
    left join app.invitations as i on i.tenant_id = (tenant).id and i.user_id = p.id
    left join app.invitation_places as w on w.invitation_id = i.id and w.organization_id = g.place
    cross join lateral (select case
        when g.copy > 1 then app.rule_failure('membership.doubled', 'organization_id')
        when p.tenant_id = (tenant).id and p.status <> 'active' then app.rule_failure('membership.user_inactive', 'email')
        when p.tenant_id <> (tenant).id and not p.is_default then app.rule_failure('invitation.elsewhere', 'email')
        when p.tenant_id <> (tenant).id and p.status not in ('active', 'pending_activation') then app.rule_failure('invitation.person_inactive', 'email')
        when p.tenant_id <> (tenant).id and app.is_system_administrator(p.id) then app.rule_failure('invitation.person_is_administrator', 'email')
        when p.id is null and g.name is null then app.rule_failure('rule.required', 'name')
        when o.id is null then app.rule_failure('membership.organization_elsewhere', 'organization_id')
        when not o.counts and m.id is null then app.rule_failure('membership.organization_disabled', 'organization_id', jsonb_build_object('name', o.name))
        when g.role = 'leader' and (o.leader is distinct from p.id and o.leader is not null)
            then app.rule_failure('membership.leader_taken', 'role', jsonb_build_object('name', o.name, 'leader', o.leader_name))
        when g.role = 'leader' and g.leaders_before > 0 then app.rule_failure('invitation.leader_doubled', 'role', jsonb_build_object('name', o.name))
    end) as wrong (error)
$$;
