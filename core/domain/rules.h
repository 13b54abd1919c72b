// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The field rules: one table (resources/schema/rules.json), read here and by app.check_rules in the database.
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace tenantry
{

/// Code points first to last, both included.
struct CharacterRange {
    char32_t first = 0;
    char32_t last = 0;
};

/// Ascending, disjoint ranges.
class CharacterClass final
{
public:
    CharacterClass() = default;
    explicit CharacterClass(std::vector<CharacterRange> ranges);
    [[nodiscard]] bool contains(char32_t character) const;

private:
    std::vector<CharacterRange> m_ranges;
};

/// What a person is told of a field before typing (ERR-3); messages.h makes the sentence.
struct FieldHint {
    bool required = false;
    bool number = false; ///< minimum and maximum are values, else lengths in code points
    int minimum = 0;
    int maximum = 0;
    QString characters; ///< name of the character class: "identifier", "line", "text", "person", "domain" …; empty for numbers
    QString form;       ///< "email", "web_address" or empty
};

/// Immutable; cheap to copy.
class RuleSet final
{
public:
    /// The table that this program was built with.
    [[nodiscard]] static RuleSet builtIn();
    /// Error: "rules.malformed" (ErrorClass::Data) with the parameter "where".
    [[nodiscard]] static Result<RuleSet> fromJson(const QByteArray &json);

    /// The text as it is stored: blanks cut off at both ends. Makers of commands (commands.h) expect trimmed texts.
    [[nodiscard]] QString trimmed(const QString &value) const;

    /// The first rule that the value breaks, with the field set, exactly as the server says it: rule.required; rule.spaces;
    /// rule.characters {class, character, code_point}; rule.too_short {min, length}; rule.too_long {max, length}; rule.email;
    /// rule.first, rule.last, rule.doubled {character}; rule.not_a_number; rule.range {min, max}. An empty value breaks
    /// nothing where the field is not required. Fields without a rule break nothing.
    [[nodiscard]] std::optional<Error> check(const QString &object, const QString &field, const QString &value) const;

    /// check() of what a person typed: of the trimmed value.
    [[nodiscard]] std::optional<Error> checkTyped(const QString &object, const QString &field, const QString &value) const;

    /// Nothing for fields without a rule.
    [[nodiscard]] std::optional<FieldHint> hint(const QString &object, const QString &field) const;

private:
    struct Rule {
        FieldHint hint;
        CharacterClass characters;
        std::optional<CharacterClass> first, last; ///< what the end characters must belong to
        QString doubled; ///< characters of which no two may stand in a row
    };
    QHash<QString, Rule> m_rules; ///< by "object.field"
    CharacterClass m_blank;

    friend class RuleReader;
    struct Finding;
    [[nodiscard]] std::optional<Finding> findInText(const Rule &rule, const QString &value) const;
};

} // namespace tenantry
