-- What the commands on spaces share. Who may is declared in commands.json: `capabilities` says from which role on, the `space` of a command which
-- capability it takes, whether a tenant administrator may it without a role (SPC-11), and whether it works on an archived space (SPC-9).

create or replace function app.declared_on_space(kind text) returns jsonb
language sql stable as $$
    select app.declaration('commands') -> 'commands' -> kind -> 'space'
$$;

create or replace function app.least_role(kind text) returns app.space_role
language sql stable as $$
    select (app.declaration('commands') -> 'capabilities' ->> (app.declared_on_space(kind) ->> 'capability'))::app.space_role
$$;

-- The code of the refusal; null: allowed. The same, in the same order, as Declarations::refusalOnSpace of the client.
create or replace function app.space_refusal(kind text, actor_role app.space_role, of_tenant boolean, archived boolean) returns text
language sql stable as $$
    select case
        when coalesce(actor_role < app.least_role(kind), true) and not (of_tenant and (declared ->> 'tenant_administrator')::boolean) then 'space.not_allowed'
        when archived and not (declared ->> 'archived')::boolean then 'space.archived'
    end
    from app.declared_on_space(kind) as declared
$$;

-- The space of a command of this kind, held as in space_of_command, or the refusal. resource: the object on which the actor's role counts; null: the space.
create or replace function app.space_for(kind text, actor app.actor, space_id uuid, resource uuid default null) returns app.spaces
language plpgsql as $$
declare
    space app.spaces := app.space_of_command(actor, space_id);
    code text;
begin
    if resource is not null and not exists (select from app.resources as r where r.space_id = space.id and r.id = resource) then
        perform app.refuse('command.not_found', 'resource_id');
    end if;
    code := app.space_refusal(kind, case when resource is null then app.role_on_space((actor).user_id, space.id) else app.role_on_resource((actor).user_id, resource) end,
                              app.administers(actor, space.tenant_id), space.archived);
    if code = 'space.not_allowed' then
        perform app.refuse(code, '', jsonb_build_object('role', app.least_role(kind)));
    elsif code is not null then
        perform app.refuse(code);
    end if;
    return space;
end
$$;

-- As app.check_seen, of several groups of one record, all conflicts at once.
create or replace function app.check_seen_groups(actor app.actor, seen jsonb, record uuid, versions jsonb) returns void
language sql volatile as $$
    select app.refuse_all(coalesce(jsonb_agg(error), '[]'))
    from jsonb_each_text(versions) as v (group_name, now_version),
         jsonb_array_elements(app.seen_errors(actor, seen, record, v.group_name, v.now_version::integer)) as error
$$;

-- What is logged of a space.
create or replace function app.space_json(space app.spaces) returns jsonb
language sql immutable as $$
    select jsonb_build_object('name', space.name, 'description', space.description, 'edition', space.edition, 'modules', space.modules,
                              'archived', space.archived, 'avatar_kind', space.avatar_kind, 'avatar_icon', space.avatar_icon)
$$;

-- The modules of a payload, each once and always in the same order.
create or replace function app.modules_of(payload jsonb) returns text[]
language sql immutable as $$
    select array_agg(m order by place) from unnest(array['bots', 'abs', 'automan']) with ordinality as known (m, place)
    where payload -> 'modules' @> to_jsonb(m)
$$;

-- SPC-2: an edition is within the plan when none of its limits is above the plan's; what the plan says of modules must allow them.
create or replace function app.check_within_plan(tenant uuid, edition text, modules text[]) returns jsonb
language sql stable as $$
    with plan as (
        select app.plan_quotas(tenant) as quotas
    ), limits as (
        select s.value -> edition as wanted from app.settings as s where s.tenant_id is null and s.key = 'space_editions'
    )
    select case when edition is not null and exists (
               select from plan, limits, unnest(array['tokens', 'data_gib']) as thing
               where plan.quotas ->> thing is not null and coalesce((limits.wanted ->> thing)::bigint > (plan.quotas ->> thing)::bigint, true))
           then app.error('space.edition_beyond_plan', 'edition') else '[]' end
        || (select coalesce(jsonb_agg(app.error('space.module_beyond_plan', 'modules', jsonb_build_object('module', m)) -> 0), '[]')
            from plan, unnest(modules) as m where plan.quotas ? 'modules' and not plan.quotas -> 'modules' ? m)
$$;
