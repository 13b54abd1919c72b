// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/membersmodel.h"

#include "core/access/explanationtext.h"
#include "core/directory/searchindex.h"
#include "ui/pages/spaces/memberfinder.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

MembersModel::MembersModel(const Session &session, QObject *parent)
    : DiffingModel(parent), m_session(session), m_finder(new MemberFinder(this))
{
    connect(m_finder, &MemberFinder::found, this, &MembersModel::take);
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
    m_finder->ask({MemberSource(m_session), m_place, m_filter, QLocale()});
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

QString MembersModel::removeRefusal(const MemberRow &row) const
{
    return refusalSentence(m_rights, row.role, Role::None);
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
    const QString reason = refusalSentence(m_rights, row.role, role);
    return reason.isEmpty() && row.isExpired(m_now) ? tr("This access has expired. Renew it first.") : reason;
}

QString MembersModel::expiryRefusal(const MemberRow &row) const
{
    return refusalSentence(m_rights, row.role, row.role);
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

QString MembersModel::text(const MemberRow &row, int column) const
{
    switch (column) {
    case Type:
        return m_compact ? QString() : kindName(row.kind);
    case Name:
        return row.name;
    case Department:
        if (row.outsider)
            return tr("Non-enterprise member");
        return row.department.isEmpty() ? dash() : row.department;
    case RoleColumn:
        return access::roleName(row.role);
    case AddedBy:
        return row.grantedBy.isEmpty() ? dash() : row.grantedBy;
    case AddedAt:
        return QLocale().toString(localTime(row.grantedAt).date(), QLocale::ShortFormat);
    case Expires:
        return row.role == Role::Owner ? dash() : countdownText(row.expiresAt, m_now);
    default:
        return {};
    }
}

QString MembersModel::nameTip(const MemberRow &row) const
{
    QStringList lines{row.name + u" · "_s + kindName(row.kind)};
    if (row.outsider)
        lines += tr("Not a member of this space's tenant");
    if (row.inactive)
        lines += row.kind == SubjectKind::User ? tr("The account isn't active: it gives no access now")
                                               : tr("The organization is disabled: it gives no access now");
    if (row.pending.state == PendingChange::Queued)
        lines +=
            row.pending.removed ? tr("Will be removed when the server answers") : tr("Waits for the server");
    if (!row.pending.problem.isEmpty())
        lines += row.pending.problem;
    return plainTip(lines.join(u'\n'));
}

QString MembersModel::tip(const MemberRow &row, int column) const
{
    switch (column) {
    case Type:
    case Name:
        return nameTip(row);
    case Department:
        return plainTip(row.departmentPath);
    case RoleColumn: {
        const QString reason = roleRefusal(row);
        return access::roleName(row.role) + u'\n' + roleAbilities(row.role) +
               (reason.isEmpty() ? QString() : u"\n\n"_s + reason);
    }
    case AddedAt:
        return momentText(localTime(row.grantedAt));
    case Expires:
        return row.expiresAt ? momentText(localTime(*row.expiresAt)) : QString();
    default:
        return {};
    }
}

QVariant MembersModel::tone(const MemberRow &row, int column) const
{
    if (column == RoleColumn)
        return int(row.isExpired(m_now) || row.pending.removed ? Tone::Neutral : roleTone(row.role));
    if (column == Department && row.outsider)
        return int(Tone::Warning);
    if (column == Expires && row.expiresAt && row.role != Role::Owner)
        return int(countdownTone(*row.expiresAt, m_now));
    return {};
}

QVariant MembersModel::nameLook(const MemberRow &row, int role) const
{
    switch (role) {
    case AvatarIdRole:
        return row.kind == SubjectKind::User && row.known ? row.subjectId.toString(QUuid::WithoutBraces)
                                                          : QString();
    case IconNameRole:
        return row.kind == SubjectKind::User ? (row.known ? QString() : u"eye-off"_s) : iconName(row.kind);
    case SecondaryTextRole:
        return row.kind == SubjectKind::User ? row.mis : row.known ? peopleText(row.memberCount) : QString();
    case QueuedRole:
        return row.pending.state == PendingChange::Queued;
    case ChipsRole: {
        QList<RowChip> chips;
        if (row.pending.state == PendingChange::Refused)
            chips += {tr("Needs attention"), Tone::Danger};
        if (row.pending.removed)
            chips += {tr("Being removed"), Tone::Warning};
        if (row.staff)
            chips += {tr("Meituan"), Tone::Accent};
        if (row.inactive)
            chips += {row.kind == SubjectKind::User ? tr("Inactive") : tr("Disabled"), Tone::Neutral};
        return QVariant::fromValue(chips);
    }
    default:
        return {};
    }
}

QVariant MembersModel::highlights(const MemberRow &row, int column) const
{
    QList<TextRange> ranges;
    if (!m_filter.query.isEmpty() && (column == Name || column == Department))
        for (const directory::MatchRange &range : directory::matchRanges(text(row, column), m_filter.query))
            ranges.append({int(range.start), int(range.length)});
    return QVariant::fromValue(ranges);
}

QVariant MembersModel::look(const MemberRow &row, int column, int role) const
{
    if (role == DimmedRole)
        return row.isExpired(m_now) || row.pending.removed || !row.known || (column == Name && row.inactive);
    if (role == ToneRole)
        return tone(row, column);
    if (role == MatchesRole)
        return highlights(row, column);
    if (column == Type && role == IconNameRole && m_compact)
        return iconName(row.kind);
    return column == Name ? nameLook(row, role) : QVariant();
}

QString MembersModel::spoken(const MemberRow &row, int column) const
{
    if (column != Name && column != Type)
        return text(row, column);
    QStringList parts{row.name, kindName(row.kind), access::roleName(row.role)};
    if (isTicked(row))
        parts += tr("selected");
    if (row.expiresAt)
        parts += countdownText(row.expiresAt, m_now);
    if (!row.pending.problem.isEmpty())
        parts += row.pending.problem;
    return parts.join(u", "_s);
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
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Type:
        return tr("Type");
    case Name:
        return tr("Name");
    case Department:
        return tr("Department");
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
