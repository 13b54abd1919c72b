-- History by what its rows lay in, for whoever sees a part of a tenant (PRM-6): the space of a resource or grant, whom a grant or a member of a group
-- names, and both sides of a membership.
create index history_by_space on app.history (((row ->> 'space_id')::uuid)) where kind in (9, 10);
create index history_by_subject on app.history ((coalesce(row ->> 'user_id', row ->> 'organization_id', row ->> 'group_id')::uuid)) where kind in (7, 10);
create index history_of_member on app.history (((row ->> 'user_id')::uuid)) where kind = 5;
create index history_by_organization on app.history (((row ->> 'organization_id')::uuid)) where kind = 5;
