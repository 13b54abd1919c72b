// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/permissiondetailmodel.h"

#include "core/access/explanationtext.h"
#include "core/directory/searchindex.h"
#include "ui/models/textmatches.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

#include <QCollator>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PermissionDetail)
};

QString nameOrUnseen(const directory::Snapshot &snapshot, directory::Subject subject)
{
    const QString name = snapshot.nameOf(subject);
    return name.isEmpty() ? Words::tr("something you can't see") : name;
}

int kindOrder(const QString &kind)
{
    static const QStringList order{u"agent"_s,       u"workflow"_s, u"plugin"_s,   u"knowledge_base"_s,
                                   u"application"_s, u"table"_s,    u"dashboard"_s};
    return int(order.indexOf(kind));
}

} // namespace

QString shortReason(const directory::Snapshot &snapshot, const access::Path &path)
{
    if (!path.isValid())
        return {};
    QString way;
    if (path.group.isValid() && path.subject.group() != path.group)
        way = path.above.isValid()
                  ? Words::tr("role group %1, by %2")
                        .arg(nameOrUnseen(snapshot, path.group), nameOrUnseen(snapshot, path.above))
                  : Words::tr("role group %1").arg(nameOrUnseen(snapshot, path.group));
    else if (path.above.isValid() && directory::Subject(path.above) != path.subject)
        way = nameOrUnseen(snapshot, path.above);
    if (path.throughSpace)
        return way.isEmpty() ? Words::tr("From the space") : Words::tr("From the space, through %1").arg(way);
    if (way.isEmpty())
        return path.role == Role::Owner && snapshot.grant(path.grant).object().kind() == ObjectKind::Resource
                   ? Words::tr("Owner of it")
                   : Words::tr("Given directly");
    return Words::tr("Through %1").arg(way);
}

void PermissionDetailModel::setDetail(const access::Resolver &resolver, directory::Subject subject,
                                      directory::SpaceIndex space)
{
    const directory::Snapshot &snapshot = resolver.snapshot();
    const access::ReasonedDetail detail = resolver.detailWithReasons(subject, space);
    Row top;
    std::vector<Row> rows;
    rows.reserve(detail.rows.size());
    for (const access::ReasonedDetail::Row &from : detail.rows) {
        Row row;
        row.kind = from.object.kind();
        row.id = snapshot.idOf(from.object);
        row.name = snapshot.nameOf(from.object);
        row.restricted = from.restricted;
        row.role = from.role;
        row.reason = shortReason(snapshot, from.because);
        if (row.kind == ObjectKind::Space) {
            top = std::move(row);
            continue;
        }
        row.resourceKind = snapshot.resource(from.object.resource()).resourceKind();
        if (row.name.isEmpty())
            row.name = Words::tr("A resource you can't see");
        if (row.role == Role::None)
            row.reason = from.restricted && detail.rows.front().role != Role::None
                             ? Words::tr("Restricted: the role on the space doesn't count")
                             : Words::tr("Nobody has given a role");
        rows.push_back(std::move(row));
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) {
        const int ka = kindOrder(a.resourceKind), kb = kindOrder(b.resourceKind);
        return ka != kb ? ka < kb : collator.compare(a.name, b.name) < 0;
    });
    if (!m_space) {
        beginInsertRows({}, 0, 0);
        m_space = top;
        endInsertRows();
    } else if (*m_space != top) {
        m_space = top;
        Q_EMIT dataChanged(spaceIndex(), index(0, ColumnCount - 1));
    }
    takeRows(m_rows, std::move(rows), spaceIndex());
}

void PermissionDetailModel::clear()
{
    if (!m_space)
        return;
    beginRemoveRows({}, 0, 0);
    m_space.reset();
    m_rows.clear();
    endRemoveRows();
}

void PermissionDetailModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_space)
        Q_EMIT dataChanged(spaceIndex(), index(0, ColumnCount - 1));
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0, spaceIndex()), index(count() - 1, ColumnCount - 1, spaceIndex()));
}

const PermissionDetailModel::Row &PermissionDetailModel::row(const QModelIndex &index) const
{
    return index.internalId() == 0 ? *m_space : m_rows[size_t(index.row())];
}

int PermissionDetailModel::countWithRole() const
{
    return int(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.role != Role::None; }));
}

QModelIndex PermissionDetailModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column < 0 || column >= ColumnCount || row < 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, quintptr(parent.isValid() ? 1 : 0));
}

QModelIndex PermissionDetailModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() == 1 ? spaceIndex() : QModelIndex();
}

int PermissionDetailModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_space ? 1 : 0;
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_rows.size()) : 0;
}

QVariant PermissionDetailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &r = row(index);
    const bool isObject = index.column() == Object;
    switch (role) {
    case Qt::DisplayRole:
        return isObject ? r.name : index.column() == RoleColumn ? access::roleName(r.role) : r.reason;
    case Qt::ToolTipRole:
        if (isObject && r.restricted)
            return plainTip(r.name + u'\n' +
                            tr("Restricted: only its own grants count, and the owner of the space."));
        return isObject                   ? plainTip(r.name)
               : index.column() == Reason ? plainTip(r.reason)
                                          : roleAbilities(r.role);
    case Qt::AccessibleTextRole:
        if (!isObject)
            return data(index, Qt::DisplayRole);
        return QStringList{r.name,
                           r.kind == ObjectKind::Space ? tr("Space") : resourceKindName(r.resourceKind),
                           access::roleName(r.role), r.reason}
            .join(u", "_s);
    case ToneRole:
        return index.column() == RoleColumn ? QVariant(int(roleTone(r.role))) : QVariant();
    case SecondaryTextRole:
        return isObject && r.kind == ObjectKind::Resource ? resourceKindName(r.resourceKind) : QString();
    case IconNameRole:
        return isObject ? (r.kind == ObjectKind::Space ? u"space"_s : resourceIconName(r.resourceKind))
                        : QString();
    case DimmedRole:
        return index.column() == Reason || r.role == Role::None;
    case ChipsRole:
        return QVariant::fromValue(
            isObject && r.restricted ? QList<RowChip>{{tr("Restricted"), Tone::Warning}} : QList<RowChip>());
    default:
        return {};
    }
}

QVariant PermissionDetailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Object       ? tr("Space and resources")
           : section == RoleColumn ? tr("Final role")
                                   : tr("Why");
}

PermissionDetailProxy::PermissionDetailProxy(PermissionDetailModel *model, QObject *parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(model);
}

void PermissionDetailProxy::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void PermissionDetailProxy::setQuery(const QString &query)
{
    m_query = query;
    invalidateFilter();
}

QVariant PermissionDetailProxy::data(const QModelIndex &index, int role) const
{
    if (role != MatchesRole)
        return QSortFilterProxyModel::data(index, role);
    QList<TextRange> ranges;
    if (index.column() == PermissionDetailModel::Object && index.parent().isValid())
        ranges = textMatches(index.data().toString(), m_query);
    return QVariant::fromValue(ranges);
}

bool PermissionDetailProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!parent.isValid())
        return true; // the space stays in sight
    const PermissionDetailModel::Row &r = m_model->row(m_model->index(row, 0, parent));
    if (m_show != Show::All && (r.role != Role::None) != (m_show == Show::WithRole))
        return false;
    return directory::matches(r.name, m_query);
}

} // namespace tenantry::ui::spaces
