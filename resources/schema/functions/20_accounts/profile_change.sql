-- A person's own profile (ACC-7), staff (ACC-11), closed accounts (ACC-9).

-- The fields of a payload that differ from what is there, both ways: {"before", "after"}.
create or replace function app.profile_difference(before jsonb, payload jsonb) returns jsonb
language sql immutable as $$
    select jsonb_build_object('before', coalesce(jsonb_object_agg(b.key, b.value), '{}'), 'after', coalesce(jsonb_object_agg(b.key, payload -> b.key), '{}'))
    from jsonb_each(before) as b where payload ? b.key and payload -> b.key <> b.value
$$;

-- A picture travels with the card of its person, which everybody around them holds: so it is small.
create or replace function app.check_own_picture(payload jsonb) returns void
language plpgsql as $$
begin
    if payload ->> 'avatar' is not null and (length(payload ->> 'avatar') > 4096 or not app.is_small_picture(app.decoded(payload ->> 'avatar'))) then
        perform app.refuse('profile.picture_unusable', 'avatar', jsonb_build_object('kib', 3));
    end if;
end
$$;

-- What the log keeps of a change: of a picture only whether there is one.
create or replace function app.logged_profile(fields jsonb) returns jsonb
language sql immutable as $$
    select case when fields ? 'avatar' then fields || jsonb_build_object('avatar', fields ->> 'avatar' is not null) else fields end
$$;

-- Atomic, at once, logged. An empty field is null. Another MIS account is nobody's confirmed one any more (ACC-11).
create or replace function cmd.profile_change(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    person app.users;
    own app.user_privates;
    changed jsonb;
    fields jsonb;
begin
    select * into strict person from app.users as u where u.id = (actor).user_id for no key update;
    select * into strict own from app.user_privates as p where p.id = person.id for no key update;
    perform app.check_seen(actor, seen, own.id, '', own.version);
    perform app.check_own_picture(payload);
    changed := app.profile_difference(jsonb_build_object('name', person.name, 'phone', own.phone, 'mis', own.mis, 'username', own.username, 'nickname', own.nickname,
        'avatar', person.avatar, 'language', own.language), payload);
    fields := changed -> 'after';
    if fields = '{}' then
        return jsonb_build_object('versions', jsonb_build_object(own.id, jsonb_build_object('', own.version)));
    end if;
    begin
        update app.user_privates as p
        set phone = case when fields ? 'phone' then fields ->> 'phone' else p.phone end, mis = case when fields ? 'mis' then fields ->> 'mis' else p.mis end,
            username = case when fields ? 'username' then fields ->> 'username' else p.username end,
            nickname = case when fields ? 'nickname' then fields ->> 'nickname' else p.nickname end,
            language = case when fields ? 'language' then fields ->> 'language' else p.language end, version = p.version + 1
        where p.id = own.id;
    exception when unique_violation then
        perform app.refuse('profile.nickname_taken', 'nickname');
    end;
    if fields ? 'name' or fields ? 'avatar' or (fields ? 'mis' and person.staff) then
        update app.users as u
        set name = coalesce(fields ->> 'name', u.name), avatar = case when fields ? 'avatar' then fields ->> 'avatar' else u.avatar end, staff = case when fields ? 'mis' then app.is_staff_address(own.email) else u.staff end, version = u.version + 1
        where u.id = person.id;
    end if;
    perform app.audit('profile_change', 'user', person.id, person.tenant_id, app.logged_profile(changed -> 'before'), app.logged_profile(fields));
    perform app.notify_users('profile_changed', array[person.id], person.tenant_id,
        jsonb_build_object('fields', (select jsonb_agg(k order by k) from jsonb_object_keys(fields) as k), 'client', coalesce(app.origin(context) ->> 'client', '')));
    return jsonb_build_object('versions', jsonb_build_object(own.id, jsonb_build_object('', own.version + 1)));
end
$$;

-- What no scope holds of an account: of one's own {"activated_at" (µs), "language" (of one's mail; null: as the tenant or platform has it)}; of anybody's, for a
-- system administrator who is to confirm staff (ACC-11), {"activated_at", "mis"}, which is logged as a reveal (OPM-6). Else TY001 command.not_allowed.
create or replace function api.account_details(arguments jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
    person uuid := case when app.is_uuid(arguments ->> 'user_id') then (arguments ->> 'user_id')::uuid else (actor).user_id end;
    is_own boolean := person = (actor).user_id;
begin
    if not is_own and not (actor).is_system_administrator then
        perform app.log_line('refused_access', jsonb_build_object('actor', (actor).user_id, 'what', 'account_details'));
        perform app.refuse('command.not_allowed');
    elsif not is_own then
        perform app.log_line('access', jsonb_build_object('actor', (actor).user_id, 'act', 'reveal', 'rows', 1, 'of', person));
    end if;
    return (select jsonb_build_object('activated_at', app.micros(u.activated_at)) || case when is_own then jsonb_build_object('language', p.language)
                                                                                          else jsonb_build_object('mis', p.mis) end
            from app.users as u join app.user_privates as p on p.id = u.id where u.id = person);
end
$$;

-- Whomever a system administrator names, held until the command ends.
drop function if exists app.account_of_command(app.actor, jsonb);
create or replace function app.account_of_command(payload jsonb) returns app.users
language plpgsql as $$
declare
    person app.users;
begin
    select * into person from app.users as u where u.id = (payload ->> 'user_id')::uuid for no key update;
    if person.id is null then
        perform app.refuse('command.not_found', 'user_id');
    end if;
    return person;
end
$$;

-- ACC-11: staff is who a system administrator confirmed, with the MIS account that they looked at: the person may have changed it since. Nobody confirms themself.
create or replace function cmd.staff_confirm(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    person app.users := app.account_of_command(payload);
    confirmed boolean := (payload ->> 'confirmed')::boolean;
    mis text := (select p.mis from app.user_privates as p where p.id = person.id for share);
begin
    if person.id = (actor).user_id then
        perform app.refuse('member.self', 'user_id');
    elsif confirmed and mis is null then
        perform app.refuse('staff.no_mis', 'user_id');
    elsif confirmed and mis is distinct from payload ->> 'mis' then
        perform app.refuse('staff.mis_changed', 'mis');
    elsif person.staff <> confirmed then
        update app.users as u set staff = confirmed, version = u.version + 1 where u.id = person.id;
        perform app.audit('staff_confirm', 'user', person.id, person.tenant_id, jsonb_build_object('staff', person.staff), jsonb_build_object('staff', confirmed));
    end if;
    return '{}';
end
$$;

-- ACC-9: closed for good. Nothing is left without an owner or leader (MOV-4), in no tenant: resources of others can be an outsider's. Whoever is about to make
-- the person one holds them, as this does. Sessions end at once.
create or replace function cmd.account_close(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    person app.users := app.account_of_command(payload);
    reason text := payload ->> 'reason';
begin
    if person.id = (actor).user_id then
        perform app.refuse('member.self', 'user_id');
    elsif app.is_system_administrator(person.id) then
        perform app.refuse('member.is_system_administrator', 'user_id');
    elsif person.status = 'departed' then
        return '{}';
    end if;
    perform app.check_removable(person, null);
    perform app.end_open_applications(actor, array(select a.id from app.applications as a where a.applicant_id = person.id and a.status = 'pending'), reason, context);
    update app.account_requests as r set ended_at = app.now() where r.user_id = person.id and r.ended_at is null;
    perform app.set_user_status(person, 'departed', reason);
    return '{}';
end
$$;
