// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/subjecttreemodel.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/memberrow.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

SubjectTreeModel::SubjectTreeModel(Session &session, const MemberPlace &place, QObject *parent) : QAbstractItemModel(parent)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const directory::SpaceIndex spaceIndex = snapshot->findSpace(place.space);
    if (!spaceIndex.isValid())
        return;
    const directory::TenantIndex tenant = snapshot->space(spaceIndex).tenant();
    const QHash<QUuid, Role> members = memberRoles(MemberSource(session), place);
    QHash<directory::OrganizationIndex, int> places;
    for (const directory::OrganizationIndex index : snapshot->organizations()) {
        const directory::OrganizationView view = snapshot->organization(index);
        if (view.tenant() != tenant)
            continue;
        Node node{SubjectKind::Organization, view.id().uuid(), view.name(), view.totalMemberCount(), view.isEffectivelyEnabled(),
                  members.value(view.id().uuid(), Role::None)};
        places.insert(index, add(std::move(node), places.value(view.parent(), -1)));
    }
    for (const directory::RoleGroupIndex index : snapshot->roleGroupsOf(tenant)) {
        const directory::RoleGroupView view = snapshot->roleGroup(index);
        add({SubjectKind::RoleGroup, view.id().uuid(), view.name(), int(snapshot->membersOf(index).size()), true,
             members.value(view.id().uuid(), Role::None)},
            -1);
    }
}

int SubjectTreeModel::add(Node node, int parent)
{
    const int number = int(m_nodes.size());
    std::vector<int> &siblings = parent < 0 ? m_roots : m_nodes[size_t(parent)].children;
    node.parent = parent;
    node.row = int(siblings.size());
    siblings.push_back(number);
    m_nodes.push_back(std::move(node));
    return number;
}

QList<const SubjectTreeModel::Node *> SubjectTreeModel::chosen() const
{
    QList<const Node *> nodes;
    for (const int number : m_chosen)
        nodes += &m_nodes[size_t(number)];
    return nodes;
}

void SubjectTreeModel::setChosen(const QUuid &id, bool on)
{
    for (size_t i = 0; i < m_nodes.size(); ++i)
        if (m_nodes[i].id == id)
            setData(indexOf(int(i)), int(on ? Qt::Checked : Qt::Unchecked), Qt::CheckStateRole);
}

QModelIndex SubjectTreeModel::indexOf(int node) const
{
    return createIndex(m_nodes[size_t(node)].row, 0, quintptr(node));
}

QModelIndex SubjectTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const std::vector<int> &siblings = parent.isValid() ? node(parent).children : m_roots;
    if (row < 0 || row >= int(siblings.size()) || column != 0)
        return {};
    return createIndex(row, column, quintptr(siblings[size_t(row)]));
}

QModelIndex SubjectTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || node(child).parent < 0)
        return {};
    return indexOf(node(child).parent);
}

int SubjectTreeModel::rowCount(const QModelIndex &parent) const
{
    return int(parent.isValid() ? node(parent).children.size() : m_roots.size());
}

QVariant SubjectTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &n = node(index);
    switch (role) {
    case Qt::DisplayRole:
        return n.name;
    case Qt::AccessibleTextRole:
        return n.name + u", "_s + kindName(n.kind);
    case Qt::CheckStateRole:
        return int(n.already != Role::None || m_chosen.contains(int(index.internalId())) ? Qt::Checked : Qt::Unchecked);
    case IconNameRole:
        return iconName(n.kind);
    case SecondaryTextRole:
        return peopleText(n.people);
    case DimmedRole:
        return !n.enabled || n.already != Role::None;
    case ChipsRole: {
        QList<RowChip> chips;
        if (n.kind == SubjectKind::RoleGroup)
            chips += {kindName(n.kind), Tone::Info};
        if (!n.enabled)
            chips += {tr("Disabled"), Tone::Neutral};
        if (n.already != Role::None)
            chips += {tr("Already %1").arg(access::roleName(n.already)), Tone::Neutral};
        return QVariant::fromValue(chips);
    }
    default:
        return {};
    }
}

Qt::ItemFlags SubjectTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags usual = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    return node(index).already == Role::None ? usual | Qt::ItemIsUserCheckable : usual;
}

bool SubjectTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const int number = int(index.internalId());
    m_chosen.removeAll(number);
    if (Qt::CheckState(value.toInt()) == Qt::Checked)
        m_chosen.append(number);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

SubjectTreeProxy::SubjectTreeProxy(SubjectTreeModel *model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(model);
}

void SubjectTreeProxy::setQuery(const QString &query)
{
    m_query = query;
    invalidateFilter();
}

QVariant SubjectTreeProxy::data(const QModelIndex &index, int role) const
{
    if (role != MatchesRole)
        return QSortFilterProxyModel::data(index, role);
    QList<TextRange> ranges;
    if (!m_query.isEmpty())
        for (const directory::MatchRange &range : directory::matchRanges(index.data().toString(), m_query))
            ranges.append({int(range.start), int(range.length)});
    return QVariant::fromValue(ranges);
}

bool SubjectTreeProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return m_query.isEmpty() || !directory::matchRanges(m_model->node(m_model->index(row, 0, parent)).name, m_query).isEmpty();
}

} // namespace tenantry::ui::spaces
