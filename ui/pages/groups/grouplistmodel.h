// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filteredmodel.h"
#include "ui/pages/groups/groupitems.h"

#include <QAbstractListModel>

namespace tenantry::ui::groups {

/// The groups of a tenant that a query finds, by name. A new state is diffed by ID.
class GroupListModel final : public FilteredModel<QAbstractListModel, GroupItem>
{
    Q_OBJECT
public:
    using FilteredModel::FilteredModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool isFound(const GroupItem &item) const override;
};

} // namespace tenantry::ui::groups
