// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/platformpeoplemodel.h"

#include "ui/pages/members/tenantpeople.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

PlatformPersonRow PlatformPeopleModel::rowFrom(const QJsonObject &json, const QJsonObject &) const
{
    PlatformPersonRow row;
    row.id = UserId(QUuid::fromString(json["id"_L1].toString()));
    row.name = json["name"_L1].toString().simplified();
    row.tenantId = TenantId(QUuid::fromString(json["tenant_id"_L1].toString()));
    row.tenant = json["tenant"_L1].toString().simplified();
    row.department = json["department"_L1].toString().simplified();
    row.staff = json["staff"_L1].toBool();
    row.status =
        fromWireName<UserStatus>(json["status"_L1].toString().toLatin1()).value_or(UserStatus::Departed);
    row.createdAt = fromMicroseconds(json["created_at"_L1].toInteger());
    for (const QJsonValue &role : json["roles"_L1].toArray())
        row.roles += role.toString();
    return row;
}

std::unique_ptr<RecordsModel> PlatformPeopleModel::makeEmpty() const
{
    return std::make_unique<PlatformPeopleModel>();
}

QString PlatformPeopleModel::text(const PlatformPersonRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case Tenant:
        return row.tenant;
    case Department:
        return row.department;
    case Roles: {
        QStringList names;
        for (const QString &role : row.roles)
            names += builtInRoleName(role).value_or(role);
        return names.join(tr(", "));
    }
    case Status:
        return statusName(row.status);
    default:
        return QLocale().toString(spaces::localTime(row.createdAt).date(), QLocale::ShortFormat);
    }
}

QVariant PlatformPeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlatformPersonRow &row = rowAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return plainTip(text(row, column));
    case AvatarIdRole:
        return column == Name ? row.id.toString() : QString();
    case DimmedRole:
        return row.status != UserStatus::Active;
    case ToneRole:
        return column == Status ? QVariant(int(statusTone(row.status))) : QVariant();
    case spaces::ChipsRole:
        return QVariant::fromValue(column == Name && row.staff
                                       ? QList<spaces::RowChip>{{tr("Meituan"), Tone::Accent}}
                                       : QList<spaces::RowChip>());
    default:
        return {};
    }
}

QVariant PlatformPeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Tenant:
        return tr("Tenant");
    case Department:
        return tr("Organization");
    case Roles:
        return tr("Roles");
    case Status:
        return tr("Status");
    default:
        return tr("Account since");
    }
}

} // namespace tenantry::ui::members
