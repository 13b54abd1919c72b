-- From a declared command kind to its function: scope, key, locks, then cmd.<kind>.

-- The tenant in which a command acts, found from the field that its declaration names; null: the platform, oneself, or nothing that exists.
create or replace function app.tenant_of_command(scope jsonb, payload jsonb) returns uuid
language plpgsql stable as $$
declare
    named uuid := (payload ->> (scope ->> 'field'))::uuid;
begin
    return case scope ->> 'kind'
        when 'tenant' then (select t.id from app.tenants as t where t.id = named)
        when 'organization' then (select o.tenant_id from app.organizations as o where o.id = named)
        when 'space' then (select s.tenant_id from app.spaces as s where s.id = named)
        when 'role_group' then (select g.tenant_id from app.role_groups as g where g.id = named)
        when 'tenant_role' then (select r.tenant_id from app.tenant_roles as r where r.id = named)
    end;
end
$$;

-- Refuses whoever lacks the key. What lies in a tenant that isn't the actor's is not even admitted to exist.
create or replace function app.check_key(actor app.actor, declared jsonb, tenant_id uuid) returns void
language plpgsql as $$
declare
    scope jsonb := declared -> 'scope';
begin
    if scope ->> 'kind' in ('tenant', 'organization', 'space', 'role_group', 'tenant_role') and tenant_id is null then
        perform app.refuse('command.not_found', scope ->> 'field');
    end if;
    if not app.holds_key_now(actor, declared ->> 'key', tenant_id) then
        if tenant_id is null or tenant_id = (actor).tenant_id or (actor).is_system_administrator then
            perform app.refuse('command.not_allowed', '', jsonb_build_object('key', declared -> 'key'));
        end if;
        perform app.refuse('command.not_found', scope ->> 'field');
    end if;
end
$$;

-- Refuses a command whose predecessors were refused; raises TY002 ("wait") while one of them has no answer.
create or replace function app.check_predecessors(actor app.actor, after uuid[]) returns void
language plpgsql as $$
declare
    predecessor record;
begin
    for predecessor in
        select wanted.id, a.answer ->> 'outcome' as outcome
        from unnest(after) as wanted (id) left join app.answers as a on a.actor_id = (actor).user_id and a.id = wanted.id
        order by a.id nulls first
    loop
        if predecessor.outcome is null then
            raise exception using errcode = 'TY002', message = 'wait';
        elsif predecessor.outcome <> 'done' then
            perform app.refuse('command.predecessor_refused', '', jsonb_build_object('command', predecessor.id));
        end if;
    end loop;
end
$$;

-- Refuses a `seen` that isn't {record: {group: number or {"after": command}}}.
create or replace function app.check_seen_shape(seen jsonb) returns void
language plpgsql immutable as $$
declare
    record record;
begin
    for record in select key, value from jsonb_each(seen) loop
        if not app.is_uuid(record.key) or jsonb_typeof(record.value) <> 'object' or exists (
            select from jsonb_each(record.value) as version
            where not (jsonb_typeof(version.value) = 'number' or (jsonb_typeof(version.value) = 'object' and coalesce(app.is_uuid(version.value ->> 'after'), false))))
        then
            perform app.refuse_all(app.malformed('seen', 'type'));
        end if;
    end loop;
end
$$;

-- The commands that `seen` names: {"after": id} is a dependency too.
create or replace function app.commands_in_seen(seen jsonb) returns uuid[]
language sql immutable as $$
    select coalesce(array_agg(distinct (version.value ->> 'after')::uuid), '{}')
    from jsonb_each(seen) as record, jsonb_each(record.value) as version
    where jsonb_typeof(version.value) = 'object'
$$;

-- Runs one command and gives its answer; raises TY001 with the errors of a refusal.
create or replace function app.run_command(actor app.actor, command_id uuid, kind text, payload jsonb, seen jsonb, after uuid[], context jsonb) returns jsonb
language plpgsql as $$
declare
    declared jsonb := app.declaration('commands') -> 'commands' -> kind;
    tenant uuid;
    lock_kind text;
    done jsonb;
begin
    if declared is null then
        perform app.refuse('command.unknown_kind');
    end if;
    if coalesce(app.time_of_uuid7(command_id) < app.now() - interval '90 days', false) then
        perform app.refuse('command.too_old');
    elsif app.time_of_uuid7(command_id) > greatest(app.now(), clock_timestamp()) + interval '1 day' then
        -- An answer is purged by when it was given: an ID from the future would outlive it and could be used a second time.
        -- The machine's clock too: the demo's past is made with the rules' clock set back.
        perform app.refuse('command.from_the_future');
    end if;
    perform app.check_seen_shape(seen);
    perform app.check_predecessors(actor, after || app.commands_in_seen(seen));
    perform app.refuse_all(app.check_fields(declared -> 'payload', '', payload));
    tenant := app.tenant_of_command(declared -> 'scope', payload);
    perform app.check_key(actor, declared, tenant);
    perform app.check_people(actor, declared, tenant, payload);
    perform app.refuse_all(app.check_field_rules(declared -> 'payload', payload));
    if coalesce((declared ->> 'audited')::boolean, true) then
        perform app.open_entry(kind, tenant, (actor).user_id, command_id, app.origin(context) || coalesce(app.mark_of(actor, tenant, payload), '{}'));
    end if;
    for lock_kind in select l from jsonb_array_elements_text(coalesce(declared -> 'locks', '[]')) as l order by l loop
        perform app.lock(lock_kind, coalesce(tenant, '00000000-0000-0000-0000-000000000000'));
    end loop;
    perform app.check_delay('10 seconds');
    execute format('select cmd.%I($1, $2, $3, $4)', kind) into done using actor, payload, seen, context;
    set constraints all immediate;
    return jsonb_build_object('outcome', 'done', 'errors', '[]'::jsonb,
                              'result', coalesce(done -> 'result', '{}'), 'versions', coalesce(done -> 'versions', '{}'));
end
$$;

-- What is kept of a context: where the command came from. Anything else that a client writes there is dropped.
create or replace function app.origin(context jsonb) returns jsonb
language sql immutable as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'client', left(context ->> 'client', 100), 'version', left(context ->> 'version', 40),
        'decided_at', case when jsonb_typeof(context -> 'decided_at') = 'number' then context -> 'decided_at' end,
        'offline', case when jsonb_typeof(context -> 'offline') = 'boolean' then context -> 'offline' end))
$$;
