// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/models/diffingmodel.h"

#include <QAbstractTableModel>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace tenantry::ui::security {

/// One event or access as the server gave it.
struct SecurityRow
{
    qint64 id = 0;
    Instant at;
    std::optional<Instant> clientAt; ///< by the console that was offline then
    QString actor, tenant;           ///< names; empty: nobody, the platform
    QString kind;
    QJsonObject details;
    bool isAlarm = false;
    friend bool operator==(const SecurityRow &, const SecurityRow &) = default;
};

/// What the server found, the newest first; more is fetched by whoever shows it.
class SecurityModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { When, Who, What, Detail, Tenant, ColumnCount };
    using DiffingModel::DiffingModel;

    /// An answer of api.security_page, in place of all that is here, or behind it.
    void take(const QJsonObject &page, bool append);
    void clear();
    void retranslate();
    [[nodiscard]] const SecurityRow &rowAt(int row) const { return m_rows[size_t(row)]; }
    /// The oldest one that is here; 0: none.
    [[nodiscard]] qint64 oldest() const { return m_rows.empty() ? 0 : m_rows.back().id; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const SecurityRow &row, int column) const;
    std::vector<SecurityRow> m_rows;
    QJsonObject m_names;
};

} // namespace tenantry::ui::security
