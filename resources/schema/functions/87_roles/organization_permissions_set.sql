-- OPM-1, OPM-10: everything that is set at one organization, at once; what isn't it inherits.

-- Keys that are unknown, not to be passed on, or both allowed and denied.
create or replace function app.check_permission_keys(payload jsonb) returns jsonb
language sql stable as $$
    select app.check_delegable(payload -> 'allowed', 'allowed') || app.check_delegable(payload -> 'denied', 'denied')
        || coalesce((select app.error('organization_permissions.doubled', 'denied', jsonb_build_object('key', min(a)))
                     from jsonb_array_elements_text(payload -> 'allowed') as a where payload -> 'denied' ? a having count(*) > 0), '[]')
$$;

-- The first organization of these where what counts contradicts itself, with both sides named. Thousands of organizations have few different
-- pictures: each is looked at once.
create or replace function app.refuse_contradictions(top uuid) returns void
language plpgsql stable as $$
declare
    place record;
    pair jsonb;
    over_people text;
begin
    for place in
        select min(o.name) as name, b.data_scope, b.keys from app.permissions_below(top) as b join app.organizations as o on o.id = b.organization_id
        where cardinality(b.keys) > 0 group by b.data_scope, b.keys order by 1
    loop
        pair := app.contradiction(place.keys);
        if pair is not null then
            perform app.refuse('organization_permissions.contradiction', 'denied', pair || jsonb_build_object('name', place.name));
        elsif place.data_scope = 'none' then
            select min(k) into over_people from unnest(place.keys) as k where app.declaration('commands') #>> array['keys', k, 'area'] = 'users';
            if over_people is not null then
                perform app.refuse('organization_permissions.nobody_in_scope', 'data_scope', jsonb_build_object('name', place.name, 'key', over_people));
            end if;
        end if;
    end loop;
end
$$;

-- What counts in an organization and below it, as it is at this moment; to be compared with the same after a change.
create or replace function app.permissions_picture(top uuid) returns jsonb
language sql stable as $$
    select jsonb_object_agg(b.organization_id, jsonb_build_object('data_scope', b.data_scope, 'keys', to_jsonb(b.keys))) from app.permissions_below(top) as b
$$;

-- Each organization where something else counts now, those with the same change together: [{before, after, organizations: [id]}].
create or replace function app.permission_effects(before jsonb, after jsonb) returns jsonb
language sql immutable as $$
    select coalesce(jsonb_agg(jsonb_build_object('before', e.before, 'after', e.after, 'organizations', e.organizations) order by e.organizations), '[]')
    from (select b.value as before, after -> b.key as after, jsonb_agg(b.key order by b.key) as organizations
          from jsonb_each(before) as b where b.value <> after -> b.key group by b.value, after -> b.key) as e
$$;

-- NOT-3: one notice for everybody in the organization and below, with what changed there.
create or replace function app.tell_permissions(organization app.organizations, before jsonb, after jsonb, reason text) returns void
language sql volatile as $$
    select app.notify_scope('organization_permissions_changed', 7::smallint, organization.id, organization.tenant_id, jsonb_strip_nulls(jsonb_build_object(
        'organization_id', organization.id, 'name', organization.name, 'reason', reason,
        'data_scope', case when before ->> 'data_scope' <> after ->> 'data_scope' then after ->> 'data_scope' end))
        || jsonb_build_object('gained', (select coalesce(jsonb_agg(k order by k), '[]') from jsonb_array_elements_text(after -> 'keys') as k where not before -> 'keys' ? k),
                              'lost_keys', (select coalesce(jsonb_agg(k order by k), '[]') from jsonb_array_elements_text(before -> 'keys') as k where not after -> 'keys' ? k)))
    where before <> after
$$;

create or replace function cmd.organization_permissions_set(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    organization app.organizations := app.organization_of_command(payload);
    reason text := coalesce(payload ->> 'reason', app.reason_of(context));
    existing app.organization_permissions;
    before jsonb;
    after jsonb;
begin
    select * into existing from app.organization_permissions as p where p.id = organization.id;
    perform app.check_seen(actor, seen, organization.id, 'permissions', coalesce(existing.version, 0));
    perform app.refuse_all(app.check_permission_keys(payload));
    before := app.permissions_picture(organization.id);
    insert into app.organization_permissions as p (tenant_id, id, data_scope, allowed, denied)
    values (organization.tenant_id, organization.id, payload ->> 'data_scope', app.keys_in(payload -> 'allowed'), app.keys_in(payload -> 'denied'))
    on conflict (tenant_id, id) do update set data_scope = excluded.data_scope, allowed = excluded.allowed, denied = excluded.denied, version = p.version + 1;
    perform app.refuse_contradictions(organization.id);
    after := app.permissions_picture(organization.id);
    perform app.audit('organization_permissions_set', 'organization', organization.id, organization.tenant_id,
        jsonb_build_object('data_scope', existing.data_scope, 'allowed', coalesce(existing.allowed, '{}'), 'denied', coalesce(existing.denied, '{}')),
        payload - 'organization_id' - 'reason' || jsonb_build_object('effects', app.permission_effects(before, after)), reason);
    perform app.tell_permissions(organization, before -> organization.id::text, after -> organization.id::text, reason);
    return jsonb_build_object('versions', jsonb_build_object(organization.id, jsonb_build_object('permissions', coalesce(existing.version, 0) + 1)));
end
$$;
