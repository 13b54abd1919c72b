// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of the tree say; which rows there are is in organizationtreemodel.cpp.
#include "core/directory/searchindex.h"
#include "ui/models/textmatches.h"
#include "ui/pages/organizations/organizationtreemodel.h"
#include "ui/widgets/itemroles.h"

#include <QLocale>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

QVariant OrganizationTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    if (role == DimmedRole)
        return !m_snapshot->organization(node.index).isEffectivelyEnabled() ||
               (!m_query.isEmpty() && !m_hits.contains(node.id));
    return index.column() == Name ? nameData(node, role) : leaderData(node, role);
}

QVariant OrganizationTreeModel::nameData(const Node &node, int role) const
{
    const auto organization = m_snapshot->organization(node.index);
    switch (role) {
    case Qt::DisplayRole:
        return organization.name();
    case SecondaryTextRole: {
        const QLocale locale;
        const int own = organization.ownMemberCount();
        const int total = organization.totalMemberCount();
        const QString counts =
            own == total ? locale.toString(own) : locale.toString(own) + u" / "_s + locale.toString(total);
        return organization.isEnabled() ? counts : tr("%1 · disabled").arg(counts);
    }
    case IconNameRole:
        return u"organization"_s;
    case QueuedRole:
        return m_queued.contains(node.id);
    case MatchesRole: {
        QList<TextRange> ranges;
        if (m_hits.contains(node.id))
            ranges = textMatches(organization.name(), m_query);
        return QVariant::fromValue(ranges);
    }
    case Qt::ToolTipRole:
        return tr("%1 (%2): %n people in it, %3 with all below", nullptr, organization.ownMemberCount())
            .arg(organization.name(), organization.code(),
                 QLocale().toString(organization.totalMemberCount()));
    case Qt::AccessibleTextRole:
        return organization.name() + u", "_s + nameData(node, SecondaryTextRole).toString();
    default:
        return {};
    }
}

QVariant OrganizationTreeModel::leaderData(const Node &node, int role) const
{
    const auto leader = m_snapshot->organization(node.index).leader();
    if (!leader.isValid() || role != Qt::DisplayRole)
        return {};
    return m_snapshot->user(leader).name();
}

QVariant OrganizationTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Organization") : tr("Leader");
}

} // namespace tenantry::ui
