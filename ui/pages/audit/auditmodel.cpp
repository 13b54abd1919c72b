// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditmodel.h"

#include "ui/pages/audit/auditwords.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::audit {

AuditEntry AuditModel::rowFrom(const QJsonObject &json, const QJsonObject &names) const
{
    AuditEntry entry;
    entry.id = json["id"_L1].toInteger();
    if (json["seal_number"_L1].isDouble())
        entry.sealNumber = json["seal_number"_L1].toInteger();
    entry.at = Instant(std::chrono::microseconds(json["at"_L1].toInteger()));
    entry.actor = names[json["actor_id"_L1].toString()].toString();
    entry.kind = json["kind"_L1].toString();
    entry.objectKind = json["object_kind"_L1].toString();
    entry.object = names[json["object_id"_L1].toString()].toString().simplified();
    if (json["detail"_L1].isObject())
        entry.detail = json["detail"_L1].toObject();
    return entry;
}

std::unique_ptr<RecordsModel> AuditModel::makeEmpty() const
{
    return std::make_unique<AuditModel>();
}

QString AuditModel::text(const AuditEntry &entry, int column) const
{
    switch (column) {
    case When:
        return momentText(spaces::localTime(entry.at));
    case Who:
        return entry.actor.isEmpty() ? tr("Tenantry itself") : entry.actor;
    case What:
        return kindText(entry.kind);
    case About:
        return entry.object.isEmpty() ? objectKindText(entry.objectKind) : entry.object;
    default:
        return entry.reason().simplified();
    }
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AuditEntry &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return plainTip(text(row, index.column()));
    case IconNameRole:
        return index.column() == When ? QVariant(row.sealNumber ? u"lock"_s : u"clock"_s) : QVariant();
    case SecondaryTextRole:
        return index.column() == About && !row.object.isEmpty() ? QVariant(objectKindText(row.objectKind))
                                                                : QVariant();
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("Time");
    case Who:
        return tr("Actor");
    case What:
        return tr("What");
    case About:
        return tr("Object");
    default:
        return tr("Reason");
    }
}

} // namespace tenantry::ui::audit
