// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/celledits_p.h"

namespace tenantry::directory {

SnapshotBuilder::Private::Private(const Tables &base, bool inBulk) : tables(base), bulk(inBulk)
{
    if (!bulk)
        return;
    const auto fill = [](IdMap &map, const auto &cells) {
        for (quint32 i = 0; i < cells.size(); ++i)
            if (!cells[i].id.isNull())
                map.place(cells[i].id) = i;
    };
    fill(maps.tenants, tables.tenants.cells);
    fill(maps.users, tables.users.cells);
    fill(maps.organizations, tables.organizations.cells);
    fill(maps.roleGroups, tables.roleGroups.cells);
    fill(maps.spaces, tables.spaces.cells);
    fill(maps.resources, tables.resources.cells);
    // Rows that nothing refers to need no map where there are none yet: IDs that come twice are found at the
    // end.
    fresh =
        tables.memberships.cells.size() + tables.roleGroupMembers.cells.size() + tables.grants.cells.size() ==
        0;
    if (fresh)
        return;
    fill(maps.memberships, tables.memberships.cells);
    fill(maps.roleGroupMembers, tables.roleGroupMembers.cells);
    fill(maps.grants, tables.grants.cells);
}

quint32 SnapshotBuilder::Private::word(const QString &text)
{
    if (wordIndex.isEmpty())
        for (const QString &known : *tables.words)
            wordIndex.insert(known, quint32(wordIndex.size()));
    const auto found = wordIndex.constFind(text);
    if (found != wordIndex.cend())
        return *found;
    auto words = std::make_shared<std::vector<QString>>(*tables.words);
    words->push_back(text);
    tables.words = std::move(words);
    return *wordIndex.insert(text, quint32(wordIndex.size()));
}

void SnapshotBuilder::Private::setText(Text column, quint32 row, const QString &text)
{
    if (bulk) {
        staged[size_t(column)].set(row, text);
        return;
    }
    Texts &texts = tables.texts[size_t(column)];
    texts.resize(row + 1);
    const QByteArray utf8 = text.toUtf8();
    const auto before = texts[row];
    if (!std::ranges::equal(before, utf8))
        texts.set(row, std::span(utf8.data(), size_t(utf8.size())));
}

void SnapshotBuilder::Private::setExpiry(GrantIndex grant, const std::optional<Instant> &at)
{
    const quint32 i = grant.value();
    if (bulk) {
        if (stagedExpiries.empty())
            for (quint32 old = 0; old < tables.grants.cells.size(); ++old)
                stagedExpiries.push_back(tables.expiry(GrantIndex(old)).value_or(never));
        if (i >= stagedExpiries.size())
            stagedExpiries.resize(std::max<size_t>(i + 1, stagedExpiries.size() * 2), never);
        stagedExpiries[i] = at ? toMicroseconds(*at) : never;
        return;
    }
    const auto before = tables.expiry(grant);
    const quint32 list = i / Tables::grantsPerExpiryList;
    const quint32 number = i % Tables::grantsPerExpiryList;
    tables.expiries.resize(list + 1);
    if (before)
        tables.expiries.erase(list, {*before, number});
    if (at)
        tables.expiries.insert(list, {toMicroseconds(*at), number});
}

std::optional<qint64> SnapshotBuilder::Private::expiry(GrantIndex grant) const
{
    if (stagedExpiries.empty())
        return tables.expiry(grant);
    return stagedExpiries[grant.value()] == never ? std::nullopt
                                                  : std::optional(stagedExpiries[grant.value()]);
}

void SnapshotBuilder::Private::makeIdTables()
{
    const auto rebuild = [](auto &...table) { (table.ids.rebuild(table.cells), ...); };
    rebuild(tables.tenants, tables.users, tables.organizations, tables.roleGroups, tables.spaces,
            tables.resources);
    // Those may have come twice. Their cells are let go afterwards: searching the table still compares with
    // them.
    const auto rebuildEdges = [this](auto &table) {
        std::vector<quint32> twice;
        table.ids.rebuild(table.cells, [&twice](quint32 earlier) { twice.push_back(earlier); });
        for (const quint32 earlier : twice)
            release(table, earlier);
    };
    rebuildEdges(tables.memberships);
    rebuildEdges(tables.roleGroupMembers);
    maps = {};
}

std::future<std::vector<quint32>> SnapshotBuilder::Private::startGrantIds()
{
    return std::async(std::launch::async, [&table = tables.grants] {
        std::vector<quint32> twice;
        table.ids.rebuild(table.cells, [&twice](quint32 earlier) { twice.push_back(earlier); });
        return twice;
    });
}

void SnapshotBuilder::Private::takeGrantIds(std::future<std::vector<quint32>> made)
{
    for (const quint32 earlier : made.get()) {
        release(tables.grants, earlier);
        setExpiry(GrantIndex(earlier), std::nullopt);
    }
}

} // namespace tenantry::directory
