-- Nobody changes or removes an audit entry (AUD-1): it may be completed in the transaction that made it and sealed once, and that is all.
create or replace function app.protect_audit_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    sealed app.audit_entries;
begin
    if tg_op = 'UPDATE' then
        if old.row_xid = pg_current_xact_id() then
            return new;
        end if;
        sealed := old;
        sealed.seal_number := new.seal_number;
        sealed.chain_hash := new.chain_hash;
        sealed.sealed_at := new.sealed_at;
        if old.seal_number is null and new.seal_number is not null and sealed is not distinct from new then
            return new;
        end if;
    end if;
    raise exception using errcode = 'TY403', message = 'audit.protected';
end
$$;

-- Details may be erased (AUD-3), never altered.
create or replace function app.protect_audit_detail() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if exists (select from app.audit_entries as e where e.id = old.entry_id and e.row_xid = pg_current_xact_id()) then
        return new;
    end if;
    raise exception using errcode = 'TY403', message = 'audit.protected';
end
$$;

create or replace trigger protect_entry before update or delete on app.audit_entries for each row execute function app.protect_audit_entry();
create or replace trigger protect_entries before truncate on app.audit_entries for each statement execute function app.protect_audit_entry();
create or replace trigger protect_detail before update on app.audit_details for each row execute function app.protect_audit_detail();
create or replace trigger protect_details before truncate on app.audit_details for each statement execute function app.protect_audit_entry();
