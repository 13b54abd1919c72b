-- What the commands on role groups share. Each runs under the lock 'organizations' of its tenant, which commands on grants hold shared: what a
-- group is used for, and who is in it, doesn't change while one of these looks.

-- The group of a command whose scope names it: its tenant is the lock's.
create or replace function app.role_group_of_command(payload jsonb) returns app.role_groups
language sql stable as $$
    select g from app.role_groups as g where g.id = (payload ->> 'group_id')::uuid
$$;

create or replace function app.check_role_group_unique(tenant uuid, role_group uuid, name text) returns jsonb
language sql stable as $$
    select case when exists (
               select from app.role_groups as g
               where g.tenant_id = tenant and g.id <> role_group
                 and app.normalise(g.name) = app.normalise(check_role_group_unique.name))
           then app.error('role_group.name_taken', 'name') else '[]' end
$$;

create or replace function app.role_group_version(role_group uuid, version integer) returns jsonb
language sql immutable as $$
    select jsonb_build_object('versions', jsonb_build_object(role_group, jsonb_build_object('', version)))
$$;
