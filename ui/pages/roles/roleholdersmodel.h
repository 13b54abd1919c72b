// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filteredmodel.h"
#include "ui/pages/roles/roleitems.h"

#include <QAbstractTableModel>

namespace tenantry::ui::roles {

/// Who holds a role, those that a query finds; diffed by ID.
class RoleHoldersModel final : public FilteredModel<QAbstractTableModel, HolderItem>
{
    Q_OBJECT
public:
    enum Column { Name, Department, AssignedBy, Since, ColumnCount };
    using FilteredModel::FilteredModel;

    [[nodiscard]] int columnCount(const QModelIndex &) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] bool isFound(const HolderItem &item) const override;

private:
    [[nodiscard]] QString text(const HolderItem &holder, int column) const;
};

} // namespace tenantry::ui::roles
