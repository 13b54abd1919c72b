// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/subjecttreemodel.h"

#include "core/access/completeness.h"
#include "core/access/explanationtext.h"
#include "ui/models/textmatches.h"
#include "ui/pages/spaces/memberrow.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

SubjectTreeModel::SubjectTreeModel(Session &session, const MemberPlace &place, QObject *parent)
    : QAbstractItemModel(parent), m_search(session.searchIndex())
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const directory::SpaceIndex spaceIndex = snapshot->findSpace(place.space);
    if (!spaceIndex.isValid())
        return;
    const directory::TenantIndex tenant = snapshot->space(spaceIndex).tenant();
    const QHash<QUuid, Role> members = memberRoles(MemberSource(session), place);
    const bool seesPeople =
        access::Completeness(snapshot, session.heldScopes(), session.userId()).seesAllOf(tenant);
    QHash<directory::OrganizationIndex, int> places;
    for (const directory::OrganizationIndex index : snapshot->organizations()) {
        const directory::OrganizationView view = snapshot->organization(index);
        if (view.tenant() != tenant)
            continue;
        Node node{SubjectKind::Organization,
                  view.id().uuid(),
                  view.name(),
                  seesPeople ? std::optional(view.totalMemberCount()) : std::nullopt,
                  view.isEffectivelyEnabled(),
                  members.value(view.id().uuid(), Role::None)};
        places.insert(index, add(std::move(node), places.value(view.parent(), -1)));
    }
    for (const directory::RoleGroupIndex index : snapshot->roleGroupsOf(tenant)) {
        const directory::RoleGroupView view = snapshot->roleGroup(index);
        const auto people = seesPeople ? std::optional(int(snapshot->membersOf(index).size())) : std::nullopt;
        add({SubjectKind::RoleGroup, view.id().uuid(), view.name(), people, true,
             members.value(view.id().uuid(), Role::None)},
            -1);
    }
    show(std::vector<bool>(m_nodes.size(), true));
}

int SubjectTreeModel::add(Node node, int parent)
{
    const int number = int(m_nodes.size());
    node.parent = parent;
    m_numbers.insert(node.id, number);
    m_nodes.push_back(std::move(node));
    return number;
}

// Parents stand before their children.
void SubjectTreeModel::show(const std::vector<bool> &shown)
{
    m_roots.clear();
    m_shown = 0;
    for (Node &node : m_nodes)
        node.children.clear();
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        Node &node = m_nodes[i];
        node.row = -1;
        if (!shown[i])
            continue;
        std::vector<int> &siblings = node.parent < 0 ? m_roots : m_nodes[size_t(node.parent)].children;
        node.row = int(siblings.size());
        siblings.push_back(int(i));
        ++m_shown;
    }
}

std::vector<bool> SubjectTreeModel::hits(const QString &query) const
{
    std::vector<bool> found(m_nodes.size(), false);
    if (!m_search) { // not made yet
        for (size_t i = 0; i < m_nodes.size(); ++i)
            found[i] = directory::matches(m_nodes[i].name, query);
        return found;
    }
    const directory::SearchKinds kinds =
        directory::SearchKinds(directory::SearchKind::Organization) | directory::SearchKind::RoleGroup;
    for (const directory::SearchHit &hit : m_search->find(query, {kinds, qsizetype(m_nodes.size())}).hits) {
        const directory::Snapshot &snapshot = *m_search->snapshot();
        const QUuid id = hit.kind == directory::SearchKind::Organization
                             ? snapshot.organization(hit.organization()).id().uuid()
                             : snapshot.roleGroup(hit.roleGroup()).id().uuid();
        if (const auto node = m_numbers.constFind(id); node != m_numbers.cend())
            found[size_t(*node)] = true;
    }
    return found;
}

void SubjectTreeModel::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    beginResetModel();
    m_query = query;
    std::vector<bool> shown = query.isEmpty() ? std::vector<bool>(m_nodes.size(), true) : hits(query);
    for (size_t i = m_nodes.size(); i-- > 0;) {
        if (shown[i] && m_nodes[i].parent >= 0)
            shown[size_t(m_nodes[i].parent)] = true;
    }
    show(shown);
    endResetModel();
}

QList<const SubjectTreeModel::Node *> SubjectTreeModel::chosen() const
{
    QList<const Node *> nodes;
    for (const int number : m_chosen)
        nodes += &m_nodes[size_t(number)];
    return nodes;
}

bool SubjectTreeModel::setChosen(const QUuid &id, bool on)
{
    const int node = m_numbers.value(id, -1);
    if (node < 0 || m_nodes[size_t(node)].already != Role::None)
        return false;
    choose(node, on);
    return true;
}

void SubjectTreeModel::choose(int node, bool on)
{
    m_chosen.removeAll(node);
    if (on)
        m_chosen.append(node);
    if (m_nodes[size_t(node)].row >= 0)
        Q_EMIT dataChanged(indexOf(node), indexOf(node), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
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
        return int(n.already != Role::None || m_chosen.contains(int(index.internalId())) ? Qt::Checked
                                                                                         : Qt::Unchecked);
    case IconNameRole:
        return iconName(n.kind);
    case MatchesRole:
        return QVariant::fromValue(textMatches(n.name, m_query));
    case SecondaryTextRole:
        return n.people ? peopleText(*n.people) : QString();
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
    choose(int(index.internalId()), Qt::CheckState(value.toInt()) == Qt::Checked);
    return true;
}

} // namespace tenantry::ui::spaces
