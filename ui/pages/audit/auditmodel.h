// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/models/diffingmodel.h"

#include <QAbstractTableModel>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace tenantry::ui::audit {

/// One entry as the server gave it.
struct AuditEntry
{
    qint64 id = 0;
    std::optional<qint64> sealNumber;
    Instant at;
    QString actor; ///< the name; empty: the installation or its worker
    QString kind, objectKind, object;
    std::optional<QJsonObject> detail; ///< nothing: erased (AUD-3)
    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;

    [[nodiscard]] QString reason() const
    {
        return detail ? (*detail)[QLatin1String("reason")].toString() : QString();
    }
};

/// What the server found, the newest first; more is fetched by whoever shows it.
class AuditModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { When, Who, What, About, Reason, ColumnCount };
    using DiffingModel::DiffingModel;

    /// An answer of api.audit_page, in place of all that is here, or behind it.
    void take(const QJsonObject &page, bool append);
    void clear();
    void retranslate();
    [[nodiscard]] const AuditEntry &entry(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] const QJsonObject &names() const { return m_names; }
    /// The oldest one that is here; 0: none.
    [[nodiscard]] qint64 oldest() const { return m_rows.empty() ? 0 : m_rows.back().id; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const AuditEntry &entry, int column) const;
    std::vector<AuditEntry> m_rows;
    QJsonObject m_names;
};

} // namespace tenantry::ui::audit
