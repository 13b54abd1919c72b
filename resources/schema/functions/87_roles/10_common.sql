-- What the commands on a tenant's own roles share. Those that define or assign one run under the lock 'roles' of its tenant: which roles exclude each
-- other, and who holds what, doesn't change while one of these looks.

-- The role of a command, held: it may have gone while the command waited.
create or replace function app.role_of_command(payload jsonb) returns app.tenant_roles
language plpgsql as $$
declare
    role app.tenant_roles;
begin
    select * into role from app.tenant_roles as r where r.id = (payload ->> 'role_id')::uuid for share;
    if not found then
        perform app.refuse('command.not_found', 'role_id');
    end if;
    return role;
end
$$;

create or replace function app.role_version(role_id uuid, version integer) returns jsonb
language sql immutable as $$
    select jsonb_build_object(role_id, jsonb_build_object('', version))
$$;

create or replace function app.check_role_unique(tenant uuid, role_id uuid, name text) returns jsonb
language sql stable as $$
    select case when exists (
               select from app.tenant_roles as r
               where r.tenant_id = tenant and r.id <> role_id and app.normalise(r.name) = app.normalise(check_role_unique.name))
           then app.error('role.name_taken', 'name') else '[]' end
$$;

-- OPM-9, OPM-10: keys that a role or an organization may give: known, to be delegated, each with those that it implies.
create or replace function app.check_delegable(keys jsonb, field text) returns jsonb
language sql stable as $$
    with catalogue as materialized (select app.declaration('commands') -> 'keys' as keys),
    named as (
        select k.value as key, k.ordinality - 1 as place, c.keys -> k.value as declared
        from catalogue as c cross join jsonb_array_elements_text(check_delegable.keys) with ordinality as k
    )
    select coalesce(jsonb_agg(app.error('role.key_unknown', format('%s[%s]', field, n.place), jsonb_build_object('key', left(n.key, 60))) -> 0 order by n.place), '[]')
    from named as n where coalesce((n.declared ->> 'delegable')::boolean, false) is not true
$$;

-- The first pair of keys that contradict each other: one that is given, and one that it implies and that isn't.
create or replace function app.contradiction(given text[]) returns jsonb
language sql stable as $$
    select jsonb_build_object('key', k.key, 'implied', i.implied)
    from jsonb_each(app.declaration('commands') -> 'keys') as k
    cross join lateral jsonb_array_elements_text(coalesce(k.value -> 'implies', '[]')) as i (implied)
    where k.key = any (given) and not i.implied = any (given)
    order by k.key, i.implied limit 1
$$;

create or replace function app.check_role_keys(keys jsonb) returns jsonb
language plpgsql stable as $$
declare
    errors jsonb := app.check_delegable(keys, 'keys');
    pair jsonb := app.contradiction(array(select jsonb_array_elements_text(keys)));
begin
    return errors || case when pair is not null then app.error('role.key_without_implied', 'keys', pair) else '[]' end;
end
$$;

-- ROL-3: roles of the same tenant, another one each, and nobody holds both today.
create or replace function app.check_exclusions(tenant uuid, role_id uuid, name text, excludes uuid[]) returns jsonb
language sql stable as $$
    select case when role_id = any (excludes) or exists (
               select from unnest(excludes) as e (id) where not exists (select from app.tenant_roles as r where r.tenant_id = tenant and r.id = e.id))
           then app.error('role.exclusion_unknown', 'excludes') else '[]' end
        || coalesce((select app.error('role.exclusion_held', 'excludes', jsonb_build_object('name', check_exclusions.name, 'other', min(other.name), 'people', count(distinct a.user_id)))
                     from app.role_assignments as a join app.role_assignments as b on b.user_id = a.user_id and b.tenant_role_id = any (excludes)
                     join app.tenant_roles as other on other.id = b.tenant_role_id
                     where a.tenant_role_id = role_id having count(*) > 0), '[]')
$$;

-- An exclusion is said on both roles: the counters of those where it comes or goes.
create or replace function app.write_exclusions(role_id uuid, excludes uuid[]) returns jsonb
language sql volatile as $$
    with changed as (
        update app.tenant_roles as r
        set excludes = case when r.id = any (write_exclusions.excludes) then array(select distinct e from unnest(r.excludes || role_id) as e order by e)
                            else array_remove(r.excludes, role_id) end,
            version = r.version + 1
        where r.id <> role_id and (role_id = any (r.excludes)) <> (r.id = any (write_exclusions.excludes))
        returning r.id, r.version
    )
    select coalesce(jsonb_object_agg(c.id, jsonb_build_object('', c.version)), '{}') from changed as c
$$;

create or replace function app.uuids_of(list jsonb) returns uuid[]
language sql immutable as $$
    select coalesce(array_agg(distinct i::uuid order by i::uuid), '{}') from jsonb_array_elements_text(list) as i
$$;

create or replace function app.keys_in(list jsonb) returns text[]
language sql immutable as $$
    select coalesce(array_agg(distinct i order by i), '{}') from jsonb_array_elements_text(list) as i
$$;

create or replace function app.holders_of_role(role_id uuid) returns uuid[]
language sql stable as $$
    select coalesce(array_agg(a.user_id order by a.user_id), '{}') from app.role_assignments as a where a.tenant_role_id = role_id
$$;
