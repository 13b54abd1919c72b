// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/pages/groups/groupitems.h"

#include <QAbstractTableModel>

namespace tenantry::ui::groups {

/// Who is in a group, those that a query finds; diffed by ID.
class GroupMembersModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, Type, Detail, ColumnCount };
    using DiffingModel::DiffingModel;
    void setItems(std::vector<MemberItem> items);
    void setQuery(const QString &query);
    [[nodiscard]] const MemberItem &item(int row) const { return m_shown[size_t(row)]; }
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

    std::vector<MemberItem> m_all, m_shown;
    QString m_query;
};

} // namespace tenantry::ui::groups
