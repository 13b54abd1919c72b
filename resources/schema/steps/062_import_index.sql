-- Whether an account came with an import is asked for each person whose invitation ends.
create index import_changes_of_user on app.import_changes (user_id) where made;
