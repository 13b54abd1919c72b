// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"

#include <QString>

#include <algorithm>
#include <iterator>
#include <vector>

namespace tenantry::ui {

/// A list that comes as a whole each time and of which the rows that a query finds are shown; diffed by `id`.
/// Few enough to be searched on the UI's thread.
template <class Model, class Item>
class FilteredModel : public DiffingModel<Model>
{
public:
    using DiffingModel<Model>::DiffingModel;

    void setItems(std::vector<Item> items)
    {
        m_all = std::move(items);
        filter();
    }
    void setQuery(const QString &query)
    {
        m_query = query;
        filter();
    }
    [[nodiscard]] const Item &item(int row) const { return m_shown[size_t(row)]; }
    [[nodiscard]] int rowOf(const decltype(Item::id) &id) const ///< below 0: not shown
    {
        const auto at = std::ranges::find(m_shown, id, &Item::id);
        return at == m_shown.end() ? -1 : int(at - m_shown.begin());
    }
    [[nodiscard]] int count() const { return int(m_all.size()); } ///< shown or not
    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }
    void retranslate()
    {
        const QAbstractItemModel &self = *this; // lists hide their only column
        const int last = self.columnCount() - 1;
        Q_EMIT this->headerDataChanged(Qt::Horizontal, 0, last);
        if (!m_shown.empty())
            Q_EMIT this->dataChanged(self.index(0, 0), self.index(rowCount() - 1, last));
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_shown.size());
    }

protected:
    [[nodiscard]] virtual bool isFound(const Item &item) const = 0;
    [[nodiscard]] const QString &query() const { return m_query; }

private:
    void filter()
    {
        std::vector<Item> next;
        std::ranges::copy_if(m_all, std::back_inserter(next),
                             [this](const Item &item) { return isFound(item); });
        this->takeRows(m_shown, std::move(next));
    }

    std::vector<Item> m_all, m_shown;
    QString m_query;
};

} // namespace tenantry::ui
