-- What looks like misuse, for the administrators' security page (OPM-6, OPM-7).

-- Keeps an event. tenant null: it concerns the platform alone; actor null: nobody who could be named. details: IDs, codes, figures; never values.
create or replace function app.security_event(tenant uuid, actor uuid, kind text, details jsonb default '{}') returns void
language sql volatile as $$
    insert into app.security_events (tenant_id, at, actor_id, kind, details)
    values (security_event.tenant, app.now(), security_event.actor, security_event.kind, coalesce(security_event.details, '{}'))
$$;
