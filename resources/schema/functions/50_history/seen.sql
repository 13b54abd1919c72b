-- The past of whoever doesn't hold a tenant (PRM-6): what lay in the scopes that they hold today. A row that lies in one of them through another
-- row (the card of somebody who holds a grant) is shown as it was then where they see it today.

-- The scopes that count: of the person's own tenant and of those where they have a role on a space. What holds all of a tenant has its own way
-- (history_page), and the platform's people and trees of other tenants rest on nothing that anybody asks about.
create or replace function app.history_scopes(person uuid) returns table (scope_kind smallint, scope_id uuid, tenant_id uuid)
language sql stable as $$
    with held as materialized (select * from app.scopes_of(person)),
    places as (
        select u.tenant_id from app.users as u where u.id = person
        union select h.tenant_id from held as h where h.scope_kind in (8, 9)
        except select h.scope_id from held as h where h.scope_kind = 4
    )
    select h.scope_kind, h.scope_id, h.tenant_id from held as h
    where h.scope_kind in (3, 5, 6, 7, 8, 9, 10) and h.tenant_id in (select p.tenant_id from places as p)
$$;

-- As pull_begin's: whether what was read is still what they may see.
create or replace function app.scopes_digest(person uuid) returns text
language sql stable as $$
    select encode(sha256(convert_to(coalesce(string_agg(s.scope_kind || ':' || s.scope_id || E'\n', '' order by s.scope_kind, s.scope_id), ''), 'UTF8')), 'hex')
    from app.scopes_of(person) as s
$$;

drop function if exists app.history_seen(uuid);

-- The versions that they see.
create or replace function app.history_seen_by(person uuid) returns table (kind smallint, id uuid, from_entry bigint)
language sql stable as $$
    with scopes as materialized (select * from app.history_scopes(person)),
    spaces as materialized (select s.scope_id from scopes as s where s.scope_kind = 8),
    versions (kind, id, from_entry) as (
        select h.kind, h.id, h.from_entry from (select distinct s.tenant_id from scopes as s) as t join app.history as h on h.kind = 1 and h.id = t.tenant_id
        union
        select h.kind, h.id, h.from_entry from scopes as s join app.history as h on h.tenant_id = s.scope_id and h.kind in (4, 6) where s.scope_kind = 5
        union
        select h.kind, h.id, h.from_entry from scopes as s join app.history as h on h.tenant_id = s.scope_id and h.kind = 5 where s.scope_kind = 3
        union
        select h.kind, h.id, h.from_entry from scopes as s join app.history as h on h.kind = 5 and (h.row ->> 'organization_id')::uuid = s.scope_id where s.scope_kind = 6
        union
        select h.kind, h.id, h.from_entry from scopes as s join app.history as h on h.kind = 5 and (h.row ->> 'user_id')::uuid = s.scope_id where s.scope_kind = 10
        union
        -- What was given to them on what they don't see today stays away.
        select h.kind, h.id, h.from_entry
        from scopes as s join app.history as h on h.kind in (7, 10) and coalesce(h.row ->> 'user_id', h.row ->> 'organization_id', h.row ->> 'group_id')::uuid = s.scope_id
        where s.scope_kind = 7 and (h.kind = 7 or (h.row ->> 'space_id')::uuid in (select p.scope_id from spaces as p))
        union
        select h.kind, h.id, h.from_entry from spaces as p join app.history as h on h.kind = 8 and h.id = p.scope_id
        union
        select h.kind, h.id, h.from_entry
        from spaces as p join app.history as h on h.kind in (9, 10) and (h.row ->> 'space_id')::uuid = p.scope_id
        where h.kind = 9 or h.row ->> 'role' = 'owner'
        union
        select h.kind, h.id, h.from_entry
        from scopes as s join app.history as h on h.kind = 10 and (h.row ->> 'space_id')::uuid = s.scope_id
        where s.scope_kind = 9
        union
        select h.kind, h.id, h.from_entry
        from scopes as s join app.resources as r on r.id = s.scope_id join app.history as h on h.kind = 10 and (h.row ->> 'space_id')::uuid = r.space_id
        where s.scope_kind = 9 and (h.row ->> 'resource_id')::uuid = r.id
        union
        select h.kind, h.id, h.from_entry
        from scopes as s
        join app.feed as f on f.scope_kind = s.scope_kind and f.scope_id = s.scope_id and f.kind in (2, 4, 6) and not f.gone
        join app.history as h on h.kind = f.kind and h.id = f.id
        where s.scope_kind <> 5
    )
    select v.kind, v.id, v.from_entry from versions as v
