-- One grant of a command grants_set, with what stands in its place: `field` names the item in errors ("grants[3]"); existing.id is null where nothing does.
create type app.wished_grant as (
    field        text,
    id           uuid,
    resource_id  uuid,                        -- null: on the space itself
    subject_kind text,
    subject_id   uuid,
    role         app.space_role,
    expires_at   timestamptz,
    existing     app.grants
);
