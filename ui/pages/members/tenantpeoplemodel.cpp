// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/tenantpeoplemodel.h"

#include "ui/models/textmatches.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

using namespace directory;

bool TenantPeopleModel::isLaterOfTheSame(const PeopleList &next) const
{
    // Indices mean the same people only in snapshots that came from one another.
    const PeopleQuestion &before = m_list->question;
    return before.tenant == next.question.tenant && (before.snapshot == next.question.snapshot ||
                                                     next.question.snapshot->changesSince(*before.snapshot));
}

void TenantPeopleModel::setList(const PeopleListPtr &list)
{
    if (m_list && list && isLaterOfTheSame(*list)) {
        m_list = list;
        takeRows(list->rows);
        return;
    }
    beginResetModel(); // another tenant
    m_list = list;
    setRows(list ? list->rows : std::vector<PersonRow>());
    endResetModel();
}

void TenantPeopleModel::setQueued(const QSet<UserId> &queued)
{
    if (m_queued == queued)
        return;
    m_queued = queued;
    touchAll();
}

UserId TenantPeopleModel::idOf(const QModelIndex &index) const
{
    return index.isValid() ? m_list->question.snapshot->user(rows()[size_t(index.row())].user).id()
                           : UserId();
}

int TenantPeopleModel::rowOf(UserId id) const
{
    if (!m_list)
        return -1;
    const PersonRow wanted{m_list->question.snapshot->findUser(id)};
    const auto found = std::ranges::find(rows(), wanted);
    return found == rows().end() ? -1 : int(found - rows().begin());
}

void TenantPeopleModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, personColumnCount - 1);
    touchAll();
}

QString TenantPeopleModel::text(UserView user, PersonColumn column) const
{
    const Snapshot &snapshot = *m_list->question.snapshot;
    switch (column) {
    case PersonColumn::Name:
        return user.name().simplified();
    case PersonColumn::Organizations:
        return organizationNames(snapshot, user.index()).join(tr(", "));
    case PersonColumn::Roles: {
        QStringList names;
        for (const QString &role : rolesOf(snapshot, user.index()))
            names += userRoleName(snapshot, role);
        if (!m_list->question.seenRoles.of(snapshot, user.index()))
            names += tr("hidden"); // what stands beside isn't all, and nothing isn't none
        return names.join(tr(", "));
    }
    case PersonColumn::Status:
        return statusName(user.status());
    case PersonColumn::Email:
        return user.email();
    case PersonColumn::Phone:
        return user.phone();
    case PersonColumn::Mis:
        return user.mis();
    case PersonColumn::Created:
        break;
    }
    return QLocale().toString(spaces::localTime(user.createdAt()).date(), QLocale::ShortFormat);
}

QVariant TenantPeopleModel::nameLook(UserView user, int role) const
{
    switch (role) {
    case AvatarIdRole:
        return user.id().toString();
    case PortraitRole:
        return user.avatar();
    case SecondaryTextRole:
        return user.mis();
    case QueuedRole:
        return m_queued.contains(user.id());
    case spaces::ChipsRole: {
        QList<spaces::RowChip> chips;
        if (m_list->handoversDue.contains(user.index()))
            chips += {tr("Handover due"), Tone::Warning};
        else if (user.isStaff())
            chips += {tr("Meituan"), Tone::Accent};
        return QVariant::fromValue(chips);
    }
    default:
        return {};
    }
}

QVariant TenantPeopleModel::look(UserView user, PersonColumn column, int role) const
{
    switch (role) {
    case DimmedRole:
        return user.status() != UserStatus::Active;
    case ToneRole:
        return column == PersonColumn::Status ? QVariant(int(statusTone(user.status()))) : QVariant();
    case MatchesRole:
        return column == PersonColumn::Roles || column == PersonColumn::Status ||
                       column == PersonColumn::Created
                   ? QVariant()
                   : QVariant::fromValue(textMatches(text(user, column), m_list->question.filter.query));
    default:
        return column == PersonColumn::Name ? nameLook(user, role) : QVariant();
    }
}

QVariant TenantPeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UserView user = m_list->question.snapshot->user(rows()[size_t(index.row())].user);
    const auto column = PersonColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(user, column);
    case Qt::ToolTipRole:
        return column == PersonColumn::Created ? momentText(spaces::localTime(user.createdAt()))
                                               : plainTip(text(user, column));
    case Qt::AccessibleTextRole:
        return column == PersonColumn::Name
                   ? QStringList{text(user, column), text(user, PersonColumn::Organizations),
                                 text(user, PersonColumn::Roles), text(user, PersonColumn::Status)}
                         .join(tr(", "))
                   : text(user, column);
    default:
        return look(user, column, role);
    }
}

QVariant TenantPeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (PersonColumn(section)) {
    case PersonColumn::Name:
        return tr("Name");
    case PersonColumn::Organizations:
        return tr("Organizations");
    case PersonColumn::Roles:
        return tr("Roles");
    case PersonColumn::Status:
        return tr("Status");
    case PersonColumn::Email:
        return tr("E-mail");
    case PersonColumn::Phone:
        return tr("Phone");
    case PersonColumn::Mis:
        return tr("MIS");
    case PersonColumn::Created:
        break;
    }
    return tr("Account since");
}

} // namespace tenantry::ui::members
