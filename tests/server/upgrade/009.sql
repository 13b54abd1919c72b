-- The picture of the space.
update app.spaces set avatar_kind = 'picture';
insert into app.space_pictures (tenant_id, id, content) select tenant_id, id, '\x89504e47' from app.spaces;
