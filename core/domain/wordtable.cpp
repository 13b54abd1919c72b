// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/wordtable.h"

#include <QCoreApplication>

#include <algorithm>

namespace tenantry {

const char *textIn(std::span<const TableWord> table, const QString &word)
{
    const auto found = std::ranges::find_if(
        table, [&word](const TableWord &each) { return word == QLatin1String(each.word); });
    return found == table.end() ? nullptr : found->text;
}

QString translatedIn(std::span<const TableWord> table, const char *context, const QString &word)
{
    const char *text = textIn(table, word);
    return text ? QCoreApplication::translate(context, text) : word;
}

} // namespace tenantry
