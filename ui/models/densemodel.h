// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <vector>

namespace tenantry::ui {

/// A table of hundreds of thousands of rows that are little more than numbers: `Row::key()` is unique and
/// dense (a bit is kept for each). A later list takes the place of the one that is shown in four steps
/// whatever changed, where a difference row by row of 200,000 that are sorted anew would take seconds; what
/// stays keeps its place in the view.
template <class Row>
class DenseTableModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

protected:
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    /// Another list altogether: between beginResetModel() and endResetModel().
    void setRows(std::vector<Row> rows) { m_rows = std::move(rows); }
    /// What goes leaves at the end, what comes is added at the end, then everything gets its place.
    void takeRows(const std::vector<Row> &next)
    {
        const Keys had(m_rows);
        const Keys wanted(next);
        std::vector<Row> rows;
        rows.reserve(std::max(m_rows.size(), next.size()));
        std::ranges::copy_if(next, std::back_inserter(rows), [&](const Row &row) { return had.has(row); });
        const size_t stay = rows.size();
        std::ranges::copy_if(m_rows, std::back_inserter(rows),
                             [&](const Row &row) { return !wanted.has(row); });
        const size_t go = rows.size() - stay;
        permute(std::move(rows));
        if (go > 0) {
            beginRemoveRows({}, int(stay), int(stay + go) - 1);
            m_rows.resize(stay);
            endRemoveRows();
        }
        if (next.size() > stay) {
            beginInsertRows({}, int(stay), int(next.size()) - 1);
            std::ranges::copy_if(next, std::back_inserter(m_rows),
                                 [&](const Row &row) { return !had.has(row); });
            endInsertRows();
        }
        permute(next);
    }
    void touchAll()
    {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount({}) - 1));
    }

private:
    /// Which rows a list has.
    class Keys final
    {
    public:
        explicit Keys(const std::vector<Row> &rows)
        {
            for (const Row &row : rows) {
                if (row.key() >= m_bits.size())
                    m_bits.resize(std::max<size_t>(row.key() + 1, m_bits.size() * 2));
                m_bits[row.key()] = true;
            }
        }
        [[nodiscard]] bool has(const Row &row) const
        {
            return row.key() < m_bits.size() && m_bits[row.key()];
        }

    private:
        std::vector<bool> m_bits;
    };

    /// The same rows in another order, what else they say taken over.
    void permute(std::vector<Row> rows)
    {
        const auto key = [](const Row &row) { return row.key(); };
        if (std::ranges::equal(rows, m_rows, {}, key, key)) {
            m_rows = std::move(rows);
            touchAll();
            return;
        }
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        const QModelIndexList before = persistentIndexList();
        std::unordered_map<quint64, int> places; // of the few rows that somebody remembers
        for (const QModelIndex &index : before)
            places.emplace(m_rows[size_t(index.row())].key(), -1);
        for (size_t i = 0; i < rows.size() && !places.empty(); ++i)
            if (const auto at = places.find(rows[i].key()); at != places.end())
                at->second = int(i);
        QModelIndexList after;
        for (const QModelIndex &index : before)
            after += createIndex(places[m_rows[size_t(index.row())].key()], index.column());
        m_rows = std::move(rows);
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

    std::vector<Row> m_rows;
};

} // namespace tenantry::ui
