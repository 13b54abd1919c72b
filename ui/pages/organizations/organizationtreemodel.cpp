// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/organizationtreemodel.h"

#include "ui/widgets/itemroles.h"

#include <QMimeData>

namespace tenantry::ui {

using namespace Qt::StringLiterals;
using directory::OrganizationIndex;

namespace {

const auto mimeType = u"application/x-tenantry-organization"_s;

} // namespace

OrganizationTreeModel::OrganizationTreeModel(QObject *parent)
    : QAbstractItemModel(parent), m_snapshot(directory::Snapshot::empty())
{
}

OrganizationTreeModel::~OrganizationTreeModel() = default;

void OrganizationTreeModel::setSnapshot(const directory::SnapshotPtr &snapshot, TenantId tenant)
{
    const bool other = std::exchange(m_tenant, tenant) != tenant;
    const directory::SnapshotPtr before = std::exchange(m_snapshot, snapshot);
    if (other || !m_query.isEmpty() || m_root.children.empty())
        return rebuild();
    if (const auto changes = snapshot->changesSince(*before)) {
        follow(*changes);
        touchChanged(*before, *changes);
    } else {
        followAll();
        touchAll();
    }
}

void OrganizationTreeModel::setFilter(const QString &query, const QList<OrganizationId> &hits)
{
    m_query = query;
    m_hits = QSet<OrganizationId>(hits.begin(), hits.end());
    rebuild();
}

void OrganizationTreeModel::setQueued(const QSet<OrganizationId> &queued)
{
    const QSet<OrganizationId> before = std::exchange(m_queued, queued);
    for (const OrganizationId &id : (before - queued) + (queued - before))
        if (const Node *node = nodeOf(id))
            touch(node, node, {QueuedRole});
}

// Parents before children: without a filter all of the tenant's, with one the hits and all above them.
std::vector<OrganizationIndex> OrganizationTreeModel::shown() const
{
    std::vector<OrganizationIndex> wanted;
    const auto tenant = m_snapshot->findTenant(m_tenant);
    if (!tenant.isValid())
        return wanted;
    std::vector<bool> onPath;
    if (!m_query.isEmpty()) {
        onPath.resize(m_snapshot->organizationSlots());
        for (const OrganizationId &id : m_hits)
            for (auto at = m_snapshot->findOrganization(id); at.isValid() && !onPath[at.value()];
                 at = m_snapshot->organization(at).parent())
                onPath[at.value()] = true;
    }
    for (const OrganizationIndex root : m_snapshot->rootOrganizations(tenant))
        for (const OrganizationIndex index : m_snapshot->subtree(root))
            if (m_query.isEmpty() || onPath[index.value()])
                wanted.push_back(index);
    return wanted;
}

void OrganizationTreeModel::rebuild()
{
    beginResetModel();
    m_nodes.assign(m_snapshot->organizationSlots(), nullptr);
    m_storage.clear();
    m_free.clear();
    m_root.children.clear();
    for (const OrganizationIndex index : shown()) {
        Node *node = makeNode(index);
        node->parent = parentNodeFor(index);
        node->row = int(node->parent->children.size());
        node->parent->children.push_back(node);
    }
    endResetModel();
}

OrganizationTreeModel::Node *OrganizationTreeModel::nodeAt(OrganizationIndex index) const
{
    return index.isValid() && index.value() < m_nodes.size() ? m_nodes[index.value()] : nullptr;
}

OrganizationTreeModel::Node *OrganizationTreeModel::nodeOf(OrganizationId id) const
{
    return nodeAt(m_snapshot->findOrganization(id));
}

OrganizationTreeModel::Node *OrganizationTreeModel::makeNode(OrganizationIndex index)
{
    Node *node = nullptr;
    if (m_free.empty()) {
        node = &m_storage.emplace_back();
    } else {
        node = m_free.back();
        m_free.pop_back();
        *node = Node();
    }
    node->id = m_snapshot->organization(index).id();
    node->index = index;
    m_nodes[index.value()] = node;
    return node;
}

OrganizationTreeModel::Node *OrganizationTreeModel::parentNodeFor(OrganizationIndex index)
{
    const OrganizationIndex parent = m_snapshot->organization(index).parent();
    Node *found = parent.isValid() && isShown(parent) ? nodeAt(parent)
                                                      : nullptr; // one that is about to go is no parent
    return found ? found : &m_root;
}

bool OrganizationTreeModel::isShown(OrganizationIndex index) const
{
    const auto organization = m_snapshot->organization(index);
    return organization.isKnown() && m_snapshot->tenantId(organization.tenant()) == m_tenant;
}

// Costs what changed: a pull of one row in a tree of 200,000 must not be felt.
void OrganizationTreeModel::follow(const directory::Changes &changes)
{
    m_nodes.resize(m_snapshot->organizationSlots());
    std::vector<OrganizationIndex> here;
    std::vector<Node *> gone;
    const std::vector<QUuid> &ids = changes.of(RowKind::Organization);
    for (const QUuid &id : QSet<QUuid>(ids.begin(), ids.end())) {
        const OrganizationIndex index = m_snapshot->findOrganization(OrganizationId(id));
        if (index.isValid() && isShown(index))
            here.push_back(index);
        else if (Node *node = nodeAt(index))
            gone.push_back(node);
    }
    // Parents first. What came or moved has found its place before anything goes.
    std::sort(here.begin(), here.end(), [this](OrganizationIndex a, OrganizationIndex b) {
        return m_snapshot->organization(a).depth() < m_snapshot->organization(b).depth();
    });
    for (const OrganizationIndex index : here)
        place(index);
    for (Node *node : gone)
        remove(node);
}

// Where nothing is known of what changed, everything is compared.
void OrganizationTreeModel::followAll()
{
    findIndicesAnew();
    for (const OrganizationIndex index : shown())
        place(index);
    std::vector<Node *> gone;
    for (Node &node : m_storage) {
        const OrganizationIndex index = m_snapshot->findOrganization(node.id);
        if (node.parent && !(index.isValid() && isShown(index)))
            gone.push_back(&node);
    }
    for (Node *node : gone)
        remove(node);
}

void OrganizationTreeModel::findIndicesAnew()
{
    m_nodes.assign(m_snapshot->organizationSlots(), nullptr);
    for (Node &node : m_storage) {
        if (!node.parent)
            continue; // free
        node.index = m_snapshot->findOrganization(node.id);
        if (node.index.isValid())
            m_nodes[node.index.value()] = &node;
    }
}

void OrganizationTreeModel::place(OrganizationIndex index)
{
    Node *parent = parentNodeFor(index);
    Node *node = nodeAt(index);
    if (!node) {
        const int row = int(parent->children.size());
        beginInsertRows(indexOf(parent), row, row);
        node = makeNode(index);
        node->parent = parent;
        node->row = row;
        parent->children.push_back(node);
        endInsertRows();
        // What stood without its parent so far.
        for (const OrganizationIndex child : m_snapshot->children(index))
            if (nodeAt(child))
                place(child);
        return;
    }
    node->index = index;
    if (node->parent == parent)
        return;
    // What it goes under may still stand below it, where something between them moved out or went.
    std::vector<OrganizationIndex> path = m_snapshot->path(index);
    path.pop_back();
    for (const OrganizationIndex above : path)
        if (nodeAt(above) && isShown(above))
            place(above);
    Node *before = node->parent;
    beginMoveRows(indexOf(before), node->row, node->row, indexOf(parent), int(parent->children.size()));
    before->children.erase(before->children.begin() + node->row);
    renumber(before, size_t(node->row));
    node->parent = parent;
    node->row = int(parent->children.size());
    parent->children.push_back(node);
    endMoveRows();
}

void OrganizationTreeModel::remove(Node *node)
{
    if (!node->parent)
        return; // gone with the one above
    // What was below and is still to be seen has another place now.
    const std::vector<Node *> children = node->children;
    for (Node *child : children) {
        if (child->index.isValid() && isShown(child->index))
            place(child->index);
        else
            remove(child); // gone too, but not what is below it
    }
    Node *parent = node->parent;
    const int row = node->row;
    beginRemoveRows(indexOf(parent), row, row);
    parent->children.erase(parent->children.begin() + row);
    renumber(parent, size_t(row));
    forget(node);
    endRemoveRows();
}

void OrganizationTreeModel::forget(Node *node)
{
    if (nodeAt(node->index) == node)
        m_nodes[node->index.value()] = nullptr;
    *node = Node();
    m_free.push_back(node);
}

void OrganizationTreeModel::renumber(Node *parent, size_t from)
{
    for (size_t i = from; i < parent->children.size(); ++i)
        parent->children[i]->row = int(i);
}

void OrganizationTreeModel::touch(const Node *first, const Node *last, const QList<int> &roles)
{
    Q_EMIT dataChanged(indexOf(first), indexOf(last, ColumnCount - 1), roles);
}

// A membership changes the counts of every organization above, a switch dims all below: the rows say by
// themselves which of them look different now. Comparing numbers costs milliseconds at 200,000 of them, a
// signal for each would cost the view seconds.
void OrganizationTreeModel::touchChanged(const directory::Snapshot &before, const directory::Changes &changes)
{
    if (!changes.has(RowKind::Organization) && !changes.has(RowKind::Membership) &&
        !changes.has(RowKind::User))
        return;
    std::vector<bool> rows(m_snapshot->organizationSlots());
    for (const QUuid &id : changes.of(RowKind::Organization))
        if (const OrganizationIndex index = m_snapshot->findOrganization(OrganizationId(id)); index.isValid())
            rows[index.value()] = true;
    std::vector<bool> people(m_snapshot->userSlots());
    for (const QUuid &id : changes.of(RowKind::User))
        if (const directory::UserIndex index = m_snapshot->findUser(UserId(id)); index.isValid())
            people[index.value()] = true;
    const bool members = changes.has(RowKind::Membership);
    touchWhere([&](const Node &node) {
        const auto is = m_snapshot->organization(node.index);
        if (rows[node.index.value()] || (is.leader().isValid() && people[is.leader().value()]))
            return true;
        if (node.index.value() >= before.organizationSlots())
            return true;
        const auto was = before.organization(node.index); // deltas keep the indices
        return was.ownMemberCount() != is.ownMemberCount() ||
               was.totalMemberCount() != is.totalMemberCount() ||
               was.isEffectivelyEnabled() != is.isEffectivelyEnabled() ||
               (members && was.leader() != is.leader());
    });
}

void OrganizationTreeModel::touchAll()
{
    touchWhere([](const Node &) { return true; });
}

/// One signal for each family in which something differs.
void OrganizationTreeModel::touchWhere(const std::function<bool(const Node &)> &differs)
{
    const auto touchFamily = [&](const Node &parent) {
        const Node *first = nullptr;
        const Node *last = nullptr;
        for (const Node *child : parent.children) {
            if (!differs(*child))
                continue;
            first = first ? first : child;
            last = child;
        }
        if (first)
            touch(first, last, {});
    };
    touchFamily(m_root);
    for (const Node &node : m_storage)
        if (node.parent && !node.children.empty())
            touchFamily(node);
}

OrganizationTreeModel::Node *OrganizationTreeModel::nodeOf(const QModelIndex &index) const
{
    return static_cast<Node *>(index.internalPointer());
}

QModelIndex OrganizationTreeModel::indexOf(const Node *node, int column) const
{
    return node == &m_root ? QModelIndex() : createIndex(node->row, column, node);
}

OrganizationId OrganizationTreeModel::idOf(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index)->id : OrganizationId();
}

