-- EXT-1: removes somebody of another tenant from every space of this one, and so from its list of non-enterprise members.
create or replace function cmd.outsider_remove(actor app.actor, payload jsonb, seen jsonb, context jsonb) returns jsonb
language plpgsql as $$
declare
    tenant uuid := (payload ->> 'tenant_id')::uuid;
    outsider app.outsiders;
    given app.grants[];
    duties jsonb;
begin
    select * into outsider from app.outsiders as o where o.tenant_id = tenant and o.user_id = (payload ->> 'user_id')::uuid for update;
    if outsider.id is null then
        perform app.refuse('outsider.unknown', 'user_id');
    end if;
    duties := app.duties_summary(outsider.user_id, tenant);
    if duties is not null then
        perform app.refuse('outsider.owns_resources', 'user_id', jsonb_build_object('resources', duties -> 'resources', 'names', duties -> 'names'));
    end if;
    given := (select coalesce(array_agg(g), '{}') from app.grants as g where g.user_id = outsider.user_id and g.tenant_id = tenant);
    perform app.audit('outsider_remove', 'user', outsider.user_id, tenant, app.spaces_of_grants(given), null, app.reason_of(context));
    perform app.remove_grants_everywhere(given, tenant, app.reason_of(context));
    delete from app.outsiders as o where o.id = outsider.id;
    perform app.notify_users('outsider_removed', array[outsider.user_id], tenant, jsonb_build_object('tenant_id', tenant,
        'tenant', (select t.name from app.tenants as t where t.id = tenant), 'reason', app.reason_of(context)) || app.spaces_of_grants(given));
    return jsonb_build_object('result', jsonb_build_object('removed', (select coalesce(jsonb_agg(g.id), '[]') from unnest(given) as g)));
end
$$;
