// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/accessmodel.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/permissiondetailmodel.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace tenantry::ui::explorer {

using namespace directory;

namespace {

constexpr size_t mostWinners = 512; ///< more than a screen shows

quint64 keyOf(const ListRow &row)
{
    return quint64(row.index) << 1 | quint64(row.isResource);
}

/// Which rows a list has. Indices are dense: a bit for each is quicker than a set.
class Keys final
{
public:
    explicit Keys(const std::vector<ListRow> &rows)
    {
        for (const ListRow &row : rows) {
            const quint64 key = keyOf(row);
            if (key >= m_bits.size())
                m_bits.resize(std::max<size_t>(key + 1, m_bits.size() * 2));
            m_bits[key] = true;
        }
    }
    [[nodiscard]] bool has(const ListRow &row) const
    {
        const quint64 key = keyOf(row);
        return key < m_bits.size() && m_bits[key];
    }

private:
    std::vector<bool> m_bits;
};

} // namespace

bool AccessModel::isLaterOfTheSame(const AccessList &next) const
{
    // Indices mean the same things only in snapshots that came from one another.
    const ListQuestion &before = m_list->question;
    return before.fixed == next.question.fixed && (before.snapshot == next.question.snapshot ||
                                                   next.question.snapshot->changesSince(*before.snapshot));
}

void AccessModel::setList(const AccessListPtr &list)
{
    const bool later = m_list && list && isLaterOfTheSame(*list);
    if (!later)
        beginResetModel(); // another question
    m_winners.clear();
    m_list = list;
    m_resolver =
        list ? std::make_unique<access::Resolver>(list->question.snapshot, list->question.now) : nullptr;
    if (later) {
        setLater(list->rows);
        return;
    }
    m_rows = list ? list->rows : std::vector<ListRow>();
    endResetModel();
}

/// What goes leaves at the end, what comes is added at the end, then everything gets its place: four steps
/// whatever changed, where a difference row by row of 200,000 that are sorted anew would take seconds.
void AccessModel::setLater(const std::vector<ListRow> &next)
{
    const Keys had(m_rows);
    const Keys wanted(next);
    std::vector<ListRow> rows;
    rows.reserve(std::max(m_rows.size(), next.size()));
    std::ranges::copy_if(next, std::back_inserter(rows), [&](const ListRow &row) { return had.has(row); });
    const size_t stay = rows.size();
    std::ranges::copy_if(m_rows, std::back_inserter(rows),
                         [&](const ListRow &row) { return !wanted.has(row); });
    const size_t go = rows.size() - stay;
    permute(std::move(rows));
    if (go > 0) {
        beginRemoveRows({}, int(stay), int(stay + go) - 1);
        m_rows.resize(stay);
        endRemoveRows();
    }
    if (next.size() > stay) {
        beginInsertRows({}, int(stay), int(next.size()) - 1);
        std::ranges::copy_if(next, std::back_inserter(m_rows),
                             [&](const ListRow &row) { return !had.has(row); });
        endInsertRows();
    }
    permute(next);
}

/// The same rows in another order, roles taken over.
void AccessModel::permute(std::vector<ListRow> rows)
{
    const bool sameOrder = std::ranges::equal(rows, m_rows, {}, keyOf, keyOf);
    if (sameOrder) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, explorer::columnCount - 1));
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::unordered_map<quint64, int> places; // of the few rows that somebody remembers
    for (const QModelIndex &index : before)
        places.emplace(keyOf(m_rows[size_t(index.row())]), -1);
    for (size_t i = 0; i < rows.size() && !places.empty(); ++i)
        if (const auto at = places.find(keyOf(rows[i])); at != places.end())
            at->second = int(i);
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after += createIndex(places[keyOf(m_rows[size_t(index.row())])], index.column());
    m_rows = std::move(rows);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

int AccessModel::rowOf(Subject subject, Object object) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (this->subject(row) == subject && this->object(row) == object)
            return row;
    return -1;
}

void AccessModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, explorer::columnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, explorer::columnCount - 1));
}

int AccessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

