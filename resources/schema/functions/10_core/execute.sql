-- The only way in which a person changes anything (design §3 "Writing", §10 "Command").

-- The answer is kept for three months: it has an end, beyond what the longest list of a payload can be refused for line by line.
create or replace function app.refused_answer(errors jsonb) returns jsonb
language sql immutable as $$
    select jsonb_build_object('outcome', 'refused', 'errors', jsonb_path_query_array(errors, '$[0 to 999]'), 'result', '{}'::jsonb, 'versions', '{}'::jsonb)
$$;

-- Faults of the transport, of locks and of resources: raised as they are, stored nowhere, tried again by the client.
create or replace function app.is_retryable(sqlstate_given text) returns boolean
language sql immutable as $$
    select sqlstate_given in ('40001', '40P01', '55P03') or left(sqlstate_given, 2) in ('08', '57')
        or (left(sqlstate_given, 2) = '53' and sqlstate_given <> '53400')
$$;

-- What a transaction must be like for a command: READ COMMITTED, so that rights are those of the moment; writable; nothing done in it
-- before, because audit and history know a command by its transaction.
create or replace function app.check_envelope(id uuid, kind text, payload jsonb, seen jsonb, after uuid[], context jsonb) returns void
language plpgsql as $$
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception using errcode = 'TY400', message = 'command.isolation';
    elsif current_setting('transaction_read_only')::boolean then
        raise exception using errcode = 'TY400', message = 'command.read_only';
    elsif pg_current_xact_id_if_assigned() is not null then
        raise exception using errcode = 'TY400', message = 'command.not_alone';
    elsif id is null or kind is null or payload is null or app.time_of_uuid7(id) is null then
        raise exception using errcode = 'TY400', message = 'command.envelope';
    elsif octet_length(payload::text) > 262144 or octet_length(seen::text) > 262144 or octet_length(context::text) > 16384 or cardinality(after) > 1000 then
        raise exception using errcode = 'TY400', message = 'command.too_large';
    elsif jsonb_typeof(seen) <> 'object' or jsonb_typeof(context) <> 'object' then
        raise exception using errcode = 'TY400', message = 'command.envelope';
    end if;
end
$$;

-- Claims (actor, ID): true when the command is ours to run. A concurrent double waits here for the other's end. An answer that is
-- there already is given back; another payload under the same ID is refused.
create or replace function app.claim_command(actor app.actor, command_id uuid, kind text, digest bytea, out answer jsonb) returns jsonb
language plpgsql as $$
declare
    earlier app.answers;
begin
    insert into app.answers (actor_id, id, kind, digest, answered_at, answer)
    values ((actor).user_id, command_id, left(claim_command.kind, 60), claim_command.digest, app.now(), '{}')
    on conflict (actor_id, id) do nothing;
    if found then
        return;
    end if;
    select * into strict earlier from app.answers as a where a.actor_id = (actor).user_id and a.id = command_id;
    if earlier.digest <> claim_command.digest then
        raise exception using errcode = 'TY409', message = 'command.other_payload';
    end if;
    answer := earlier.answer;
end
$$;

create or replace function app.log_refusal(actor app.actor, command_id uuid, kind text, errors jsonb) returns void
language sql as $$
    select app.log_line('refused', jsonb_build_object('actor', (actor).user_id, 'command', command_id, 'kind', left(kind, 60),
        'codes', (select jsonb_agg(c.code) from (select distinct e -> 'code' as code from jsonb_array_elements(errors) as e order by 1 limit 20) as c)))
$$;

create or replace function api.execute(id uuid, kind text, payload jsonb, seen jsonb default '{}', after uuid[] default '{}', context jsonb default '{}') returns jsonb
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'
set lock_timeout = '5s'
as $$
declare
    actor app.actor;
    given jsonb;
    state text;
    failed_constraint text;
    place text;
    fault uuid;
    errors text;
begin
    seen := coalesce(seen, '{}');
    after := coalesce(after, '{}');
    context := coalesce(context, '{}');
    perform app.check_envelope(execute.id, execute.kind, payload, seen, after, context);
    actor := app.require_actor(true);
    given := app.claim_command(actor, execute.id, execute.kind, sha256(convert_to(jsonb_build_array(execute.kind, payload, seen, after)::text, 'UTF8')));
    if given is not null then
        return given;
    end if;
    begin
        given := app.run_command(actor, execute.id, execute.kind, payload, seen, after, context);
    exception when sqlstate 'TY001' then
        get stacked diagnostics errors = pg_exception_detail;
        given := app.refused_answer(errors::jsonb);
        perform app.log_refusal(actor, execute.id, execute.kind, errors::jsonb);
    end;
    update app.answers as a set answer = given where a.actor_id = actor.user_id and a.id = execute.id;
    return given;
exception
    when sqlstate 'TY002' then
        return jsonb_build_object('outcome', 'wait', 'errors', '[]'::jsonb, 'result', '{}'::jsonb, 'versions', '{}'::jsonb);
    when sqlstate 'TY400' or sqlstate 'TY403' or sqlstate 'TY408' or sqlstate 'TY409' then
        get stacked diagnostics state = returned_sqlstate, errors = message_text;
        raise exception using errcode = state, message = errors;
    when others then
        get stacked diagnostics state = returned_sqlstate, failed_constraint = constraint_name, place = pg_exception_context;
        if app.is_retryable(state) then
            raise exception using errcode = state, message = 'command.retry';
        end if;
        fault := gen_random_uuid();
        perform app.log_line('fault', jsonb_build_object('fault', fault, 'sqlstate', state, 'constraint', failed_constraint, 'actor', actor.user_id,
            'command', execute.id, 'kind', left(execute.kind, 60),
            'function', (select jsonb_agg(m[1]) from regexp_matches(place, 'function ([a-z0-9_.]+)\(', 'g') as m)));
        raise exception using errcode = 'TY500', message = fault::text;
end
$$;

-- Which of these commands have an answer here (for a queue that outlived a restore).
create or replace function api.known(ids uuid[]) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'
set lock_timeout = '5s'
as $$
declare
    actor app.actor := app.require_actor();
begin
    if cardinality(ids) > 10000 then
        raise exception using errcode = 'TY400', message = 'command.too_large';
    end if;
    return coalesce((select array_agg(a.id) from app.answers as a where a.actor_id = actor.user_id and a.id = any(ids)), '{}');
end
$$;

-- Who the server takes me for.
create or replace function api.whoami() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1 set bytea_output = 'hex'
set lock_timeout = '5s'
as $$
declare
    actor app.actor := app.require_actor();
begin
    return (
        select jsonb_build_object('user_id', u.id, 'tenant_id', u.tenant_id, 'name', u.name, 'is_system_administrator', actor.is_system_administrator,
            'administers', actor.administers, 'time', app.micros(app.now()), 'schema', (select max(number) from app.schema_steps))
        from app.users as u where u.id = actor.user_id);
end
$$;
