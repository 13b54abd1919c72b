// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/memberplace.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QUuid>

#include <optional>
#include <vector>

namespace tenantry::ui::spaces {

/// The tenant's organizations as a tree, and its role groups below them at the level of the root (MEM-4), to
/// be ticked. What is in the space already can't be. Of the moment when it was made. A search leaves its hits
/// and what is above them; it resets the model, because proxies that take rows away one by one need seconds
/// where thousands are expanded.
class SubjectTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    SubjectTreeModel(Session &session, const MemberPlace &place, QObject *parent = nullptr);

    struct Node
    {
        SubjectKind kind = SubjectKind::Organization;
        QUuid id;
        QString name;
        std::optional<int> people; ///< nothing: not all of them are to be seen
        bool enabled = true;
        Role already = Role::None;
        int parent = -1;
        int row = -1;                   ///< among those that are shown; -1: not shown
        std::vector<int> children = {}; ///< that are shown
    };
    [[nodiscard]] const Node &node(const QModelIndex &index) const
    {
        return m_nodes[size_t(index.internalId())];
    }
    [[nodiscard]] QList<const Node *> chosen() const;
    /// False where there is no such node, or it is in the space already.
    bool setChosen(const QUuid &id, bool on);
    void setQuery(const QString &query);
    [[nodiscard]] int shownCount() const { return m_shown; }

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
    void show(const std::vector<bool> &shown);
    void choose(int node, bool on);
    [[nodiscard]] std::vector<bool> hits(const QString &query) const;
    [[nodiscard]] QModelIndex indexOf(int node) const;

    directory::SearchIndexPtr m_search;
    std::vector<Node> m_nodes;
    QHash<QUuid, int> m_numbers;
    std::vector<int> m_roots;
    QString m_query;
    int m_shown = 0;
    QList<int> m_chosen; ///< in the order in which they were ticked
};

} // namespace tenantry::ui::spaces
