-- Spaces in full (SPC-4, INB-6): avatars, and counters of the groups of fields that people edit apart from each other.
alter table app.spaces
    add column avatar_kind     text not null default 'system' check (avatar_kind in ('system', 'icon', 'picture')),
    add column avatar_icon     text not null default '',
    add column version_details integer not null default 1,   -- name, description, edition
    add column version_avatar  integer not null default 1,
    add column version_modules integer not null default 1,
    add column version_status  integer not null default 1,   -- archived
    add column version_owner   integer not null default 1;
alter table app.resources
    add column version_access integer not null default 1,    -- open or restricted
    add column version_owner  integer not null default 1;

-- The picture of a space whose avatar is one; its ID is the space's. A table of its own: whoever reads spaces needn't read pictures.
create table app.space_pictures (
    tenant_id   uuid not null,
    id          uuid not null unique,
    content     bytea not null check (octet_length(content) between 1 and 24576),
    version     integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, id) references app.spaces (tenant_id, id)
);
