-- The shape of a payload, checked against its declaration in commands.json.
create or replace function app.malformed(field text, reason text) returns jsonb
language sql immutable as $$
    select jsonb_build_array(jsonb_build_object('code', 'command.malformed', 'field', field, 'parameters', jsonb_build_object('reason', reason)))
$$;

create or replace function app.is_uuid(value text) returns boolean
language sql immutable strict as $$
    select value ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
$$;

-- As many errors of shape as are worth reading; looking for all of them takes time that grows with their square.
create or replace function app.most_errors() returns integer
language sql immutable as $$
    select 20
$$;

-- The errors of one value against its declaration {type, required, nullable, values, max, item, fields}.
create or replace function app.check_value(declared jsonb, field text, value jsonb) returns jsonb
language plpgsql immutable as $$
declare
    kind text := jsonb_typeof(value);
    wanted text := declared ->> 'type';
    errors jsonb := '[]';
    part record;
begin
    if kind = 'null' then
        return case when coalesce((declared ->> 'nullable')::boolean, false) then '[]'::jsonb else app.malformed(field, 'null') end;
    end if;
    if wanted in ('uuid', 'text') then
        if kind <> 'string' or (wanted = 'uuid' and not app.is_uuid(value #>> '{}')) then
            return app.malformed(field, 'type');
        end if;
    elsif wanted in ('integer', 'time') then
        if kind <> 'number' or abs((value #>> '{}')::numeric) > 9007199254740992 or (value #>> '{}')::numeric % 1 <> 0 then
            return app.malformed(field, 'type');
        end if;
    elsif wanted = 'boolean' then
        if kind <> 'boolean' then
            return app.malformed(field, 'type');
        end if;
    elsif wanted = 'object' then
        return app.check_fields(declared -> 'fields', field || '.', value);
    elsif wanted = 'list' then
        if kind <> 'array' then
            return app.malformed(field, 'type');
        end if;
        if jsonb_array_length(value) not between coalesce((declared ->> 'min')::integer, 0) and (declared ->> 'max')::integer then
            return app.malformed(field, 'length');
        end if;
        for part in select ordinality - 1 as index, item from jsonb_array_elements(value) with ordinality as t (item, ordinality) loop
            errors := errors || app.check_value(declared -> 'item', format('%s[%s]', field, part.index), part.item);
            exit when jsonb_array_length(errors) >= app.most_errors();
        end loop;
        return errors;
    else
        raise exception 'commands.json: type % is unknown', wanted;
    end if;
    if declared ? 'values' and not declared -> 'values' @> jsonb_build_array(value) then
        return app.malformed(field, 'value');
    end if;
    return errors;
end
$$;

-- The errors of an object's fields: unknown ones, missing ones, wrong types. Fields of a list's item are named like grants[3].role.
create or replace function app.check_fields(declared jsonb, prefix text, given jsonb) returns jsonb
language plpgsql immutable as $$
declare
    errors jsonb := '[]';
    field record;
begin
    if jsonb_typeof(given) is distinct from 'object' then
        return app.malformed(rtrim(prefix, '.'), 'type');
    end if;
    for field in select k as name from jsonb_object_keys(given) as k where not declared ? k order by k limit app.most_errors() loop
        errors := errors || app.malformed(prefix || left(field.name, 60), 'unknown');
    end loop;
    for field in select key as name, value as declaration from jsonb_each(declared) order by key loop
        if given ? field.name then
            errors := errors || app.check_value(field.declaration, prefix || field.name, given -> field.name);
        elsif coalesce((field.declaration ->> 'required')::boolean, false) then
            errors := errors || app.malformed(prefix || field.name, 'missing');
        end if;
        exit when jsonb_array_length(errors) >= app.most_errors();
    end loop;
    return errors;
end
$$;

-- The errors of the fields that name a rule of rules.json ("rule": "organization.name").
create or replace function app.check_field_rules(declared jsonb, given jsonb) returns jsonb
language sql stable as $$
    with rules as materialized (select app.declaration('rules') as content),
    found as (
        select app.rule_error(rules.content #> array['objects', split_part(f.declaration ->> 'rule', '.', 1), split_part(f.declaration ->> 'rule', '.', 2)],
                              f.name, given -> f.name) as error, f.name
        from rules, jsonb_each(declared) as f (name, declaration)
        where f.declaration ? 'rule' and given ? f.name
    )
    select coalesce(jsonb_agg(error order by name), '[]') from found where error is not null
$$;
