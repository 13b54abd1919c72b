// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/invitedmodel.h"

#include "ui/models/textorder.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

std::vector<InvitedRow> invitedRows(const QJsonValue &answer)
{
    std::vector<InvitedRow> rows;
    for (const QJsonValue &value : answer["invitations"_L1].toArray()) {
        InvitedRow row;
        row.id = UserId(QUuid::fromString(value["user_id"_L1].toString()));
        row.name = value["name"_L1].toString().simplified();
        row.email = value["email"_L1].toString().simplified();
        row.by = value["invited_by"_L1].toString().simplified();
        row.pending = value["status"_L1] == u"pending_activation"_s;
        row.accepted = value["accepted"_L1].toBool();
        row.at = fromMicroseconds(value["invited_at"_L1].toInteger());
        if (value["until"_L1].isDouble())
            row.until = fromMicroseconds(value["until"_L1].toInteger());
        QStringList places;
        for (const QJsonValue &place : value["places"_L1].toArray())
            places += place.toString().simplified();
        row.places = places.join(u", "_s);
        if (!row.id.isNull())
            rows.push_back(std::move(row));
    }
    return rows;
}

void InvitedModel::setRows(std::vector<InvitedRow> rows, Instant now)
{
    m_now = now;
    show(std::move(rows));
}

void InvitedModel::show(std::vector<InvitedRow> rows)
{
    if (m_column == At)
        std::ranges::stable_sort(rows, {}, &InvitedRow::at);
    else
        sortByText(rows, [this](const InvitedRow &row) { return text(row, m_column); });
    if (m_order == Qt::DescendingOrder)
        std::ranges::reverse(rows);
    takeRows(m_rows, std::move(rows));
}

void InvitedModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    show(m_rows);
}

void InvitedModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnsInAll - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnsInAll - 1));
}

int InvitedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int InvitedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnsInAll);
}

QString InvitedModel::state(const InvitedRow &row) const
{
    if (row.accepted)
        return tr("Accepted, with the platform team");
    if (!row.until)
        return tr("Account not activated");
    return *row.until <= m_now ? tr("Expired") : tr("Open: %1").arg(spaces::countdownText(*row.until, m_now));
}

QString InvitedModel::text(const InvitedRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case Email:
        return row.email;
    case Places:
        return row.places;
    case State:
        return state(row);
    case By:
        return row.by;
    default:
        return shortMomentText(spaces::localTime(row.at), spaces::localTime(m_now));
    }
}

QVariant InvitedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InvitedRow &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == At ? momentText(spaces::localTime(row.at))
                                    : plainTip(text(row, index.column()));
    case AvatarIdRole:
        return index.column() == Name ? QVariant(row.id.toString()) : QVariant();
    case QueuedRole:
        return index.column() == Name && row.queued;
    case ToneRole:
        if (index.column() != State)
            return {};
        return int(row.accepted                       ? Tone::Success
                   : row.until && *row.until <= m_now ? Tone::Warning
                                                      : Tone::Neutral);
    default:
        return {};
    }
}

QVariant InvitedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Email:
        return tr("E-mail");
    case Places:
        return tr("Organizations");
    case State:
        return tr("State");
    case By:
        return tr("Invited by");
    default:
        return tr("Invited");
    }
}

} // namespace tenantry::ui::members
