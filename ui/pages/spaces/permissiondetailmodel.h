// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/resolver.h"
#include "ui/models/diffingmodel.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

namespace tenantry::ui::spaces
{

/// The final roles of one subject in one space (PRM-1): the space, below it all its resources, by kind and name. A new
/// state is diffed by the objects' IDs.
class PermissionDetailModel final : public DiffingModel<QAbstractItemModel>
{
    Q_OBJECT
public:
    enum Column { Object, RoleColumn, Reason, ColumnCount };
    struct Row {
        ObjectKind kind = ObjectKind::Space;
        QUuid id;
        QString name;
        QString resourceKind;
        bool restricted = false;
        Role role = Role::None;
        QString reason;
        friend bool operator==(const Row &, const Row &) = default;
    };

    using DiffingModel::DiffingModel;

    void setDetail(const access::Resolver &resolver, directory::Subject subject, directory::SpaceIndex space);
    void clear();
    void retranslate();
    [[nodiscard]] const Row &row(const QModelIndex &index) const;
    [[nodiscard]] int countWithRole() const;
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QModelIndex spaceIndex() const { return createIndex(0, 0, quintptr(0)); }

    std::optional<Row> m_space;
    std::vector<Row> m_rows; ///< the resources
};

/// All, with a role, or without; and by name.
class PermissionDetailProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Show { All, WithRole, WithoutRole };
    explicit PermissionDetailProxy(PermissionDetailModel *model, QObject *parent = nullptr);
    void setShow(Show show);
    void setQuery(const QString &query);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    PermissionDetailModel *m_model;
    Show m_show = Show::All;
    QString m_query;
};

/// How a role comes about, in a few words: "Through 技术中心", "From the space: given directly".
[[nodiscard]] QString shortReason(const directory::Snapshot &snapshot, const access::Path &path);

} // namespace tenantry::ui::spaces
