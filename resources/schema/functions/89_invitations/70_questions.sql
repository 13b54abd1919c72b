-- What a console asks around an import: what rows would do, and to keep them until the command comes.

-- The rows of a call, at most a thousand, of whoever manages members of the tenant: their shape is checked, then every field by its rule.
create or replace function app.rows_of_call(actor app.actor, arguments jsonb, called text) returns jsonb
language plpgsql as $$
declare
    rows jsonb := arguments -> 'rows';
    errors jsonb;
begin
    if not app.holds_key(actor, 'members.invite', (arguments ->> 'tenant_id')::uuid) then
        perform app.log_line('refused_access', jsonb_build_object('actor', (actor).user_id, 'function', called));
        perform app.refuse('command.not_allowed', '', jsonb_build_object('key', 'members.invite'));
    end if;
    perform app.refuse_all(app.check_value('{"type": "list", "min": 1, "max": 1000, "item": {"type": "object", "fields": {
        "number": {"type": "integer", "required": true}, "email": {"type": "text", "required": true}, "name": {"type": "text"}, "phone": {"type": "text"},
        "mis": {"type": "text"}, "organization_id": {"type": "uuid"}, "role": {"type": "text", "values": ["leader", "member"]}, "primary": {"type": "boolean"}}}}',
        'rows', coalesce(rows, 'null')));
    with rules as materialized (select app.declaration('rules') #> '{objects,user}' as content)
    select coalesce(jsonb_agg(e.error order by r.ordinality), '[]') into errors
    from rules, jsonb_array_elements(rows) with ordinality as r (row, ordinality), jsonb_each(r.row) as f (name, value),
         lateral (select app.rule_error(rules.content -> f.name, format('rows[%s].%s', r.row -> 'number', f.name), f.value) as error) as e
    where f.name in ('email', 'name', 'phone', 'mis') and e.error is not null;
    perform app.refuse_all(errors);
    if exists (select from jsonb_array_elements(rows) as r where (r -> 'number')::bigint not between 0 and 199999) then
        perform app.refuse_all(app.malformed('rows', 'value'));
    end if;
    perform app.log_line(called, jsonb_build_object('actor', (actor).user_id, 'rows', jsonb_array_length(rows)));
    return rows;
end
$$;

-- {tenant_id, rows: [{number, email, name?, phone?, mis?, organization_id?, role?, primary?}]} → {"rows": [{number, act} or {number, error}]}.
create or replace function api.import_check(arguments jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
    rows jsonb := app.rows_of_call(actor, arguments, 'import_check');
    tenant app.tenants;
    judged jsonb;
begin
    perform app.count_search(actor, 500, 2000);
    select * into strict tenant from app.tenants as t where t.id = (arguments ->> 'tenant_id')::uuid;
    judged := (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('number', j.number, 'act', j.act, 'error', j.error)) order by j.number)
               from app.judge_import(tenant, array(select r from app.import_rows_of(null, rows) as r)) as j);
    perform app.note_foreign_people((select count(*) from jsonb_array_elements(judged) as j where j -> 'error' ->> 'code' = 'invitation.elsewhere'));
    return jsonb_build_object('rows', judged);
end
$$;

-- Keeps rows for the import until the command comes; a row that came before is written anew, so that a part may be sent twice.
create or replace function api.import_stage(arguments jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
    rows jsonb := app.rows_of_call(actor, arguments, 'import_stage');
    import app.imports;
begin
    if not coalesce(app.is_uuid(arguments ->> 'import_id'), false) then
        perform app.refuse_all(app.malformed('import_id', 'type'));
    end if;
    insert into app.imports (tenant_id, id, actor_id, begun_at)
    values ((arguments ->> 'tenant_id')::uuid, (arguments ->> 'import_id')::uuid, actor.user_id, app.now()) on conflict (id) do nothing;
    if found then
        -- Whoever begins another one has given up the one before.
        delete from app.imports as i where i.actor_id = actor.user_id and i.applied_at is null and i.id <> (arguments ->> 'import_id')::uuid;
    end if;
    select * into import from app.imports as i
    where i.id = (arguments ->> 'import_id')::uuid and i.tenant_id = (arguments ->> 'tenant_id')::uuid and i.actor_id = actor.user_id for update;
    if import.id is null then
        perform app.refuse('import.unknown', 'import_id');
    elsif import.applied_at is not null then
        perform app.refuse('import.applied', 'import_id');
    end if;
    insert into app.import_rows select * from app.import_rows_of(import.id, rows)
    on conflict (import_id, number) do update set email = excluded.email, address = excluded.address, name = excluded.name, phone = excluded.phone, mis = excluded.mis,
        organization_id = excluded.organization_id, role = excluded.role, is_primary = excluded.is_primary;
    return '{}';
end
$$;

-- Lets go of what was staged. Nothing happens to an import that was applied.
create or replace function api.import_discard(arguments jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
begin
    delete from app.imports as i where i.id::text = arguments ->> 'import_id' and i.actor_id = actor.user_id and i.applied_at is null;
    return '{}';
end
$$;

-- Who is invited and not in yet, the newest first: {"invitations": [{user_id, name, email, status, invited_by, invited_at, until, accepted, places}], "all": n}.
create or replace function api.invitations(arguments jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    actor app.actor := app.require_actor();
    of_tenant uuid := (arguments ->> 'tenant_id')::uuid;
    found jsonb;
begin
    if not app.holds_key(actor, 'members.invite', of_tenant) then
        perform app.log_line('refused_access', jsonb_build_object('actor', actor.user_id, 'function', 'invitations'));
        perform app.refuse('command.not_allowed', '', jsonb_build_object('key', 'members.invite'));
    end if;
    found := (
        select coalesce(jsonb_agg(jsonb_build_object('user_id', u.id, 'name', u.name, 'email', p.email, 'status', u.status, 'invited_by', b.name,
                   'invited_at', app.micros(i.invited_at), 'until', app.micros(i.until), 'accepted', i.accepted_at is not null,
                   'places', (select jsonb_agg(o.name order by w.is_primary desc, o.name) from app.invitation_places as w join app.organizations as o on o.id = w.organization_id
                              where w.invitation_id = i.id)) order by i.invited_at desc, i.id), '[]')
        from (select * from app.invitations as n where n.tenant_id = of_tenant order by n.invited_at desc, n.id limit 500) as i
        join app.users as u on u.id = i.user_id join app.user_privates as p on p.id = u.id join app.users as b on b.id = i.invited_by);
    perform app.log_line('invitations', jsonb_build_object('actor', actor.user_id, 'rows', jsonb_array_length(found)));
    return jsonb_build_object('invitations', found, 'all', (select count(*) from app.invitations as i where i.tenant_id = of_tenant));
end
$$;

-- What was never applied goes after a day, what can't be undone any more after thirty, invitations thirty days after they ran out, and those of closed accounts.
create or replace function worker.purge_imports() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
    with files as (delete from app.imports as i where i.begun_at < app.now() - case when i.applied_at is null then interval '1 day' else interval '31 days' end returning 1),
         invitations as (delete from app.invitations as i where (i.until < app.now() - interval '30 days' and not app.is_open(i))
                            or exists (select from app.users as u where u.id = i.user_id and u.status = 'departed') returning 1)
    select (select count(*) from files) + (select count(*) from invitations)
$$;
