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
    explicit ImpactModel(std::shared_ptr<const access::Difference> difference, QObject *parent = nullptr);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] access::RoleChange change(int row) const;
    [[nodiscard]] QString text(const access::RoleChange &change, int column) const;
    [[nodiscard]] QVariant look(const access::RoleChange &change, int column, int role) const;

    std::shared_ptr<const access::Difference> m_difference;
    mutable qsizetype m_from = 0;
    mutable std::vector<access::RoleChange> m_page; ///< those around the row looked at last
};

} // namespace tenantry::ui
