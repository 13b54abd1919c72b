// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/wholeplatform.h"

#include "core/sync/rowloader.h"

namespace tenantry::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr RowKind kinds[] = {
    RowKind::Tenant,          RowKind::User,  RowKind::Organization, RowKind::Membership, RowKind::RoleGroup,
    RowKind::RoleGroupMember, RowKind::Space, RowKind::Resource,     RowKind::Grant,      RowKind::Outsider};

Result<void> readKind(server::Connection &owner, RowKind kind, RowLoader &loader)
{
    // The schema itself says how a row of a kind is written.
    const auto query = owner.exec(
        u"select format('select %s from app.%I', app.wire_row(k), k ->> 'table') from app.synced_kinds() as k where (k ->> 'number')::integer = ?"_s,
        {int(kind)});
    if (!query)
        return tl::unexpected(query.error());
    return owner
        .stream(query->value().toString(), {},
                [&](const QSqlQuery &row) {
                    loader.add(kind, row.value(0).toString().toUtf8());
                    return true;
                })
        .map([](qint64) {});
}

} // namespace

Result<directory::SnapshotPtr> readWholePlatform(server::Connection &owner)
{
    RowLoader loader;
    Result<void> read =
        owner.exec(u"begin isolation level repeatable read read only"_s).map([](const server::Rows &) {});
    for (const RowKind kind : kinds)
        read = read.and_then([&] { return readKind(owner, kind, loader); });
    return read.and_then([&] { return owner.exec(u"commit"_s); }).and_then([&](const server::Rows &) {
        return loader.build();
    });
}

} // namespace tenantry::sync
