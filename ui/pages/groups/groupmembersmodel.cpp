// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/groups/groupmembersmodel.h"

#include "core/directory/searchindex.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/itemroles.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::groups {

bool GroupMembersModel::isFound(const MemberItem &item) const
{
    return directory::matches(item.name + u'\n' + item.detail, query());
}

QVariant GroupMembersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MemberItem &member = item(index.row());
    const bool isName = index.column() == Name;
    const QString name = member.name.isEmpty() ? tr("Somebody you can't see") : member.name;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? name : index.column() == Type ? spaces::kindName(member.kind) : member.detail;
    case Qt::ToolTipRole:
        return isName ? name : member.detail;
    case Qt::AccessibleTextRole:
        return isName ? QStringList{name, spaces::kindName(member.kind), member.detail}.join(u", "_s)
                      : data(index, Qt::DisplayRole);
    case DimmedRole:
        return member.isGoing || (isName && member.inactive);
    case AvatarIdRole:
        return isName && member.kind == SubjectKind::User ? member.id.toString(QUuid::WithoutBraces)
                                                          : QString();
    case PortraitRole:
        return isName ? member.portrait : QString();
    case IconNameRole:
        return isName && member.kind != SubjectKind::User ? spaces::iconName(member.kind) : QString();
    case SecondaryTextRole:
        return isName && member.kind == SubjectKind::Organization ? spaces::peopleText(member.people)
                                                                  : QString();
    case QueuedRole:
        return isName && (member.isNew || member.isGoing);
    case spaces::ChipsRole: {
        QList<spaces::RowChip> chips;
        if (isName && member.isGoing)
            chips += {tr("Being removed"), Tone::Warning};
        if (isName && member.inactive)
            chips += {member.kind == SubjectKind::User ? tr("Inactive") : tr("Disabled"), Tone::Neutral};
        return QVariant::fromValue(chips);
    }
    default:
        return {};
    }
}

QVariant GroupMembersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : section == Type ? tr("Type") : tr("Organization");
}

} // namespace tenantry::ui::groups
