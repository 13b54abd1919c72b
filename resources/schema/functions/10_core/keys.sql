-- Who may do what (ROL-1, OPM-3, OPM-9). Everything that asks whether somebody holds a key or acts for a tenant asks here.

-- Whether the actor administers this tenant. The one place for all of the server: whoever acts for a tenant otherwise comes in here.
create or replace function app.administers(actor app.actor, tenant_id uuid) returns boolean
language sql stable as $$
    select coalesce((actor).administers = administers.tenant_id, false)
        or ((actor).is_system_administrator and app.break_glass_of((actor).user_id, administers.tenant_id) is not null  -- TEN-13
            and exists (select from app.tenants as t where t.id = administers.tenant_id and app.works(t)))
$$;

-- By what the actor is. 'command' in held_by: the command itself decides (a role on a space, being the applicant …).
create or replace function app.holds_key_by_office(actor app.actor, key text, tenant_id uuid) returns boolean
language sql stable as $$
    select coalesce(bool_or(case holder
        when 'everyone' then true
        when 'command' then true
        when 'system_administrator' then (actor).is_system_administrator
        when 'tenant_administrator' then app.administers(actor, tenant_id)
        else false end), false)
    from jsonb_array_elements_text(app.declaration('commands') -> 'keys' -> key -> 'held_by') as holder
$$;

-- By a role of the tenant, or by what an organization permits to its people: in their own tenant, and only keys that can be delegated.
create or replace function app.holds_key_by_delegation(actor app.actor, key text, tenant_id uuid) returns boolean
language sql stable as $$
    select coalesce(tenant_id = (actor).tenant_id and (app.declaration('commands') -> 'keys' -> key ->> 'delegable')::boolean
                    and key = any (app.keys_of((actor).user_id)), false)
$$;

create or replace function app.holds_key(actor app.actor, key text, tenant_id uuid) returns boolean
language sql stable as $$
    select app.holds_key_by_office(actor, key, tenant_id) or app.holds_key_by_delegation(actor, key, tenant_id)
$$;

-- The same for a command that goes on from here: what a delegated key rests on (organizations, memberships, what is permitted) changes under the
-- lock 'organizations' only, so that it is asked again under it; roles and assignments are held by find_actor.
create or replace function app.holds_key_now(actor app.actor, key text, tenant_id uuid) returns boolean
language plpgsql as $$
begin
    if app.holds_key_by_office(actor, key, tenant_id) then
        return true;
    elsif not app.holds_key_by_delegation(actor, key, tenant_id) then
        return false;
    end if;
    perform app.lock('organizations', tenant_id);
    return app.holds_key_by_delegation(actor, key, tenant_id);
end
$$;
