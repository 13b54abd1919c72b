-- Time and IDs. Every rule asks app.now(), never PostgreSQL's clock.
create or replace function app.now() returns timestamptz
language sql stable as $$
    select transaction_timestamp() + shift from app.clock
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
