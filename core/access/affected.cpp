// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom and where a change of rows may concern: more than it does costs time, less would be wrong.
#include "core/access/difference.h"

#include "core/access/holders.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace tenantry::access {

using namespace directory;

namespace {

class Collector final
{
public:
    Collector(const Moment &before, const Moment &after)
        : m_moments{&before, &after}, m_users(after.snapshot->userSlots()),
          m_spaces(after.snapshot->spaceSlots())
    {
    }

    void add(const RowKey &key)
    {
        const auto then = m_moments[0]->snapshot->row(key);
        const auto now = m_moments[1]->snapshot->row(key);
        std::visit(
            [&](const auto &row) {
                changed(as<std::decay_t<decltype(row)>>(then), as<std::decay_t<decltype(row)>>(now));
            },
            then  ? *then
            : now ? *now
                  : Row(PlanRow{}));
    }
    /// Grants that end between the two moments.
    void addEnding();
    /// Whoever is it or in it, before or after.
    void addPeople(SubjectKind kind, const QUuid &id);
    [[nodiscard]] Affected take();

private:
    template <class AnyRow>
    [[nodiscard]] static const AnyRow *as(const std::optional<Row> &row)
    {
        return row ? std::get_if<AnyRow>(&*row) : nullptr;
    }
    template <class AnyRow>
    void changed(const AnyRow *, const AnyRow *)
    {
    } // gives nobody anything
    void changed(const GrantRow *then, const GrantRow *now);
    void changed(const MembershipRow *then, const MembershipRow *now);
    void changed(const RoleGroupRow *then, const RoleGroupRow *now);
    void changed(const RoleGroupMemberRow *then, const RoleGroupMemberRow *now);
    void changed(const OrganizationRow *then, const OrganizationRow *now);
    void changed(const UserRow *then, const UserRow *now);
    void changed(const SpaceRow *then, const SpaceRow *now);
    void changed(const ResourceRow *then, const ResourceRow *now);
    void changed(const TenantRow *then, const TenantRow *now);
    void changed(const TenantStandingRow *then, const TenantStandingRow *now);

    // In both snapshots
    void addSpacesOf(SubjectKind kind, const QUuid &id);
    void addGrantedOn(ObjectKind kind, const QUuid &id);
    void addPeople(const Snapshot &snapshot, Subject subject);
    void addSpacesOf(const Snapshot &snapshot, Subject subject);
    void addGrantedOn(const Snapshot &snapshot, Object object);
    /// The spaces to which membership in one of them leads, and in the other not.
    void addSpacesBetween(const QUuid &then, const QUuid &now);
    void addTenant(TenantId id);
    void addUser(UserIndex user) { m_users[user.value()] = true; }
    void addSpace(SpaceIndex space) { m_spaces[space.value()] = true; }

