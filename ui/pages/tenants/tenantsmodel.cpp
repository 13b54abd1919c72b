// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tenants/tenantsmodel.h"

#include "ui/models/textorder.h"
#include "ui/pages/approvals/words.h"
#include "ui/pages/tenants/tenantwords.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"

#include <QLocale>

#include <algorithm>
#include <functional>

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

QString textOf(const TenantItem &item, int column)
{
    switch (column) {
    case TenantsModel::Name:
        return item.row.name;
    case TenantsModel::Code:
        return item.row.code;
    case TenantsModel::Domain:
        return item.row.domain;
    case TenantsModel::State:
        return stateText(item.row.state);
    case TenantsModel::Plan:
        return item.plan;
    case TenantsModel::Administrator:
        return item.administrator;
    case TenantsModel::Activity:
        return item.lastActivity.isValid() ? momentText(item.lastActivity.toLocalTime()) : QString();
    default:
        return item.members ? QLocale().toString(*item.members) : QString();
    }
}

std::vector<TenantItem> itemsFound(const TenantsModel::Wish &wish)
{
    std::vector<TenantItem> items;
    const directory::Snapshot &snapshot = *wish.snapshot;
    for (const TenantRow &row : snapshot.tenants()) {
        const QString administrator =
            row.administratorId.isNull() ? QString() : personName(snapshot, row.administratorId);
        if (!directory::matches(QStringList{row.name, row.code, row.domain, administrator}.join(u'\n'),
                                wish.query))
            continue;
        const TenantsModel::Figures told = wish.figures.value(row.id.uuid());
        TenantItem item{row.id.uuid(), row,          planOf(snapshot, row),
                        administrator, told.members, told.lastActivity};
        if (wish.held.contains(Scope{ScopeKind::People, row.id.uuid(), {}}))
            item.members = int(snapshot.usersOf(snapshot.findTenant(row.id)).size());
        items.push_back(std::move(item));
    }
    return items;
}

template <class Key>
void sortBy(std::vector<TenantItem> &items, Qt::SortOrder order, const Key &key)
{
    if (order == Qt::AscendingOrder)
        std::ranges::stable_sort(items, std::less(), key);
    else
        std::ranges::stable_sort(items, std::greater(), key);
}

std::vector<TenantItem> inOrder(const TenantsModel::Wish &wish)
{
    std::vector<TenantItem> items = itemsFound(wish);
    if (wish.column == TenantsModel::Members)
        sortBy(items, wish.order, [](const TenantItem &item) { return item.members.value_or(-1); });
    else if (wish.column == TenantsModel::Activity)
        sortBy(items, wish.order, [](const TenantItem &item) { return item.lastActivity; });
    else
        sortByText(
            items, [&wish](const TenantItem &item) { return textOf(item, wish.column); }, wish.order);
    return items;
}

} // namespace

void TenantsModel::refresh(const Session &session)
{
    m_wish.snapshot = session.snapshot();
    m_wish.held = session.heldScopes();
    list();
}

void TenantsModel::setFigures(const QHash<QUuid, Figures> &figures)
{
    m_wish.figures = figures;
    list();
}

void TenantsModel::setQuery(const QString &query)
{
    m_wish.query = query;
    list();
}

void TenantsModel::sort(int column, Qt::SortOrder order)
{
    m_wish.column = column;
    m_wish.order = order;
    list();
}

qsizetype TenantsModel::total() const
{
    return qsizetype(m_wish.snapshot->tenants().size());
}

void TenantsModel::list()
{
    m_work.list(
        total(), [wish = m_wish](const std::stop_token &) { return inOrder(wish); },
        [this](std::vector<TenantItem> items) {
            takeRows(m_rows, std::move(items));
            Q_EMIT listed();
        });
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

QVariant TenantsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TenantItem &item = itemAt(index.row());
    if (role == Qt::DisplayRole)
        return textOf(item, index.column());
    if (role == ToneRole && index.column() == State)
        return int(toneOf(item.row.state));
    if (role == Qt::ToolTipRole && index.column() == Members && !item.members)
        return tr("Not known without a connection.");
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
