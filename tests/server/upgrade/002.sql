-- Rows that an installation may hold from step 002 on: the default system tenant with a system administrator and a newcomer, and a
-- tenant with its administrator, a member, a department and a role group.
insert into app.plans (id, key, name_en, name_zh, quotas) values ('00000000-0000-7000-8000-000000000101', 'basic', 'Basic', '基础版', '{}');
insert into app.settings (id, tenant_id, key, value, public) values
    ('00000000-0000-0000-0015-000000000001', null, 'replica_lease_days', '7', true),
    ('00000000-0000-0000-0015-000000000002', null, 'final_approval_of_joins', 'false', false);
insert into app.tenants (id, name, code, domain, state_since, plan_id, is_default, administrator_id, root_organization_id, default_organization_id, created_at) values
    ('00000000-0000-0000-0001-000000000001', '默认系统租户', 'system', 'system', '2026-01-01Z', null, true, null,
     '00000000-0000-0000-0004-000000000001', '00000000-0000-0000-0004-000000000001', '2026-01-01Z'),
    ('00000000-0000-0000-0001-000000000002', 'Acme', 'acme', 'acme', '2026-01-02Z', '00000000-0000-7000-8000-000000000101', false,
     '00000000-0000-0000-0002-000000000003', '00000000-0000-0000-0004-000000000002', '00000000-0000-0000-0004-000000000002', '2026-01-02Z');
insert into app.settings (id, tenant_id, key, value, public) values
    ('00000000-0000-0000-0015-000000000003', '00000000-0000-0000-0001-000000000002', 'space_creation', '"members"', true);
insert into app.organizations (tenant_id, id, parent_id, name, code, created_at) values
    ('00000000-0000-0000-0001-000000000001', '00000000-0000-0000-0004-000000000001', null, '默认组织', 'default', '2026-01-01Z'),
    ('00000000-0000-0000-0001-000000000002', '00000000-0000-0000-0004-000000000002', null, 'Acme', 'acme', '2026-01-02Z'),
    ('00000000-0000-0000-0001-000000000002', '00000000-0000-0000-0004-000000000003', '00000000-0000-0000-0004-000000000002', '技术中心', 'tech', '2026-01-02Z');
insert into app.users (id, tenant_id, name, status, primary_organization_id, created_at)
select ('00000000-0000-0000-0002-00000000000' || n)::uuid, ('00000000-0000-0000-0001-00000000000' || tenant)::uuid, name, 'active',
       ('00000000-0000-0000-0004-00000000000' || organization)::uuid, '2026-01-02Z'
from (values (1, 1, 1, 'System'), (2, 1, 1, 'Newcomer'), (3, 2, 2, 'Administrator'), (4, 2, 3, '张伟')) as p (n, tenant, organization, name);
insert into app.user_privates (id, email) select id, 'person' || right(id::text, 1) || '@example.com' from app.users;
insert into app.accounts (role_name, user_id, made_at) select 'u_' || right(id::text, 1), id, created_at from app.users;
insert into app.memberships (tenant_id, id, user_id, organization_id, since)
select tenant_id, overlay(id::text placing '0005' from 20)::uuid, id, primary_organization_id, created_at from app.users;
insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at) values
    ('00000000-0000-0000-0018-000000000001', '00000000-0000-0000-0002-000000000001', null, 'system_administrator', '2026-01-02Z'),
    ('00000000-0000-0000-0018-000000000002', '00000000-0000-0000-0002-000000000003', '00000000-0000-0000-0001-000000000002', 'tenant_administrator', '2026-01-02Z');
insert into app.role_groups (tenant_id, id, name, created_at) values
    ('00000000-0000-0000-0001-000000000002', '00000000-0000-0000-0006-000000000001', '评审组', '2026-01-02Z');
insert into app.role_group_members (tenant_id, id, group_id, user_id, organization_id) values
    ('00000000-0000-0000-0001-000000000002', '00000000-0000-0000-0007-000000000001', '00000000-0000-0000-0006-000000000001', '00000000-0000-0000-0002-000000000004', null),
    ('00000000-0000-0000-0001-000000000002', '00000000-0000-0000-0007-000000000002', '00000000-0000-0000-0006-000000000001', null, '00000000-0000-0000-0004-000000000003');
