// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rules.h"

#include "core/domain/rulereader.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace tenantry {

using namespace Qt::StringLiterals;

/// A broken rule without the field's name.
struct RuleSet::Finding
{
    QString code;
    QVariantMap parameters;
};

namespace {

QString asText(char32_t character)
{
    return QStringView(QChar::fromUcs4(character)).toString();
}

QString codePoint(char32_t character)
{
    return u"U+"_s + QString::number(uint(character), 16).toUpper().rightJustified(4, u'0');
}

// The same expression as app.is_email.
bool isEmail(const QString &value)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        uR"([^@.]+([.][^@.]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)"_s));
    return form.match(value).hasMatch() && value.indexOf(u'@') <= 64;
}

// The same expression as app.is_web_address.
bool isWebAddress(const QString &value)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        uR"((https://[A-Za-z0-9]([A-Za-z0-9.-]{0,200}[A-Za-z0-9])?|http://(localhost|127[.]0[.]0[.]1))(:[0-9]{1,5})?(/[A-Za-z0-9._~/?=&%+-]*)?)"_s));
    return form.match(value).hasMatch();
}

} // namespace

CharacterClass::CharacterClass(std::vector<CharacterRange> ranges) : m_ranges(std::move(ranges)) {}

bool CharacterClass::contains(char32_t character) const
{
    const auto after =
        std::upper_bound(m_ranges.begin(), m_ranges.end(), character,
                         [](char32_t c, const CharacterRange &range) { return c < range.first; });
    return after != m_ranges.begin() && character <= std::prev(after)->last;
}

// Read once: forms ask with every key.
RuleSet RuleSet::builtIn()
{
    static const RuleSet rules = [] {
        QFile file(u":/declarations/rules.json"_s);
        const bool opened = file.open(QIODevice::ReadOnly);
        Result<RuleSet> read = fromJson(opened ? file.readAll() : QByteArray());
        Q_ASSERT_X(read, "RuleSet::builtIn", "rules.json is compiled in and its test reads it");
        return std::move(read).value();
    }();
    return rules;
}

Result<RuleSet> RuleSet::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return failure(ErrorClass::Data, u"rules.malformed"_s, {{u"where"_s, u"json"_s}});
    return RuleReader().read(document.object());
}

// All blanks lie in the basic plane, so that single QChars suffice.
QString RuleSet::trimmed(const QString &value) const
{
    const auto isBlank = [this](QChar c) { return m_blank.contains(c.unicode()); };
    const auto begin = std::find_if_not(value.begin(), value.end(), isBlank);
    const auto end = std::find_if_not(value.rbegin(), std::make_reverse_iterator(begin), isBlank).base();
    return QString(begin, end - begin);
}

std::optional<RuleSet::Finding> RuleSet::findInText(const Rule &rule, const QString &value) const
{
    const QList<uint> characters = value.toUcs4();
    const char32_t first = characters.first(), last = characters.last();
    if (m_blank.contains(first) || m_blank.contains(last))
        return Finding{u"rule.spaces"_s, {}};
    for (const char32_t c : characters) {
        if (!rule.characters.contains(c))
            return Finding{u"rule.characters"_s,
                           {{u"class"_s, rule.hint.characters},
                            {u"character"_s, asText(c)},
                            {u"code_point"_s, codePoint(c)}}};
    }
    const int length = int(characters.size());
    if (length < rule.hint.minimum)
        return Finding{u"rule.too_short"_s, {{u"min"_s, rule.hint.minimum}, {u"length"_s, length}}};
    if (length > rule.hint.maximum)
        return Finding{u"rule.too_long"_s, {{u"max"_s, rule.hint.maximum}, {u"length"_s, length}}};
    if (rule.hint.form == "email"_L1 && !isEmail(value))
        return Finding{u"rule.email"_s, {}};
    if (rule.hint.form == "web_address"_L1 && !isWebAddress(value))
        return Finding{u"rule.web_address"_s, {}};
    if (rule.first && !rule.first->contains(first))
        return Finding{u"rule.first"_s, {{u"character"_s, asText(first)}}};
    if (rule.last && !rule.last->contains(last))
        return Finding{u"rule.last"_s, {{u"character"_s, asText(last)}}};
    if (!rule.doubled.isEmpty() && value.contains(rule.doubled.repeated(2)))
        return Finding{u"rule.doubled"_s, {{u"character"_s, rule.doubled}}};
    return std::nullopt;
}

std::optional<Error> RuleSet::check(const QString &object, const QString &field, const QString &value) const
{
    const auto rule = m_rules.constFind(object + u'.' + field);
    if (rule == m_rules.cend())
        return std::nullopt;
    const auto error = [&field](const QString &code, const QVariantMap &parameters = {}) {
        return Error{ErrorClass::Business, code, field, parameters};
    };
    if (value.isEmpty())
        return rule->hint.required ? std::optional(error(u"rule.required"_s)) : std::nullopt;
    if (rule->hint.number) {
        static const QRegularExpression digits(QRegularExpression::anchoredPattern(u"[0-9]{1,9}"_s));
        if (!digits.match(value).hasMatch())
            return error(u"rule.not_a_number"_s);
        const int number = value.toInt();
        if (number < rule->hint.minimum || number > rule->hint.maximum)
            return error(u"rule.range"_s, {{u"min"_s, rule->hint.minimum}, {u"max"_s, rule->hint.maximum}});
        return std::nullopt;
    }
    if (const auto finding = findInText(*rule, value))
        return error(finding->code, finding->parameters);
    return std::nullopt;
}

std::optional<Error> RuleSet::checkTyped(const QString &object, const QString &field,
                                         const QString &value) const
{
    return check(object, field, trimmed(value));
}

std::optional<FieldHint> RuleSet::hint(const QString &object, const QString &field) const
{
    const auto rule = m_rules.constFind(object + u'.' + field);
    return rule == m_rules.cend() ? std::nullopt : std::optional(rule->hint);
}

} // namespace tenantry
