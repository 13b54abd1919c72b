// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/session/session.h"

#include <QAbstractTableModel>

namespace tenantry::ui::members {

/// Somebody who was removed from a tenant and can be brought back (ORG-7).
struct RemovedRow
{
    QUuid id; ///< of the removal
    UserId user;
    QString name, by, reason;
    Instant at, until;
    bool queued = false; ///< a restoration waits
    friend bool operator==(const RemovedRow &, const RemovedRow &) = default;
};

/// As api.removed_members gives them; rows that say nothing are left out.
[[nodiscard]] std::vector<RemovedRow> removedRows(const QJsonValue &answer);

class RemovedModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, At, By, Reason, Until, ColumnCount };
    using DiffingModel::DiffingModel;

    void setRows(std::vector<RemovedRow> rows, Instant now);
    [[nodiscard]] const RemovedRow &rowAt(int row) const { return m_rows[size_t(row)]; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void show(std::vector<RemovedRow> rows);
    [[nodiscard]] QString text(const RemovedRow &row, int column) const;

    std::vector<RemovedRow> m_rows;
    Instant m_now;
    int m_column = At;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace tenantry::ui::members
