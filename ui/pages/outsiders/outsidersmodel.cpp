// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/outsiders/outsidersmodel.h"

#include "ui/models/textmatches.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::outsiders {

using spaces::ChipsRole;
using spaces::RowChip;

namespace {

QString spaceNames(const OutsiderRow &row, const QString &between)
{
    QStringList names;
    for (const SpaceAccess &access : row.spaces)
        names += access.name;
    return names.join(between);
}

} // namespace

void OutsidersModel::refresh(const Session &session, TenantId tenant)
{
    m_now = session.now();
    const directory::SnapshotPtr snapshot = session.snapshot();
    m_work.list(
        qsizetype(snapshot->outsidersOf(tenant).size()),
        [snapshot, commands = session.commands(), tenant](const std::stop_token &) {
            return outsiderRows(snapshot, commands, tenant);
        },
        [this](std::vector<OutsiderRow> rows) { take(std::move(rows)); });
}

void OutsidersModel::take(std::vector<OutsiderRow> rows)
{
    m_all = std::move(rows);
    show();
}

void OutsidersModel::setQuery(const QString &query)
{
    m_query = query;
    show();
    retranslate(); // what is highlighted
}

void OutsidersModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    show();
}

bool OutsidersModel::before(const OutsiderRow &a, const OutsiderRow &b) const
{
    switch (m_column) {
    case Spaces:
        return a.spaces.size() < b.spaces.size();
    case Since:
        return a.since < b.since;
    case Until:
        return a.until.value_or(Instant::max()) < b.until.value_or(Instant::max());
    default:
        return false; // by name they come
    }
}

void OutsidersModel::show()
{
    std::vector<OutsiderRow> shown;
    for (const OutsiderRow &row : m_all)
        if (directory::matches(row.name + u'\n' + row.mis + u'\n' + spaceNames(row, u"\n"_s), m_query))
            shown.push_back(row);
    std::stable_sort(shown.begin(), shown.end(),
                     [this](const OutsiderRow &a, const OutsiderRow &b) { return before(a, b); });
    if (m_order == Qt::DescendingOrder)
        std::reverse(shown.begin(), shown.end());
    takeRows(m_rows, std::move(shown));
    Q_EMIT listed();
}

void OutsidersModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int OutsidersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OutsidersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString OutsidersModel::text(const OutsiderRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case Spaces:
        return spaceNames(row, tr(", "));
    case Since:
        return QLocale().toString(spaces::localTime(row.since).date(), QLocale::ShortFormat);
    default:
        return spaces::countdownText(row.until, m_now);
    }
}

QString OutsidersModel::tip(const OutsiderRow &row, int column) const
{
    switch (column) {
    case Name:
        return plainTip(row.problem.isEmpty() ? row.name : row.name + u'\n' + row.problem);
    case Spaces:
        return plainTip(lossLines(row).join(u'\n'));
    case Since:
        return momentText(spaces::localTime(row.since));
    default:
        return row.until ? momentText(spaces::localTime(*row.until)) : tr("At least one grant has no expiry");
    }
}

QVariant OutsidersModel::nameLook(const OutsiderRow &row, int role) const
{
    switch (role) {
    case AvatarIdRole:
        return row.id.toString();
    case PortraitRole:
        return row.portrait;
    case SecondaryTextRole:
        return row.mis;
    case QueuedRole:
        return row.pending == OutsiderRow::Pending::Queued;
    case ChipsRole: {
        QList<RowChip> chips;
        if (row.pending == OutsiderRow::Pending::Refused)
            chips += {tr("Needs attention"), Tone::Danger};
        if (row.pending == OutsiderRow::Pending::Queued)
            chips += {tr("Being removed"), Tone::Warning};
        if (row.staff)
            chips += {tr("Meituan"), Tone::Accent};
        if (row.inactive)
            chips += {tr("Inactive"), Tone::Neutral};
        return QVariant::fromValue(chips);
    }
    default:
        return {};
    }
}

QVariant OutsidersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OutsiderRow &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tip(row, index.column());
    case DimmedRole:
        return row.pending == OutsiderRow::Pending::Queued;
    case SecondaryTextRole:
        if (index.column() == Spaces && row.spaces.size() > 1)
            return tr("%n space(s)", nullptr, int(row.spaces.size()));
        return index.column() == Name ? nameLook(row, role) : QVariant();
    case ToneRole:
        return index.column() == Until && row.until ? QVariant(int(spaces::countdownTone(*row.until, m_now)))
                                                    : QVariant();
    case MatchesRole: {
        QList<TextRange> ranges;
        if (index.column() <= Spaces)
            ranges = textMatches(text(row, index.column()), m_query);
        return QVariant::fromValue(ranges);
    }
    default:
        return index.column() == Name ? nameLook(row, role) : QVariant();
    }
}

QVariant OutsidersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Spaces:
        return tr("Spaces");
    case Since:
        return tr("Since");
    default:
        return tr("Access ends");
    }
}

} // namespace tenantry::ui::outsiders
