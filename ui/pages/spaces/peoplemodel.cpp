// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/peoplemodel.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/memberrow.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/widgets/itemroles.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

constexpr qsizetype mostHits = 50;

} // namespace

PeopleModel::PeopleModel(Session &session, const MemberPlace &place, QObject *parent)
    : QAbstractListModel(parent), m_session(session), m_members(memberRoles(MemberSource(session), place))
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    if (const auto index = snapshot->findSpace(place.space); index.isValid())
        m_tenant = snapshot->tenantId(snapshot->space(index).tenant());
    search({});
}

PeopleModel::Person PeopleModel::person(const directory::Snapshot &snapshot, directory::UserIndex index) const
{
    const directory::UserView user = snapshot.user(index);
    return {user.id(),    user.name(),  user.mis(), user.phone(), user.email(), user.isStaff(), snapshot.tenantId(user.tenant()) != m_tenant,
            m_members.value(user.id().uuid(), Role::None)};
}

std::vector<directory::UserIndex> PeopleModel::find(const QString &query)
{
    std::vector<directory::UserIndex> found;
    m_more = false;
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto take = [&](directory::UserIndex index) {
        if (!index.isValid() || !snapshot->user(index).isKnown() || snapshot->user(index).status() != UserStatus::Active)
            return;
        found.push_back(index);
    };
    if (query.isEmpty()) {
        for (const directory::UserIndex index : snapshot->usersOf(snapshot->findTenant(m_tenant))) {
            if (!m_members.contains(snapshot->user(index).id().uuid()))
                take(index);
            if (qsizetype(found.size()) == mostHits)
                break;
        }
        m_more = qsizetype(found.size()) == mostHits;
        return found;
    }
    const directory::SearchIndexPtr search = m_session.searchIndex();
    if (!search)
        return found;
    const directory::SearchResult result = search->find(query, {directory::SearchKind::User, mostHits});
    m_more = result.more;
    // The index may be of the snapshot before: people are the same by their IDs.
    for (const directory::SearchHit &hit : result.hits)
        take(snapshot->findUser(search->snapshot()->user(hit.user()).id()));
    return found;
}

void PeopleModel::search(const QString &query)
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    beginResetModel(); // another list, not a later state of this one
    m_query = query;
    m_people.clear();
    for (const directory::UserIndex index : find(query))
        m_people.push_back(person(*snapshot, index));
    endResetModel();
}

bool PeopleModel::isChosen(UserId id) const
{
    return std::any_of(m_chosen.begin(), m_chosen.end(), [&](const Person &p) { return p.id == id; });
}

void PeopleModel::unchoose(const QUuid &id)
{
    m_chosen.removeIf([&](const Person &p) { return p.id.uuid() == id; });
    if (!m_people.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_people.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Person &p = m_people[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return p.staff && !p.mis.isEmpty() ? p.name + u'/' + p.mis : p.name;
    case Qt::AccessibleTextRole:
        return QStringList{p.name, p.mis, p.phone, p.email, p.already == Role::None ? QString() : tr("Already %1").arg(access::roleName(p.already))}
            .filter(QRegularExpression(u"."_s))
            .join(u", "_s);
    case Qt::CheckStateRole:
        return int(isChosen(p.id) || p.already != Role::None ? Qt::Checked : Qt::Unchecked);
    case AvatarIdRole:
        return p.id.toString();
    case SubtitleRole: {
        QStringList parts;
        if (!p.phone.isEmpty())
            parts += p.phone;
        if (!p.email.isEmpty())
            parts += p.email;
        return parts.join(u" · "_s);
    }
    case DimmedRole:
        return p.already != Role::None;
    case MatchesRole: {
        QList<TextRange> ranges;
        if (!m_query.isEmpty())
            for (const directory::MatchRange &range : directory::matchRanges(data(index, Qt::DisplayRole).toString(), m_query))
                ranges.append({int(range.start), int(range.length)});
        return QVariant::fromValue(ranges);
    }
    case ChipsRole: {
        QList<RowChip> chips;
        if (p.staff)
            chips += {tr("Meituan"), Tone::Accent};
        if (p.outsider)
            chips += {tr("Another tenant"), Tone::Warning};
        if (p.already != Role::None)
            chips += {tr("Already %1").arg(access::roleName(p.already)), Tone::Neutral};
        return QVariant::fromValue(chips);
    }
    default:
        return {};
    }
}

Qt::ItemFlags PeopleModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const bool in = m_people[size_t(index.row())].already != Role::None;
    return in ? Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
              : Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
}

bool PeopleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const Person &p = m_people[size_t(index.row())];
    const bool on = Qt::CheckState(value.toInt()) == Qt::Checked;
    if (on && !isChosen(p.id))
        m_chosen.append(p);
    else if (!on)
        m_chosen.removeIf([&](const Person &other) { return other.id == p.id; });
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

} // namespace tenantry::ui::spaces
