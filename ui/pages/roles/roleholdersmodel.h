// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/pages/roles/roleitems.h"

#include <QAbstractTableModel>

namespace tenantry::ui::roles {

/// Who holds a role, those that a query finds; diffed by ID.
class RoleHoldersModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, Department, AssignedBy, Since, ColumnCount };
    using DiffingModel::DiffingModel;
    void setItems(std::vector<HolderItem> items);
    void setQuery(const QString &query);
    [[nodiscard]] const HolderItem &item(int row) const { return m_shown[size_t(row)]; }
    [[nodiscard]] int count() const { return int(m_all.size()); }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_shown.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void filter();
    [[nodiscard]] QString text(const HolderItem &holder, int column) const;

    std::vector<HolderItem> m_all, m_shown;
    QString m_query;
};

} // namespace tenantry::ui::roles
