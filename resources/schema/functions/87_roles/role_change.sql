-- Its keys count for everybody who holds it from this moment on; they are told what came and what went.
create or replace function app.tell_role_changed(role app.tenant_roles, keys text[]) returns void
language sql volatile as $$
    select app.notify_users('role_changed', app.holders_of_role(role.id), role.tenant_id, jsonb_build_object('role_id', role.id, 'name', role.name,
        'gained', to_jsonb(array(select k from unnest(keys) as k where not k = any (role.keys) order by k)),
        'lost_keys', to_jsonb(array(select k from unnest(role.keys) as k where not k = any (tell_role_changed.keys) order by k))))
    where keys <> role.keys
$$;

create or replace function cmd.role_change(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    role app.tenant_roles := app.role_of_command(payload);
    new_keys text[] := case when payload ? 'keys' then app.keys_in(payload -> 'keys') else role.keys end;
    new_excludes uuid[] := case when payload ? 'excludes' then app.uuids_of(payload -> 'excludes') else role.excludes end;
begin
    perform app.check_seen(actor, seen, role.id, '', role.version);
    perform app.refuse_all(app.check_role_unique(role.tenant_id, role.id, payload ->> 'name') || app.check_role_keys(to_jsonb(new_keys))
        || app.check_exclusions(role.tenant_id, role.id, coalesce(payload ->> 'name', role.name), new_excludes));
    update app.tenant_roles as r
    set name = coalesce(payload ->> 'name', r.name), description = coalesce(payload ->> 'description', r.description),
        keys = new_keys, excludes = new_excludes, version = r.version + 1
    where r.id = role.id;
    perform app.audit('role_change', 'role', role.id, role.tenant_id,
        (select coalesce(jsonb_object_agg(key, value), '{}')
         from jsonb_each(jsonb_build_object('name', role.name, 'description', role.description, 'keys', role.keys, 'excludes', role.excludes)) where payload ? key),
        payload - 'role_id', app.reason_of(context));
    perform app.tell_role_changed(role, new_keys);
    return jsonb_build_object('versions', app.role_version(role.id, role.version + 1) || app.write_exclusions(role.id, new_excludes));
end
$$;
