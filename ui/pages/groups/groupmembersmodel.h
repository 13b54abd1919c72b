// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filteredmodel.h"
#include "ui/pages/groups/groupitems.h"

#include <QAbstractTableModel>

namespace tenantry::ui::groups {

/// Who is in a group, those that a query finds; diffed by ID.
class GroupMembersModel final : public FilteredModel<QAbstractTableModel, MemberItem>
{
    Q_OBJECT
public:
    enum Column { Name, Type, Detail, ColumnCount };
    using FilteredModel::FilteredModel;

    [[nodiscard]] int columnCount(const QModelIndex &) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] bool isFound(const MemberItem &item) const override;
};

} // namespace tenantry::ui::groups
