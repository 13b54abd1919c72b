// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/membersmodel.h"

#include "ui/pages/spaces/memberfinder.h"
#include "ui/pages/spaces/membernames.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/itemroles.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

MembersModel::MembersModel(Session &session, QObject *parent)
    : DiffingModel(parent), m_session(session), m_finder(new MemberFinder(this)),
      m_names(new MemberNames(session, this))
{
    connect(m_finder, &MemberFinder::found, this, &MembersModel::take);
    connect(m_names, &MemberNames::changed, this, &MembersModel::ask);
}

bool MembersModel::namesAll() const
{
    return m_names->isWhole();
}

void MembersModel::setPlace(const MemberPlace &place)
{
    if (place == m_place)
        return;
    m_place = place;
    m_filter.query.clear();
    m_filter.role = Role::None;
    clearTicks();
    takeRows(m_rows, {});
    m_all = std::make_shared<const std::vector<MemberRow>>();
    m_loading = true;
    m_names->setPlace(place);
    refresh();
}

void MembersModel::refresh()
{
    const SpaceRights rights = rightsOn(m_session, m_place);
    const Instant now = m_session.now();
    const bool changed = rights != m_rights || now != m_now;
    m_rights = rights;
    m_now = now;
    if (changed)
        touch(0, ColumnCount - 1);
    ask();
}

void MembersModel::setQuery(const QString &query)
{
    if (query == m_filter.query)
        return;
    m_filter.query = query;
    touch(Name, Department); // what is highlighted
    ask();
}

void MembersModel::setRoleFilter(Role role)
{
    if (role == m_filter.role)
        return;
    m_filter.role = role;
    ask();
}

void MembersModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Actions)
        return;
    m_filter.order = MemberOrder(column);
    m_filter.direction = order;
    ask();
}

void MembersModel::ask()
{
    MemberSource source(m_session);
    source.named = m_names->names();
    m_finder->ask({std::move(source), m_place, m_filter, QLocale()});
}

void MembersModel::take(const MemberList &list)
{
    m_loading = false;
    m_all = list.all;
    takeRows(m_rows, list.shown);
    if (!m_ticked.isEmpty()) {
        QSet<GrantId> kept;
        for (const MemberRow &row : *m_all)
            if (m_ticked.contains(row.id))
                kept.insert(row.id);
        const bool gone = kept.size() != m_ticked.size();
        m_ticked = std::move(kept);
        if (gone)
            Q_EMIT ticksChanged();
    }
    Q_EMIT listed();
}

void MembersModel::touch(int firstColumn, int lastColumn)
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, firstColumn), index(rowCount() - 1, lastColumn));
}

QString MembersModel::nameOnlySentence()
{
    return tr("Who doesn't manage the space sees who is in it, not their roles.");
}

QString MembersModel::removeRefusal(const MemberRow &row) const
{
    if (row.nameOnly)
        return nameOnlySentence();
    const QString reason = refusalSentence(m_rights, row.role, Role::None);
    return reason.isEmpty() ? removalRefusalBelow(m_session, m_place, row.kind, row.subjectId) : reason;
}

QString MembersModel::roleRefusal(const MemberRow &row) const
{
    QString reason;
    for (const Role role : grantableRoles(m_rights.hasBots)) {
        if (role == row.role)
            continue;
        reason = roleRefusal(row, role);
        if (reason.isEmpty())
            break;
    }
    return reason;
}

QString MembersModel::roleRefusal(const MemberRow &row, Role role) const
{
    if (row.nameOnly)
        return nameOnlySentence();
    const QString reason = refusalSentence(m_rights, row.role, role);
    return reason.isEmpty() && row.isExpired(m_now) ? tr("This access has expired. Renew it first.") : reason;
}

QString MembersModel::expiryRefusal(const MemberRow &row) const
{
    return row.nameOnly ? nameOnlySentence() : refusalSentence(m_rights, row.role, row.role);
}

std::vector<MemberRow> MembersModel::tickedRows() const
{
    std::vector<MemberRow> rows;
    for (const MemberRow &row : *m_all)
        if (m_ticked.contains(row.id))
            rows.push_back(row);
    return rows;
}

int MembersModel::shownTickedCount() const
{
    if (m_rows.size() == m_all->size())
        return tickedCount();
    return int(
        std::count_if(m_rows.begin(), m_rows.end(), [this](const MemberRow &row) { return isTicked(row); }));
}

void MembersModel::tickShown(bool on)
{
    for (const MemberRow &row : m_rows) {
        if (on)
            m_ticked.insert(row.id);
        else
            m_ticked.remove(row.id);
    }
    touch(Type, Type);
    Q_EMIT ticksChanged();
}

void MembersModel::clearTicks()
{
    if (m_ticked.isEmpty())
        return;
    m_ticked.clear();
    touch(Type, Type);
    Q_EMIT ticksChanged();
}

int MembersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MembersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MembersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MemberRow &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tip(row, index.column());
    case Qt::AccessibleTextRole:
        return spoken(row, index.column());
    case Qt::CheckStateRole:
        return index.column() == Type ? QVariant(int(isTicked(row) ? Qt::Checked : Qt::Unchecked))
                                      : QVariant();
    case GrantIdRole:
        return row.id.uuid();
    case RoleRefusalRole:
        return row.pending.removed ? tr("Will be removed when the server answers") : roleRefusal(row);
    case RemoveRefusalRole:
        return row.pending.removed ? tr("Will be removed when the server answers") : removeRefusal(row);
    case ProblemRole:
        return row.pending.problem;
    default:
        return look(row, index.column(), role);
    }
}

QVariant MembersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == CopyTextRole && section == Actions)
        return QString(); // buttons
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Type:
        return tr("Type");
    case Name:
        return tr("Name");
    case Department:
        return tr("Organization");
    case RoleColumn:
        return tr("Role");
    case AddedBy:
        return tr("Added by");
    case AddedAt:
        return tr("Added");
    case Expires:
        return tr("Expires");
    case Actions:
        return tr("Actions");
    default:
        return {};
    }
}

Qt::ItemFlags MembersModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return index.column() == Type ? usual | Qt::ItemIsUserCheckable : usual;
}

bool MembersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Type)
        return false;
    const GrantId id = rowAt(index.row()).id;
    if (Qt::CheckState(value.toInt()) == Qt::Checked)
        m_ticked.insert(id);
    else
        m_ticked.remove(id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
    return true;
}

void MembersModel::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    touch(Type, Type);
}

void MembersModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    touch(0, ColumnCount - 1);
    ask(); // some names are words of ours
}

} // namespace tenantry::ui::spaces
