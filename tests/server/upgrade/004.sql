-- An application for a tenant that names somebody else as its administrator, and what people were told.
insert into app.applications (id, kind, tenant_id, applicant_id, form, reason, submitted_at) values
    ('00000000-0000-0000-0012-000000000001', 'tenant_creation', null, '00000000-0000-0000-0002-000000000002',
     '{"name": "New", "code": "new", "domain": "new", "administrator_id": "00000000-0000-0000-0002-000000000001"}', 'because', '2026-01-04Z');
insert into app.application_events (id, application_id, stage, act, actor_id, at) values
    ('00000000-0000-0000-0013-000000000001', '00000000-0000-0000-0012-000000000001', 1, 'submitted', '00000000-0000-0000-0002-000000000002', '2026-01-04Z');
insert into app.claims values ('tenant_name', 'new', '00000000-0000-0000-0012-000000000001');
insert into app.notifications (id, kind, at, tenant_id, audience_scope_kind, audience_scope_id, audience_user_ids) values
    ('00000000-0000-0000-0016-000000000001', 'application_submitted', '2026-01-04Z', null, 2, '00000000-0000-0000-0000-000000000000', null),
    ('00000000-0000-0000-0016-000000000002', 'application_ended', '2026-01-04Z', null, null, null, '{00000000-0000-0000-0002-000000000002}');
insert into app.notification_reads (id, user_id, notification_id, read_at) values
    ('00000000-0000-0000-0017-000000000001', '00000000-0000-0000-0002-000000000002', '00000000-0000-0000-0016-000000000002', '2026-01-04Z');
