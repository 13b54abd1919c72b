// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/pages/roles/roleitems.h"

#include <QAbstractListModel>

namespace tenantry::ui::roles {

/// The roles of a tenant that a query finds, by name. A new state is diffed by ID.
class RoleListModel final : public DiffingModel<QAbstractListModel>
{
    Q_OBJECT
public:
    using DiffingModel::DiffingModel;
    void setItems(std::vector<RoleItem> items);
    void setQuery(const QString &query);
    [[nodiscard]] const RoleItem &item(int row) const { return m_shown[size_t(row)]; }
    [[nodiscard]] int rowOf(TenantRoleId id) const; ///< below 0: not shown
    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_shown.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void filter();

    std::vector<RoleItem> m_all, m_shown;
    QString m_query;
};

} // namespace tenantry::ui::roles
