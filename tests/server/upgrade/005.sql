-- An answered command with its audit entry and the history that names it.
insert into app.answers values ('00000000-0000-0000-0002-000000000003', '00000000-0000-0000-0020-000000000001', 'space_create', '\x00', '2026-01-03Z', '{"outcome": "done"}');
insert into app.audit_entries (tenant_id, at, actor_id, command_id, kind, object_kind, object_id, detail_hash, row_xid, seal_number, chain_hash) values
    ('00000000-0000-0000-0001-000000000002', '2026-01-03Z', '00000000-0000-0000-0002-000000000003', '00000000-0000-0000-0020-000000000001', 'space_create', 'space',
     '00000000-0000-0000-0008-000000000001', '\x01', '700', 1, '\x02');
insert into app.audit_details values (1, '\x03', '{"after": {"name": "智能客服空间"}}');
insert into app.audit_heads values ('00000000-0000-0000-0001-000000000002', 1, '\x02', '2026-01-03Z');
insert into app.history (kind, id, from_entry, tenant_id, row) values
    (8, '00000000-0000-0000-0008-000000000001', 1, '00000000-0000-0000-0001-000000000002', '{"id": "00000000-0000-0000-0008-000000000001"}');
