-- The owners of a space's resources are shown to everybody in it (SPC-8): entries of the grants that are there already; later ones come by the triggers.
insert into app.feed (scope_kind, scope_id, kind, id, refs)
select 8, g.space_id, 10, g.id, 1 from app.grants as g where g.resource_id is not null and g.role = 'owner';
