// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filteredmodel.h"
#include "ui/pages/roles/roleitems.h"

#include <QAbstractListModel>

namespace tenantry::ui::roles {

/// The roles of a tenant that a query finds, by name. A new state is diffed by ID.
class RoleListModel final : public FilteredModel<QAbstractListModel, RoleItem>
{
    Q_OBJECT
public:
    using FilteredModel::FilteredModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool isFound(const RoleItem &item) const override;
};

} // namespace tenantry::ui::roles
