-- management of a resource, for whoever administers it without administering its space (MEM-10): entries of the grants that are there already; later
-- ones come by the triggers.
insert into app.feed (scope_kind, scope_id, kind, id, refs)
select 9, g.resource_id, 10, g.id, 1 from app.grants as g where g.resource_id is not null
union all
select 9, g.resource_id, 2, g.granted_by, count(*) from app.grants as g where g.resource_id is not null group by g.resource_id, g.granted_by;
