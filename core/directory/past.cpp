// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/past.h"

#include "core/directory/tables.h"

#include <QSet>

#include <algorithm>

namespace tenantry::directory {

namespace {

constexpr size_t keptMoments = 8;

/// Puts what history keeps of a row into the row as it is today.
template <class AnyRow>
void lay(const AnyRow &then, AnyRow &row)
{
    row = then; // those that resolution needs whole
}
void lay(const TenantRow &then, TenantRow &row)
{
    row.state = then.state;
}
void lay(const UserRow &then, UserRow &row)
{
    row.tenantId = then.tenantId;
    row.status = then.status;
}
void lay(const OrganizationRow &then, OrganizationRow &row)
{
    row.parentId = then.parentId;
    row.enabled = then.enabled;
    row.name = then.name;
}
void lay(const MembershipRow &then, MembershipRow &row)
{
    row.userId = then.userId;
    row.organizationId = then.organizationId;
    row.role = then.role;
}
void lay(const RoleGroupRow &then, RoleGroupRow &row)
{
    row.name = then.name;
}
void lay(const RoleGroupMemberRow &then, RoleGroupMemberRow &row)
{
    row.groupId = then.groupId;
    row.subjectKind = then.subjectKind;
    row.subjectId = then.subjectId;
}
void lay(const SpaceRow &then, SpaceRow &row)
{
    row.archived = then.archived;
    row.name = then.name;
}
void lay(const ResourceRow &then, ResourceRow &row)
{
    row.spaceId = then.spaceId;
    row.restricted = then.restricted;
    row.name = then.name;
}
void lay(const GrantRow &then, GrantRow &row)
{
    const int version = row.version;
    row = then;
    row.version = version;
}

Row laidOver(const Row &then, Row row)
{
    std::visit([&row](const auto &t) { lay(t, std::get<std::decay_t<decltype(t)>>(row)); }, then);
    return row;
}

/// The rows of today that history would hold, if they had been there at its end: which of them it named is
/// noted.
class Seen final
{
public:
    Seen(const Snapshot &today, const HistoryMark &mark)
        : m_today(today), m_tables(today.tables()), m_isPart(mark.isPart())
    {
        for (const TenantId &tenant : mark.isPart() ? mark.parts : QList{mark.tenant})
            m_tenants.push_back(today.findTenant(tenant));
    }

    void note(const RowKey &key)
    {
        std::vector<bool> &seen = m_seen[size_t(key.kind) - 1];
        const quint32 index = find(key);
        if (index == IdTable::none)
            return;
        if (seen.size() <= index)
            seen.resize(index + 1);
        seen[index] = true;
    }
    /// The others.
    [[nodiscard]] std::vector<RowKey> missing() const
    {
        std::vector<RowKey> keys;
        const auto cells = [&](RowKind kind, const auto &table, const auto &isOurs) {
            const std::vector<bool> &seen = m_seen[size_t(kind) - 1];
            for (quint32 i = 0; i < table.cells.size(); ++i)
                if (!isNone(table.cells[i].id) && (i >= seen.size() || !seen[i]) && isOurs(i))
                    keys.push_back({kind, table.cells[i].id});
        };
        const auto ofTenant = [&](const auto &table) {
            return [&](quint32 i) { return table.cells[i].known && isOurs(table.cells[i].tenant); };
        };
        const auto spaceIsOurs = [&](SpaceIndex space) {
            return space.isValid() ? isOurs(m_tables.spaces.cells[space.value()].tenant) : m_isPart;
        };
        cells(RowKind::Organization, m_tables.organizations, ofTenant(m_tables.organizations));
        cells(RowKind::RoleGroup, m_tables.roleGroups, ofTenant(m_tables.roleGroups));
        cells(RowKind::Space, m_tables.spaces, ofTenant(m_tables.spaces));
        cells(RowKind::Resource, m_tables.resources, [&](quint32 i) {
            return m_tables.resourcePlaces[i].known && spaceIsOurs(m_tables.resourcePlaces[i].space());
        });
        cells(RowKind::Membership, m_tables.memberships, [&](quint32 i) {
            return isOurs(
                m_tables.organizations.cells[m_tables.memberships.cells[i].organization.value()].tenant);
        });
        cells(RowKind::RoleGroupMember, m_tables.roleGroupMembers, [&](quint32 i) {
            return isOurs(m_tables.roleGroups.cells[m_tables.roleGroupMembers.cells[i].group.value()].tenant);
        });
        cells(RowKind::Grant, m_tables.grants,
              [&](quint32 i) { return spaceIsOurs(m_today.spaceOf(m_tables.grants.cells[i].on())); });
        return keys;
    }

private:
    /// Of whose tenant nobody knows: what is there without the rest is of a part, whose rows all have
    /// versions.
    [[nodiscard]] bool isOurs(TenantIndex tenant) const
    {
        return tenant.isValid() ? std::ranges::find(m_tenants, tenant) != m_tenants.end() : m_isPart;
    }
    [[nodiscard]] quint32 find(const RowKey &key) const
    {
        switch (key.kind) {
        case RowKind::Organization:
            return m_tables.organizations.find(key.id);
        case RowKind::Membership:
            return m_tables.memberships.find(key.id);
        case RowKind::RoleGroup:
            return m_tables.roleGroups.find(key.id);
        case RowKind::RoleGroupMember:
            return m_tables.roleGroupMembers.find(key.id);
        case RowKind::Space:
            return m_tables.spaces.find(key.id);
        case RowKind::Resource:
            return m_tables.resources.find(key.id);
        case RowKind::Grant:
            return m_tables.grants.find(key.id);
        default:
            return IdTable::none;
        }
    }

