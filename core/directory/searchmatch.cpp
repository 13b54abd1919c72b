// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/pinyin.h"
#include "core/directory/searchindex.h"
#include "core/domain/normalise.h"

#include <algorithm>

namespace tenantry::directory
{

namespace
{

/// A text made of another one piece by piece, and which unit of that one each of its units comes from.
struct Traced {
    QString text;
    std::vector<qsizetype> origin;

    void add(const QString &piece, qsizetype from)
    {
        text += piece;
        origin.insert(origin.end(), size_t(piece.size()), from);
    }
    [[nodiscard]] MatchRange rangeOf(qsizetype at, qsizetype length) const
    {
        const qsizetype first = origin[size_t(at)];
        return {first, origin[size_t(at + length - 1)] - first + 1};
    }
};

Traced normalisedTrace(const QString &text)
{
    // Whole pairs at a time; composing across characters, which names hardly have, would need all of the text.
    Traced traced;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        traced.add(normalise(text.mid(i, pair ? 2 : 1)), i);
        i += pair;
    }
    return traced;
}

Traced fullTrace(const Reading &reading)
{
    Traced traced;
    for (size_t i = 0; i < reading.size(); ++i)
        traced.add(reading[i], qsizetype(i));
    return traced;
}

Traced initialTrace(const Reading &reading)
{
    // As initialLetters(), which this must agree with: its letters are first letters of units, in order.
    Traced traced;
    const QString letters = initialLetters(reading);
    qsizetype next = 0;
    bool inWord = false;
    for (size_t i = 0; i < reading.size() && next < letters.size(); ++i) {
        if (!reading[i].isEmpty() && !(inWord && reading[i].size() == 1))
            traced.add(letters.mid(next++, 1), qsizetype(i));
        inWord = reading[i].size() == 1;
    }
    return traced;
}

std::optional<MatchRange> find(const Traced &traced, const QString &word)
{
    const qsizetype at = traced.text.indexOf(word);
    return at < 0 ? std::nullopt : std::optional(traced.rangeOf(at, word.size()));
}

} // namespace

QList<MatchRange> matchRanges(const QString &text, const QString &query)
{
    const Traced plain = normalisedTrace(text);
    std::optional<std::vector<Reading>> spoken; // looked up only where the text itself doesn't match
    QList<MatchRange> ranges;
    for (const QString &word : normalise(query).split(u' ', Qt::SkipEmptyParts)) {
        std::optional<MatchRange> range = find(plain, word);
        if (!range && !spoken)
            spoken = readings(text);
        for (size_t i = 0; !range && i < spoken->size(); ++i) {
            range = find(fullTrace((*spoken)[i]), word);
            if (!range)
                range = find(initialTrace((*spoken)[i]), word);
        }
        if (!range)
            return {};
        ranges.append(*range);
    }
    std::sort(ranges.begin(), ranges.end(), [](const MatchRange &a, const MatchRange &b) { return a.start < b.start; });
    return ranges;
}

} // namespace tenantry::directory