$$;

-- The cards, organizations and groups that came into their scopes through others, or left, since a snapshot (a card that only changed counts as having
-- come: reading its versions again does no harm).
create or replace function app.history_moved(person uuid, known pg_snapshot) returns table (kind smallint, id uuid, gone boolean)
language sql stable as $$
    select f.kind, f.id, f.gone
    from app.history_scopes(person) as s
    cross join lateral (
        select f.kind, f.id, f.gone from app.feed as f
        where f.scope_kind = s.scope_kind and f.scope_id = s.scope_id
            and f.row_xid >= pg_snapshot_xmin(known) and not pg_visible_in_snapshot(f.row_xid, known)
        offset 0) as f
    where s.scope_kind <> 5 and f.kind in (2, 4, 6)
$$;

-- All of it, one version after the other. Asked of the own tenant by whoever doesn't hold it.
create or replace function api.history_seen(tenant uuid) returns setof text
language sql stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'
set lock_timeout = '5s'
as $$
    select app.history_line(h.kind, h.row, b.sealed_at, e.sealed_at)
    from app.history_part_reader(tenant) as actor
    cross join lateral app.history_seen_by(actor) as v
    join app.history as h on h.kind = v.kind and h.id = v.id and h.from_entry = v.from_entry
    join app.audit_entries as b on b.id = h.from_entry and b.sealed_at is not null
    left join app.audit_entries as e on e.id = h.to_entry
    where b.sealed_at is distinct from e.sealed_at
$$;

-- What is new in it since it was read up to `since`, as history_begin said that it can be told (`generation`: what it gave then): versions that began,
-- once more those that ended, and all of what came into sight.
create or replace function api.history_seen_since(tenant uuid, since bigint, generation text) returns setof text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'
set lock_timeout = '5s'
as $$
declare
    actor uuid := app.history_part_reader(tenant);
    known pg_snapshot := app.history_snapshot(generation);
    entries bigint[] := array(select e.id from app.audit_entries as e where e.sealed_at > app.from_micros(since));
    kinds smallint[];
    ids uuid[];
begin
    if known is null then
        raise exception using errcode = 'TY400', message = 'pull.cursor';
    end if;
    select array_agg(m.kind), array_agg(m.id) into kinds, ids from app.history_moved(actor, known) as m where not m.gone;
    if entries = '{}' and ids is null then
        return;
    end if;
    return query
        with fresh (kind, id, from_entry) as (
            select h.kind, h.id, h.from_entry from unnest(entries) as e (entry) join app.history as h on h.from_entry = e.entry
            union
            select h.kind, h.id, h.from_entry from unnest(entries) as e (entry) join app.history as h on h.to_entry = e.entry
            union
            select h.kind, h.id, h.from_entry from unnest(kinds, ids) as m (kind, id) join app.history as h on h.kind = m.kind and h.id = m.id
        )
        select app.history_line(h.kind, h.row, b.sealed_at, e.sealed_at)
        from fresh as f
        join app.history_seen_by(actor) as v on v.kind = f.kind and v.id = f.id and v.from_entry = f.from_entry
        join app.history as h on h.kind = f.kind and h.id = f.id and h.from_entry = f.from_entry
        join app.audit_entries as b on b.id = h.from_entry and b.sealed_at is not null
        left join app.audit_entries as e on e.id = h.to_entry
        where b.sealed_at is distinct from e.sealed_at;
end
$$;
