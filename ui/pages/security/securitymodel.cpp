// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/securitymodel.h"

#include "ui/pages/security/securitywords.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::security {

namespace {

Instant instant(const QJsonValue &micros)
{
    return Instant(std::chrono::microseconds(micros.toInteger()));
}

} // namespace

SecurityRow SecurityModel::rowFrom(const QJsonObject &json, const QJsonObject &names) const
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

std::unique_ptr<RecordsModel> SecurityModel::makeEmpty() const
{
    return std::make_unique<SecurityModel>();
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
        return row.clientAt
                   ? tr("%1; told %2")
                         .arg(detailText(row.details, names()), momentText(spaces::localTime(row.at)))
                   : detailText(row.details, names());
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
