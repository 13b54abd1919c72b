-- Whether the tenants of people from outside work is told where those people are seen (TEN-11, PRM-7): entries for those that are there already; later
-- ones come by the triggers.
insert into app.feed (scope_kind, scope_id, kind, id, refs)
select 4, o.tenant_id, 22, u.tenant_id, count(*)
from app.outsiders as o join app.users as u on u.id = o.user_id and u.tenant_id <> o.tenant_id group by 2, 4
union all
select k.scope_kind, g.space_id, 22, u.tenant_id, count(*)
from app.grants as g join app.users as u on u.id = g.user_id and u.tenant_id <> g.tenant_id cross join (values (8::smallint), (9)) as k (scope_kind) group by 1, 2, 4;
