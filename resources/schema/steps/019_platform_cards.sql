-- The platform's scope holds the cards of those that its rows name, so that the platform team need not pull the people of every
-- tenant. Entries of rows that are there already; later ones come by the triggers.
insert into app.feed (scope_kind, scope_id, kind, id, refs)
select 2, '00000000-0000-0000-0000-000000000000', 2, named.id, count(*)
from (
    select administrator_id from app.tenants
    union all select applicant_id from app.applications where tenant_id is null
    union all select (form ->> 'administrator_id')::uuid from app.applications where tenant_id is null
    union all select user_id from app.role_assignments where tenant_id is null
) as named (id)
where named.id is not null
group by named.id;
