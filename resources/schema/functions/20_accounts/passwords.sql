-- SEC-5: PostgreSQL lets everybody change their own password without asking for the old one, so whoever finds an open session can. The worker
-- compares what the server holds with what we set.

-- The roles whose password somebody changed past us since the last call, and nothing but their names. The person is told (NOT-3), it is
-- a security event, and the change counts as known from then on.
create or replace function worker.foreign_passwords() returns setof name
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    changed record;
begin
    for changed in
        select a.role_name, a.user_id, u.tenant_id, a.verifier_digest is not null as known, r.digest
        from app.accounts as a
        join app.role_digests((select array_agg(b.role_name) from app.accounts as b)) as r on r.role_name = a.role_name
        join app.users as u on u.id = a.user_id
        where a.verifier_digest is distinct from r.digest
        order by a.role_name for no key update of a
    loop
        update app.accounts as a set verifier_digest = changed.digest where a.role_name = changed.role_name;
        -- Made before we kept digests: what it is today is taken as ours.
        if changed.known then
            perform app.audit('password_changed_directly', 'user', changed.user_id, changed.tenant_id, null, null);
            perform app.notify_users('password_changed', array[changed.user_id], changed.tenant_id, jsonb_build_object('directly', true));
            perform app.security_event(changed.tenant_id, changed.user_id, 'foreign_password');
            return next changed.role_name;
        end if;
    end loop;
end
$$;
