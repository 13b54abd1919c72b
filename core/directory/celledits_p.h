// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the cells of a builder come and go.
#pragma once

#include "core/directory/snapshotbuilder_p.h"

namespace tenantry::directory
{

// Where a free cell keeps the number of the next one.
[[nodiscard]] inline UserIndex &nextFree(MembershipCell &cell) { return cell.user; }
[[nodiscard]] inline RoleGroupIndex &nextFree(RoleGroupMemberCell &cell) { return cell.group; }
[[nodiscard]] inline UserIndex &nextFree(GrantCell &cell) { return cell.grantedBy; }

template <class Cell>
void release(CellTable<Cell> &table, quint32 index)
{
    Cell &cell = table.cells.change(index);
    cell = {};
    nextFree(cell) = std::remove_reference_t<decltype(nextFree(cell))>(table.firstFree);
    table.firstFree = index;
    --table.live;
}

template <class Cell>
void setKnown(CellTable<Cell> &table, Cell &cell)
{
    if (!cell.known)
        ++table.live;
    cell.known = true;
}

/// A cell of which only the ID is left; false where it was no more before.
template <class Cell>
bool forget(CellTable<Cell> &table, quint32 index)
{
    if (!table.cells[index].known)
        return false;
    Cell &cell = table.cells.change(index);
    Cell blank;
    blank.id = cell.id;
    if constexpr (requires { cell.tenant; })
        blank.tenant = cell.tenant; // rows that refer to it say the same
    cell = blank;
    --table.live;
    return true;
}

template <class Index, class Cell>
Index SnapshotBuilder::Private::intern(CellTable<Cell> &table, IdMap &map, const QUuid &id)
{
    if (id.isNull())
        return {};
    quint32 index = bulk ? map.place(id) : table.find(id);
    if (index != IdTable::none)
        return Index(index);
    index = table.cells.size();
    Cell cell;
    cell.id = id;
    table.cells.append(cell);
    if (bulk)
        map.place(id) = index;
    else
        table.ids.insert(index, table.cells);
    return Index(index);
}

template <class Cell>
quint32 SnapshotBuilder::Private::take(CellTable<Cell> &table, IdMap &map, const QUuid &id, bool &isNew)
{
    quint32 *place = bulk && !fresh ? &map.place(id) : nullptr;
    quint32 index = place ? *place : fresh ? IdTable::none : table.find(id);
    isNew = index == IdTable::none;
    if (!isNew)
        return index;
    ++table.live;
    Cell made;
    made.id = id;
    index = table.firstFree;
    if (index == IdTable::none) {
        index = table.cells.size();
        table.cells.append(made);
    } else {
        Cell &cell = table.cells.change(index);
        table.firstFree = nextFree(cell).value();
        cell = made;
    }
    if (place)
        *place = index;
    else if (!bulk)
        table.ids.insert(index, table.cells);
    return index;
}

template <class Cell>
void SnapshotBuilder::Private::forgetId(CellTable<Cell> &table, IdMap &map, quint32 index)
{
    if (bulk)
        map.place(table.cells[index].id) = IdTable::none;
    else
        table.ids.remove(table.cells[index].id, table.cells);
}

template <class Cell>
quint32 SnapshotBuilder::Private::find(const CellTable<Cell> &table, IdMap &map, const QUuid &id)
{
    return bulk ? map.place(id) : table.find(id);
}

// Asked for every row, in several files.
inline TenantIndex SnapshotBuilder::Private::tenant(const TenantId &id) { return intern<TenantIndex>(tables.tenants, maps.tenants, id.uuid()); }
inline UserIndex SnapshotBuilder::Private::user(const UserId &id) { return intern<UserIndex>(tables.users, maps.users, id.uuid()); }
inline OrganizationIndex SnapshotBuilder::Private::organization(const OrganizationId &id)
{
    return intern<OrganizationIndex>(tables.organizations, maps.organizations, id.uuid());
}
inline RoleGroupIndex SnapshotBuilder::Private::roleGroup(const RoleGroupId &id)
{
    return intern<RoleGroupIndex>(tables.roleGroups, maps.roleGroups, id.uuid());
}
inline SpaceIndex SnapshotBuilder::Private::space(const SpaceId &id) { return intern<SpaceIndex>(tables.spaces, maps.spaces, id.uuid()); }
inline ResourceIndex SnapshotBuilder::Private::resource(const ResourceId &id)
{
    const auto index = intern<ResourceIndex>(tables.resources, maps.resources, id.uuid());
    tables.resourcePlaces.resize(tables.resources.cells.size());
    return index;
}

inline Subject SnapshotBuilder::Private::subject(SubjectKind kind, const QUuid &id)
{
    switch (kind) {
    case SubjectKind::User:
        return user(UserId(id));
    case SubjectKind::Organization:
        return organization(OrganizationId(id));
    case SubjectKind::RoleGroup:
        break;
    }
    return roleGroup(RoleGroupId(id));
}

} // namespace tenantry::directory
