// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rulereader.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace tenantry
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<CharacterRange> parseRange(const QString &word)
{
    const QStringList ends = word.split(u'-');
    bool firstIsHex = false, lastIsHex = false;
    const CharacterRange range{char32_t(ends.first().toUInt(&firstIsHex, 16)),
                               char32_t(ends.last().toUInt(&lastIsHex, 16))};
    if (ends.size() > 2 || !firstIsHex || !lastIsHex || range.first > range.last)
        return std::nullopt;
    return range;
}

} // namespace

// Names of classes begin with a lower-case letter, ranges with a digit or an upper-case one.
bool RuleReader::addRanges(const QString &className, std::vector<CharacterRange> &ranges, int depth) const
{
    const QJsonArray lines = m_classes.value(className).toArray();
    if (lines.isEmpty() || depth > 4)
        return false;
    for (const QJsonValue &line : lines) {
        const QString text = line.toString();
        if (!text.isEmpty() && text.front().isLower()) {
            if (!addRanges(text, ranges, depth + 1))
                return false;
            continue;
        }
        for (const QString &word : text.split(u' ')) {
            const auto range = parseRange(word);
            if (!range)
                return false;
            ranges.push_back(*range);
        }
    }
    return true;
}

std::optional<CharacterClass> RuleReader::characterClass(const QString &name) const
{
    std::vector<CharacterRange> ranges;
    if (!addRanges(name, ranges))
        return std::nullopt;
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    return CharacterClass(std::move(ranges));
}

std::optional<RuleSet::Rule> RuleReader::rule(const QJsonObject &declared) const
{
    RuleSet::Rule rule;
    rule.hint = {.required = declared.value("required"_L1).toBool(),
                 .number = declared.value("type"_L1) == "integer"_L1,
                 .minimum = declared.value("min"_L1).toInt(),
                 .maximum = declared.value("max"_L1).toInt(),
                 .characters = declared.value("class"_L1).toString(),
                 .form = declared.value("form"_L1).toString()};
    rule.doubled = declared.value("doubled"_L1).toString();
    if (rule.hint.number)
        return rule;
    const auto characters = characterClass(rule.hint.characters);
    if (!characters)
        return std::nullopt;
    rule.characters = *characters;
    for (const auto &[key, end] : {std::pair("first"_L1, &rule.first), std::pair("last"_L1, &rule.last)}) {
        if (!declared.contains(key))
            continue;
        *end = characterClass(declared.value(key).toString());
        if (!*end)
            return std::nullopt;
    }
    return rule;
}

Result<RuleSet> RuleReader::read(const QJsonObject &table)
{
    m_classes = table.value("classes"_L1).toObject();
    RuleSet rules;
    const auto blank = characterClass(u"blank"_s);
    if (!blank)
        return failure(ErrorClass::Data, u"rules.malformed"_s, {{u"where"_s, u"classes.blank"_s}});
    rules.m_blank = *blank;
    const QJsonObject objects = table.value("objects"_L1).toObject();
    for (auto object = objects.begin(); object != objects.end(); ++object) {
        const QJsonObject fields = object->toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            const QString where = object.key() + u'.' + field.key();
            const auto read = rule(field->toObject());
            if (!read)
                return failure(ErrorClass::Data, u"rules.malformed"_s, {{u"where"_s, where}});
            rules.m_rules.insert(where, *read);
        }
    }
    return rules;
}

} // namespace tenantry
