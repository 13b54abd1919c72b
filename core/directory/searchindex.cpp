// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/searchindex.h"

#include "core/directory/searchlines.h"

#include <algorithm>
#include <array>

namespace tenantry::directory
{

namespace
{

constexpr std::array kinds{SearchKind::User, SearchKind::Organization, SearchKind::RoleGroup, SearchKind::Space};
// Rows that changed lie beside the base until there are so many that searching both costs more than making one anew.
constexpr size_t fewestForNewBase = 4096;

void addLine(SearchLines &lines, const Snapshot &snapshot, SearchKind kind, quint32 row)
{
    switch (kind) {
    case SearchKind::User:
        if (const UserView user = snapshot.user(UserIndex(row)); user.isKnown())
            lines.add(row, user.name(), {user.mis(), user.email(), user.phone(), user.nickname(), user.username()});
        break;
    case SearchKind::Organization:
        if (const OrganizationView organization = snapshot.organization(OrganizationIndex(row)); organization.isKnown())
            lines.add(row, organization.name(), {organization.code()});
        break;
    case SearchKind::RoleGroup:
        if (const RoleGroupView group = snapshot.roleGroup(RoleGroupIndex(row)); group.isKnown())
            lines.add(row, group.name(), {});
        break;
    case SearchKind::Space:
        if (const SpaceView space = snapshot.space(SpaceIndex(row)); space.isKnown())
            lines.add(row, space.name(), {});
        break;
    }
}

quint32 slotsOf(const Snapshot &snapshot, SearchKind kind)
{
    switch (kind) {
    case SearchKind::User: return snapshot.userSlots();
    case SearchKind::Organization: return snapshot.organizationSlots();
    case SearchKind::RoleGroup: return snapshot.roleGroupSlots();
    case SearchKind::Space: return snapshot.spaceSlots();
    }
    Q_UNREACHABLE();
}

// Rows of the kind that differ, in ascending order without repetition.
std::vector<quint32> changedRows(const Snapshot &snapshot, const Changes &changes, SearchKind kind)
{
    std::vector<quint32> rows;
    const auto add = [&rows](auto index) {
        if (index.isValid())
            rows.push_back(index.value());
    };
    switch (kind) {
    case SearchKind::User:
        for (const RowKind row : {RowKind::User, RowKind::UserPrivate})
            for (const QUuid &id : changes.of(row))
                add(snapshot.findUser(UserId(id)));
        break;
    case SearchKind::Organization:
        for (const QUuid &id : changes.of(RowKind::Organization))
            add(snapshot.findOrganization(OrganizationId(id)));
        break;
    case SearchKind::RoleGroup:
        for (const QUuid &id : changes.of(RowKind::RoleGroup))
            add(snapshot.findRoleGroup(RoleGroupId(id)));
        break;
    case SearchKind::Space:
        for (const QUuid &id : changes.of(RowKind::Space))
            add(snapshot.findSpace(SpaceId(id)));
        break;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

bool mentions(const Changes &changes, SearchKind kind)
{
    switch (kind) {
    case SearchKind::User: return changes.has(RowKind::User) || changes.has(RowKind::UserPrivate);
    case SearchKind::Organization: return changes.has(RowKind::Organization);
    case SearchKind::RoleGroup: return changes.has(RowKind::RoleGroup);
    case SearchKind::Space: return changes.has(RowKind::Space);
    }
    Q_UNREACHABLE();
}

} // namespace

/// The rows of one kind: a base that snapshots share, and what changed since it was made.
struct SearchIndex::Part {
    std::shared_ptr<const SearchLines> base;
    std::vector<quint32> replaced; ///< rows whose line in the base no longer counts, ascending
    SearchLines overlay;           ///< their lines of now, where they still have one

    static std::shared_ptr<const Part> make(const Snapshot &snapshot, SearchKind kind, const std::stop_token &stop)
    {
        auto lines = std::make_shared<SearchLines>();
        const quint32 rows = slotsOf(snapshot, kind);
        lines->reserve(rows);
        for (quint32 row = 0; row < rows && !stop.stop_requested(); ++row)
            addLine(*lines, snapshot, kind, row);
        auto part = std::make_shared<Part>();
        part->base = std::move(lines);
        return part;
    }

    std::shared_ptr<const Part> next(const Snapshot &snapshot, const Changes &changes, SearchKind kind, const std::stop_token &stop) const
    {
        std::vector<quint32> rows = changedRows(snapshot, changes, kind);
        std::vector<quint32> all;
        std::set_union(replaced.begin(), replaced.end(), rows.begin(), rows.end(), std::back_inserter(all));
        if (all.size() > std::max(fewestForNewBase, base->size() / 16))
            return make(snapshot, kind, stop);
        auto part = std::make_shared<Part>();
        part->base = base;
        for (const quint32 row : all)
            addLine(part->overlay, snapshot, kind, row);
        part->replaced = std::move(all);
        return part;
    }

    [[nodiscard]] bool isReplaced(quint32 row) const { return std::binary_search(replaced.begin(), replaced.end(), row); }
};

SearchIndex::SearchIndex(SnapshotPtr snapshot) : m_snapshot(std::move(snapshot)) {}

SearchIndex::~SearchIndex() = default;

SearchIndexPtr SearchIndex::make(SnapshotPtr snapshot, std::stop_token stop)
{
    std::shared_ptr<SearchIndex> index(new SearchIndex(std::move(snapshot)));
    for (const SearchKind kind : kinds)
        index->m_parts.push_back(Part::make(*index->m_snapshot, kind, stop));
    return stop.stop_requested() ? nullptr : index;
}

SearchIndexPtr SearchIndex::next(SnapshotPtr snapshot, std::stop_token stop) const
{
    const auto changes = snapshot->changesSince(*m_snapshot);
    if (!changes)
        return make(std::move(snapshot), stop);
    std::shared_ptr<SearchIndex> index(new SearchIndex(std::move(snapshot)));
    for (size_t i = 0; i < kinds.size(); ++i)
        index->m_parts.push_back(mentions(*changes, kinds[i]) ? m_parts[i]->next(*index->m_snapshot, *changes, kinds[i], stop) : m_parts[i]);
    return stop.stop_requested() ? nullptr : index;
}

SearchResult SearchIndex::find(const QString &query, const SearchOptions &options, std::stop_token stop) const
{
    SearchResult result;
    const std::vector<std::string> words = searchWords(query);
    if (words.empty())
        return result;
    std::array<std::vector<SearchHit>, searchRanks> byRank;
    const auto limit = size_t(options.limit);
    for (size_t i = 0; i < kinds.size(); ++i) {
        if (!options.kinds.testFlag(kinds[i]))
            continue;
        const Part &part = *m_parts[i];
        const auto take = [&](const SearchLines::Hit &hit) {
            // Beyond the limit one is enough to know that there are more.
            if (auto &hits = byRank[size_t(hit.rank)]; hits.size() <= limit)
                hits.push_back({kinds[i], hit.row});
        };
        part.base->find(words, stop, [&](const SearchLines::Hit &hit) {
            if (!part.isReplaced(hit.row))
                take(hit);
        });
        part.overlay.find(words, stop, take);
    }
    for (auto &hits : byRank) {
        std::stable_sort(hits.begin(), hits.end(), [](const SearchHit &a, const SearchHit &b) {
            return a.kind != b.kind ? a.kind < b.kind : a.index < b.index;
        });
        result.hits.insert(result.hits.end(), hits.begin(), hits.end());
    }
    result.more = result.hits.size() > limit;
    result.hits.resize(std::min(result.hits.size(), limit));
    result.cancelled = stop.stop_requested();
    return result;
}

} // namespace tenantry::directory
