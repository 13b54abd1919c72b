// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/densemodel.h"
#include "ui/pages/access/accesslist.h"

#include <unordered_map>

namespace tenantry::ui::explorer {

/// Who may what on one object, or what one subject may, with the winning reason (PRM-4). Rows are two
/// numbers; texts and reasons are made when they are looked at.
class AccessModel final : public DenseTableModel<ListRow>
{
    Q_OBJECT
public:
    using DenseTableModel::DenseTableModel;

    /// Of the same question asked later: what stays keeps its place in the view. Null: nothing is asked.
    void setList(const AccessListPtr &list);
    [[nodiscard]] const AccessListPtr &list() const { return m_list; }
    [[nodiscard]] directory::Subject subject(int row) const { return m_list->subject(rows()[size_t(row)]); }
    [[nodiscard]] directory::Object object(int row) const { return m_list->object(rows()[size_t(row)]); }
    /// Where this subject and object are; below 0: not shown.
    [[nodiscard]] int rowOf(directory::Subject subject, directory::Object object) const;
    void retranslate();

    [[nodiscard]] int columnCount(const QModelIndex &) const override { return explorer::columnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isLaterOfTheSame(const AccessList &next) const;
    [[nodiscard]] const access::Path &winner(const ListRow &row) const;
    [[nodiscard]] QString text(const ListRow &row, Column column) const;
    [[nodiscard]] QVariant look(const ListRow &row, Column column, int role) const;

    AccessListPtr m_list;
    std::unique_ptr<access::Resolver> m_resolver;                ///< of the list's snapshot and moment
    mutable std::unordered_map<quint64, access::Path> m_winners; ///< of rows looked at lately
};

} // namespace tenantry::ui::explorer
