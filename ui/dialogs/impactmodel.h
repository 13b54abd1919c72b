// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/difference.h"

#include <QAbstractTableModel>

#include <memory>

namespace tenantry::ui {

/// Each single change of a difference: who, on what, the role before and after. Changes are worked out for
/// the rows that are looked at; there may be millions.
class ImpactModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Who, Department, What, Before, After, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    /// Another question than before; null: none.
    void setDifference(std::shared_ptr<const access::Difference> difference);
    /// What the columns of both roles are headed; empty: now and afterwards.
    void setMoments(const QString &before, const QString &after);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] access::RoleChange change(int row) const;
    [[nodiscard]] const directory::Snapshot &holding(directory::UserIndex user) const;
    [[nodiscard]] const directory::Snapshot &holding(directory::Object object) const;
    [[nodiscard]] QString text(const access::RoleChange &change, int column) const;
    [[nodiscard]] QVariant look(const access::RoleChange &change, int column, int role) const;

    std::shared_ptr<const access::Difference> m_difference;
    QString m_before, m_after;
    mutable qsizetype m_from = 0;
    mutable std::vector<access::RoleChange> m_page; ///< those around the row looked at last
};

} // namespace tenantry::ui
