-- organization(O) holds the roles of its people, for whoever's data scope covers it without being the whole tenant (OPM-5, OPM-9): entries of what is
-- there already; later ones come by the triggers.
insert into app.feed (scope_kind, scope_id, kind, id, refs)
select 6, m.organization_id, 18, a.id, 1 from app.role_assignments as a join app.memberships as m on m.user_id = a.user_id
union all
select 6, m.organization_id, 20, a.tenant_role_id, count(*) from app.role_assignments as a join app.memberships as m on m.user_id = a.user_id
where a.tenant_role_id is not null group by m.organization_id, a.tenant_role_id;
