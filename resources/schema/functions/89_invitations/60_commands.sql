-- ORG-5: one person, or a staged file.

create or replace function cmd.member_invite(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    import uuid := app.uuid7();
    tenant app.tenants;
    wish app.import_rows;
    counts jsonb;
begin
    select * into strict tenant from app.tenants as t where t.id = (payload ->> 'tenant_id')::uuid for share;
    insert into app.imports (tenant_id, id, actor_id, begun_at, applied_at) values (tenant.id, import, (actor).user_id, app.now(), app.now());
    insert into app.import_rows select * from app.import_rows_of(import, jsonb_build_array(jsonb_strip_nulls(payload) - 'tenant_id' - 'reason' || '{"number": 0}'));
    perform app.judge_staged(tenant, import);
    select * into strict wish from app.import_rows as r where r.import_id = import;
    if wish.error is not null then
        perform app.refuse_all(jsonb_build_array(wish.error));
    elsif exists (select from app.users as u where u.id = wish.user_id and u.tenant_id = tenant.id) then
        perform app.refuse('invitation.already_member', 'email');
    end if;
    -- Invited again, somebody is told again.
    update app.import_rows as r set act = 'invite' where r.import_id = import and r.act = 'none';
    counts := app.apply_rows(actor, tenant, import, false, false, coalesce(payload ->> 'reason', ''));
    delete from app.import_rows as r where r.import_id = import;
    return jsonb_build_object('result', counts);
end
$$;

-- rows: how many were staged, so that a part that never came is noticed.
create or replace function cmd.import_apply(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    import app.imports;
    tenant app.tenants;
    staged bigint;
    counts jsonb;
    bad jsonb;
begin
    lock table app.import_changes in row share mode; -- worker.is_importing
    select * into import from app.imports as i
    where i.id = (payload ->> 'import_id')::uuid and i.tenant_id = (payload ->> 'tenant_id')::uuid and i.actor_id = (actor).user_id for update;
    if import.id is null then
        perform app.refuse('import.unknown', 'import_id');
    elsif import.applied_at is not null then
        perform app.refuse('import.applied', 'import_id');
    end if;
    staged := (select count(*) from app.import_rows as r where r.import_id = import.id);
    if staged <> (payload ->> 'rows')::bigint then
        perform app.refuse('import.incomplete', 'rows', jsonb_build_object('rows', staged, 'expected', payload -> 'rows'));
    end if;
    select * into strict tenant from app.tenants as t where t.id = import.tenant_id for share;
    perform app.judge_staged(tenant, import.id);
    bad := (select coalesce(jsonb_agg(jsonb_build_object('number', b.number, 'error', b.error) order by b.number), '[]')
            from (select r.number, r.error from app.import_rows as r where r.import_id = import.id and r.error is not null order by r.number limit 1000) as b);
    counts := app.apply_rows(actor, tenant, import.id, (payload ->> 'partly')::boolean, true, payload ->> 'reason');
    update app.imports as i set applied_at = app.now() where i.id = import.id;
    delete from app.import_rows as r where r.import_id = import.id;
    return jsonb_build_object('result', counts || jsonb_build_object('bad', bad));
end
$$;
