// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/accessmodel.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/permissiondetailmodel.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::explorer {

using namespace directory;

namespace {

constexpr size_t mostWinners = 512; ///< more than a screen shows

} // namespace

bool AccessModel::isLaterOfTheSame(const AccessList &next) const
{
    // Indices mean the same things only in snapshots that came from one another.
    const ListQuestion &before = m_list->question;
    return before.fixed == next.question.fixed && (before.snapshot == next.question.snapshot ||
                                                   next.question.snapshot->changesSince(*before.snapshot));
}

void AccessModel::setList(const AccessListPtr &list)
{
    const bool later = m_list && list && isLaterOfTheSame(*list);
    if (!later)
        beginResetModel(); // another question
    m_winners.clear();
    m_list = list;
    m_resolver =
        list ? std::make_unique<access::Resolver>(list->question.snapshot, list->question.now) : nullptr;
    if (later) {
        takeRows(list->rows);
        return;
    }
    setRows(list ? list->rows : std::vector<ListRow>());
    endResetModel();
}

int AccessModel::rowOf(Subject subject, Object object) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (this->subject(row) == subject && this->object(row) == object)
            return row;
    return -1;
}

void AccessModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, explorer::columnCount - 1);
    touchAll();
}

const access::Path &AccessModel::winner(const ListRow &row) const
{
    const auto found = m_winners.find(row.key());
    if (found != m_winners.end())
        return found->second;
    if (m_winners.size() >= mostWinners)
        m_winners.clear();
    const access::Explanation why = m_resolver->explain(m_list->subject(row), m_list->object(row));
    return m_winners.emplace(row.key(), why.paths.empty() ? access::Path() : why.paths.front()).first->second;
}

QString AccessModel::text(const ListRow &row, Column column) const
{
    const Snapshot &snapshot = *m_list->question.snapshot;
    switch (column) {
    case Column::Subject:
        return snapshot.nameOf(m_list->subject(row));
    case Column::Department:
        return departmentOf(snapshot, m_list->subject(row));
    case Column::Object:
        return snapshot.nameOf(m_list->object(row));
    case Column::Role:
        return access::roleName(row.role);
    default:
        break;
    }
    const access::Path &path = winner(row);
    if (!path.isValid())
        return {};
    const GrantView grant = snapshot.grant(path.grant);
    switch (column) {
    case Column::Through:
        return spaces::shortReason(snapshot, path);
    case Column::GrantedBy:
        return grant.grantedBy().isValid() ? snapshot.user(grant.grantedBy()).name() : QString();
    case Column::GrantedAt:
        return QLocale().toString(spaces::localTime(grant.grantedAt()).date(), QLocale::ShortFormat);
    default:
        return grant.expiresAt() ? spaces::countdownText(grant.expiresAt(), m_list->question.now)
                                 : spaces::dash();
    }
}

QVariant AccessModel::look(const ListRow &row, Column column, int role) const
{
    const Snapshot &snapshot = *m_list->question.snapshot;
    if (role == ToneRole)
        return column == Column::Role ? QVariant(int(spaces::roleTone(row.role))) : QVariant();
    if (column == Column::Subject) {
        const Subject subject = m_list->subject(row);
        if (role == AvatarIdRole)
            return subject.user().isValid() ? snapshot.idOf(subject).toString(QUuid::WithoutBraces)
                                            : QString();
        if (role == PortraitRole)
            return subject.user().isValid() ? snapshot.user(subject.user()).avatar() : QString();
        if (role == IconNameRole)
            return subject.user().isValid() ? QString() : spaces::iconName(subject.kind());
        if (role == SecondaryTextRole)
            return subject.user().isValid() ? snapshot.user(subject.user()).mis() : QString();
    }
    if (column == Column::Object) {
        const ResourceIndex resource = m_list->object(row).resource();
        if (role == IconNameRole)
            return resource.isValid() ? spaces::resourceIconName(snapshot.resource(resource).resourceKind())
                                      : u"space"_s;
        if (role == SecondaryTextRole)
            return resource.isValid() ? snapshot.space(snapshot.resource(resource).space()).name()
                                      : QString();
    }
    return {};
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListRow &row = rows()[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole: {
        const access::Path &path = winner(row);
        if (column == Column::Through && path.isValid())
            return access::pathText(*m_list->question.snapshot, path, m_list->object(row));
        if ((column == Column::GrantedAt || column == Column::Expires) && path.isValid()) {
            const GrantView grant = m_list->question.snapshot->grant(path.grant);
            const std::optional<Instant> at =
                column == Column::GrantedAt ? std::optional(grant.grantedAt()) : grant.expiresAt();
            return at ? momentText(spaces::localTime(*at)) : QString();
        }
        return text(row, column);
    }
    case CopyTextRole: // an export is read later: no countdown
        if (column == Column::Expires) {
            const access::Path &path = winner(row);
            const auto at =
                path.isValid() ? m_list->question.snapshot->grant(path.grant).expiresAt() : std::nullopt;
            return at ? momentText(spaces::localTime(*at)) : QString();
        }
        return {};
    case Qt::AccessibleTextRole:
        if (column == Column::Subject || column == Column::Object)
            return QStringList{text(row, column), access::roleName(row.role), text(row, Column::Through)}
                .join(u", "_s);
        return text(row, column);
    default:
        return look(row, column, role);
    }
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Subject:
        return tr("Who");
    case Column::Department:
        return tr("Organization");
    case Column::Object:
        return tr("What");
    case Column::Role:
        return tr("Role");
    case Column::Through:
        return tr("Through");
    case Column::GrantedBy:
        return tr("Granted by");
    case Column::GrantedAt:
        return tr("Granted");
    case Column::Expires:
        break;
    }
    return tr("Expires");
}

} // namespace tenantry::ui::explorer
