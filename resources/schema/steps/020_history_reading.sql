-- Reading the history of a tenant: all of it page by page, or what began and ended since it was read.
create index history_pages on app.history (tenant_id, kind, id, from_entry);
create index history_ended on app.history (tenant_id, to_entry) where to_entry is not null;
