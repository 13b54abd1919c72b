// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/resourcesmodel.h"

#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/itemroles.h"

#include <QCollator>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

/// Whoever holds the owner's grant.
QString ownerOf(const directory::Snapshot &snapshot, directory::ResourceIndex resource)
{
    for (const directory::GrantEntry &entry : snapshot.grantsOn(resource))
        if (entry.role() == Role::Owner)
            return snapshot.nameOf(snapshot.grant(entry.grant()).subject());
    return {};
}

} // namespace

void ResourcesModel::setSpace(const Session &session, SpaceId space)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    std::vector<Row> rows;
    if (const directory::SpaceIndex index = snapshot->findSpace(space); index.isValid())
        for (const directory::SpaceResource &entry : snapshot->resourcesOf(index)) {
            const directory::ResourceView view = snapshot->resource(entry.resource());
            if (view.isKnown())
                rows.push_back({view.id(), view.resourceKind(), view.name(), ownerOf(*snapshot, entry.resource()), view.isRestricted()});
        }
    QCollator collator;
    collator.setNumericMode(true);
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) {
        return a.kind != b.kind ? a.kind < b.kind : collator.compare(a.name, b.name) < 0;
    });
    takeRows(m_rows, std::move(rows));
}

int ResourcesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResourcesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ResourcesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Name:
            return row.name;
        case Kind:
            return resourceKindName(row.kind);
        case Access:
            return row.restricted ? tr("Restricted") : tr("Open");
        default:
            return row.owner.isEmpty() ? dash() : row.owner;
        }
    case Qt::ToolTipRole:
        if (index.column() == Access)
            return row.restricted ? tr("Only its own grants count, and the owner of the space.") : tr("A role on the space counts for it too.");
        return index.column() == Name ? QVariant(row.name) : QVariant();
    case IconNameRole:
        return index.column() == Name ? resourceIconName(row.kind) : index.column() == Access && row.restricted ? u"lock"_s : QString();
    case DimmedRole:
        return index.column() == Access && !row.restricted;
    default:
        return {};
    }
}

QVariant ResourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Access:
        return tr("Access");
    default:
        return tr("Owner");
    }
}

void ResourcesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace tenantry::ui::spaces
