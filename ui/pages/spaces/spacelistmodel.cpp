// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spacelistmodel.h"

#include "core/access/explanationtext.h"
#include "core/access/resolver.h"
#include "ui/models/textmatches.h"
#include "ui/models/textorder.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/itemroles.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

void SpaceListModel::setItems(std::vector<SpaceItem> items)
{
    takeRows(m_items, std::move(items));
}

int SpaceListModel::rowOf(SpaceId id) const
{
    for (size_t i = 0; i < m_items.size(); ++i)
        if (m_items[i].id == id)
            return int(i);
    return -1;
}

int SpaceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant SpaceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SpaceItem &item = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.name;
    case Qt::ToolTipRole:
        return item.tenant.isEmpty() ? item.name : item.name + u'\n' + item.tenant;
    case Qt::AccessibleTextRole: {
        QStringList parts{item.name, editionName(item.edition)};
        for (const QString &module : item.modules)
            parts += moduleName(module);
        if (item.role != Role::None)
            parts += access::roleName(item.role);
        if (item.archived)
            parts += tr("Archived");
        if (item.queued)
            parts += tr("Waiting");
        return parts.join(u", "_s);
    }
    case SpaceIdRole:
        return item.id.uuid();
    case DimmedRole:
        return item.archived;
    default:
        return {};
    }
}

void SpaceListModel::retranslate()
{
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

/// Spaces that wait in the queue to be created.
static void appendQueued(std::vector<SpaceItem> &items, const Session &session)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    for (const QueuedCommand &queued : session.commands()) {
        const QJsonObject &payload = queued.command.payload;
        const SpaceId id(QUuid::fromString(payload.value("space_id"_L1).toString()));
        if (queued.command.kind != u"space_create" || !queued.isOpen() || snapshot->findSpace(id).isValid())
            continue;
        SpaceItem item;
        item.id = id;
        item.name = payload.value("name"_L1).toString();
        item.edition = payload.value("edition"_L1).toString();
        for (const QJsonValue &module : payload.value("modules"_L1).toArray())
            item.modules += module.toString();
        item.queued = true;
        items.push_back(std::move(item));
    }
}

std::vector<SpaceItem> spaceItems(const Session &session)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const access::Resolver resolver(snapshot, session.now());
    const directory::UserIndex user = snapshot->findUser(session.userId());
    std::vector<SpaceItem> items;
    QSet<TenantId> tenants;
    for (const directory::SpaceIndex index : snapshot->spaces()) {
        const directory::SpaceView space = snapshot->space(index);
        SpaceItem item;
        item.id = space.id();
        item.name = space.name();
        item.edition = space.edition();
        item.modules = space.modules();
        item.avatar = avatarOf(*snapshot, space);
        item.archived = space.isArchived();
        item.role = user.isValid() ? resolver.check(user, index) : Role::None;
        if (const TenantRow *tenant = snapshot->tenant(space.tenant()))
            item.tenant = tenant->name;
        tenants.insert(snapshot->tenantId(space.tenant()));
        items.push_back(std::move(item));
    }
    if (tenants.size() < 2)
        for (SpaceItem &item : items)
            item.tenant.clear();
    appendQueued(items, session);
    sortByText(items, &SpaceItem::name);
    std::ranges::stable_partition(items, [](const SpaceItem &item) { return !item.archived; });
    return items;
}

SpaceListProxy::SpaceListProxy(SpaceListModel *model, QObject *parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(model);
}

void SpaceListProxy::setQuery(const QString &query)
{
    m_query = query;
    invalidateFilter();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {MatchesRole});
}

QVariant SpaceListProxy::data(const QModelIndex &index, int role) const
{
    if (role != MatchesRole)
        return QSortFilterProxyModel::data(index, role);
    return QVariant::fromValue(textMatches(index.data().toString(), m_query));
}

bool SpaceListProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_query.isEmpty() || directory::matches(m_model->itemAt(row).name, m_query);
}

} // namespace tenantry::ui::spaces
