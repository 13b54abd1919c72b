// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"

#include <QAbstractTableModel>
#include <QJsonObject>

#include <memory>

namespace tenantry::ui {

/// What the server recorded, in parts as it gives them, the newest first.
class RecordsModel : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    using DiffingModel::DiffingModel;

    /// An answer of the server, in place of all that is here, or behind it.
    virtual void take(const QJsonObject &page, bool append) = 0;
    virtual void clear() = 0;
    virtual void retranslate() = 0;
    /// What the next part comes before: the last row that is here.
    [[nodiscard]] virtual QJsonValue last() const = 0;
    /// Another one with the same words and columns, without rows.
    [[nodiscard]] virtual std::unique_ptr<RecordsModel> makeEmpty() const = 0;

protected:
    /// Rows behind those that are here.
    template <class Row>
    void appendRows(std::vector<Row> &rows, std::vector<Row> more)
    {
        if (more.empty())
            return;
        beginInsertRows({}, int(rows.size()), int(rows.size() + more.size()) - 1);
        rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        endInsertRows();
    }
};

} // namespace tenantry::ui
