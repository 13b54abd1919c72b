-- What began and ended with an entry, of whatever tenant: whoever sees a part of several reads what is new in all of them. An entry is one command's, so
-- that the tenant before it narrows nothing.
create index history_begun on app.history (from_entry);
create index history_ended_by on app.history (to_entry) where to_entry is not null;
drop index app.history_of_tenant;
drop index app.history_ended;
