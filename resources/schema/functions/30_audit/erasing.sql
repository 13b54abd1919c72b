-- AUD-3: details go because the law asks or a tenant is deleted; the chain stays and still proves itself. By the owner alone (tenantryctl audit erase):
-- who manages a tenant shall not remove the traces of it.

-- The entries whose details speak of this person: as their object, by ID, or by the address, as a value. (A name alone isn't anybody's.)
create or replace function app.entries_about(person uuid) returns bigint[]
language plpgsql stable as $$
declare
    id_text text := person::text;
    address text := (select lower(to_jsonb(p.email)::text) from app.user_privates as p where p.id = person);
begin
    return array(select d.entry_id from app.audit_details as d join app.audit_entries as e on e.id = d.entry_id
                 where e.object_id = person or strpos(d.detail::text, id_text) > 0 or (address is not null and strpos(lower(d.detail::text), address) > 0));
end
$$;

-- Erases the details of one entry, of all about a person, or of a tenant's whole chain: exactly one of them is named. {"entries": how many it were, "chains":
-- [{tenant, entries}]}. Each chain gets an entry about it: how many, who asked, why. Entries of that sort are never erased.
create or replace function app.erase_audit_details(entry bigint, person uuid, tenant uuid, asked_by text, reason text) returns jsonb
language plpgsql as $$
declare
    about bigint[];
    chain record;
    chains jsonb := '[]';
begin
    if num_nonnulls(entry, person, tenant) <> 1 or btrim(coalesce(asked_by, '')) = '' or btrim(coalesce(reason, '')) = '' then
        perform app.refuse('rule.required', case when num_nonnulls(entry, person, tenant) = 1 then 'reason' end);
    end if;
    about := case when person is not null then app.entries_about(person) when entry is not null then array[entry] end;
    for chain in
        with gone as (
            delete from app.audit_details as d using app.audit_entries as e
            where e.id = d.entry_id and (e.id = any (about) or e.tenant_id = erase_audit_details.tenant) and e.kind <> 'audit_details_erased'
            returning e.tenant_id
        )
        select g.tenant_id, count(*) as entries from gone as g group by g.tenant_id order by g.tenant_id
    loop
        chains := chains || jsonb_build_object('tenant', chain.tenant_id, 'entries', chain.entries);
        perform app.audit('audit_details_erased', case when person is not null then 'user' when entry is not null then 'audit_entry' else 'tenant' end,
                          coalesce(person, tenant), chain.tenant_id, null,
                          jsonb_strip_nulls(jsonb_build_object('entries', chain.entries, 'entry', entry, 'asked_by', btrim(asked_by))), btrim(reason));
    end loop;
    return jsonb_build_object('entries', coalesce((select sum((c ->> 'entries')::bigint) from jsonb_array_elements(chains) as c), 0), 'chains', chains);
end
$$;
