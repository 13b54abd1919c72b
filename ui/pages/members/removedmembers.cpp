// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/removedmembers.h"

#include "ui/models/textorder.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

std::vector<RemovedRow> removedRows(const QJsonValue &answer)
{
    std::vector<RemovedRow> rows;
    for (const QJsonValue &value : answer.toArray()) {
        RemovedRow row;
        row.id = QUuid::fromString(value["removal_id"_L1].toString());
        row.user = UserId(QUuid::fromString(value["user_id"_L1].toString()));
        row.name = value["name"_L1].toString().simplified();
        row.by = value["removed_by"_L1].toString().simplified();
        row.reason = value["reason"_L1].toString().simplified();
        row.at = fromMicroseconds(value["removed_at"_L1].toInteger());
        row.until = fromMicroseconds(value["until"_L1].toInteger());
        if (!row.id.isNull())
            rows.push_back(std::move(row));
    }
    return rows;
}

void RemovedModel::setRows(std::vector<RemovedRow> rows, Instant now)
{
    m_now = now;
    show(std::move(rows));
}

void RemovedModel::show(std::vector<RemovedRow> rows)
{
    if (m_column == At || m_column == Until) // both in the same order
        std::ranges::stable_sort(rows, {}, &RemovedRow::at);
    else
        sortByText(rows, [this](const RemovedRow &row) { return text(row, m_column); });
    if (m_order == Qt::DescendingOrder)
        std::ranges::reverse(rows);
    takeRows(m_rows, std::move(rows));
}

void RemovedModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    show(m_rows);
}

void RemovedModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RemovedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RemovedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString RemovedModel::text(const RemovedRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case At:
        return shortMomentText(spaces::localTime(row.at), spaces::localTime(m_now));
    case By:
        return row.by;
    case Reason:
        return row.reason;
    default:
        return spaces::countdownText(row.until, m_now);
    }
}

QVariant RemovedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RemovedRow &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == At      ? momentText(spaces::localTime(row.at))
               : index.column() == Until ? momentText(spaces::localTime(row.until))
                                         : plainTip(text(row, index.column()));
    case CopyTextRole: // an export is read later: no countdown
        return index.column() == Until ? QVariant(momentText(spaces::localTime(row.until))) : QVariant();
    case AvatarIdRole:
        return index.column() == Name ? QVariant(row.user.toString()) : QVariant();
    case QueuedRole:
        return index.column() == Name && row.queued;
    case ToneRole:
        return index.column() == Until ? QVariant(int(spaces::countdownTone(row.until, m_now))) : QVariant();
    default:
        return {};
    }
}

QVariant RemovedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case At:
        return tr("Removed");
    case By:
        return tr("By");
    case Reason:
        return tr("Reason");
    default:
        return tr("Can be brought back");
    }
}

} // namespace tenantry::ui::members
