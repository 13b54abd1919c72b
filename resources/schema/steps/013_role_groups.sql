-- Names of role groups are looked up case-insensitively (GRP-1), as those of organizations are: unique because every command that writes
-- them holds the lock on the tenant's organizations.
create index role_groups_by_name on app.role_groups (tenant_id, lower(normalize(replace(name, U&'\0130', 'i'), NFKC)));
create index role_group_members_of_group on app.role_group_members (group_id);
