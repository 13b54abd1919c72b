-- MEM-5: takes back what one grants_remove of the actor took, within the hour: also the grants on resources that went along (PRM-9), which a tenant
-- administrator, say, could take but not give. So nothing comes from the payload but which command it was; the server itself knows what stood there.

-- What the command removed from this space, as it stood; nothing where the command isn't the actor's, or removed nothing here, or is over an hour old.
create or replace function app.removed_versions(actor app.actor, space app.spaces, removal uuid) returns setof app.history
language sql stable as $$
    select last.*
    from app.answers as a
    cross join lateral jsonb_array_elements_text(a.answer -> 'result' -> 'removed') as r (id)
    cross join lateral (select h.* from app.history as h where h.kind = 10 and h.id = r.id::uuid order by h.from_entry desc limit 1) as last
    where a.actor_id = (actor).user_id and a.id = removal and a.kind = 'grants_remove' and a.answered_at > app.now() - interval '1 hour'
      and last.to_entry is not null and (last.row ->> 'space_id')::uuid = space.id
$$;

-- One of them as a wish, under a new ID: the old one is gone for good.
create or replace function app.wish_of_version(space app.spaces, version app.history, place bigint) returns app.wished_grant
language sql volatile as $$
    select app.wished_grant(space, jsonb_build_object('grant_id', app.uuid7(), 'object_kind', case when version.row ->> 'resource_id' is null then 'space' else 'resource' end,
        'object_id', coalesce(version.row ->> 'resource_id', version.row ->> 'space_id'),
        'subject_kind', case when version.row ->> 'user_id' is not null then 'user' when version.row ->> 'organization_id' is not null then 'organization' else 'role_group' end,
        'subject_id', coalesce(version.row ->> 'user_id', version.row ->> 'organization_id', version.row ->> 'group_id'),
        'role', version.row ->> 'role', 'expires_at', app.micros((version.row ->> 'expires_at')::timestamptz)), place)
$$;

-- Whether the subject was given anything on this object since: then that stays as it is, also where it was taken again.
create or replace function app.given_since(version app.history) returns boolean
language sql stable as $$
    select exists (
        select from app.history as h
        where h.tenant_id = version.tenant_id and h.from_entry > version.to_entry and h.kind = 10
          and (h.row -> 'space_id', h.row -> 'resource_id', h.row -> 'user_id', h.row -> 'organization_id', h.row -> 'group_id')
            = (version.row -> 'space_id', version.row -> 'resource_id', version.row -> 'user_id', version.row -> 'organization_id', version.row -> 'group_id'))
$$;

-- Whether it can stand again: the object and the subject are still there, it hasn't run out, and nobody gave anything in its place.
create or replace function app.is_restorable(space app.spaces, wish app.wished_grant, version app.history) returns boolean
language sql volatile as $$
    select (wish.existing).id is null and coalesce(wish.expires_at > app.now(), true)
        and (wish.resource_id is null or exists (select from app.resources as r where r.space_id = space.id and r.id = wish.resource_id for key share))
        and coalesce(app.check_grant_subject(space, wish) -> 0 ->> 'code', '') not in ('grant.subject_unknown', 'grant.subject_elsewhere')
        and not app.given_since(version)
$$;

-- What the actor named when removing takes the right to give it; what went along with it comes back with it.
create or replace function app.check_restoration(actor app.actor, space app.spaces, wishes app.wished_grant[]) returns jsonb
language sql stable as $$
    select coalesce(jsonb_agg(e.error), '[]')
    from app.own_roles(actor, space, (select array_agg(w.resource_id) from unnest(wishes) as w)) as own_roles,
         unnest(wishes) as w cross join lateral jsonb_array_elements(app.check_grant_change(actor, own_roles, space, w.resource_id, null, w.role, w.field)) as e (error)
    where w.resource_id is null
       or not exists (select from unnest(wishes) as s where s.resource_id is null and (s.subject_kind, s.subject_id) = (w.subject_kind, w.subject_id))
$$;

create or replace function cmd.grants_restore(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    space app.spaces := app.space_of_command(actor, (payload ->> 'space_id')::uuid);
    version app.history;
    wish app.wished_grant;
    wishes app.wished_grant[] := '{}';
    removed integer := 0;
    written app.grants[];
begin
    for version in select * from app.removed_versions(actor, space, (payload ->> 'command_id')::uuid) loop
        wish := app.wish_of_version(space, version, removed);
        removed := removed + 1;
        if app.is_restorable(space, wish, version) then
            wishes := wishes || wish;
        end if;
    end loop;
    if removed = 0 then
        perform app.refuse(coalesce(app.space_refusal('grants_restore', app.role_on_space((actor).user_id, space.id),
                                                      app.administers(actor, space.tenant_id), space.archived), 'grant.removal_unknown'));
    end if;
    perform app.refuse_all(app.check_restoration(actor, space, wishes));
    perform app.enter_outsiders(space.tenant_id, (select array_agg(w.subject_id) from unnest(wishes) as w where w.subject_kind = 'user'));
    written := app.write_grants(actor, space, wishes);
    written := written || app.write_grants(actor, space, app.guests_needed(space, wishes));
    perform app.audit('grants_restore', 'space', space.id, space.tenant_id, null,
        (select coalesce(jsonb_agg(app.grant_json(g)), '[]') from unnest(written) as g), app.reason_of(context));
    return jsonb_build_object('result', jsonb_build_object('granted', (select coalesce(jsonb_agg(g.id), '[]') from unnest(written) as g), 'left', removed - coalesce(cardinality(wishes), 0)),
        'versions', app.grant_versions(written));
end
$$;
