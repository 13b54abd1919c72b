-- Text rules (design §10): one normalisation and one table of field rules, the same on both sides.

-- What two spellings must share to count as the same: U+0130 becomes a plain i, then NFKC, then lower case.
create or replace function app.normalise(value text) returns text
language sql immutable strict as $$
    select lower(normalize(replace(value, U&'\0130', 'i'), NFKC) collate "default")
$$;

-- A file of declarations as it was at install: 'commands', 'rules', 'refusals', 'synced'.
create or replace function app.declaration(wanted text) returns jsonb
language sql stable strict as $$
    select content from app.declarations where name in (wanted, wanted || '.json') order by name limit 1
$$;

-- Whether every character of the value lies in the ranges [[from, to] …] of code points.
create or replace function app.within_ranges(value text, ranges jsonb) returns boolean
language sql immutable strict as $$
    select not exists (
        select from regexp_split_to_table(value, '') as c
        where c <> '' and not exists (
            select from jsonb_array_elements(ranges) as r
            where ascii(c) between (r ->> 0)::integer and (r ->> 1)::integer))
$$;

-- The first thing that is wrong with a value under one rule of rules.json, as an error; null: nothing.
create or replace function app.rule_error(rule jsonb, classes jsonb, field text, value jsonb) returns jsonb
language plpgsql immutable as $$
declare
    content text := value #>> '{}';
    size integer;
begin
    if content is null or content = '' then
        return case when coalesce((rule ->> 'required')::boolean, false)
            then jsonb_build_object('code', 'rule.required', 'field', field, 'parameters', '{}'::jsonb) end;
    end if;
    if rule ->> 'type' = 'integer' then
        return case when (content)::numeric not between (rule ->> 'min')::numeric and (rule ->> 'max')::numeric
            then jsonb_build_object('code', 'rule.range', 'field', field,
                                    'parameters', jsonb_build_object('min', rule -> 'min', 'max', rule -> 'max')) end;
    end if;
    size := char_length(content);
    if size < (rule ->> 'min')::integer then
        return jsonb_build_object('code', 'rule.too_short', 'field', field,
                                  'parameters', jsonb_build_object('min', rule -> 'min', 'length', size));
    end if;
    if size > (rule ->> 'max')::integer then
        return jsonb_build_object('code', 'rule.too_long', 'field', field,
                                  'parameters', jsonb_build_object('max', rule -> 'max', 'length', size));
    end if;
    if not app.within_ranges(content, classes -> (rule ->> 'class')) then
        return jsonb_build_object('code', 'rule.characters', 'field', field,
                                  'parameters', jsonb_build_object('class', rule -> 'class'));
    end if;
    if app.within_ranges(left(content, 1), classes -> 'space') or app.within_ranges(right(content, 1), classes -> 'space') then
        return jsonb_build_object('code', 'rule.spaces', 'field', field, 'parameters', '{}'::jsonb);
    end if;
    if rule ? 'pattern' and content !~ ('^(?:' || (rule ->> 'pattern') || ')$') then
        return jsonb_build_object('code', 'rule.pattern', 'field', field,
                                  'parameters', jsonb_build_object('pattern', rule -> 'pattern_name'));
    end if;
    return null;
end
$$;

-- The errors of the given values (a JSON object of field: value) under the rules of one object; '[]': none.
-- Fields without a rule pass; a field that isn't given is not looked at.
create or replace function app.check_rules(object text, "values" jsonb) returns jsonb
language sql stable as $$
    with declared as materialized (select app.declaration('rules') as content),
    found as (
        select given.ordinality, app.rule_error(declared.content -> 'objects' -> object -> given.key, declared.content -> 'classes', given.key, given.value) as error
        from declared, jsonb_each("values") with ordinality as given (key, value, ordinality)
        where declared.content -> 'objects' -> object ? given.key
    )
    select coalesce(jsonb_agg(error order by ordinality), '[]') from found where error is not null
$$;
