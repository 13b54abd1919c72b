// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/passwordrule.h"

#include "core/domain/normalise.h"
#include "core/security/saslprep.h"

#include <zxcvbn.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype minimumLength = 10;
constexpr qsizetype maximumLength = 128;
/// Of what is estimated: the rest makes it only harder to guess, and the estimator's time grows with the
/// cube.
constexpr qsizetype estimated = 40;

Error refused(const QString &code, const QVariantMap &parameters = {})
{
    return {ErrorClass::Business, code, u"password"_s, parameters};
}

/// Name and address, and the parts of them that somebody would try.
QStringList ownWords(const QStringList &own)
{
    QStringList words;
    for (const QString &text : own) {
        const QString plain = normalise(text.trimmed());
        words += plain;
        words += plain.section(u'@', 0, 0);
        words += plain.split(u' ', Qt::SkipEmptyParts);
    }
    words.removeIf([](const QString &word) { return word.size() <= 2; });
    words.removeDuplicates();
    return words;
}

PasswordWeakness weaknessOf(int type)
{
    switch (type & ~MULTIPLE_MATCH) {
    case DICTIONARY_MATCH:
    case DICT_LEET_MATCH:
        return PasswordWeakness::CommonWord;
    case USER_MATCH:
    case USER_LEET_MATCH:
        return PasswordWeakness::OwnData;
    case REPEATS_MATCH:
        return PasswordWeakness::Repetition;
    case SEQUENCE_MATCH:
        return PasswordWeakness::Sequence;
    case SPATIAL_MATCH:
        return PasswordWeakness::Keyboard;
    case DATE_MATCH:
    case YEAR_MATCH:
        return PasswordWeakness::Date;
    default:
        return PasswordWeakness::Short;
    }
}

/// Guesses of 10^3, 10^6, 10^8 and 10^10 part the scores, as zxcvbn's own scale has it.
int scoreOf(double bits)
{
    const double guesses = bits * std::log10(2.0);
    return guesses < 3 ? 0 : guesses < 6 ? 1 : guesses < 8 ? 2 : guesses < 10 ? 3 : 4;
}

} // namespace

PasswordStrength passwordStrength(const QString &password, const QStringList &own)
{
    QList<QByteArray> words;
    for (const QString &word : ownWords(own))
        words += word.toUtf8();
    std::vector<const char *> dictionary;
    for (const QByteArray &word : std::as_const(words))
        dictionary.push_back(word.constData());
    dictionary.push_back(nullptr);
    ZxcMatch_t *found = nullptr;
    const double bits = ZxcvbnMatch(password.left(estimated).toUtf8().constData(), dictionary.data(), &found);
    const std::unique_ptr<ZxcMatch_t, void (*)(ZxcMatch_t *)> matches(found, &ZxcvbnFreeInfo);
    PasswordStrength strength{scoreOf(bits)};
    if (strength.score >= sufficientScore)
        return strength;
    // The longest part that has a pattern is what makes it weak.
    strength.weakness = PasswordWeakness::Short;
    int longest = 2;
    for (const ZxcMatch_t *match = matches.get(); match; match = match->Next)
        if (const PasswordWeakness weakness = weaknessOf(match->Type);
            weakness != PasswordWeakness::Short && match->Length > longest) {
            strength.weakness = weakness;
            longest = match->Length;
        }
    return strength;
}

std::optional<Error> checkPassword(const QString &password, const QStringList &own)
{
    const qsizetype length = password.toUcs4().size();
    if (length == 0)
        return refused(u"rule.required"_s);
    if (length < minimumLength)
        return refused(u"rule.too_short"_s, {{u"min"_s, minimumLength}, {u"length"_s, length}});
    if (length > maximumLength)
        return refused(u"rule.too_long"_s, {{u"max"_s, maximumLength}, {u"length"_s, length}});
    const QString plain = normalise(password);
    for (const QString &word : ownWords(own))
        if (plain.contains(word))
            return refused(u"password.contains_own_data"_s);
    if (const int score = passwordStrength(password, own).score; score < sufficientScore)
        return refused(u"password.weak"_s, {{u"score"_s, score}});
    if (!password.isValidUtf16() || password.contains(QChar(u'\0')) || !hasCertainPreparation(password))
        return refused(u"password.unusable"_s);
    return std::nullopt;
}

} // namespace tenantry
