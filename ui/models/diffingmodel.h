// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QHash>

#include <algorithm>
#include <vector>

namespace tenantry::ui {

/// A model whose rows come as a whole list each time and are told apart by their `id`: takeRows() turns what
/// is shown into the new list, so that selection, scrolling and editors stay where they are. The work grows
/// with the number of rows, not with that of the differences: at most one removal, one insertion and two
/// changes of order, however scattered they are. `Model` is QAbstractTableModel, QAbstractListModel or
/// QAbstractItemModel.
template <class Model>
class DiffingModel : public Model
{
public:
    using Model::Model;

protected:
    /// Rows below `parent`. Their ids are unique; `==` says whether a row looks the same.
    template <class Row>
    void takeRows(std::vector<Row> &rows, std::vector<Row> next, const QModelIndex &parent = {})
    {
        using Id = std::decay_t<decltype(rows.front().id)>;
        QHash<Id, int> places;
        places.reserve(qsizetype(next.size()));
        for (size_t i = 0; i < next.size(); ++i)
            places.insert(next[i].id, int(i));
        const auto place = [&places](const Row &row) { return places.value(row.id, -1); };
        removeMissing(rows, place, parent);
        if (!std::is_sorted(rows.begin(), rows.end(),
                            [&](const Row &a, const Row &b) { return place(a) < place(b); }))
            reorder(rows, place, parent);
        if (rows.size() < next.size())
            insertNew(rows, next, place, parent);
        updateChanged(rows, std::move(next), parent);
    }

private:
    /// Removes in one piece: where what goes lies apart, it is brought to the end first.
    template <class Row, class Place>
    void removeMissing(std::vector<Row> &rows, const Place &place, const QModelIndex &parent)
    {
        const auto isGone = [&place](const Row &row) { return place(row) < 0; };
        const auto first = std::find_if(rows.begin(), rows.end(), isGone);
        if (first == rows.end())
            return;
        const auto end = std::find_if_not(first, rows.end(), isGone);
        auto from = first - rows.begin(), to = end - rows.begin();
        if (std::any_of(end, rows.end(), isGone)) {
            const auto gone = std::count_if(rows.begin(), rows.end(), isGone);
            reorder(
                rows,
                [&place](const Row &row) { return place(row) < 0 ? std::numeric_limits<int>::max() : 0; },
                parent);
            to = qsizetype(rows.size());
            from = to - gone;
        }
        this->beginRemoveRows(parent, int(from), int(to) - 1);
        rows.erase(rows.begin() + from, rows.begin() + to);
        this->endRemoveRows();
    }

    /// `rows` are in the order of `next` and none is missing there.
    template <class Row, class Place>
    void insertNew(std::vector<Row> &rows, const std::vector<Row> &next, const Place &place,
                   const QModelIndex &parent)
    {
        std::vector<bool> had(next.size());
        for (const Row &row : rows)
            had[size_t(place(row))] = true;
        std::vector<Row> added;
        for (size_t i = 0; i < next.size(); ++i)
            if (!had[i])
                added.push_back(next[i]);
        const auto first = std::find(had.begin(), had.end(), false) - had.begin();
        const bool together =
            std::find(had.begin() + first, had.end(), true) - had.begin() - first >= qsizetype(added.size());
        const auto at = together ? first : qsizetype(rows.size());
        this->beginInsertRows(parent, int(at), int(at) + int(added.size()) - 1);
        rows.insert(rows.begin() + at, std::make_move_iterator(added.begin()),
                    std::make_move_iterator(added.end()));
        this->endInsertRows();
        if (!together)
            reorder(rows, place, parent);
    }

    template <class Row, class Place>
    void reorder(std::vector<Row> &rows, const Place &place, const QModelIndex &parent)
    {
        const QList<QPersistentModelIndex> parents{QPersistentModelIndex(parent)};
        Q_EMIT this->layoutAboutToBeChanged(parents, QAbstractItemModel::VerticalSortHint);
        std::vector<std::pair<int, int>> order; // where a row goes, where it was
        order.reserve(rows.size());
        for (size_t i = 0; i < rows.size(); ++i)
            order.emplace_back(place(rows[i]), int(i));
        std::sort(order.begin(), order.end());
        std::vector<Row> sorted;
        sorted.reserve(rows.size());
        std::vector<int> now(rows.size());
        for (const auto &[to, from] : order) {
            now[size_t(from)] = int(sorted.size());
            sorted.push_back(std::move(rows[size_t(from)]));
        }
        rows = std::move(sorted);
        QModelIndexList before, after;
        for (const QModelIndex &index : this->persistentIndexList())
            if (index.parent() == parent) {
                before.append(index);
                after.append(this->index(now[size_t(index.row())], index.column(), parent));
            }
        this->changePersistentIndexList(before, after);
        Q_EMIT this->layoutChanged(parents, QAbstractItemModel::VerticalSortHint);
    }

    template <class Row>
    void updateChanged(std::vector<Row> &rows, std::vector<Row> next, const QModelIndex &parent)
    {
        const QAbstractItemModel &any = *this; // a list hides its number of columns
        const int lastColumn = any.columnCount(parent) - 1;
        for (size_t i = 0; i < next.size();) {
            if (rows[i] == next[i]) {
                ++i;
                continue;
            }
            const size_t first = i;
            for (; i < next.size() && !(rows[i] == next[i]); ++i)
                rows[i] = std::move(next[i]);
            Q_EMIT this->dataChanged(this->index(int(first), 0, parent),
                                     this->index(int(i) - 1, lastColumn, parent));
        }
    }
};

} // namespace tenantry::ui
