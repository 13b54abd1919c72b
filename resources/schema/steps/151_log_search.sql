-- Audit and security are searched by names, people and kinds (AUD-2, OPM-6): 200,000 entries and a million accesses are too many to read for a page. What
-- is found by a name lies beside the chain with the details alone, so that it goes when they are erased. An index rests on these two functions: they
-- must never change.
create function app.detail_name(detail jsonb) returns text
language sql immutable parallel safe as $$
    select coalesce(detail -> 'after' ->> 'name', detail -> 'before' ->> 'name')
$$;

-- Of an entry about many people (an import).
create function app.detail_people(detail jsonb) returns uuid[]
language sql immutable parallel safe as $$
    select array(select (p #>> '{}')::uuid from jsonb_path_query(detail, '$.before.people[*].user_id') as p
                 union select (p #>> '{}')::uuid from jsonb_path_query(detail, '$.after.people[*].user_id') as p)
$$;

create index audit_details_by_name on app.audit_details using gin (app.search_pairs(app.detail_name(detail)));
create index audit_details_by_people on app.audit_details using gin (app.detail_people(detail)) where detail @? '$.*.people';
create index audit_details_with_people on app.audit_details (entry_id) where detail @? '$.*.people';
create index audit_entries_by_kind on app.audit_entries (tenant_id, kind, id);
create index audit_entries_of_actor on app.audit_entries (actor_id, id) where actor_id is not null;
create index security_events_by_kind on app.security_events (kind, tenant_id, id);
create index access_log_by_act on app.access_log (act, tenant_id, id);
