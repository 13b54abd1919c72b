// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roles/roleholdersmodel.h"

#include "core/directory/searchindex.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::roles {

bool RoleHoldersModel::isFound(const HolderItem &item) const
{
    return directory::matches(item.name + u'\n' + item.department, query());
}

QString RoleHoldersModel::text(const HolderItem &holder, int column) const
{
    switch (column) {
    case Name:
        return holder.name;
    case Department:
        return holder.department;
    case AssignedBy:
        return holder.assignedBy;
    default:
        return holder.isNew
                   ? QString()
                   : QLocale().toString(spaces::localTime(holder.assignedAt).date(), QLocale::ShortFormat);
    }
}

QVariant RoleHoldersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HolderItem &holder = item(index.row());
    const bool isName = index.column() == Name;
    switch (role) {
    case Qt::DisplayRole:
        return text(holder, index.column());
    case Qt::ToolTipRole:
        return index.column() == Since && !holder.isNew ? momentText(spaces::localTime(holder.assignedAt))
                                                        : plainTip(text(holder, index.column()));
    case Qt::AccessibleTextRole:
        return isName ? QStringList{holder.name, holder.department}.join(u", "_s)
                      : text(holder, index.column());
    case AvatarIdRole:
        return isName ? holder.id.toString() : QString();
    case PortraitRole:
        return isName ? holder.portrait : QString();
    case DimmedRole:
        return holder.inactive || holder.isGoing;
    case QueuedRole:
        return isName && (holder.isNew || holder.isGoing);
    case spaces::ChipsRole: {
        QList<spaces::RowChip> chips;
        if (isName && holder.isGoing)
            chips += {tr("Being revoked"), Tone::Warning};
        else if (isName && holder.inactive)
            chips += {tr("Not active"), Tone::Neutral};
        return QVariant::fromValue(chips);
    }
    default:
        return {};
    }
}

QVariant RoleHoldersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Department:
        return tr("Organization");
    case AssignedBy:
        return tr("Given by");
    default:
        return tr("Since");
    }
}

} // namespace tenantry::ui::roles
