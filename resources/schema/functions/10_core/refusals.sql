-- Business refusals. They travel as SQLSTATE TY001 from a command to api.execute, which returns and stores them; they never leave it.
create or replace function app.refuse_all(errors jsonb) returns void
language plpgsql as $$
begin
    if jsonb_array_length(errors) > 0 then
        raise exception using errcode = 'TY001', message = errors #>> '{0,code}', detail = errors::text;
    end if;
end
$$;

create or replace function app.refuse(code text, field text default '', parameters jsonb default '{}') returns void
language plpgsql as $$
begin
    perform app.refuse_all(jsonb_build_array(jsonb_build_object('code', code, 'field', field, 'parameters', parameters)));
end
$$;

-- The errors where the actor didn't see the newest version of this group of the record's fields (INB-6). A record that the
-- command names must be in `seen`; "the result of command C" is the version that C's answer holds.
create or replace function app.seen_errors(actor app.actor, seen jsonb, record uuid, group_name text, now_version integer, field text default '') returns jsonb
language plpgsql stable as $$
declare
    given jsonb := seen -> record::text -> group_name;
begin
    if jsonb_typeof(given) = 'object' then
        select a.answer -> 'versions' -> record::text -> group_name into given
        from app.answers as a
        where a.actor_id = (actor).user_id and a.id = (seen -> record::text -> group_name ->> 'after')::uuid and a.answer ->> 'outcome' = 'done';
    end if;
    if given is null or jsonb_typeof(given) <> 'number' then
        return app.error('command.malformed', 'seen', jsonb_build_object('reason', 'missing', 'record', record, 'group', group_name));
    elsif given::numeric <> now_version then
        return app.error('command.conflict', field, jsonb_build_object('record', record, 'group', group_name, 'seen', given, 'now', now_version));
    end if;
    return '[]';
end
$$;

create or replace function app.check_seen(actor app.actor, seen jsonb, record uuid, group_name text, now_version integer) returns void
language sql volatile as $$
    select app.refuse_all(app.seen_errors(actor, seen, record, group_name, now_version))
$$;

-- Holds every other command back that locks the same thing, to the end of the transaction. Take several in the order of kind, id.
create or replace function app.lock(kind text, id uuid) returns void
language plpgsql as $$
begin
    insert into app.locks as l values (lock.kind, lock.id) on conflict do nothing;
    perform from app.locks as l where l.kind = lock.kind and l.id = lock.id for update;
end
$$;
