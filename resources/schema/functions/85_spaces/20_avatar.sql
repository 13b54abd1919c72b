-- Avatars of spaces (SPC-4). The client cuts and scales pictures; the server keeps to what can be told without decoding one.

-- null where the text is no base64.
create or replace function app.decoded(content text) returns bytea
language plpgsql immutable strict as $$
begin
    return decode(content, 'base64');
exception when invalid_parameter_value then
    return null;
end
$$;

-- PNG or JPEG by its first bytes, and small enough.
create or replace function app.is_small_picture(content bytea) returns boolean
language sql immutable as $$
    select coalesce(octet_length(content) <= 24576 and (
        substring(content from 1 for 8) = '\x89504e470d0a1a0a'::bytea or substring(content from 1 for 3) = '\xffd8ff'::bytea), false)
$$;

create or replace function app.check_avatar(payload jsonb) returns jsonb
language sql immutable as $$
    select case
        when payload ->> 'avatar_kind' = 'icon' and coalesce(payload ->> 'avatar_icon', '') = '' then app.malformed('avatar_icon', 'missing')
        when payload ->> 'avatar_kind' = 'picture' and not app.is_small_picture(app.decoded(payload ->> 'avatar_picture'))
            then app.error('space.picture_unusable', 'avatar_picture', jsonb_build_object('kib', 24))
        else '[]' end
$$;

-- Keeps the picture of a payload that speaks of the avatar; an avatar of another kind has none.
create or replace function app.write_picture(tenant uuid, space uuid, payload jsonb) returns void
language plpgsql as $$
begin
    if payload ->> 'avatar_kind' = 'picture' then
        insert into app.space_pictures as p (tenant_id, id, content) values (tenant, space, app.decoded(payload ->> 'avatar_picture'))
        on conflict (id) do update set content = excluded.content, version = p.version + 1;
    elsif payload ? 'avatar_kind' then
        delete from app.space_pictures as p where p.id = space;
    end if;
end
$$;
