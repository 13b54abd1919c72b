// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/session/session.h"

#include <QAbstractTableModel>
#include <QCollator>
#include <QSortFilterProxyModel>

namespace tenantry::ui::spaces {

/// The resources of a space (SPC-8), by kind and name, with what waits in the queue. Diffed by ID.
class ResourcesModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Access, Owner, Grants, ColumnCount };
    struct Row
    {
        ResourceId id;
        QString kind, name, owner;
        bool restricted = false;
        bool queued = false;            ///< a change of it waits to be sent
        std::optional<int> grants = {}; ///< on the resource itself; nothing: the actor doesn't see them all
        friend bool operator==(const Row &, const Row &) = default;
    };
    using DiffingModel::DiffingModel;

    /// How many rows the space would have.
    [[nodiscard]] static int countIn(const directory::Snapshot &snapshot, SpaceId space);
    void setSpace(const Session &session, SpaceId space);
    [[nodiscard]] const Row &rowAt(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] int rowOf(ResourceId id) const; ///< -1: not there
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    std::vector<Row> m_rows;
};

/// By name, kind or owner, pinyin and initials too; sorted by any column.
class ResourcesProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ResourcesProxy(ResourcesModel *model, QObject *parent = nullptr);
    void setQuery(const QString &query);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ResourcesModel *m_model;
    QString m_query;
    QCollator m_collator;
};

} // namespace tenantry::ui::spaces
