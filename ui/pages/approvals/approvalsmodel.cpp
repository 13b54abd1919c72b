// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/approvalsmodel.h"

#include "core/directory/searchindex.h"
#include "ui/pages/approvals/words.h"
#include "ui/pages/approvals/applicationkinds.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"

#include <QCollator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

using Mark = ApprovalItem::Mark;

/// Above it, a reset is faster than as many signals; the page keeps its selection over it.
constexpr int maximumRanges = 200;

bool contains(const QString &text, const QString &query)
{
    if (text.contains(query, Qt::CaseInsensitive))
        return true;
    // The rest is words in another order and pinyin, which costs more: not for plain numbers.
    const bool letters = std::any_of(query.cbegin(), query.cend(), [](QChar c) { return c.isLetter() || c.isSpace(); });
    return letters && !directory::matchRanges(text, query).isEmpty();
}

QList<TextRange> rangesIn(const QString &text, const QString &query)
{
    QList<TextRange> ranges;
    for (const directory::MatchRange &match : directory::matchRanges(text, query))
        ranges.append({int(match.start), int(match.length)});
    return ranges;
}

QString queuedWords(const ApprovalItem &item)
{
    if (item.commandKind == "application_withdraw"_L1)
        return ApprovalsModel::tr("Withdrawal queued");
    return item.approve ? ApprovalsModel::tr("Approval queued") : ApprovalsModel::tr("Rejection queued");
}

} // namespace

StatusWords statusWords(const ApprovalItem &item)
{
    switch (item.mark) {
    case Mark::Queued: return {queuedWords(item), int(Tone::Info)};
    case Mark::Sending: return {ApprovalsModel::tr("Being sent"), int(Tone::Info)};
    case Mark::Sent: return {ApprovalsModel::tr("Sent"), int(Tone::Info)};
    default: break;
    }
    if (!item.application)
        return {ApprovalsModel::tr("Not visible"), int(Tone::Neutral)};
    switch (item.application->status) {
    case ApplicationStatus::Pending: {
        const qsizetype stages = applicationKind(item.application->applicationKind).stages.size();
        return {stages > 1 ? ApprovalsModel::tr("Stage %1 of %2").arg(item.application->stage).arg(stages)
                           : ApprovalsModel::tr("Pending"),
                int(Tone::Neutral)};
    }
    case ApplicationStatus::Approved: return {ApprovalsModel::tr("Approved"), int(Tone::Success)};
    case ApplicationStatus::Rejected: return {ApprovalsModel::tr("Rejected"), int(Tone::Danger)};
    case ApplicationStatus::Withdrawn: return {ApprovalsModel::tr("Withdrawn"), int(Tone::Neutral)};
    case ApplicationStatus::Ended: return {ApprovalsModel::tr("Ended"), int(Tone::Neutral)};
    }
    return {};
}

ApprovalsModel::ApprovalsModel(QObject *parent) : QAbstractTableModel(parent), m_snapshot(directory::Snapshot::empty()) {}

void ApprovalsModel::setItems(Box box, const QList<ApprovalItem> &items, const directory::SnapshotPtr &snapshot, Instant now,
                              std::chrono::hours target)
{
    m_box = box;
    m_all = items;
    m_snapshot = snapshot;
    m_now = now;
    m_target = target;
    show(wanted());
}

void ApprovalsModel::setQuery(const QString &query)
{
    m_query = query;
    show(wanted());
}

void ApprovalsModel::setKind(const QString &kind)
{
    m_kind = kind;
    show(wanted());
}

void ApprovalsModel::setNow(Instant now)
{
    m_now = now;
    touchAll();
}

void ApprovalsModel::retranslate()
{
    touchAll();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ApprovalsModel::rowOf(const QUuid &key) const
{
    for (int row = 0; row < m_shown.size(); ++row)
        if (m_shown[row].key == key)
            return row;
    return -1;
}

int ApprovalsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ApprovalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ApprovalsModel::subject(const ApprovalItem &item) const
{
    return item.application ? applicationKind(item.application->applicationKind).subject(*item.application) : item.title;
}

QString ApprovalsModel::applicant(const ApprovalItem &item) const
{
    return item.application ? personName(*m_snapshot, item.application->applicantId) : QString();
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
    case Qt::ToolTipRole: return subject(item);
    case QueuedRole: return item.mark == Mark::Queued || item.mark == Mark::Sending || item.mark == Mark::Sent;
    case MatchesRole: return m_query.isEmpty() ? QVariant() : QVariant::fromValue(rangesIn(subject(item), m_query));
    case Qt::AccessibleTextRole: return subject(item) + u", "_s + applicant(item) + u", "_s + ageText(item) + u", "_s + statusWords(item).text;
    default: return {};
    }
}

QVariant ApprovalsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ApprovalItem &item = m_shown[index.row()];
    const int column = index.column();
    if (column == Subject)
        return subjectData(item, role);
    if (role == ToneRole) {
        switch (column) {
        case Kind: return int(Tone::Accent);
        case Age: return ageTone(item);
        case Stage: return statusWords(item).tone;
        default: return {};
        }
    }
    if (role == MatchesRole && column == Applicant && !m_query.isEmpty())
        return QVariant::fromValue(rangesIn(applicant(item), m_query));
    if (role == Qt::ToolTipRole && column == Age)
        return momentText(toDateTime(item.at));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Kind: return item.application ? applicationKind(item.application->applicationKind).name() : QString();
    case Applicant: return applicant(item);
    case Age: return ageText(item);
    case Stage: return statusWords(item).text;
    default: return {};
    }
}

