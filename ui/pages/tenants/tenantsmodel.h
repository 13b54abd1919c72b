// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/models/newestwork.h"
#include "ui/session/session.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>

namespace tenantry::ui::tenants {

struct TenantItem
{
    QUuid id;
    TenantRow row;
    QString plan, administrator;
    std::optional<int> members; ///< nothing: its people are not here, and the server didn't say
    QDateTime lastActivity;     ///< invalid: not known
    friend bool operator==(const TenantItem &, const TenantItem &) = default;
};

/// All tenants that the platform team sees (TEN-15), those that a search finds.
class TenantsModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, Code, Domain, State, Plan, Administrator, Members, Activity, ColumnCount };

    using DiffingModel::DiffingModel;

    /// What the server alone knows of a tenant.
    struct Figures
    {
        std::optional<int> members;
        QDateTime lastActivity; ///< by its audit
    };

    /// What is listed, and how.
    struct Wish
    {
        directory::SnapshotPtr snapshot = directory::Snapshot::empty();
        QList<Scope> held;
        QHash<QUuid, Figures> figures;
        QString query;
        int column = Name;
        Qt::SortOrder order = Qt::AscendingOrder;
    };

    void refresh(const Session &session);
    /// A part of the name, the code, the domain or the administrator's name, pinyin too.
    void setQuery(const QString &query);
    void setFigures(const QHash<QUuid, Figures> &figures);
    [[nodiscard]] const TenantItem &itemAt(int row) const { return m_rows[size_t(row)]; }
    /// Found or not.
    [[nodiscard]] qsizetype total() const;
    /// Other rows are still to come.
    [[nodiscard]] bool isBusy() const { return m_work.isBusy(); }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void listed();

private:
    void list();

    Wish m_wish;
    std::vector<TenantItem> m_rows;
    NewestWork m_work;
};

} // namespace tenantry::ui::tenants
