// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/resourcesmodel.h"

#include "core/directory/searchindex.h"
#include "ui/models/textmatches.h"
#include "ui/models/textorder.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spacerights.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/itemroles.h"

#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

/// The resources whose access or owner a command changes that isn't answered yet.
QSet<ResourceId> queuedResources(const Session &session)
{
    QSet<ResourceId> queued;
    for (const QueuedCommand &command : session.commands())
        if (command.isOpen() && command.command.kind.startsWith(u"resource_"))
            queued.insert(
                ResourceId(QUuid::fromString(command.command.payload.value(u"resource_id"_s).toString())));
    return queued;
}

} // namespace

void ResourcesModel::setSpace(const Session &session, SpaceId space)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const QSet<ResourceId> queued = queuedResources(session);
    std::vector<Row> rows;
    if (const directory::SpaceIndex index = snapshot->findSpace(space); index.isValid()) {
        const SpaceRights rights = rightsOn(session, index);
        const bool seesGrants = rights.tenantAdministrator || may(rights.role, Capability::ManageMembers);
        for (const directory::SpaceResource &entry : snapshot->resourcesOf(index)) {
            const directory::ResourceView view = snapshot->resource(entry.resource());
            if (!view.isKnown())
                continue;
            const auto owner = snapshot->findUser(ownerOf(*snapshot, directory::Object(entry.resource())));
            rows.push_back({.id = view.id(),
                            .kind = view.resourceKind(),
                            .name = view.name(),
                            .owner = owner.isValid() ? snapshot->user(owner).name() : QString(),
                            .restricted = view.isRestricted(),
                            .queued = queued.contains(view.id()),
                            .grants = seesGrants
                                          ? std::optional(int(snapshot->grantsOn(entry.resource()).size()))
                                          : std::nullopt});
        }
    }
    sortByText(rows, &Row::name);
    std::ranges::stable_sort(rows, {}, &Row::kind);
    takeRows(m_rows, std::move(rows));
}

int ResourcesModel::countIn(const directory::Snapshot &snapshot, SpaceId space)
{
    const directory::SpaceIndex index = snapshot.findSpace(space);
    return !index.isValid() ? 0
                            : int(std::ranges::count_if(snapshot.resourcesOf(index), [&](const auto &entry) {
                                  return snapshot.resource(entry.resource()).isKnown();
                              }));
}

int ResourcesModel::rowOf(ResourceId id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
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
            return row.queued ? tr("Waiting to be sent") : row.restricted ? tr("Restricted") : tr("Open");
        case Grants:
            return row.grants ? QLocale().toString(*row.grants) : tr("Hidden");
        default:
            return row.owner.isEmpty() ? tr("Hidden") : row.owner; // there always is one (SPC-7)
        }
    case Qt::TextAlignmentRole:
        return index.column() == Grants ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Grants)
            return row.grants ? tr("Grants on the resource itself, its owner's included")
                              : tr("Only who manages members sees the grants.");
        if (index.column() == Owner && row.owner.isEmpty())
            return tr("Only who manages members sees the grants.");
        if (index.column() == Access)
            return row.restricted ? tr("Only its own grants count, and the owner of the space.")
                                  : tr("A role on the space counts for it too.");
        return index.column() == Name ? QVariant(row.name) : QVariant();
    case IconNameRole:
        return index.column() == Name                       ? resourceIconName(row.kind)
               : index.column() == Access && row.restricted ? u"lock"_s
                                                            : QString();
    case DimmedRole:
        return index.column() == Access && !row.restricted;
    default:
        return {};
    }
}

QVariant ResourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Grants)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Access:
        return tr("Access");
    case Grants:
        return tr("Grants");
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

ResourcesProxy::ResourcesProxy(ResourcesModel *model, QObject *parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    m_collator.setNumericMode(true);
    setSourceModel(model);
}

void ResourcesProxy::setQuery(const QString &query)
{
    m_query = query;
    invalidateFilter();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {MatchesRole});
}

QVariant ResourcesProxy::data(const QModelIndex &index, int role) const
{
    if (role != MatchesRole)
        return QSortFilterProxyModel::data(index, role);
    return QVariant::fromValue(textMatches(index.data().toString(), m_query));
}

bool ResourcesProxy::filterAcceptsRow(int row, const QModelIndex &) const
{
    const ResourcesModel::Row &resource = m_model->rowAt(row);
    return m_query.isEmpty() ||
           directory::matches(
               QStringList{resource.name, resourceKindName(resource.kind), resource.owner}.join(u'\n'),
               m_query);
}

bool ResourcesProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const ResourcesModel::Row &a = m_model->rowAt(left.row()), &b = m_model->rowAt(right.row());
    if (left.column() == ResourcesModel::Grants && a.grants != b.grants)
        return a.grants < b.grants;
    const int order = m_collator.compare(left.data().toString(), right.data().toString());
    return order != 0 ? order < 0 : m_collator.compare(a.name, b.name) < 0;
}

} // namespace tenantry::ui::spaces
