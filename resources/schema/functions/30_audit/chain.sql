-- The chain over a tenant's entries (AUD-1): each link covers the entry's own columns, the salted hash of its details and the link before.
-- What a link covers, as text: an export holds it, so that whoever has the file can count the chain over again.
create or replace function app.link_text(entry app.audit_entries, seal_number bigint, sealed_at timestamptz) returns text
language sql immutable as $$
    select jsonb_build_array(entry.tenant_id, seal_number, entry.id, app.micros(entry.at), app.micros(sealed_at),
        entry.actor_id, entry.command_id, entry.kind, entry.object_kind, entry.object_id, encode(entry.detail_hash, 'hex'), entry.row_xid::text)::text
$$;

create or replace function app.chain_link(before bytea, entry app.audit_entries, seal_number bigint, sealed_at timestamptz) returns bytea
language sql immutable as $$
    select sha256(before || convert_to(app.link_text(entry, seal_number, sealed_at), 'UTF8'))
$$;

-- Seals what has been committed since the last call, at most `up_to` entries, and says how many. What is visible now and wasn't then was
-- committed since then: so the chain follows the order of commits. One at a time: the row of the lease is held.
create or replace function worker.seal_audit(up_to integer default 10000) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    entry app.audit_entries;
    head app.audit_heads;
    moment timestamptz := clock_timestamp() + (select shift from app.clock);
    sealed integer := 0;
begin
    perform from app.worker_lease for update;
    moment := greatest(moment, (select max(h.sealed_at) from app.audit_heads as h));
    for entry in
        select (u.e).* from (select e from app.audit_entries as e where e.seal_number is null order by e.id limit up_to) as u
        order by (u.e).tenant_id, (u.e).id
    loop
        if head.tenant_id is distinct from entry.tenant_id then
            perform app.keep_head(head);
            select * into head from app.audit_heads as h where h.tenant_id = entry.tenant_id;
            head := (entry.tenant_id, coalesce(head.seal_number, 0), coalesce(head.chain_hash, ''), moment);
        end if;
        head.seal_number := head.seal_number + 1;
        head.chain_hash := app.chain_link(head.chain_hash, entry, head.seal_number, moment);
        update app.audit_entries as e set seal_number = head.seal_number, chain_hash = head.chain_hash, sealed_at = moment where e.id = entry.id;
        sealed := sealed + 1;
    end loop;
    perform app.keep_head(head);
    return sealed;
end
$$;

create or replace function app.keep_head(head app.audit_heads) returns void
language sql volatile as $$
    insert into app.audit_heads select head.* where head.tenant_id is not null
    on conflict (tenant_id) do update set seal_number = excluded.seal_number, chain_hash = excluded.chain_hash, sealed_at = excluded.sealed_at
$$;

-- Goes through a tenant's chain from its beginning. {"checked": n, "erased": details no longer there, "unsealed": n,
-- "head": {"seal_number", "chain_hash"}, "faults": [{"seal_number", "fault": missing | link | detail | head}] (the first 100)}.
create or replace function worker.verify_audit(tenant uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    entry app.audit_entries;
    head app.audit_heads;
    detail app.audit_details;
    before bytea := '';
    expected bigint := 1;
    erased bigint := 0;
    faults jsonb := '[]';
begin
    for entry in select * from app.audit_entries as e where e.tenant_id = tenant and e.seal_number is not null order by e.seal_number loop
        if entry.seal_number <> expected then
            faults := faults || jsonb_build_object('seal_number', expected, 'fault', 'missing');
        end if;
        if entry.chain_hash is distinct from app.chain_link(before, entry, entry.seal_number, entry.sealed_at) then
            faults := faults || jsonb_build_object('seal_number', entry.seal_number, 'fault', 'link');
        end if;
        select * into detail from app.audit_details as d where d.entry_id = entry.id;
        if not found then
            erased := erased + 1;
        elsif sha256(detail.salt || convert_to(detail.detail::text, 'UTF8')) <> entry.detail_hash then
            faults := faults || jsonb_build_object('seal_number', entry.seal_number, 'fault', 'detail');
        end if;
        before := entry.chain_hash;
        expected := entry.seal_number + 1;
        exit when jsonb_array_length(faults) >= 100;
    end loop;
    select * into head from app.audit_heads as h where h.tenant_id = tenant;
    if jsonb_array_length(faults) < 100
            and (coalesce(head.seal_number, 0) <> expected - 1 or coalesce(head.chain_hash, '') <> coalesce(before, '')) then
        faults := faults || jsonb_build_object('seal_number', coalesce(head.seal_number, 0), 'fault', 'head');
    end if;
    return jsonb_build_object('checked', expected - 1, 'erased', erased,
        'unsealed', (select count(*) from app.audit_entries as e where e.tenant_id = tenant and e.seal_number is null),
        'head', case when head.tenant_id is not null then jsonb_build_object('seal_number', head.seal_number, 'chain_hash', encode(head.chain_hash, 'hex')) end,
        'faults', faults);
end
$$;
