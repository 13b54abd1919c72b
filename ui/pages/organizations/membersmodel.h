// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <QAbstractTableModel>
#include <QSet>

namespace tenantry::ui
{

/// The people of one organization: name, role in it, other organizations, status, since when. Sorted and searched
/// here; follows snapshots row by row.
class OrganizationMembersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Role, Others, Status, ColumnCount };

    explicit OrganizationMembersModel(QObject *parent = nullptr);

    void setSource(const directory::SnapshotPtr &snapshot, OrganizationId organization);
    /// By name, e-mail or MIS account, pinyin and initials of the name too; empty shows all.
    void setQuery(const QString &query);
    /// Drawn with a mark: a command on them waits.
    void setQueued(const QSet<UserId> &queued);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] UserId idOf(const QModelIndex &index) const;
    [[nodiscard]] int rowOf(UserId id) const;
    /// Members before the search.
    [[nodiscard]] int total() const { return m_total; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        UserId id;
        directory::UserIndex user;
        QString role;
    };

    [[nodiscard]] std::vector<Row> wanted();
    void refresh();
    void show(std::vector<Row> rows);
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QString others(const Row &row) const;
    [[nodiscard]] QVariant nameData(const Row &row, int role) const;

    directory::SnapshotPtr m_snapshot;
    OrganizationId m_organization;
    QString m_query;
    int m_sortColumn = Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::vector<Row> m_rows;
    QSet<UserId> m_queued;
    int m_total = 0;
};

} // namespace tenantry::ui
