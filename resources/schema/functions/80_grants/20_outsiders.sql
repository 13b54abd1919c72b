-- Non-enterprise members (EXT-1, EXT-2): a row appears with the first grant that a person of another tenant gets in this one, and goes with the last.

-- How many of these people would be new among the outsiders. Volatile: sees what was committed until this very moment.
create or replace function app.count_newcomers(tenant uuid, people uuid[]) returns bigint
language sql volatile as $$
    select count(*) from app.users as u
    where u.id = any (people) and u.tenant_id <> tenant and not exists (select from app.outsiders as o where o.tenant_id = tenant and o.user_id = u.id)
$$;

-- EXT-2: they have a quota of their own. Takes the lock of the tenant's quotas only where somebody new comes, and counts again under it.
create or replace function app.check_outsider_quota(tenant uuid, people uuid[]) returns void
language plpgsql as $$
begin
    if app.count_newcomers(tenant, people) > 0 then
        perform app.lock('quotas', tenant);
        perform app.refuse_all(app.check_quota(tenant, 'outsiders', (select count(*) from app.outsiders as o where o.tenant_id = tenant),
                                               app.count_newcomers(tenant, people)));
    end if;
end
$$;

-- Enters those of these people who are of another tenant; locks the rows, so that nobody removes them before this transaction ends.
create or replace function app.enter_outsiders(tenant uuid, people uuid[]) returns void
language plpgsql as $$
begin
    perform app.check_outsider_quota(tenant, people);
    insert into app.outsiders as o (tenant_id, id, user_id, since)
    select tenant, app.uuid7(), u.id, app.now() from app.users as u where u.id = any (people) and u.tenant_id <> tenant order by u.id
    on conflict (tenant_id, user_id) do update set version = o.version;
end
$$;

-- Locks the rows of these people before any of their grants is touched, as enter_outsiders does: whoever gives or takes the last grant meets here.
create or replace function app.hold_outsiders(tenant uuid, people uuid[]) returns void
language plpgsql as $$
begin
    perform from app.outsiders as o where o.tenant_id = tenant and o.user_id = any (people) order by o.user_id for update;
end
$$;

-- Removes those of these people, held before, who have no grant left.
create or replace function app.leave_outsiders(tenant uuid, people uuid[]) returns void
language sql volatile as $$
    delete from app.outsiders as o
    where o.tenant_id = tenant and o.user_id = any (people)
      and not exists (select from app.grants as g where g.user_id = o.user_id and g.tenant_id = tenant)
$$;
