// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pagesplit.h"

#include <QLatin1StringView>

#include <algorithm>

namespace tenantry::sync {

bool splitPage(QByteArrayView page, const std::function<bool(QByteArrayView)> &visit)
{
    const char *rowStart = page.begin();
    const char *from = rowStart;
    qsizetype quotes =
        0; // since the row's start: an odd number means inside a field (quotes in it are doubled)
    while (rowStart < page.end()) {
        const char *feed = std::find(from, page.end(), '\n');
        quotes += std::count(from, feed, '"');
        from = feed == page.end() ? feed : feed + 1;
        if (quotes % 2 != 0 && feed != page.end())
            continue;
        if (!visit(QByteArrayView(rowStart, feed)))
            return false;
        rowStart = from;
        quotes = 0;
    }
    return true;
}

QUuid idOfRow(QByteArrayView row)
{
    constexpr qsizetype idSize = 36;
    if (row.size() < idSize + 2 || row[0] != '(')
        return {};
    return QUuid::fromString(QLatin1StringView(row.data() + 1, idSize));
}

} // namespace tenantry::sync
