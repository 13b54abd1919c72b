-- Somebody came from the default system tenant.
insert into app.moves (id, user_id, from_tenant, to_tenant, at, reason, decided_by) values
    ('00000000-0000-0000-0021-000000000001', '00000000-0000-0000-0002-000000000004', '00000000-0000-0000-0001-000000000001', '00000000-0000-0000-0001-000000000002', '2026-01-03Z', 'join', null);