    const Snapshot &m_today;
    const Tables &m_tables;
    bool m_isPart;
    std::vector<TenantIndex> m_tenants;
    std::array<std::vector<bool>, rowKindCount> m_seen;
};

} // namespace

Result<PastPtr> Past::create(HistoryPtr history, const SnapshotPtr &today)
{
    std::shared_ptr<Past> past(new Past(std::move(history)));
    past->m_basis = today;
    const Delta back = past->backToSealed(*today);
    if (back.isEmpty())
        return past;
    return today->apply(back).map([&](SnapshotPtr basis) -> PastPtr {
        past->m_basis = std::move(basis);
        return past;
    });
}

// From what the actor sees to how it was when history ends: changes that came since, or that no seal has
// placed yet.
Delta Past::backToSealed(const Snapshot &today) const
{
    Delta back;
    Seen seen(today, m_history->mark());
    for (const History::Packed &version : m_history->versions()) {
        if (!version.isOpen())
            continue;
        const RowKey key = m_history->key(version);
        seen.note(key);
        const auto now = today.row(key);
        if (!now && key.kind == RowKind::User)
            continue; // not to be seen today
        const Row then = m_history->row(version);
        Row row = now ? laidOver(then, *now) : then;
        if (!now || *now != row)
            back.upserted.push_back(std::move(row));
    }
    back.removed = seen.missing();
    return back;
}

std::optional<Row> Past::rowOf(const History::Packed &version) const
{
    const auto today = m_basis->row(m_history->key(version));
    if (!today && version.kind == RowKind::User)
        return std::nullopt;
    const Row then = m_history->row(version);
    return today ? laidOver(then, *today) : then;
}

Delta Past::delta(qint64 from, qint64 to) const
{
    Delta delta;
    for (const History::Packed &version : m_history->versions()) {
        const bool before = version.countsAt(from);
        const bool after = version.countsAt(to);
        if (before && !after)
            delta.removed.push_back(m_history->key(version)); // and comes back where another version counts
        else if (after && !before)
            if (auto row = rowOf(version))
                delta.upserted.push_back(std::move(*row));
    }
    QSet<RowKey> stays;
    for (const Row &row : delta.upserted)
        stays.insert({kindOf(row), idOf(row)});
    std::erase_if(delta.removed, [&](const RowKey &key) { return stays.contains(key); });
    return delta;
}

Result<SnapshotPtr> Past::asOf(Instant moment) const
{
    const qint64 at = std::min(toMicroseconds(moment), toMicroseconds(mark().upTo));
    const std::lock_guard guard(m_guard); // whoever asks for the same moment meanwhile waits for it
    const auto kept = std::ranges::find(m_kept, at, &Kept::moment);
    if (kept != m_kept.end())
        return kept->snapshot;
    return m_basis->apply(delta(toMicroseconds(mark().upTo), at)).map([&](const SnapshotPtr &made) {
        m_kept.push_front({at, made});
        if (m_kept.size() > keptMoments)
            m_kept.pop_back();
        return made;
    });
}

std::optional<Instant> Past::lastChange(const QUuid &id) const
{
    const qint64 beginning = toMicroseconds(mark().reachesBackTo);
    qint64 last = beginning;
    constexpr size_t names = 4; // the fifth of a grant is who gave it: that changes nothing about them
    for (const History::Packed &version : m_history->versions())
        if (std::any_of(version.ids.begin(), version.ids.begin() + names,
                        [&](quint32 number) { return number != 0 && m_history->idAt(number) == id; }))
            last = std::max({last, version.from, version.isOpen() ? last : version.to});
    return last > beginning ? std::optional(fromMicroseconds(last)) : std::nullopt;
}

Result<Past::Step> Past::between(Instant before, Instant after) const
{
    const auto first = asOf(before);
    if (!first)
        return tl::unexpected(first.error());
    const auto end = toMicroseconds(mark().upTo);
    const Delta moved = delta(std::min(toMicroseconds(before), end), std::min(toMicroseconds(after), end));
    return (*first)->apply(moved).map([&](const SnapshotPtr &made) {
        Step step{*first, made, moved.removed};
        for (const Row &row : moved.upserted)
            step.touched.push_back({kindOf(row), idOf(row)});
        return step;
    });
}

} // namespace tenantry::directory
