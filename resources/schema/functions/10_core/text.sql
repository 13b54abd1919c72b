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

-- The code points of a class of rules.json: a list of ranges in hexadecimal ("0030-0039 005F") and of names of other classes.
create or replace function app.class_ranges(classes jsonb, wanted text) returns int4multirange
language sql immutable strict as $$
    with recursive lines (line) as (
        select jsonb_array_elements_text(classes -> wanted)
        union
        select jsonb_array_elements_text(classes -> line) from lines where line ~ '^[a-z]'
    ), ends as (
        select string_to_array(word, '-') as hex from lines, string_to_table(line, ' ') as word where line !~ '^[a-z]'
    )
    select range_agg(int4range(('x' || lpad(hex[1], 8, '0'))::bit(32)::integer, ('x' || lpad(hex[cardinality(hex)], 8, '0'))::bit(32)::integer, '[]'))
    from ends
$$;

-- What a text of these characters alone matches.
create or replace function app.class_pattern(ranges int4multirange) returns text
language sql immutable strict as $$
    select '^[' || string_agg(format('\U%s-\U%s', lpad(to_hex(lower(r)), 8, '0'), lpad(to_hex(upper(r) - 1), 8, '0')), '' order by lower(r)) || ']*$'
    from unnest(ranges) as r
$$;

insert into app.character_classes (name, ranges, pattern)
select class, c.ranges, app.class_pattern(c.ranges)
from app.declarations, jsonb_object_keys(content -> 'classes') as class, lateral (select app.class_ranges(content -> 'classes', class) as ranges) as c where name = 'rules'
on conflict (name) do update set ranges = excluded.ranges, pattern = excluded.pattern;

-- The first character of the value that lies outside of the class; null: none does. In plpgsql, which keeps its plans, as what calls it for each
-- field of an import.
create or replace function app.foreign_character(value text, class text) returns text
language plpgsql stable strict as $$
declare
    known app.character_classes;
begin
    select * into known from app.character_classes as k where k.name = class;
    if value ~ known.pattern then
        return null;
    end if;
    return (select t.c from string_to_table(value, null) with ordinality as t (c, place) where not known.ranges @> ascii(t.c) order by t.place limit 1);
end
$$;

create or replace function app.rule_failure(code text, field text, parameters jsonb default '{}') returns jsonb
language sql immutable as $$
    select jsonb_build_object('code', code, 'field', field, 'parameters', parameters)
$$;

-- Whether it looks like an e-mail address: local@labels, with at least one dot behind the @.
create or replace function app.is_email(value text) returns boolean
language plpgsql immutable strict as $$
begin
    return value ~ '^[^@.]+([.][^@.]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$'
        and strpos(value, '@') <= 65;
end
$$;

-- An address to which a console sends something (SEC-2): https://host…, or http:// to the console's own machine; no account in it.
create or replace function app.is_web_address(value text) returns boolean
language sql immutable strict as $$
    select value ~ '^(https://[A-Za-z0-9]([A-Za-z0-9.-]{0,200}[A-Za-z0-9])?|http://(localhost|127[.]0[.]0[.]1))(:[0-9]{1,5})?(/[A-Za-z0-9._~/?=&%+-]*)?$'
$$;

-- What stands wrongly at the ends of a text or twice in a row, as an error; null: nothing.
create or replace function app.place_error(rule jsonb, field text, content text) returns jsonb
language plpgsql stable as $$
begin
    return case
        when rule ? 'first' and app.foreign_character(left(content, 1), rule ->> 'first') is not null
            then app.rule_failure('rule.first', field, jsonb_build_object('character', left(content, 1)))
        when rule ? 'last' and app.foreign_character(right(content, 1), rule ->> 'last') is not null
            then app.rule_failure('rule.last', field, jsonb_build_object('character', right(content, 1)))
        when rule ? 'doubled' and strpos(content, repeat(rule ->> 'doubled', 2)) > 0
            then app.rule_failure('rule.doubled', field, jsonb_build_object('character', rule -> 'doubled'))
    end;
end
$$;

-- The first thing that is wrong with a value under one rule of rules.json, as an error; null: nothing.
create or replace function app.rule_error(rule jsonb, field text, value jsonb) returns jsonb
language plpgsql stable as $$
declare
    content text := value #>> '{}';
    size integer := char_length(content);
    wrong text;
begin
    if content is null or content = '' then
        return case when coalesce((rule ->> 'required')::boolean, false) then app.rule_failure('rule.required', field) end;
    elsif rule ->> 'type' = 'integer' then
        return case
            when content !~ '^[0-9]{1,9}$' then app.rule_failure('rule.not_a_number', field)
            when content::integer not between (rule ->> 'min')::integer and (rule ->> 'max')::integer
                then app.rule_failure('rule.range', field, jsonb_build_object('min', rule -> 'min', 'max', rule -> 'max')) end;
    elsif app.foreign_character(left(content, 1), 'blank') is null or app.foreign_character(right(content, 1), 'blank') is null then
        return app.rule_failure('rule.spaces', field);
    end if;
    wrong := app.foreign_character(content, rule ->> 'class');
    return case
        when wrong is not null then app.rule_failure('rule.characters', field, jsonb_build_object('class', rule -> 'class', 'character', wrong,
            'code_point', 'U+' || lpad(upper(to_hex(ascii(wrong))), greatest(4, length(to_hex(ascii(wrong)))), '0')))
        when size < (rule ->> 'min')::integer then app.rule_failure('rule.too_short', field, jsonb_build_object('min', rule -> 'min', 'length', size))
        when size > (rule ->> 'max')::integer then app.rule_failure('rule.too_long', field, jsonb_build_object('max', rule -> 'max', 'length', size))
        when rule ->> 'form' = 'email' and not app.is_email(content) then app.rule_failure('rule.email', field)
        when rule ->> 'form' = 'web_address' and not app.is_web_address(content) then app.rule_failure('rule.web_address', field)
        else app.place_error(rule, field, content)
    end;
end
$$;

-- The errors of the given values (a JSON object of field: value) under the rules of one object; '[]': none.
-- Fields without a rule pass; a field that isn't given is not looked at.
create or replace function app.check_rules(object text, "values" jsonb) returns jsonb
language sql stable as $$
    with declared as materialized (select app.declaration('rules') as content),
    found as (
        select given.ordinality, app.rule_error(declared.content -> 'objects' -> object -> given.key, given.key, given.value) as error
        from declared, jsonb_each("values") with ordinality as given (key, value, ordinality)
        where declared.content -> 'objects' -> object ? given.key
    )
    select coalesce(jsonb_agg(error order by ordinality), '[]') from found where error is not null
$$;
