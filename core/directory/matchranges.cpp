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

/// How many UTF-16 units from `at` on are needed to spell `rest`; -1 where they spell something else. `rest` may end in
/// the middle of a reading.
qsizetype spelt(const QString &text, qsizetype at, QByteArrayView rest)
{
    if (rest.isEmpty())
        return 0;
    if (at >= text.size())
        return -1;
    const QChar c = text[at];
    const auto take = [&](QByteArrayView reading) -> qsizetype {
        const qsizetype common = std::min(reading.size(), rest.size());
        if (reading.first(common) != rest.first(common))
            return -1;
        const qsizetype behind = spelt(text, at + 1, rest.sliced(common));
        return behind < 0 ? -1 : behind + 1;
    };
    if (c.isSpace())
        return take({});
    const auto readings = Pinyin::table().readings(c.unicode());
    if (readings.empty())
        return take(QString(c).toUtf8());
    for (const QByteArray &reading : readings)
        if (const qsizetype length = take(reading); length >= 0)
            return length;
    return -1;
}

qsizetype spelledFrom(const QString &text, qsizetype at, const QByteArray &word)
{
    // The word may begin in the middle of the first reading.
    for (const QByteArray &reading : Pinyin::table().readings(text[at].unicode())) {
        for (qsizetype skip = 0; skip < reading.size(); ++skip) {
            const QByteArrayView part = QByteArrayView(reading).sliced(skip);
            const qsizetype common = std::min(part.size(), word.size());
            if (part.first(common) != QByteArrayView(word).first(common))
                continue;
            const qsizetype behind = spelt(text, at + 1, QByteArrayView(word).sliced(common));
            if (behind >= 0)
                return behind + 1;
        }
    }
    return -1;
}

qsizetype initialsFrom(const QString &text, qsizetype at, const QByteArray &word)
{
    qsizetype i = at;
    qsizetype matched = 0;
    for (; matched < word.size() && i < text.size(); ++i) {
        if (text[i].isSpace())
            continue;
        const auto readings = Pinyin::table().readings(text[i].unicode());
        const bool same = readings.empty() ? text[i] == QLatin1Char(word[matched])
                                           : std::ranges::any_of(readings, [&](const QByteArray &r) { return r.front() == word[matched]; });
        if (!same)
            return -1;
        ++matched;
    }
    return matched == word.size() ? i - at : -1;
}

MatchRange rangeOf(const QString &text, const QString &word)
{
    const qsizetype at = text.indexOf(word);
    if (at >= 0)
        return {at, word.size()};
    const QByteArray utf8 = word.toUtf8();
    for (const auto way : {spelledFrom, initialsFrom})
        for (qsizetype i = 0; i < text.size(); ++i)
            if (!Pinyin::table().readings(text[i].unicode()).empty() || (way == initialsFrom && !text[i].isSpace()))
                if (const qsizetype length = way(text, i, utf8); length > 0)
                    return {i, length};
    return {};
}

QStringList wordsOf(const QString &query)
{
    return normalise(query).simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace

bool matches(const QString &text, const QString &query)
{
    const QString folded = normalise(text);
    return std::ranges::all_of(wordsOf(query), [&](const QString &word) { return rangeOf(folded, word).length > 0; });
}

QList<MatchRange> matchRanges(const QString &text, const QString &query)
{
    // Normalising keeps lengths for nearly every text; where it does not, the whole text is marked.
    const QString folded = normalise(text);
    QList<MatchRange> ranges;
    for (const QString &word : wordsOf(query)) {
        const MatchRange range = rangeOf(folded, word);
        if (range.length == 0)
            continue;
        if (folded.size() == text.size())
            ranges.append(range);
        else
            ranges.append({0, text.size()});
    }
    std::ranges::sort(ranges, {}, &MatchRange::start);
    // Words may match at the same place.
    QList<MatchRange> merged;
    for (const MatchRange &range : ranges) {
        if (!merged.isEmpty() && range.start <= merged.last().start + merged.last().length)
            merged.last().length = std::max(merged.last().length, range.start + range.length - merged.last().start);
        else
            merged.append(range);
    }
    return merged;
}

} // namespace tenantry::directory
