// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tenants/tenantsmodel.h"

#include "ui/pages/approvals/words.h"
#include "ui/pages/tenants/tenantwords.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::tenants {

namespace {

Tone toneOf(TenantState state)
{
    switch (state) {
    case TenantState::Active:
        return Tone::Success;
    case TenantState::Closing:
        return Tone::Warning;
    case TenantState::Frozen:
        return Tone::Danger;
    case TenantState::Deleted:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString planOf(const directory::Snapshot &snapshot, const TenantRow &tenant)
{
    const PlanRow *plan = snapshot.plan(tenant.planId);
    return plan ? planName(*plan) : QString();
}

} // namespace

void TenantsModel::refresh(const Session &session)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const QList<Scope> held = session.heldScopes();
    m_all.clear();
    for (const TenantRow &row : snapshot->tenants()) {
        TenantItem item{row.id.uuid(), row, planOf(*snapshot, row), {}, {}, m_activity.value(row.id.uuid())};
        if (!row.administratorId.isNull())
            item.administrator = personName(*snapshot, row.administratorId);
        if (held.contains(Scope{ScopeKind::People, row.id.uuid(), {}}))
            item.members = int(snapshot->usersOf(snapshot->findTenant(row.id)).size());
        m_all.push_back(std::move(item));
    }
    show();
}

void TenantsModel::setActivity(const QHash<QUuid, QDateTime> &activity)
{
    m_activity = activity;
    for (TenantItem &item : m_all)
        item.lastActivity = activity.value(item.id);
    show();
}

void TenantsModel::setQuery(const QString &query)
{
    m_query = query;
    show();
}

void TenantsModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    show();
}

void TenantsModel::show()
{
    std::vector<TenantItem> shown;
    for (const TenantItem &item : m_all)
        if (directory::matches(item.row.name + u'\n' + item.row.code + u'\n' + item.row.domain + u'\n' +
                                   item.administrator,
                               m_query))
            shown.push_back(item);
    std::stable_sort(shown.begin(), shown.end(), [this](const TenantItem &a, const TenantItem &b) {
        const TenantItem &first = m_order == Qt::AscendingOrder ? a : b,
                         &second = m_order == Qt::AscendingOrder ? b : a;
        if (m_column == Members)
            return first.members.value_or(-1) < second.members.value_or(-1);
        if (m_column == Activity)
            return first.lastActivity < second.lastActivity;
        return QString::localeAwareCompare(text(first, m_column), text(second, m_column)) < 0;
    });
    takeRows(m_rows, std::move(shown));
    Q_EMIT listed();
}

void TenantsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int TenantsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TenantsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString TenantsModel::text(const TenantItem &item, int column) const
{
    switch (column) {
    case Name:
        return item.row.name;
    case Code:
        return item.row.code;
    case Domain:
        return item.row.domain;
    case State:
        return stateText(item.row.state);
    case Plan:
        return item.plan;
    case Administrator:
        return item.administrator;
    case Activity:
        return item.lastActivity.isValid() ? momentText(item.lastActivity.toLocalTime()) : QString();
    default:
        return item.members ? QLocale().toString(*item.members) : QString();
    }
}

QVariant TenantsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TenantItem &item = itemAt(index.row());
    if (role == Qt::DisplayRole)
        return text(item, index.column());
    if (role == ToneRole && index.column() == State)
        return int(toneOf(item.row.state));
    if (role == Qt::ToolTipRole && index.column() == Members && !item.members)
        return tr("Turn to the tenant to see its people.");
    if (role == Qt::ToolTipRole && index.column() == Activity && !item.lastActivity.isValid())
        return tr("Not known without a connection.");
    return {};
}

QVariant TenantsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Code:
        return tr("Code");
    case Domain:
        return tr("Domain");
    case State:
        return tr("State");
    case Plan:
        return tr("Plan");
    case Administrator:
        return tr("Administrator");
    case Activity:
        return tr("Last activity");
    default:
        return tr("Members");
    }
}

} // namespace tenantry::ui::tenants
