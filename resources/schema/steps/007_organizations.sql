-- Names and codes of organizations are looked up case-insensitively (ORG-1): app.normalise() spelled out, because functions come after the steps.
-- Unique they are because every command that writes them holds the lock on the tenant's organizations.
create index organizations_by_name on app.organizations (tenant_id, lower(normalize(replace(name, U&'\0130', 'i'), NFKC)));
create index organizations_by_code on app.organizations (tenant_id, lower(normalize(replace(code, U&'\0130', 'i'), NFKC)));
