// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/groups/grouplistmodel.h"

#include "core/directory/searchindex.h"
#include "ui/models/textmatches.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/widgets/itemroles.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::groups {

bool GroupListModel::isFound(const GroupItem &item) const
{
    return directory::matches(item.name, query());
}

QVariant GroupListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GroupItem &group = item(index.row());
    const auto members = [&] {
        const int count = group.people + group.organizations;
        return tr("%1 members", nullptr, count).arg(QLocale().toString(count)) + u" · "_s +
               tr("%1 grants", nullptr, group.grants).arg(QLocale().toString(group.grants));
    };
    switch (role) {
    case Qt::DisplayRole:
        return group.name;
    case Qt::ToolTipRole:
        return group.description.isEmpty() ? group.name : group.name + u'\n' + group.description;
    case SubtitleRole:
        return members();
    case Qt::AccessibleTextRole:
        return QString(group.name + u", "_s + members());
    case IconNameRole:
        return u"group"_s;
    case DimmedRole:
        return group.isGoing;
    case QueuedRole:
        return group.pending == Pending::Queued;
    case spaces::ChipsRole: {
        QList<spaces::RowChip> chips;
        if (group.pending == Pending::Refused)
            chips += {tr("Needs attention"), Tone::Danger};
        if (group.isGoing)
            chips += {tr("Being deleted"), Tone::Warning};
        return QVariant::fromValue(chips);
    }
    case MatchesRole:
        return QVariant::fromValue(textMatches(group.name, query()));
    default:
        return {};
    }
}

} // namespace tenantry::ui::groups
