// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/securitymodel.h"

#include "ui/pages/security/securitywords.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tenantry::ui::security {

namespace {

Instant instant(const QJsonValue &micros)
{
    return Instant(std::chrono::microseconds(micros.toInteger()));
}

SecurityRow rowFrom(const QJsonObject &json, const QJsonObject &names)
{
    SecurityRow row;
    row.id = json["id"_L1].toInteger();
    row.at = instant(json["at"_L1]);
    if (json["client_at"_L1].isDouble())
        row.clientAt = instant(json["client_at"_L1]);
    row.actor = names[json["actor_id"_L1].toString()].toString();
    row.tenant = names[json["tenant_id"_L1].toString()].toString();
    row.kind = json["kind"_L1].toString();
    row.details = json["details"_L1].toObject();
    row.isAlarm = json["alarm"_L1].toBool();
    return row;
}

} // namespace

void SecurityModel::take(const QJsonObject &page, bool append)
{
    const QJsonObject names = page["names"_L1].toObject();
    if (!append)
        m_names = names;
    for (auto it = names.begin(); it != names.end(); ++it)
        m_names.insert(it.key(), *it);
    std::vector<SecurityRow> rows;
    for (const QJsonValue &row : page["rows"_L1].toArray())
        rows.push_back(rowFrom(row.toObject(), m_names));
    if (append)
        appendRows(m_rows, std::move(rows));
    else
        takeRows(m_rows, std::move(rows));
}

QJsonValue SecurityModel::last() const
{
    return m_rows.empty() ? QJsonValue() : QJsonValue(m_rows.back().id);
}

std::unique_ptr<RecordsModel> SecurityModel::makeEmpty() const
{
    return std::make_unique<SecurityModel>();
}

void SecurityModel::clear()
{
    m_names = {};
    takeRows(m_rows, std::vector<SecurityRow>());
}

void SecurityModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SecurityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SecurityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SecurityModel::text(const SecurityRow &row, int column) const
{
    switch (column) {
    case When:
        return momentText(spaces::localTime(row.clientAt.value_or(row.at)));
    case Who:
        return row.actor.isEmpty() ? tr("Nobody known") : row.actor;
    case What:
        return kindText(row.kind);
    case Detail:
        return row.clientAt ? tr("%1; told %2").arg(detailText(row.details, m_names), momentText(spaces::localTime(row.at)))
                            : detailText(row.details, m_names);
    default:
        return row.tenant.isEmpty() ? tr("Platform") : row.tenant;
    }
}

QVariant SecurityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SecurityRow &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return plainTip(text(row, index.column()));
    case IconNameRole:
        return index.column() == What && row.isAlarm ? QVariant(u"warning"_s) : QVariant();
    case ToneRole:
        return index.column() == What && row.isAlarm ? QVariant(int(Tone::Danger)) : QVariant();
    default:
        return {};
    }
}

QVariant SecurityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("Time");
    case Who:
        return tr("Person");
    case What:
        return tr("What");
    case Detail:
        return tr("Details");
    default:
        return tr("Tenant");
    }
}

} // namespace tenantry::ui::security