QVariant ApprovalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Subject: return tr("Application");
    case Kind: return tr("Kind");
    case Applicant: return tr("Applicant");
    case Age:
        return m_box == Box::ToDecide ? tr("Waiting") : m_box == Box::Mine ? tr("Submitted") : tr("Decided");
    case Stage: return tr("Stage");
    default: return {};
    }
}

bool ApprovalsModel::matches(const ApprovalItem &item) const
{
    if (!m_kind.isEmpty() && (!item.application || item.application->applicationKind != m_kind))
        return false;
    if (m_query.isEmpty())
        return true;
    return contains(subject(item), m_query) || contains(applicant(item), m_query)
           || (item.application && item.application->form.value("code"_L1).toString().contains(m_query, Qt::CaseInsensitive));
}

QList<ApprovalItem> ApprovalsModel::wanted() const
{
    QList<ApprovalItem> items;
    items.reserve(m_all.size());
    for (const ApprovalItem &item : m_all)
        if (matches(item))
            items.append(item);
    sortItems(items);
    return items;
}

void ApprovalsModel::sortItems(QList<ApprovalItem> &items) const
{
    const bool descending = m_order == Qt::DescendingOrder;
    if (m_column == Age) {
        // Ascending age: the youngest first.
        std::stable_sort(items.begin(), items.end(), [descending](const ApprovalItem &a, const ApprovalItem &b) {
            return descending ? a.at < b.at : a.at > b.at;
        });
        return;
    }
    const auto textOf = [this](const ApprovalItem &item) {
        return m_column == Subject     ? subject(item)
               : m_column == Applicant ? applicant(item)
               : m_column == Stage     ? statusWords(item).text
                                       : item.application ? item.application->applicationKind : QString();
    };
    const QCollator collator;
    std::vector<std::pair<QCollatorSortKey, qsizetype>> keys;
    keys.reserve(size_t(items.size()));
    for (qsizetype i = 0; i < items.size(); ++i)
        keys.emplace_back(collator.sortKey(textOf(items[i])), i);
    std::stable_sort(keys.begin(), keys.end(), [descending](const auto &a, const auto &b) {
        return descending ? b.first < a.first : a.first < b.first;
    });
    QList<ApprovalItem> sorted;
    sorted.reserve(items.size());
    for (const auto &[key, i] : keys)
        sorted.append(items[i]);
    items = sorted;
}

void ApprovalsModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    show(wanted());
}

void ApprovalsModel::show(const QList<ApprovalItem> &next)
{
    QSet<QUuid> before, after;
    for (const ApprovalItem &item : m_shown)
        before.insert(item.key);
    for (const ApprovalItem &item : next)
        after.insert(item.key);
    int ranges = 0;
    for (qsizetype i = 0; i < m_shown.size(); ++i)
        ranges += !after.contains(m_shown[i].key) && (i == 0 || after.contains(m_shown[i - 1].key));
    for (qsizetype i = 0; i < next.size(); ++i)
        ranges += !before.contains(next[i].key) && (i == 0 || before.contains(next[i - 1].key));
    if (ranges > maximumRanges) {
        beginResetModel();
        m_shown = next;
        endResetModel();
        return;
    }
    removeMissing(after);
    reorder(next);
    insertNew(next);
    m_shown = next; // the same keys in the same order, with what is new of each
    touchAll();
}

void ApprovalsModel::removeMissing(const QSet<QUuid> &wanted)
{
    for (qsizetype last = m_shown.size() - 1; last >= 0; --last) {
        if (wanted.contains(m_shown[last].key))
            continue;
        qsizetype first = last;
        while (first > 0 && !wanted.contains(m_shown[first - 1].key))
            --first;
        beginRemoveRows({}, int(first), int(last));
        m_shown.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void ApprovalsModel::reorder(const QList<ApprovalItem> &next)
{
    QHash<QUuid, int> was;
    for (int i = 0; i < m_shown.size(); ++i)
        was.insert(m_shown[i].key, i);
    QList<int> order; // new place → old row
    for (const ApprovalItem &item : next)
        if (const auto old = was.constFind(item.key); old != was.cend())
            order.append(*old);
    if (std::is_sorted(order.cbegin(), order.cend()))
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    QList<ApprovalItem> moved;
    QList<int> placeOf(order.size());
    for (int place = 0; place < order.size(); ++place) {
        moved.append(m_shown[order[place]]);
        placeOf[order[place]] = place;
    }
    m_shown = moved;
    const QModelIndexList old = persistentIndexList();
    QModelIndexList moves;
    for (const QModelIndex &index : old)
        moves.append(this->index(placeOf[index.row()], index.column()));
    changePersistentIndexList(old, moves);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ApprovalsModel::insertNew(const QList<ApprovalItem> &next)
{
    for (qsizetype first = 0; first < next.size(); ++first) {
        if (first < m_shown.size() && m_shown[first].key == next[first].key)
            continue;
        const QUuid stop = first < m_shown.size() ? m_shown[first].key : QUuid();
        qsizetype last = first;
        while (last + 1 < next.size() && next[last + 1].key != stop)
            ++last;
        beginInsertRows({}, int(first), int(last));
        m_shown = m_shown.first(first) + next.sliced(first, last - first + 1) + m_shown.sliced(first);
        endInsertRows();
        first = last;
    }
}

void ApprovalsModel::touchAll()
{
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_shown.size()) - 1, ColumnCount - 1));
}

} // namespace tenantry::ui
