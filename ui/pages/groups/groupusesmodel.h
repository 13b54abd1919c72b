// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/pages/groups/groupitems.h"

#include <QAbstractTableModel>

namespace tenantry::ui::groups {

/// Where a group is used: the objects that it has a role on. Diffed by the grants' IDs.
class GroupUsesModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Object, RoleColumn, GrantedBy, GrantedAt, Expires, ColumnCount };
    using DiffingModel::DiffingModel;
    void setItems(std::vector<UseItem> items, Instant now);
    [[nodiscard]] const UseItem &item(int row) const { return m_items[size_t(row)]; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const UseItem &use, int column) const;

    std::vector<UseItem> m_items;
    Instant m_now;
};

} // namespace tenantry::ui::groups
