// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/membersmodel.h"

#include "core/directory/searchindex.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/itemroles.h"

#include <QCollator>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

Tone toneOf(UserStatus status)
{
    switch (status) {
    case UserStatus::Active: return Tone::Success;
    case UserStatus::PendingActivation: return Tone::Warning;
    default: return Tone::Neutral;
    }
}

} // namespace

OrganizationMembersModel::OrganizationMembersModel(QObject *parent) : QAbstractTableModel(parent), m_snapshot(directory::Snapshot::empty()) {}

void OrganizationMembersModel::setSource(const directory::SnapshotPtr &snapshot, OrganizationId organization)
{
    const bool other = organization != m_organization;
    m_snapshot = snapshot;
    m_organization = organization;
    if (!other)
        return refresh();
    beginResetModel();
    m_rows = wanted();
    endResetModel();
}

void OrganizationMembersModel::setQuery(const QString &query)
{
    m_query = query;
    refresh();
}

void OrganizationMembersModel::setQueued(const QSet<UserId> &queued)
{
    m_queued = queued;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {QueuedRole});
}

void OrganizationMembersModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    refresh();
}

std::vector<OrganizationMembersModel::Row> OrganizationMembersModel::wanted()
{
    std::vector<Row> rows;
    m_total = 0;
    const auto organization = m_snapshot->findOrganization(m_organization);
    if (!organization.isValid())
        return rows;
    for (const directory::OrganizationMember &member : m_snapshot->membersOf(organization)) {
        const auto user = m_snapshot->user(member.user);
        if (!user.isKnown())
            continue;
        ++m_total;
        const bool found = m_query.isEmpty() || !directory::matchRanges(user.name(), m_query).isEmpty()
            || user.email().contains(m_query, Qt::CaseInsensitive) || user.mis().contains(m_query, Qt::CaseInsensitive);
        if (found)
            rows.push_back({user.id(), member.user, m_snapshot->membership(member.membership).role()});
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::vector<std::pair<QCollatorSortKey, Row>> keyed;
    keyed.reserve(rows.size());
    for (Row &row : rows)
        keyed.emplace_back(collator.sortKey(text(row, m_sortColumn)), std::move(row));
    std::stable_sort(keyed.begin(), keyed.end(), [this](const auto &a, const auto &b) {
        return m_order == Qt::AscendingOrder ? a.first < b.first : b.first < a.first;
    });
    rows.clear();
    for (auto &[key, row] : keyed)
        rows.push_back(std::move(row));
    return rows;
}

void OrganizationMembersModel::refresh()
{
    show(wanted());
}

void OrganizationMembersModel::show(std::vector<Row> rows)
{
    // As a change of layout whose persistent indexes follow their people: selection and scrolling stay.
    Q_EMIT layoutAboutToBeChanged();
    QHash<UserId, int> places;
    for (size_t i = 0; i < rows.size(); ++i)
        places.insert(rows[i].id, int(i));
    QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex &old : from) {
        const int row = places.value(m_rows[size_t(old.row())].id, -1);
        to.append(row < 0 ? QModelIndex() : createIndex(row, old.column()));
    }
    m_rows = std::move(rows);
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
}

UserId OrganizationMembersModel::idOf(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[size_t(index.row())].id : UserId();
}

int OrganizationMembersModel::rowOf(UserId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int OrganizationMembersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OrganizationMembersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OrganizationMembersModel::others(const Row &row) const
{
    QStringList names;
    for (const auto organization : m_snapshot->organizationsOf(row.user)) {
        const auto view = m_snapshot->organization(organization);
        if (view.id() != m_organization)
            names.append(view.isKnown() ? view.name() : tr("hidden"));
    }
    return names.join(tr(", "));
}

QString OrganizationMembersModel::text(const Row &row, int column) const
{
    const auto user = m_snapshot->user(row.user);
    switch (column) {
    case Name: return user.name();
    case Role: return row.role == u"leader" ? tr("Leader") : row.role == u"member" ? tr("Member") : row.role;
    case Others: return others(row);
    case Status:
        switch (user.status()) {
        case UserStatus::Active: return tr("Active");
        case UserStatus::PendingActivation: return tr("Not activated");
        case UserStatus::Suspended: return tr("Suspended");
        case UserStatus::Departed: return tr("Departed");
        }
    }
    return {};
}

QVariant OrganizationMembersModel::nameData(const Row &row, int role) const
{
    const auto user = m_snapshot->user(row.user);
    switch (role) {
    case AvatarIdRole: return row.id.toString();
    case SecondaryTextRole: {
        const auto primary = user.primaryOrganization();
        const bool isPrimary = primary.isValid() && m_snapshot->organization(primary).id() == m_organization;
        QStringList parts;
        if (!user.mis().isEmpty())
            parts.append(user.mis());
        if (isPrimary)
            parts.append(tr("primary"));
        return parts.join(u" · "_s);
    }
    case QueuedRole: return m_queued.contains(row.id);
    case MatchesRole: {
        QList<TextRange> ranges;
        if (!m_query.isEmpty())
            for (const directory::MatchRange &range : directory::matchRanges(user.name(), m_query))
                ranges.append({int(range.start), int(range.length)});
        return QVariant::fromValue(ranges);
    }
    default: return {};
    }
}

QVariant OrganizationMembersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == DimmedRole)
        return m_snapshot->user(row.user).status() != UserStatus::Active;
    if (index.column() == Name)
        return nameData(row, role);
    if (role == ToneRole && index.column() == Status)
        return int(toneOf(m_snapshot->user(row.user).status()));
    if (role == ToneRole && index.column() == Role && row.role == u"leader")
        return int(Tone::Accent);
    if (role == Qt::ToolTipRole && index.column() == Others)
        return others(row);
    return {};
}

QVariant OrganizationMembersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Role: return tr("Role");
    case Others: return tr("Other organizations");
    case Status: return tr("Status");
    default: return {};
    }
}

} // namespace tenantry::ui
