-- Applications of every kind: each says by itself who decides it, stage by stage, so that a setting which changes the stages of a kind
-- (MOV-3) changes nothing of what is under way.
alter table app.application_kinds add column locks text check (locks in ('tenant', 'organizations'));
comment on column app.application_kinds.locks is 'what a decision holds of the tenant before it looks at the application: its row, or its tree of organizations';

alter table app.applications
    add column stages       text[],               -- 'system_administrator', 'tenant_administrator'
    add column previous_id  uuid references app.applications,  -- the rejected one that this one takes up again (INB-9)
    add column rating       smallint not null default 0 check (rating between 0 and 5);  -- by the applicant after the decision; 0: none
update app.applications as a set stages = coalesce((select k.stages from app.application_kinds as k where k.kind = a.kind), '{system_administrator}');
alter table app.applications
    alter column stages set not null,
    add constraint applications_stages check (cardinality(stages) > 0 and stage between 1 and cardinality(stages));
