-- The audit entry of the present transaction, made where there is none yet. Its first entry is the one that history names: api.execute
-- makes it before a command runs; whatever else changes data (the worker, the owner by hand) gets one without an actor.
create or replace function app.current_entry() returns bigint
language plpgsql as $$
declare
    found bigint;
begin
    select id into found from app.audit_entries where row_xid = pg_current_xact_id() order by id limit 1;
    if found is null then
        found := app.open_entry('direct', null, null, null, '{}');
    end if;
    return found;
end
$$;

-- In whose chain stands what concerns the platform.
create or replace function app.default_tenant() returns uuid
language sql stable as $$
    select coalesce((select t.id from app.tenants as t where t.is_default), '00000000-0000-0000-0000-000000000000')
$$;

-- Inserts an entry that says who acts and from where, and not yet on what: the first app.audit of the transaction completes it.
create or replace function app.open_entry(kind text, tenant_id uuid, actor_id uuid, command_id uuid, origin jsonb) returns bigint
language plpgsql as $$
declare
    made bigint;
    salt bytea := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
    detail jsonb := jsonb_build_object('origin', origin);
begin
    insert into app.audit_entries (tenant_id, at, actor_id, command_id, kind, object_kind, detail_hash)
    values (coalesce(open_entry.tenant_id, app.default_tenant()), app.now(),
            open_entry.actor_id, open_entry.command_id, open_entry.kind, '', sha256(salt || convert_to(detail::text, 'UTF8')))
    returning id into made;
    insert into app.audit_details (entry_id, salt, detail) values (made, salt, detail);
    return made;
end
$$;

-- Writes one entry: what happened to what, before and after. The first of a transaction completes the entry that is open; each
-- further one is an entry of its own, by the same actor and command. tenant_id null: it concerns the platform. Not sealed here: the worker
-- does that in order of commit.
create or replace function app.audit(kind text, object_kind text, object_id uuid, tenant_id uuid, before jsonb, after jsonb, reason text default '') returns void
language plpgsql as $$
declare
    first_id bigint := app.current_entry();
    entry app.audit_entries;
    full_detail jsonb;
    new_salt bytea := decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
    hash bytea;
begin
    select * into entry from app.audit_entries as e where e.id = first_id;
    select jsonb_build_object('before', audit.before, 'after', audit.after, 'reason', audit.reason, 'origin', d.detail -> 'origin')
        into full_detail from app.audit_details as d where d.entry_id = first_id;
    hash := sha256(new_salt || convert_to(full_detail::text, 'UTF8'));
    if entry.object_kind = '' then
        update app.audit_entries as e
        set kind = audit.kind, object_kind = audit.object_kind, object_id = audit.object_id, detail_hash = hash, tenant_id = coalesce(audit.tenant_id, app.default_tenant())
        where e.id = first_id;
        update app.audit_details as d set salt = new_salt, detail = full_detail where d.entry_id = first_id;
        return;
    end if;
    insert into app.audit_entries (tenant_id, at, actor_id, command_id, kind, object_kind, object_id, detail_hash)
    values (coalesce(audit.tenant_id, app.default_tenant()), entry.at, entry.actor_id, entry.command_id, audit.kind, audit.object_kind, audit.object_id, hash)
    returning id into first_id;
    insert into app.audit_details (entry_id, salt, detail) values (first_id, new_salt, full_detail);
end
$$;
