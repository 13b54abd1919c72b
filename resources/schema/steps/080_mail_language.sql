-- In which language somebody wants their mail (NOT-1); null: as their tenant or the platform has it.
alter table app.user_privates add column language text check (language in ('en', 'zh_CN'));
