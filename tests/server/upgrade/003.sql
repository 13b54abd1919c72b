-- A space with an open and a restricted resource, grants to a person, a department, a group and an outsider.
insert into app.spaces (tenant_id, id, name, edition, modules, created_by, created_at) values
    ('00000000-0000-0000-0001-000000000002', '00000000-0000-0000-0008-000000000001', '智能客服空间', 'basic', '{bots}', '00000000-0000-0000-0002-000000000003', '2026-01-03Z');
insert into app.resources (tenant_id, id, space_id, kind, name, restricted, created_by, created_at) values
    ('00000000-0000-0000-0001-000000000002', '00000000-0000-0000-0009-000000000001', '00000000-0000-0000-0008-000000000001', 'agent', 'open', false, '00000000-0000-0000-0002-000000000003', '2026-01-03Z'),
    ('00000000-0000-0000-0001-000000000002', '00000000-0000-0000-0009-000000000002', '00000000-0000-0000-0008-000000000001', 'table', 'restricted', true, '00000000-0000-0000-0002-000000000004', '2026-01-03Z');
insert into app.grants (tenant_id, id, space_id, resource_id, user_id, organization_id, group_id, role, granted_by, granted_at)
select '00000000-0000-0000-0001-000000000002', ('00000000-0000-0000-0010-00000000000' || n)::uuid, '00000000-0000-0000-0008-000000000001', resource_id::uuid, user_id::uuid, organization_id::uuid,
       group_id::uuid, role::app.space_role, '00000000-0000-0000-0002-000000000003', '2026-01-03Z'
from (values (1, null, '00000000-0000-0000-0002-000000000003', null, null, 'owner'),
             (2, null, null, '00000000-0000-0000-0004-000000000003', null, 'editor'),
             (3, null, null, null, '00000000-0000-0000-0006-000000000001', 'viewer'),
             (4, null, '00000000-0000-0000-0002-000000000002', null, null, 'guest'),
             (5, '00000000-0000-0000-0009-000000000002', '00000000-0000-0000-0002-000000000004', null, null, 'owner'))
     as g (n, resource_id, user_id, organization_id, group_id, role);
insert into app.outsiders (tenant_id, id, user_id, since) values
    ('00000000-0000-0000-0001-000000000002', '00000000-0000-0000-0011-000000000001', '00000000-0000-0000-0002-000000000002', '2026-01-03Z');
