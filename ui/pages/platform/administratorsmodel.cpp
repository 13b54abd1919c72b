// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/platform/administratorsmodel.h"

#include "ui/models/textorder.h"
#include "ui/pages/approvals/words.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::platform {

void AdministratorsModel::refresh(const Session &session)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    std::vector<AdministratorItem> rows;
    for (const RoleAssignmentRow &role : snapshot->roleAssignments()) {
        if (!role.tenantId.isNull() || role.role != u"system_administrator")
            continue;
        AdministratorItem item{role.userId.uuid(), personName(*snapshot, role.userId), {}, role.assignedAt, false, role.userId == session.userId()};
        if (const auto user = snapshot->findUser(role.userId); user.isValid() && snapshot->user(user).isKnown())
            item.isActive = snapshot->user(user).status() == UserStatus::Active;
        if (!role.assignedBy.isNull())
            item.assignedBy = personName(*snapshot, role.assignedBy);
        rows.push_back(std::move(item));
    }
    std::ranges::sort(rows, std::less(), &AdministratorItem::id);
    sortByText(rows, &AdministratorItem::name);
    takeRows(m_rows, std::move(rows));
}

void AdministratorsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AdministratorsModel::active() const
{
    return int(std::ranges::count_if(m_rows, &AdministratorItem::isActive));
}

int AdministratorsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AdministratorsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AdministratorsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AdministratorItem &item = itemAt(index.row());
    if (role == ToneRole && index.column() == Status)
        return int(item.isActive ? Tone::Success : Tone::Neutral);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return item.isSelf ? tr("%1 (you)").arg(item.name) : item.name;
    case Status:
        return item.isActive ? tr("Active") : tr("Can't act");
    case Since:
        return momentText(spaces::localTime(item.since));
    default:
        return item.assignedBy.isEmpty() ? tr("Installation") : item.assignedBy;
    }
}

QVariant AdministratorsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Status:
        return tr("Status");
    case Since:
        return tr("Since");
    default:
        return tr("Appointed by");
    }
}

} // namespace tenantry::ui::platform
