// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roles/rolelistmodel.h"

#include "core/directory/searchindex.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/widgets/itemroles.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::roles {

void RoleListModel::setItems(std::vector<RoleItem> items)
{
    m_all = std::move(items);
    filter();
}

void RoleListModel::setQuery(const QString &query)
{
    m_query = query;
    filter();
}

void RoleListModel::filter()
{
    std::vector<RoleItem> next;
    std::ranges::copy_if(m_all, std::back_inserter(next),
                         [&](const RoleItem &item) { return directory::matches(item.name, m_query); });
    takeRows(m_shown, std::move(next));
}

int RoleListModel::rowOf(TenantRoleId id) const
{
    const auto at = std::ranges::find(m_shown, id, &RoleItem::id);
    return at == m_shown.end() ? -1 : int(at - m_shown.begin());
}

void RoleListModel::retranslate()
{
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
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
    case MatchesRole: {
        QList<TextRange> ranges;
        if (!m_query.isEmpty())
            for (const directory::MatchRange &range : directory::matchRanges(item.name, m_query))
                ranges.append({int(range.start), int(range.length)});
        return QVariant::fromValue(ranges);
    }
    default:
        return {};
    }
}

} // namespace tenantry::ui::roles
