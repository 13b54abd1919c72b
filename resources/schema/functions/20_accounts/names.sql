-- The sign-in name (design §3): `u_` and the first 160 bits of HMAC-SHA256(the installation's key, e-mail) in base32. Nobody without the
-- key can compute it, so that PostgreSQL's messages about role names tell nothing about who has an account.
create or replace function app.hmac_sha256(key bytea, message bytea) returns bytea
language plpgsql immutable strict as $$
declare
    padded bytea := case when length(key) > 64 then sha256(key) else key end;
    inner_pad bytea := '';
    outer_pad bytea := '';
begin
    padded := padded || decode(repeat('00', 64 - length(padded)), 'hex');
    inner_pad := padded;
    outer_pad := padded;
    for i in 0 .. 63 loop
        inner_pad := set_byte(inner_pad, i, get_byte(padded, i) # 54);
        outer_pad := set_byte(outer_pad, i, get_byte(padded, i) # 92);
    end loop;
    return sha256(outer_pad || sha256(inner_pad || message));
end
$$;

-- RFC 4648 in lower case, without padding; the length must be a multiple of 5 bytes.
create or replace function app.base32(bytes bytea) returns text
language sql immutable strict as $$
    select string_agg(substr('abcdefghijklmnopqrstuvwxyz234567', 1 + (
        get_bit(b.bits, i * 5) * 16 + get_bit(b.bits, i * 5 + 1) * 8 + get_bit(b.bits, i * 5 + 2) * 4 + get_bit(b.bits, i * 5 + 3) * 2 + get_bit(b.bits, i * 5 + 4)), 1), '' order by i)
    from (select ('x' || encode(bytes, 'hex'))::bit varying as bits) as b, generate_series(0, length(bytes) * 8 / 5 - 1) as i
$$;

create or replace function app.role_name_of(email text) returns name
language sql stable strict as $$
    select ('u_' || app.base32(substring(app.hmac_sha256(i.name_key, convert_to(app.normalise(email), 'UTF8')) from 1 for 20)))::name
    from app.installation as i
$$;