QModelIndex OrganizationTreeModel::indexOf(OrganizationId id) const
{
    const Node *node = nodeOf(id);
    return node ? indexOf(node) : QModelIndex();
}

QModelIndex OrganizationTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node *node = parent.isValid() ? nodeOf(parent) : &m_root;
    return createIndex(row, column, node->children[size_t(row)]);
}

QModelIndex OrganizationTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int OrganizationTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return int((parent.isValid() ? nodeOf(parent) : &m_root)->children.size());
}

int OrganizationTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags OrganizationTreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!m_movable || !index.isValid())
        return flags;
    flags |= Qt::ItemIsDropEnabled;
    return nodeOf(index)->parent == &m_root ? flags
                                            : flags | Qt::ItemIsDragEnabled; // the root stays where it is
}

QStringList OrganizationTreeModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *OrganizationTreeModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    data->setData(mimeType, idOf(indexes.value(0)).uuid().toByteArray());
    return data;
}

bool OrganizationTreeModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int,
                                            const QModelIndex &parent) const
{
    const Node *moved = nodeOf(OrganizationId(QUuid(QLatin1String(data->data(mimeType)))));
    if (!moved || !parent.isValid() || nodeOf(parent) == moved->parent)
        return false;
    for (const Node *above = nodeOf(parent); above; above = above->parent)
        if (above == moved)
            return false; // never under itself
    return true;
}

bool OrganizationTreeModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                         const QModelIndex &parent)
{
    if (canDropMimeData(data, action, row, column, parent))
        Q_EMIT moveRequested(OrganizationId(QUuid(QLatin1String(data->data(mimeType)))), idOf(parent));
    return false; // the view must not remove the row: the server moves it, and the snapshot says so
}

} // namespace tenantry::ui