    std::array<const Moment *, 2> m_moments;
    std::vector<bool> m_users;
    std::vector<bool> m_spaces;
    bool m_everywhere = false;
};

void Collector::addPeople(const Snapshot &snapshot, Subject subject)
{
    if (!subject.isValid())
        return;
    if (subject.user().isValid()) {
        addUser(subject.user());
    } else if (subject.organization().isValid()) {
        for (const OrganizationIndex o : snapshot.tables().tree->subtree(subject.organization()))
            for (const OrganizationMember &m : snapshot.membersOf(o))
                addUser(m.user);
    } else {
        for (const GroupMember &m : snapshot.membersOf(subject.group()))
            addPeople(snapshot, m.subject);
    }
}

void Collector::addSpacesOf(const Snapshot &snapshot, Subject subject)
{
    for (const SubjectGrant &grant :
         subject.isValid() ? snapshot.grantsOf(subject) : std::span<const SubjectGrant>())
        addSpace(grant.space());
}

void Collector::addGrantedOn(const Snapshot &snapshot, Object object)
{
    if (!object.isValid())
        return;
    for (const GrantEntry &entry : snapshot.grantsOn(object))
        addPeople(snapshot, snapshot.grant(entry.grant()).subject());
    if (const SpaceIndex space = object.space(); space.isValid())
        for (const SpaceResource &resource : snapshot.resourcesOf(space))
            addGrantedOn(snapshot, resource.resource());
}

void Collector::addPeople(SubjectKind kind, const QUuid &id)
{
    for (const Moment *moment : m_moments)
        addPeople(*moment->snapshot, moment->snapshot->findSubject(kind, id));
}

void Collector::addSpacesOf(SubjectKind kind, const QUuid &id)
{
    for (const Moment *moment : m_moments)
        addSpacesOf(*moment->snapshot, moment->snapshot->findSubject(kind, id));
}

void Collector::addGrantedOn(ObjectKind kind, const QUuid &id)
{
    for (const Moment *moment : m_moments)
        addGrantedOn(*moment->snapshot, moment->snapshot->findObject(kind, id));
}

void Collector::addSpacesBetween(const QUuid &then, const QUuid &now)
{
    std::array<std::set<Subject>, 2> holders;
    for (size_t i = 0; i < 2; ++i) {
        const Snapshot &snapshot = *m_moments[i]->snapshot;
        const OrganizationIndex from = snapshot.findOrganization(OrganizationId(i == 0 ? then : now));
        for (OrganizationIndex o = from; o.isValid(); o = snapshot.tables().tree->parent(o)) {
            // What is switched off gives nothing, and everything once it is on.
            if (!snapshot.tables().tree->isEffectivelyEnabled(o))
                break;
            holders[i].insert(Subject(o));
            for (const GroupOf &g : snapshot.groupsOf(o))
                holders[i].insert(Subject(g.group));
        }
    }
    for (size_t i = 0; i < 2; ++i)
        for (const Subject holder : holders[i])
            if (!holders[1 - i].contains(holder))
                for (const Moment *moment : m_moments)
                    if (holder.index() < (holder.group().isValid() ? moment->snapshot->roleGroupSlots()
                                                                   : moment->snapshot->organizationSlots()))
                        addSpacesOf(*moment->snapshot, holder);
}

void Collector::changed(const GrantRow *then, const GrantRow *now)
{
    const auto same = [](const GrantRow &a, const GrantRow &b) {
        return a.role == b.role && a.expiresAt == b.expiresAt && a.subjectId == b.subjectId &&
               a.objectId == b.objectId;
    };
    if (then && now && same(*then, *now))
        return;
    for (const GrantRow *row : {then, now}) {
        if (!row)
            continue;
        addPeople(row->subjectKind, row->subjectId);
        if (const SpaceIndex space = m_moments[1]->snapshot->findSpace(row->spaceId); space.isValid())
            addSpace(space);
    }
}

void Collector::changed(const MembershipRow *then, const MembershipRow *now)
{
    if (then && now && then->userId == now->userId && then->organizationId == now->organizationId)
        return;
    for (const MembershipRow *row : {then, now})
        if (row)
            addPeople(SubjectKind::User, row->userId.uuid());
    addSpacesBetween(then ? then->organizationId.uuid() : QUuid(),
                     now ? now->organizationId.uuid() : QUuid());
}

void Collector::changed(const RoleGroupRow *then, const RoleGroupRow *now)
{
    if (then && now && then->tenantId == now->tenantId)
        return;
    const QUuid id = (then ? then : now)->id.uuid();
    addPeople(SubjectKind::RoleGroup, id);
    addSpacesOf(SubjectKind::RoleGroup, id);
}

void Collector::changed(const RoleGroupMemberRow *then, const RoleGroupMemberRow *now)
{
    if (then && now && then->groupId == now->groupId && then->subjectId == now->subjectId)
        return;
    for (const RoleGroupMemberRow *row : {then, now}) {
        if (!row)
            continue;
        addPeople(row->subjectKind, row->subjectId);
        addSpacesOf(SubjectKind::RoleGroup, row->groupId.uuid());
    }
}

void Collector::changed(const OrganizationRow *then, const OrganizationRow *now)
{
    if (then && now && then->parentId == now->parentId && then->enabled == now->enabled &&
        then->tenantId == now->tenantId)
        return;
    addPeople(SubjectKind::Organization, (then ? then : now)->id.uuid());
    if (!then || !now || then->enabled != now->enabled) {
        m_everywhere = true; // memberships in it and below count all at once, or not at all
        return;
    }
    const auto counts = [](const Moment &moment, const OrganizationId &id) {
        const OrganizationIndex o = moment.snapshot->findOrganization(id);
        return !o.isValid() || moment.snapshot->tables().tree->isEffectivelyEnabled(o);
    };
    if (counts(*m_moments[0], then->parentId) != counts(*m_moments[1], now->parentId))
        m_everywhere = true;
    else
        addSpacesBetween(then->parentId.uuid(), now->parentId.uuid());
}

void Collector::changed(const UserRow *then, const UserRow *now)
{
    if (then && now && then->status == now->status && then->tenantId == now->tenantId)
        return;
    addPeople(SubjectKind::User, (then ? then : now)->id.uuid());
    m_everywhere = true;
}

void Collector::changed(const SpaceRow *then, const SpaceRow *now)
{
    if (then && now && then->tenantId == now->tenantId)
        return;
    const QUuid id = (then ? then : now)->id.uuid();
    addGrantedOn(ObjectKind::Space, id);
    if (const SpaceIndex space = m_moments[1]->snapshot->findSpace(SpaceId(id)); space.isValid())
        addSpace(space);
}

void Collector::changed(const ResourceRow *then, const ResourceRow *now)
{
    if (then && now && then->restricted == now->restricted && then->spaceId == now->spaceId)
        return;
    for (const ResourceRow *row : {then, now}) {
        if (!row)
            continue;
        addGrantedOn(ObjectKind::Resource, row->id.uuid());
        for (const Moment *moment : m_moments)
            for (const SpaceIndex space = moment->snapshot->findSpace(row->spaceId);
                 const GrantEntry &entry :
                 space.isValid() ? moment->snapshot->grantsOn(space) : std::span<const GrantEntry>())
                addPeople(*moment->snapshot, moment->snapshot->grant(entry.grant()).subject());
        if (const SpaceIndex space = m_moments[1]->snapshot->findSpace(row->spaceId); space.isValid())
            addSpace(space);
    }
}

void Collector::changed(const TenantRow *then, const TenantRow *now)
{
    const auto frozen = [](const TenantRow *row) {
        return row && (row->state == TenantState::Frozen || row->state == TenantState::Deleted);
    };
    if (frozen(then) != frozen(now))
        addTenant((then ? then : now)->id);
}

void Collector::changed(const TenantStandingRow *then, const TenantStandingRow *now)
{
    if ((then && then->frozen) != (now && now->frozen))
        addTenant((then ? then : now)->id);
}

void Collector::addTenant(TenantId id)
{
    for (const Moment *moment : m_moments) {
        const Snapshot &snapshot = *moment->snapshot;
        const TenantIndex tenant = snapshot.findTenant(id);
        if (!tenant.isValid())
            continue;
        for (const UserIndex user : snapshot.usersOf(tenant))
            addUser(user);
        for (const SpaceIndex space : snapshot.spacesOf(tenant))
            addGrantedOn(snapshot, space);
    }
    m_everywhere = true;
}

void Collector::addEnding()
{
    const auto [first, last] = std::minmax(m_moments[0]->at, m_moments[1]->at);
    if (first == last)
        return;
    const Snapshot &snapshot =
        *m_moments[1]->snapshot; // where it differs in the other, the row itself was touched
    const auto &tables = snapshot.tables();
    for (quint32 list = 0; list < tables.expiries.size(); ++list)
        for (const Expiry &expiry : tables.expiries[list]) {
            if (expiry.at <= toMicroseconds(first) || expiry.at > toMicroseconds(last))
                continue;
            const GrantView grant =
                snapshot.grant(GrantIndex(list * Tables::grantsPerExpiryList + expiry.key()));
            addPeople(grant.subject().kind(), snapshot.idOf(grant.subject()));
            addSpace(grant.space());
        }
}

Affected Collector::take()
{
    constexpr size_t fewSpaces =
        32; // asking for more of them one by one costs more than asking for everything
    Affected affected;
    for (quint32 i = 0; i < m_users.size(); ++i)
        if (m_users[i])
            affected.users.push_back(UserIndex(i));
    for (quint32 i = 0; i < m_spaces.size(); ++i)
        if (m_spaces[i])
            affected.spaces.push_back(SpaceIndex(i));
    affected.everywhere = m_everywhere || affected.spaces.size() > fewSpaces;
    if (affected.everywhere)
        affected.spaces.clear();
    return affected;
}

} // namespace

Affected affectedBy(const Moment &before, const Moment &after, const std::vector<RowKey> &touched)
{
    Collector collector(before, after);
    for (const RowKey &key : touched)
        collector.add(key);
    collector.addEnding();
    return collector.take();
}

Affected limitedTo(Subject subject, Affected affected, const Moment &before, const Moment &after)
{
    Collector collector(before, after);
    collector.addPeople(subject.kind(), after.snapshot->idOf(subject));
    const std::vector<UserIndex> people = collector.take().users;
    std::vector<UserIndex> both;
    std::ranges::set_intersection(affected.users, people, std::back_inserter(both));
    affected.users = std::move(both);
    return affected;
}

Affected limitedTo(Object object, Affected affected, const Moment &before, const Moment &after)
{
    SpaceIndex space = after.snapshot->spaceOf(object);
    if (!space.isValid()) // it is gone by then
        space = before.snapshot->spaceOf(object);
    if (!affected.everywhere && std::ranges::find(affected.spaces, space) == affected.spaces.end())
        affected.users.clear();
    affected.everywhere = false;
    affected.spaces = {space};
    if (object.resource().isValid())
        affected.only = object;
    return affected;
}

} // namespace tenantry::access
