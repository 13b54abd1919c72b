// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/approvalsmodel.h"

#include "core/directory/searchindex.h"
#include "ui/models/textmatches.h"
#include "ui/pages/approvals/applicationkinds.h"
#include "ui/pages/approvals/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using Mark = ApprovalItem::Mark;

} // namespace

ApprovalsModel::ApprovalsModel(QObject *parent)
    : QAbstractTableModel(parent), m_snapshot(directory::Snapshot::empty())
{
}

void ApprovalsModel::take(const ApprovalList &list, Instant now, std::chrono::hours target)
{
    const bool otherBox = std::exchange(m_box, list.filter.box) != list.filter.box;
    const bool otherQuery = std::exchange(m_query, list.filter.query) != list.filter.query;
    m_unfiltered = qsizetype(list.boxes->of(list.filter.box).size());
    const bool otherSnapshot = std::exchange(m_snapshot, list.snapshot) != list.snapshot;
    m_now = now;
    m_target = target;
    apply(list.edits, list.shown);
    // Names of people, ages and marked letters hang on more than the row.
    if (otherBox || otherQuery || otherSnapshot)
        touch(0, rowCount() - 1);
    if (otherBox)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void ApprovalsModel::apply(const ApprovalEdits &edits, const std::shared_ptr<const ApprovalItems> &next)
{
    if (edits.reset) {
        beginResetModel();
        m_items = next;
        endResetModel();
        return;
    }
    if (!edits.removed.empty() || !edits.moved.empty() || !edits.inserted.empty()) {
        const auto rows = std::make_shared<ApprovalItems>(*m_items);
        m_items = rows;
        for (const auto &[first, last] : edits.removed) {
            beginRemoveRows({}, first, last);
            rows->erase(rows->begin() + first, rows->begin() + last + 1);
            endRemoveRows();
        }
        if (!edits.moved.empty())
            reorder(*rows, edits.moved);
        for (const auto &[first, last] : edits.inserted) {
            beginInsertRows({}, first, last);
            rows->insert(rows->begin() + first, next->begin() + first, next->begin() + last + 1);
            endInsertRows();
        }
    }
    m_items = next; // the same keys in the same order, with what is new of each
    for (const auto &[first, last] : edits.changed)
        touch(first, last);
}

void ApprovalsModel::reorder(ApprovalItems &rows, const std::vector<int> &moved)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    ApprovalItems sorted(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        sorted[size_t(moved[i])] = std::move(rows[i]);
    rows = std::move(sorted);
    const QModelIndexList old = persistentIndexList();
    QModelIndexList now;
    for (const QModelIndex &index : old)
        now.append(this->index(moved[size_t(index.row())], index.column()));
    changePersistentIndexList(old, now);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ApprovalsModel::touch(int first, int last)
{
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

void ApprovalsModel::setNow(Instant now)
{
    m_now = now;
    touch(0, rowCount() - 1);
}

void ApprovalsModel::retranslate()
{
    touch(0, rowCount() - 1);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void ApprovalsModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT sortRequested(ApprovalOrder(column), order);
}

int ApprovalsModel::rowOf(const QUuid &key) const
{
    const auto found = std::find_if(m_items->begin(), m_items->end(),
                                    [&key](const ApprovalItemPtr &item) { return item->key == key; });
    return found == m_items->end() ? -1 : int(found - m_items->begin());
}

int ApprovalsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items->size());
}

int ApprovalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ApprovalsModel::ageText(const ApprovalItem &item) const
{
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(m_now - item.at).count();
    if (m_box == Box::ToDecide)
        return spanText(std::max<qint64>(seconds, 0));
    return agoText(toDateTime(item.at), toDateTime(m_now));
}

QVariant ApprovalsModel::ageTone(const ApprovalItem &item) const
{
    if (m_box != Box::ToDecide)
        return {};
    const auto age = m_now - item.at;
    // TEN-4: amber from two thirds of the target, red past it.
    return int(age > m_target ? Tone::Danger : age * 3 >= m_target * 2 ? Tone::Warning : Tone::Neutral);
}

QVariant ApprovalsModel::subjectData(const ApprovalItem &item, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return subjectOf(item);
    case QueuedRole:
        return item.mark == Mark::Queued || item.mark == Mark::Sending || item.mark == Mark::Sent;
    case MatchesRole:
        return m_query.isEmpty() ? QVariant() : QVariant::fromValue(textMatches(subjectOf(item), m_query));
    case Qt::AccessibleTextRole:
        return subjectOf(item) + u", "_s + applicantOf(item, *m_snapshot) + u", "_s + ageText(item) +
               u", "_s + statusWords(item).text;
    default:
        return {};
    }
}

QVariant ApprovalsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ApprovalItem &item = this->item(index.row());
    const int column = index.column();
    if (column == Subject)
        return subjectData(item, role);
    if (role == ToneRole) {
        switch (column) {
        case Kind:
            return int(Tone::Accent);
        case Age:
            return ageTone(item);
        case Stage:
            return statusWords(item).tone;
        default:
            return {};
        }
    }
    if (role == MatchesRole && column == Applicant && !m_query.isEmpty())
        return QVariant::fromValue(textMatches(applicantOf(item, *m_snapshot), m_query));
    if (role == Qt::ToolTipRole && column == Age)
        return momentText(toDateTime(item.at));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Kind:
        return item.application ? applicationKind(item.application->applicationKind).name() : QString();
    case Applicant:
        return applicantOf(item, *m_snapshot);
    case Age:
        return ageText(item);
    case Stage:
        return statusWords(item).text;
    default:
        return {};
    }
}

QVariant ApprovalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Subject:
        return tr("Application");
    case Kind:
        return tr("Kind");
    case Applicant:
        return tr("Applicant");
    case Age:
        return m_box == Box::ToDecide ? tr("Waiting") : m_box == Box::Mine ? tr("Submitted") : tr("Decided");
    case Stage:
        return tr("Stage");
    default:
        return {};
    }
}

} // namespace tenantry::ui
