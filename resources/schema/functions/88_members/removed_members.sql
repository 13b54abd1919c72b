-- What member_restore can still undo (ORG-7): of the tenant that the arguments name {tenant_id?}, else of
-- the asker's own.
create or replace function api.removed_members(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
    tenant uuid := case when app.is_uuid(arguments ->> 'tenant_id') then (arguments ->> 'tenant_id')::uuid else actor.administers end;
    removed jsonb;
begin
    if not app.administers(actor, tenant) then
        perform app.log_line('refused_access', jsonb_build_object('actor', actor.user_id, 'function', 'removed_members'));
        perform app.refuse('command.not_allowed', '', jsonb_build_object('key', 'members.manage'));
    end if;
    removed := (
        select coalesce(jsonb_agg(jsonb_build_object('removal_id', r.id, 'user_id', r.user_id, 'name', u.name, 'removed_at', app.micros(r.removed_at),
                   'removed_by', b.name, 'reason', r.reason, 'until', app.micros(r.removed_at + interval '30 days')) order by r.removed_at desc, r.id), '[]')
        from app.removals as r join app.users as u on u.id = r.user_id join app.users as b on b.id = r.removed_by
        where r.tenant_id = tenant and r.restored_at is null and r.removed_at >= app.now() - interval '30 days');
    perform app.log_line('removed_members', jsonb_build_object('actor', actor.user_id, 'rows', jsonb_array_length(removed)));
    return removed;
end
$$;

-- After that what they had is nobody's business any more; the move itself stays on record.
create or replace function worker.purge_removals() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with purged as (delete from app.removals as r where r.removed_at < app.now() - interval '30 days' returning 1)
    select count(*) from purged
$$;
