// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/membersproxy.h"

#include "core/directory/searchindex.h"
#include "ui/widgets/itemroles.h"

namespace tenantry::ui::spaces
{

namespace
{

int order(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::Organization:
        return 0;
    case SubjectKind::RoleGroup:
        return 1;
    case SubjectKind::User:
        break;
    }
    return 2;
}

template <class T>
int threeWay(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

} // namespace

MembersProxy::MembersProxy(MembersModel *model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    m_collator.setNumericMode(true);
    setSourceModel(model);
    setSortRole(Qt::DisplayRole);
    sort(MembersModel::Type);
}

void MembersProxy::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    m_matches.clear();
    invalidateFilter();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {MatchesRole});
}

void MembersProxy::setRole(Role role)
{
    m_role = role;
    invalidateFilter();
}

QVariant MembersProxy::data(const QModelIndex &index, int role) const
{
    if (role != MatchesRole)
        return QSortFilterProxyModel::data(index, role);
    QList<TextRange> ranges;
    if (!m_query.isEmpty() && (index.column() == MembersModel::Name || index.column() == MembersModel::Department))
        for (const directory::MatchRange &range : directory::matchRanges(index.data().toString(), m_query))
            ranges.append({int(range.start), int(range.length)});
    return QVariant::fromValue(ranges);
}

bool MembersProxy::matches(const QString &text) const
{
    auto found = m_matches.constFind(text);
    if (found == m_matches.cend())
        found = m_matches.insert(text, !directory::matchRanges(text, m_query).isEmpty());
    return *found;
}

bool MembersProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    const MemberRow &member = m_model->rowAt(row);
    if (m_role != Role::None && member.role != m_role)
        return false;
    return m_query.isEmpty() || matches(member.name) || matches(member.department)
           || member.mis.contains(m_query, Qt::CaseInsensitive);
}

int MembersProxy::compareText(const QString &a, const QString &b) const
{
    if (a == b)
        return 0;
    const auto key = [this](const QString &text) {
        auto found = m_keys.constFind(text);
        if (found == m_keys.cend())
            found = m_keys.insert(text, m_collator.sortKey(text));
        return *found;
    };
    return key(a).compare(key(b));
}

int MembersProxy::compare(const MemberRow &a, const MemberRow &b, int column) const
{
    switch (column) {
    case MembersModel::Type:
        return threeWay(order(a.kind), order(b.kind));
    case MembersModel::Department:
        return compareText(a.department, b.department);
    case MembersModel::RoleColumn:
        return threeWay(int(b.role), int(a.role));
    case MembersModel::AddedBy:
        return compareText(a.grantedBy, b.grantedBy);
    case MembersModel::AddedAt:
        return threeWay(a.grantedAt, b.grantedAt);
    case MembersModel::Expires:
        return threeWay(a.expiresAt.value_or(Instant::max()), b.expiresAt.value_or(Instant::max()));
    default:
        return compareText(a.name, b.name);
    }
}

bool MembersProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const MemberRow &a = m_model->rowAt(left.row());
    const MemberRow &b = m_model->rowAt(right.row());
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    if ((a.role == Role::Owner) != (b.role == Role::Owner))
        return (a.role == Role::Owner) == ascending;
    if (const int first = compare(a, b, left.column()); first != 0)
        return first < 0;
    // What is equal stays in the order of names, also when the column is turned over.
    int then = compare(a, b, MembersModel::Name);
    if (then == 0)
        then = threeWay(a.id, b.id);
    return (then < 0) == ascending;
}

} // namespace tenantry::ui::spaces
