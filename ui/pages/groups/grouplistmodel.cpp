// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/groups/grouplistmodel.h"

#include "core/directory/searchindex.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/widgets/itemroles.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::groups {

void GroupListModel::setItems(std::vector<GroupItem> items)
{
    m_all = std::move(items);
    filter();
}

void GroupListModel::setQuery(const QString &query)
{
    m_query = query;
    filter();
}

void GroupListModel::filter()
{
    std::vector<GroupItem> next;
    std::ranges::copy_if(m_all, std::back_inserter(next),
                         [&](const GroupItem &item) { return directory::matches(item.name, m_query); });
    takeRows(m_shown, std::move(next));
}

int GroupListModel::rowOf(RoleGroupId id) const
{
    const auto at = std::ranges::find(m_shown, id, &GroupItem::id);
    return at == m_shown.end() ? -1 : int(at - m_shown.begin());
}

void GroupListModel::retranslate()
{
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
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
    case MatchesRole: {
        QList<TextRange> ranges;
        if (!m_query.isEmpty())
            for (const directory::MatchRange &range : directory::matchRanges(group.name, m_query))
                ranges.append({int(range.start), int(range.length)});
        return QVariant::fromValue(ranges);
    }
    default:
        return {};
    }
}

} // namespace tenantry::ui::groups