const access::Path &AccessModel::winner(const ListRow &row) const
{
    const auto found = m_winners.find(keyOf(row));
    if (found != m_winners.end())
        return found->second;
    if (m_winners.size() >= mostWinners)
        m_winners.clear();
    const access::Explanation why = m_resolver->explain(m_list->subject(row), m_list->object(row));
    return m_winners.emplace(keyOf(row), why.paths.empty() ? access::Path() : why.paths.front())
        .first->second;
}

QString AccessModel::text(const ListRow &row, Column column) const
{
    const Snapshot &snapshot = *m_list->question.snapshot;
    switch (column) {
    case Column::Subject:
        return snapshot.nameOf(m_list->subject(row));
    case Column::Department:
        return departmentOf(snapshot, m_list->subject(row));
    case Column::Object:
        return snapshot.nameOf(m_list->object(row));
    case Column::Role:
        return access::roleName(row.role);
    default:
        break;
    }
    const access::Path &path = winner(row);
    if (!path.isValid())
        return {};
    const GrantView grant = snapshot.grant(path.grant);
    switch (column) {
    case Column::Through:
        return spaces::shortReason(snapshot, path);
    case Column::GrantedBy:
        return grant.grantedBy().isValid() ? snapshot.user(grant.grantedBy()).name() : QString();
    case Column::GrantedAt:
        return QLocale().toString(spaces::localTime(grant.grantedAt()).date(), QLocale::ShortFormat);
    default:
        return grant.expiresAt() ? spaces::countdownText(grant.expiresAt(), m_list->question.now)
                                 : spaces::dash();
    }
}

QVariant AccessModel::look(const ListRow &row, Column column, int role) const
{
    const Snapshot &snapshot = *m_list->question.snapshot;
    if (role == ToneRole)
        return column == Column::Role ? QVariant(int(spaces::roleTone(row.role))) : QVariant();
    if (column == Column::Subject) {
        const Subject subject = m_list->subject(row);
        if (role == AvatarIdRole)
            return subject.user().isValid() ? snapshot.idOf(subject).toString(QUuid::WithoutBraces)
                                            : QString();
        if (role == IconNameRole)
            return subject.user().isValid() ? QString() : spaces::iconName(subject.kind());
        if (role == SecondaryTextRole)
            return subject.user().isValid() ? snapshot.user(subject.user()).mis() : QString();
    }
    if (column == Column::Object) {
        const ResourceIndex resource = m_list->object(row).resource();
        if (role == IconNameRole)
            return resource.isValid() ? spaces::resourceIconName(snapshot.resource(resource).resourceKind())
                                      : u"space"_s;
        if (role == SecondaryTextRole)
            return resource.isValid() ? snapshot.space(snapshot.resource(resource).space()).name()
                                      : QString();
    }
    return {};
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListRow &row = m_rows[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole: {
        const access::Path &path = winner(row);
        if (column == Column::Through && path.isValid())
            return access::pathText(*m_list->question.snapshot, path, m_list->object(row));
        if ((column == Column::GrantedAt || column == Column::Expires) && path.isValid()) {
            const GrantView grant = m_list->question.snapshot->grant(path.grant);
            const std::optional<Instant> at =
                column == Column::GrantedAt ? std::optional(grant.grantedAt()) : grant.expiresAt();
            return at ? momentText(spaces::localTime(*at)) : QString();
        }
        return text(row, column);
    }
    case CopyTextRole: // an export is read later: no countdown
        if (column == Column::Expires) {
            const access::Path &path = winner(row);
            const auto at =
                path.isValid() ? m_list->question.snapshot->grant(path.grant).expiresAt() : std::nullopt;
            return at ? momentText(spaces::localTime(*at)) : QString();
        }
        return {};
    case Qt::AccessibleTextRole:
        if (column == Column::Subject || column == Column::Object)
            return QStringList{text(row, column), access::roleName(row.role), text(row, Column::Through)}
                .join(u", "_s);
        return text(row, column);
    default:
        return look(row, column, role);
    }
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Subject:
        return tr("Who");
    case Column::Department:
        return tr("Department");
    case Column::Object:
        return tr("What");
    case Column::Role:
        return tr("Role");
    case Column::Through:
        return tr("Through");
    case Column::GrantedBy:
        return tr("Granted by");
    case Column::GrantedAt:
        return tr("Granted");
    case Column::Expires:
        break;
    }
    return tr("Expires");
}

} // namespace tenantry::ui::explorer
