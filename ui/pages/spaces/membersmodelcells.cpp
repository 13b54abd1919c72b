// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of MembersModel show and say.
#include "ui/pages/spaces/membersmodel.h"

#include "core/access/explanationtext.h"
#include "core/directory/searchindex.h"
#include "ui/models/textmatches.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

QString MembersModel::roleText(const MemberRow &row)
{
    return row.nameOnly ? tr("Not shown") : access::roleName(row.role);
}

QString MembersModel::text(const MemberRow &row, int column) const
{
    switch (column) {
    case Type:
        return m_compact ? QString() : kindName(row.kind);
    case Name:
        return row.name;
    case Department:
        if (row.outsider)
            return tr("Non-enterprise member");
        return row.department.isEmpty() ? dash() : row.department;
    case RoleColumn:
        return roleText(row);
    case AddedBy:
        return row.grantedBy.isEmpty() ? dash() : row.grantedBy;
    case AddedAt:
        return row.nameOnly ? dash()
                            : QLocale().toString(localTime(row.grantedAt).date(), QLocale::ShortFormat);
    case Expires:
        return row.nameOnly || row.role == Role::Owner ? dash() : countdownText(row.expiresAt, m_now);
    default:
        return {};
    }
}

QString MembersModel::nameTip(const MemberRow &row) const
{
    QStringList lines{row.name + u" · "_s + kindName(row.kind)};
    if (row.outsider)
        lines += tr("Not a member of this space's tenant");
    if (row.inactive)
        lines += row.kind == SubjectKind::User ? tr("The account isn't active: it gives no access now")
                                               : tr("The organization is disabled: it gives no access now");
    if (row.pending.state == PendingChange::Queued)
        lines +=
            row.pending.removed ? tr("Will be removed when the server answers") : tr("Waits for the server");
    if (!row.pending.problem.isEmpty())
        lines += row.pending.problem;
    return plainTip(lines.join(u'\n'));
}

QString MembersModel::tip(const MemberRow &row, int column) const
{
    switch (column) {
    case Type:
    case Name:
        return nameTip(row);
    case Department:
        return plainTip(row.departmentPath);
    case RoleColumn: {
        if (row.nameOnly)
            return nameOnlySentence();
        const QString reason = roleRefusal(row);
        return access::roleName(row.role) + u'\n' + roleAbilities(row.role) +
               (reason.isEmpty() ? QString() : u"\n\n"_s + reason);
    }
    case AddedAt:
        return row.nameOnly ? QString() : momentText(localTime(row.grantedAt));
    case Expires:
        return row.expiresAt ? momentText(localTime(*row.expiresAt)) : QString();
    default:
        return {};
    }
}

QVariant MembersModel::tone(const MemberRow &row, int column) const
{
    if (column == RoleColumn)
        return int(row.nameOnly || row.isExpired(m_now) || row.pending.removed ? Tone::Neutral
                                                                               : roleTone(row.role));
    if (column == Department && row.outsider)
        return int(Tone::Warning);
    if (column == Expires && row.expiresAt && row.role != Role::Owner)
        return int(countdownTone(*row.expiresAt, m_now));
    return {};
}

QVariant MembersModel::nameLook(const MemberRow &row, int role) const
{
    switch (role) {
    case AvatarIdRole:
        return row.kind == SubjectKind::User && row.known ? row.subjectId.toString(QUuid::WithoutBraces)
                                                          : QString();
    case PortraitRole:
        return row.portrait;
    case IconNameRole:
        return row.kind == SubjectKind::User ? (row.known ? QString() : u"eye-off"_s) : iconName(row.kind);
    case SecondaryTextRole:
        return row.kind == SubjectKind::User              ? row.mis
               : row.known && row.memberCount.has_value() ? peopleText(*row.memberCount)
                                                          : QString();
    case QueuedRole:
        return row.pending.state == PendingChange::Queued;
    case ChipsRole: {
        QList<RowChip> chips;
        if (row.pending.state == PendingChange::Refused)
            chips += {tr("Needs attention"), Tone::Danger};
        if (row.pending.removed)
            chips += {tr("Being removed"), Tone::Warning};
        if (row.staff)
            chips += {tr("Meituan"), Tone::Accent};
        if (row.inactive)
            chips += {row.kind == SubjectKind::User ? tr("Inactive") : tr("Disabled"), Tone::Neutral};
        return QVariant::fromValue(chips);
    }
    default:
        return {};
    }
}

QVariant MembersModel::highlights(const MemberRow &row, int column) const
{
    QList<TextRange> ranges;
    if (column == Name || column == Department)
        ranges = textMatches(text(row, column), m_filter.query);
    return QVariant::fromValue(ranges);
}

QVariant MembersModel::look(const MemberRow &row, int column, int role) const
{
    if (role == DimmedRole)
        return row.isExpired(m_now) || row.pending.removed || !row.known || (column == Name && row.inactive);
    if (role == ToneRole)
        return tone(row, column);
    if (role == MatchesRole)
        return highlights(row, column);
    if (column == Type && role == IconNameRole && m_compact)
        return iconName(row.kind);
    if (column == Type && role == CopyTextRole)
        return kindName(row.kind);
    return column == Name ? nameLook(row, role) : QVariant();
}

QString MembersModel::spoken(const MemberRow &row, int column) const
{
    if (column != Name && column != Type)
        return text(row, column);
    QStringList parts{row.name, kindName(row.kind), roleText(row)};
    if (isTicked(row))
        parts += tr("selected");
    if (row.expiresAt)
        parts += countdownText(row.expiresAt, m_now);
    if (!row.pending.problem.isEmpty())
        parts += row.pending.problem;
    return parts.join(u", "_s);
}

} // namespace tenantry::ui::spaces
