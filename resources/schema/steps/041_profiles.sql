-- One nickname, one person (ACC-7): app.normalise() spelled out, as for e-mails. Nobody could set one before; what was loaded twice is dropped.
update app.user_privates as p set nickname = null
where exists (select from app.user_privates as o where o.id < p.id and lower(normalize(replace(o.nickname, U&'\0130', 'i'), NFKC)) = lower(normalize(replace(p.nickname, U&'\0130', 'i'), NFKC)));
create unique index user_privates_one_nickname on app.user_privates (lower(normalize(replace(nickname, U&'\0130', 'i'), NFKC)));
