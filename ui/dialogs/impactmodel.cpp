// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/impactmodel.h"

#include "core/access/explanationtext.h"
#include "ui/models/organizationpath.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/itemroles.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr qsizetype pageSize = 64; ///< about two screens: worked out in a millisecond or two

} // namespace

void ImpactModel::setDifference(std::shared_ptr<const access::Difference> difference)
{
    beginResetModel(); // other rows altogether
    m_difference = std::move(difference);
    m_page.clear();
    m_from = 0;
    endResetModel();
}

void ImpactModel::setMoments(const QString &before, const QString &after)
{
    m_before = before;
    m_after = after;
    Q_EMIT headerDataChanged(Qt::Horizontal, Before, After);
}

void ImpactModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ImpactModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_difference
               ? 0
               : int(std::min<qsizetype>(m_difference->size(), std::numeric_limits<int>::max()));
}

access::RoleChange ImpactModel::change(int row) const
{
    if (row < m_from || row >= m_from + qsizetype(m_page.size())) {
        m_from = row / pageSize * pageSize;
        m_page = m_difference->page(m_from, pageSize);
    }
    return m_page[size_t(row - m_from)];
}

// Who or what came between the two moments isn't in the first snapshot, what went isn't in the second.
const directory::Snapshot &ImpactModel::holding(directory::UserIndex user) const
{
    const directory::Snapshot &after = *m_difference->after().snapshot;
    return after.user(user).isKnown() ? after : *m_difference->before().snapshot;
}

const directory::Snapshot &ImpactModel::holding(directory::Object object) const
{
    const directory::Snapshot &after = *m_difference->after().snapshot;
    const bool there = object.kind() == ObjectKind::Space ? after.space(object.space()).isKnown()
                                                          : after.resource(object.resource()).isKnown();
    return there ? after : *m_difference->before().snapshot;
}

QString ImpactModel::text(const access::RoleChange &change, int column) const
{
    const directory::Snapshot &snapshot = holding(change.user);
    switch (column) {
    case Who:
        return snapshot.user(change.user).name();
    case Department: {
        const directory::OrganizationIndex home = snapshot.user(change.user).primaryOrganization();
        return home.isValid() ? organizationPath(snapshot, home) : QString();
    }
    case What:
        return holding(change.object).nameOf(change.object);
    default:
        return access::roleName(column == Before ? change.before : change.after);
    }
}

QVariant ImpactModel::look(const access::RoleChange &change, int column, int role) const
{
    if (role == ToneRole && column >= Before)
        return int(spaces::roleTone(column == Before ? change.before : change.after));
    if (role == AvatarIdRole && column == Who)
        return holding(change.user).user(change.user).id().toString();
    if (role == PortraitRole && column == Who)
        return holding(change.user).user(change.user).avatar();
    if (column != What)
        return {};
    const directory::Snapshot &snapshot = holding(change.object);
    const directory::ResourceIndex resource = change.object.resource();
    if (role == IconNameRole)
        return resource.isValid() ? spaces::resourceIconName(snapshot.resource(resource).resourceKind())
                                  : u"space"_s;
    if (role == SecondaryTextRole)
        return resource.isValid() ? snapshot.space(snapshot.resource(resource).space()).name() : QString();
    return {};
}

QVariant ImpactModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const access::RoleChange row = change(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() != Who
                   ? text(row, index.column())
                   : tr("%1, %2: %3, then %4")
                         .arg(text(row, Who), text(row, What), text(row, Before), text(row, After));
    default:
        return look(row, index.column(), role);
    }
}

QVariant ImpactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Who:
        return tr("Who");
    case Department:
        return tr("Organization");
    case What:
        return tr("What");
    case Before:
        return m_before.isEmpty() ? tr("Now") : m_before;
    default:
        return m_after.isEmpty() ? tr("Afterwards") : m_after;
    }
}

} // namespace tenantry::ui
