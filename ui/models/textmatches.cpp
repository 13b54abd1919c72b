// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/textmatches.h"

#include "core/directory/searchindex.h"

namespace tenantry::ui {

QList<TextRange> textMatches(const QString &text, const QString &query)
{
    if (query.isEmpty()) // asked for every cell that is painted
        return {};
    QList<TextRange> ranges;
    for (const directory::MatchRange &range : directory::matchRanges(text, query))
        ranges.append({int(range.start), int(range.length)});
    return ranges;
}

} // namespace tenantry::ui
