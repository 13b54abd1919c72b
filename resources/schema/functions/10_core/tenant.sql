-- Whether a tenant works: its people act in it and its data are reached. A closing one does for its 30 days of grace, by the clock, whether or not the worker
-- has written the end of it yet (TEN-11; worker.end_closing).
create or replace function app.works(tenant app.tenants) returns boolean
language sql stable as $$
    select (tenant).state = 'active' or ((tenant).state = 'closing' and (tenant).state_since + interval '30 days' > app.now())
$$;
