// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/models/newestwork.h"
#include "ui/pages/outsiders/outsiderrow.h"

#include <QAbstractTableModel>

namespace tenantry::ui::outsiders {

/// The non-enterprise members of a tenant, those that a search finds. Diffed by person; many come a moment
/// later.
class OutsidersModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, Spaces, Since, Until, ColumnCount };

    using DiffingModel::DiffingModel;

    void refresh(const Session &session, TenantId tenant);
    /// Part of the name or of a space's, pinyin too.
    void setQuery(const QString &query);
    [[nodiscard]] const OutsiderRow &rowAt(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] qsizetype total() const { return qsizetype(m_all.size()); }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void listed();

private:
    void take(std::vector<OutsiderRow> rows);
    void show();
    [[nodiscard]] bool before(const OutsiderRow &a, const OutsiderRow &b) const;
    [[nodiscard]] QString text(const OutsiderRow &row, int column) const;
    [[nodiscard]] QString tip(const OutsiderRow &row, int column) const;
    [[nodiscard]] QVariant nameLook(const OutsiderRow &row, int role) const;

    std::vector<OutsiderRow> m_all, m_rows;
    QString m_query;
    int m_column = Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    Instant m_now;
    NewestWork m_work;
};

} // namespace tenantry::ui::outsiders
