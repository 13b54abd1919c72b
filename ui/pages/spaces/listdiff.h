// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>

#include <iterator>
#include <vector>

namespace tenantry::ui::spaces
{

/// Turns `rows` into `next` by removals, insertions, moves and changes, so that a view keeps what it shows (selection,
/// scrolling). `idOf(row)` identifies a row; `model` has beginRemove/beginInsert(first, last), endRemove/endInsert(),
/// beginMove(from, to), endMove() and changed(first, last).
template <class Row, class IdOf, class Model>
void applyList(std::vector<Row> &rows, std::vector<Row> next, const IdOf &idOf, Model &model)
{
    using Id = std::decay_t<decltype(idOf(rows.front()))>;
    QSet<Id> wanted, had;
    for (const Row &row : next)
        wanted.insert(idOf(row));
    for (size_t last = rows.size(); last > 0;) {
        if (wanted.contains(idOf(rows[last - 1]))) {
            --last;
            continue;
        }
        size_t first = last - 1;
        while (first > 0 && !wanted.contains(idOf(rows[first - 1])))
            --first;
        model.beginRemove(int(first), int(last) - 1);
        rows.erase(rows.begin() + qsizetype(first), rows.begin() + qsizetype(last));
        model.endRemove();
        last = first;
    }
    for (const Row &row : rows)
        had.insert(idOf(row));
    for (size_t i = 0; i < next.size();) {
        size_t end = i;
        while (end < next.size() && !had.contains(idOf(next[end])))
            ++end;
        if (end > i) {
            model.beginInsert(int(i), int(end) - 1);
            rows.insert(rows.begin() + qsizetype(i), next.begin() + qsizetype(i), next.begin() + qsizetype(end));
            model.endInsert();
            i = end;
            continue;
        }
        if (idOf(rows[i]) != idOf(next[i])) {
            size_t from = i + 1;
            while (idOf(rows[from]) != idOf(next[i]))
                ++from;
            model.beginMove(int(from), int(i));
            std::rotate(rows.begin() + qsizetype(i), rows.begin() + qsizetype(from), rows.begin() + qsizetype(from) + 1);
            model.endMove();
        }
        ++i;
    }
    for (size_t i = 0; i < next.size();) {
        if (rows[i] == next[i]) {
            ++i;
            continue;
        }
        size_t end = i;
        for (; end < next.size() && !(rows[end] == next[end]); ++end)
            rows[end] = std::move(next[end]);
        model.changed(int(i), int(end) - 1);
        i = end;
    }
}

} // namespace tenantry::ui::spaces
