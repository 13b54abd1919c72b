// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/memberplace.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QSortFilterProxyModel>

#include <vector>

namespace tenantry::ui::spaces
{

/// The tenant's organizations as a tree, and its role groups below them at the level of the root (MEM-4), to be ticked.
/// What is in the space already can't be. Of the moment when it was made.
class SubjectTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    SubjectTreeModel(Session &session, const MemberPlace &place, QObject *parent = nullptr);

    struct Node {
        SubjectKind kind = SubjectKind::Organization;
        QUuid id;
        QString name;
        int people = 0;
        bool enabled = true;
        Role already = Role::None;
        int parent = -1;
        int row = 0;
        std::vector<int> children;
    };
    [[nodiscard]] const Node &node(const QModelIndex &index) const { return m_nodes[size_t(index.internalId())]; }
    [[nodiscard]] QList<const Node *> chosen() const;
    void setChosen(const QUuid &id, bool on);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return 1; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void chosenChanged();

private:
    int add(Node node, int parent);
    [[nodiscard]] QModelIndex indexOf(int node) const;

    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
    QList<int> m_chosen; ///< in the order in which they were ticked
};

/// What a search finds, with the organizations above.
class SubjectTreeProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit SubjectTreeProxy(SubjectTreeModel *model, QObject *parent = nullptr);
    void setQuery(const QString &query);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    SubjectTreeModel *m_model;
    QString m_query;
};

} // namespace tenantry::ui::spaces
