-- The audit page reads a tenant's entries from the newest backwards, all or those about one object (AUD-2).
create index audit_entries_of_tenant on app.audit_entries (tenant_id, id);
create index audit_entries_of_object on app.audit_entries (object_id, id) where object_id is not null;
