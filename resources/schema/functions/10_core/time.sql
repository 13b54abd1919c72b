-- Time and IDs. Every rule asks app.now(), never PostgreSQL's clock: one moment for the whole call, that at which its statement came in. The
-- transaction's own moment would not do: whoever opened one yesterday would act and read with the rights of yesterday.
create or replace function app.now() returns timestamptz
language sql stable as $$
    select statement_timestamp() + shift from app.clock
$$;

-- Refuses to go on (TY408: nothing is wrong with the call, it may come again) when that moment is long past. A statement's time is that of the
-- whole message it came in, so `select pg_sleep(3600), api.execute(…)` would be judged by an hour ago; and each wait for a lock adds up to
-- lock_timeout. Asked when a call begins, and of commands again when they hold the locks that others wait with them for. What a rule waits for
-- after that (a card, a grant: rows, one after the other) is a few times lock_timeout at most.
create or replace function app.check_delay(most interval default '5 seconds') returns void
language plpgsql as $$
begin
    if clock_timestamp() - statement_timestamp() > most then
        raise exception using errcode = 'TY408', message = 'call.late';
    end if;
end
$$;

-- Microseconds since the epoch, as they travel on the wire.
create or replace function app.micros(at timestamptz) returns bigint
language sql immutable strict as $$
    select (extract(epoch from at) * 1000000)::bigint
$$;

create or replace function app.from_micros(micros bigint) returns timestamptz
language sql immutable strict as $$
    select 'epoch'::timestamptz + make_interval(secs => (micros / 1000000)::double precision) + (micros % 1000000) * interval '1 microsecond'
$$;

-- An ID of the server's own making: UUIDv7 of the moment.
create or replace function app.uuid7() returns uuid
language sql volatile as $$
    select encode(
        set_byte(
            overlay(uuid_send(gen_random_uuid()) placing
                substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
            6, (get_byte(r, 0) & 15) | 112),
        'hex')::uuid
    from (select substring(uuid_send(gen_random_uuid()) from 1 for 1) as r) as random
$$;

-- The moment inside a UUIDv7; null for any other UUID.
create or replace function app.time_of_uuid7(id uuid) returns timestamptz
language sql immutable strict as $$
    select case when get_byte(b, 6) >> 4 = 7 then
        'epoch'::timestamptz + make_interval(secs => (('x' || lpad(encode(substring(b from 1 for 6), 'hex'), 16, '0'))::bit(64)::bigint / 1000.0)::double precision)
    end
    from (select uuid_send(id) as b) as bytes
$$;
