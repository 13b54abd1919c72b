-- Makes what follows from synced.json: triggers, pull functions.
create or replace function app.install_feed() returns void
language plpgsql as $$
begin
    perform app.check_synced();
    perform app.make_feed_hold();
    perform app.make_feed_triggers(k) from app.synced_kinds() as k;
    perform app.make_pull_page();
    perform app.make_rows_of();
end
$$;

select app.install_feed();
