// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/membersmodel.h"

#include "core/directory/searchindex.h"
#include "ui/models/textmatches.h"
#include "ui/models/textorder.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/itemroles.h"


#include <algorithm>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

namespace {

Tone toneOf(UserStatus status)
{
    switch (status) {
    case UserStatus::Active:
        return Tone::Success;
    case UserStatus::PendingActivation:
        return Tone::Warning;
    default:
        return Tone::Neutral;
    }
}

bool isIn(const directory::UserView &user, const QString &word)
{
    return directory::matches(user.name(), word) || user.email().contains(word, Qt::CaseInsensitive) ||
           user.mis().contains(word, Qt::CaseInsensitive);
}

} // namespace

OrganizationMembersModel::OrganizationMembersModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_asked.snapshot = m_shown.snapshot = directory::Snapshot::empty();
}

void OrganizationMembersModel::setSource(const directory::SnapshotPtr &snapshot, OrganizationId organization)
{
    const bool other = organization != m_asked.organization;
    m_asked.snapshot = snapshot;
    m_asked.organization = organization;
    if (other) { // nobody of the one before stays, nor what they were drawn from
        beginResetModel();
        m_rows.clear();
        m_total = 0;
        m_shown = m_asked;
        endResetModel();
    }
    refresh();
}

void OrganizationMembersModel::setQuery(const QString &query)
{
    m_asked.query = query;
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
    m_asked.column = column;
    m_asked.order = order;
    refresh();
}

OrganizationMembersModel::List OrganizationMembersModel::listOf(const Question &question,
                                                                const std::stop_token &stop)
{
    List list{question, {}, 0};
    const directory::Snapshot &snapshot = *question.snapshot;
    const auto organization = snapshot.findOrganization(question.organization);
    if (!organization.isValid())
        return list;
    const QStringList words = question.query.split(u' ', Qt::SkipEmptyParts);
    for (const directory::OrganizationMember &member : snapshot.membersOf(organization)) {
        const auto user = snapshot.user(member.user);
        if (!user.isKnown())
            continue;
        if (++list.total % 256 == 0 && stop.stop_requested())
            return list;
        if (std::all_of(words.begin(), words.end(), [&](const QString &word) { return isIn(user, word); }))
            list.rows.push_back({user.id(), member.user, snapshot.membership(member.membership).role()});
    }
    sortByText(
        list.rows, [&question](const Row &row) { return question.text(row, question.column); }, question.order, stop);
    return list;
}

void OrganizationMembersModel::refresh()
{
    const auto organization = m_asked.snapshot->findOrganization(m_asked.organization);
    if (!organization.isValid() || m_asked.snapshot->membersOf(organization).size() <= few) {
        m_work.cancel();
        return take(listOf(m_asked, {}));
    }
    m_work.run([question = m_asked](const std::stop_token &stop) { return listOf(question, stop); },
               [this](List list) { take(std::move(list)); });
}

void OrganizationMembersModel::take(List list)
{
    // As a change of layout whose persistent indexes follow their people: selection and scrolling stay.
    Q_EMIT layoutAboutToBeChanged();
    QHash<UserId, int> places;
    const QModelIndexList from = persistentIndexList();
    if (!from.isEmpty())
        for (size_t i = 0; i < list.rows.size(); ++i)
            places.insert(list.rows[i].id, int(i));
    QModelIndexList to;
    for (const QModelIndex &old : from) {
        const int row = places.value(m_rows[size_t(old.row())].id, -1);
        to.append(row < 0 ? QModelIndex() : createIndex(row, old.column()));
    }
    m_shown = std::move(list.question);
    m_rows = std::move(list.rows);
    m_total = list.total;
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
}

UserId OrganizationMembersModel::idOf(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[size_t(index.row())].id : UserId();
}

int OrganizationMembersModel::rowOf(UserId id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.id == id; });
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

QString OrganizationMembersModel::Question::others(const Row &row) const
{
    QStringList names;
    for (const auto each : snapshot->organizationsOf(row.user)) {
        const auto view = snapshot->organization(each);
        if (view.id() != organization)
            names.append(view.isKnown() ? view.name() : tr("hidden"));
    }
    return names.join(tr(", "));
}

QString OrganizationMembersModel::Question::text(const Row &row, int column) const
{
    const auto user = snapshot->user(row.user);
    switch (column) {
    case Name:
        return user.name();
    case Role:
        return row.role == u"leader" ? tr("Leader") : row.role == u"member" ? tr("Member") : row.role;
    case Others:
        return others(row);
    case Status:
        switch (user.status()) {
        case UserStatus::Active:
            return tr("Active");
        case UserStatus::PendingActivation:
            return tr("Not activated");
        case UserStatus::Suspended:
            return tr("Suspended");
        case UserStatus::Departed:
            return tr("Departed");
        }
    }
    return {};
}

QVariant OrganizationMembersModel::nameData(const Row &row, int role) const
{
    const auto user = m_shown.snapshot->user(row.user);
    switch (role) {
    case AvatarIdRole:
        return row.id.toString();
    case PortraitRole:
        return user.avatar();
    case SecondaryTextRole: {
        const auto primary = user.primaryOrganization();
        const bool isPrimary =
            primary.isValid() && m_shown.snapshot->organization(primary).id() == m_shown.organization;
        QStringList parts;
        if (!user.mis().isEmpty())
            parts.append(user.mis());
        if (isPrimary)
            parts.append(tr("primary"));
        return parts.join(u" · "_s);
    }
    case QueuedRole:
        return m_queued.contains(row.id);
    case MatchesRole:
        return QVariant::fromValue(textMatches(user.name(), m_shown.query));
    default:
        return {};
    }
}

QVariant OrganizationMembersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return m_shown.text(row, index.column());
    if (role == DimmedRole)
        return m_shown.snapshot->user(row.user).status() != UserStatus::Active;
    if (index.column() == Name)
        return nameData(row, role);
    if (role == ToneRole && index.column() == Status)
        return int(toneOf(m_shown.snapshot->user(row.user).status()));
    if (role == ToneRole && index.column() == Role && row.role == u"leader")
        return int(Tone::Accent);
    if (role == Qt::ToolTipRole && index.column() == Others)
        return m_shown.others(row);
    return {};
}

QVariant OrganizationMembersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Role:
        return tr("Role");
    case Others:
        return tr("Other organizations");
    case Status:
        return tr("Status");
    default:
        return {};
    }
}

} // namespace tenantry::ui
