// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <QAbstractItemModel>
#include <QSet>

#include <deque>
#include <functional>

namespace tenantry::ui {

/// The department tree of one tenant (ORG-2): name with own and total member counts, leader. Follows
/// snapshots by inserting, removing and moving what differs, so that selection, expansion and scrolling stay;
/// with a filter it shows the hits and what leads to them.
class OrganizationTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Leader, ColumnCount };

    explicit OrganizationTreeModel(QObject *parent = nullptr);
    ~OrganizationTreeModel() override;

    /// `snapshot` never null.
    void setSnapshot(const directory::SnapshotPtr &snapshot, TenantId tenant);
    /// Shows only the hits and their paths, the matching part of `query` marked; an empty query shows all.
    void setFilter(const QString &query, const QList<OrganizationId> &hits);
    /// Drawn with a mark: a command on them waits.
    void setQueued(const QSet<OrganizationId> &queued);
    /// Whether rows may be dragged.
    void setMovable(bool movable) { m_movable = movable; }

    [[nodiscard]] OrganizationId idOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(OrganizationId id) const;
    [[nodiscard]] bool isHit(OrganizationId id) const { return m_hits.contains(id); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// Somebody dropped one organization on another; nothing has moved yet.
    void moveRequested(tenantry::OrganizationId organization, tenantry::OrganizationId newParent);

private:
    struct Node
    {
        OrganizationId id;
        directory::OrganizationIndex index;
        Node *parent = nullptr;
        std::vector<Node *> children;
        int row = 0;
    };

    void rebuild();
    void follow(const directory::Changes &changes);
    void followAll();
    void findIndicesAnew();
    [[nodiscard]] bool isShown(directory::OrganizationIndex index) const;
    [[nodiscard]] Node *nodeAt(directory::OrganizationIndex index) const;
    [[nodiscard]] Node *nodeOf(OrganizationId id) const;
    [[nodiscard]] std::vector<directory::OrganizationIndex> shown() const;
    [[nodiscard]] Node *parentNodeFor(directory::OrganizationIndex index);
    Node *makeNode(directory::OrganizationIndex index);
    void remove(Node *node);
    void forget(Node *node);
    void place(directory::OrganizationIndex index);
    static void renumber(Node *parent, size_t from);
    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node, int column = Name) const;
    [[nodiscard]] QVariant nameData(const Node &node, int role) const;
    [[nodiscard]] QVariant leaderData(const Node &node, int role) const;
    void touch(const Node *first, const Node *last, const QList<int> &roles);
    void touchChanged(const directory::Snapshot &before, const directory::Changes &changes);
    void touchAll();
    void touchWhere(const std::function<bool(const Node &)> &differs);

    directory::SnapshotPtr m_snapshot;
    TenantId m_tenant;
    std::deque<Node> m_storage;
    std::vector<Node *> m_free;
    Node m_root;
    std::vector<Node *> m_nodes; ///< by the index of the snapshot; null: not shown
    QString m_query;
    QSet<OrganizationId> m_hits;
    QSet<OrganizationId> m_queued;
    bool m_movable = false;
};

} // namespace tenantry::ui
