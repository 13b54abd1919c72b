// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/session/session.h"
#include "ui/widgets/avatarchoice.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace tenantry::ui::spaces
{

struct SpaceItem {
    SpaceId id;
    QString name;
    QString tenant; ///< where the actor sees spaces of several
    QString edition;
    QStringList modules;
    AvatarChoice avatar;
    Role role = Role::None; ///< the actor's own
    bool archived = false;
    bool queued = false; ///< not created yet
    friend bool operator==(const SpaceItem &, const SpaceItem &) = default;
};

/// The spaces that the actor sees; archived ones last, then by name. Diffed by ID.
class SpaceListModel final : public DiffingModel<QAbstractListModel>
{
    Q_OBJECT
public:
    enum ItemRole { SpaceIdRole = Qt::UserRole + 1 };
    using DiffingModel::DiffingModel;

    void setItems(std::vector<SpaceItem> items);
    [[nodiscard]] const SpaceItem &itemAt(int row) const { return m_items[size_t(row)]; }
    [[nodiscard]] int rowOf(SpaceId id) const; ///< -1: not there
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();

private:
    std::vector<SpaceItem> m_items;
};

[[nodiscard]] std::vector<SpaceItem> spaceItems(const Session &session);

/// By name, pinyin and initials too.
class SpaceListProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit SpaceListProxy(SpaceListModel *model, QObject *parent = nullptr);
    void setQuery(const QString &query);
    [[nodiscard]] QString query() const { return m_query; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    SpaceListModel *m_model;
    QString m_query;
};

} // namespace tenantry::ui::spaces
