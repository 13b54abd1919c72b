// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

namespace tenantry::ui
{

namespace
{

bool startsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || (before.isLower() && text[at].isUpper());
}

void addTo(QList<TextRange> &ranges, int at)
{
    if (!ranges.isEmpty() && ranges.last().start + ranges.last().length == at)
        ++ranges.last().length;
    else
        ranges.append({at, 1});
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &query, const QString &text)
{
    QString wanted = query.toCaseFolded();
    wanted.remove(u' ');
    FuzzyMatch match;
    if (wanted.isEmpty())
        return match;
    // A whole hit beats scattered letters, whatever these would score.
    const qsizetype whole = text.indexOf(query.trimmed(), 0, Qt::CaseInsensitive);
    if (whole >= 0) {
        match.ranges = {{int(whole), int(query.trimmed().size())}};
        match.score = 1000 + (startsWord(text, whole) ? 200 : 0) + (whole == 0 ? 100 : 0) - int(text.size());
        return match;
    }
    qsizetype next = 0;
    for (qsizetype i = 0; i < text.size() && next < wanted.size(); ++i) {
        if (text[i].toCaseFolded() != wanted[next])
            continue;
        match.score += 10 + (startsWord(text, i) ? 20 : 0);
        addTo(match.ranges, int(i));
        ++next;
    }
    if (next < wanted.size())
        return std::nullopt;
    match.score -= int(match.ranges.size()) * 5 + int(text.size()) / 4;
    return match;
}

} // namespace tenantry::ui
