// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roles/rolelistmodel.h"

#include "core/directory/searchindex.h"
#include "ui/models/textmatches.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/widgets/itemroles.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::roles {

bool RoleListModel::isFound(const RoleItem &item) const
{
    return directory::matches(item.name, query());
}

QVariant RoleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RoleItem &item = this->item(index.row());
    const auto detail = [&] {
        return tr("%1 people", nullptr, item.holders).arg(QLocale().toString(item.holders)) + u" · "_s +
               tr("%1 permissions", nullptr, int(item.keys.size())).arg(QLocale().toString(item.keys.size()));
    };
    switch (role) {
    case Qt::DisplayRole:
        return item.name;
    case Qt::ToolTipRole:
        return item.description.isEmpty() ? item.name : item.name + u'\n' + item.description;
    case SubtitleRole:
        return detail();
    case Qt::AccessibleTextRole:
        return QString(item.name + u", "_s + detail());
    case IconNameRole:
        return u"user-check"_s;
    case DimmedRole:
        return item.isGoing;
    case QueuedRole:
        return item.isQueued;
    case spaces::ChipsRole: {
        QList<spaces::RowChip> chips;
        if (item.isRefused)
            chips += {tr("Needs attention"), Tone::Danger};
        if (item.isGoing)
            chips += {tr("Being deleted"), Tone::Warning};
        return QVariant::fromValue(chips);
    }
    case MatchesRole:
        return QVariant::fromValue(textMatches(item.name, query()));
    default:
        return {};
    }
}

} // namespace tenantry::ui::roles
