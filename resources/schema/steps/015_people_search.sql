-- The search over all people of the platform (MEM-9). An index over pairs of neighbouring bytes: names have two characters, so trigrams wouldn't find
-- them, and an extension would open its functions to everybody. The functions stand here, because an index rests on them: they must never change (make
-- new ones and a new index instead); app.normalise() is spelled out for the same reason. In plpgsql, which keeps its plan: in SQL a call took 1 ms.
create function app.search_pairs(value text) returns integer[]
language plpgsql immutable strict parallel safe cost 1000 as $$
declare
    bytes bytea := convert_to(lower(normalize(replace(value, U&'\0130', 'i'), NFKC) collate "default"), 'UTF8');
begin
    return array(select get_byte(bytes, i) * 256 + get_byte(bytes, i + 1) from generate_series(0, length(bytes) - 2) as i);
end
$$;

-- A phone number without what else may stand in one (rules.json).
create function app.phone_digits(phone text) returns text
language sql immutable parallel safe as $$
    select translate(phone, '+- ()', '')
$$;

-- All three in one text, with something between them that nobody types.
create function app.private_pairs(email text, phone text, mis text) returns integer[]
language plpgsql immutable parallel safe cost 1000 as $$
declare
    together text := concat_ws(chr(31), email, app.phone_digits(phone), mis);
    bytes bytea := convert_to(lower(normalize(replace(together, U&'\0130', 'i'), NFKC) collate "default"), 'UTF8');
begin
    return array(select get_byte(bytes, i) * 256 + get_byte(bytes, i + 1) from generate_series(0, length(bytes) - 2) as i);
end
$$;

create index users_by_pairs on app.users using gin (app.search_pairs(name));
create index user_privates_by_pairs on app.user_privates using gin (app.private_pairs(email, phone, mis));

-- How often somebody has searched since when: those who do it very often are told of in the log, and then refused.
create table app.search_counts (
    user_id     uuid primary key references app.users,
    since       timestamptz not null,
    searches    integer not null
);
