// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/resolver.h"

#include "core/access/holders.h"
#include "core/access/rolemap.h"

namespace tenantry::access
{

using namespace directory;

struct Resolver::Scratch {
    explicit Scratch(const Snapshot &snapshot)
        : users(snapshot.userSlots()), spaces(snapshot.spaceSlots()), resources(snapshot.resourceSlots())
    {
    }
    RoleMap users, spaces, resources;
};

Resolver::Resolver(SnapshotPtr snapshot, Instant now) : m_snapshot(std::move(snapshot)), m_now(now) {}

Resolver::~Resolver() = default;

Resolver::Scratch &Resolver::scratch() const
{
    if (!m_scratch)
        m_scratch = std::make_unique<Scratch>(*m_snapshot);
    return *m_scratch;
}

Role Resolver::check(Subject subject, Object object) const
{
    const Tables &tables = m_snapshot->tables();
    if (!subject.isValid() || !object.isValid())
        return Role::None;
    const SpaceIndex space = tables.spaceOf(object);
    if (!space.isValid() || isFrozen(tables, space))
        return Role::None;
    const qint64 now = toMicroseconds(m_now);
    Role own = Role::None;
    Role onSpace = Role::None;
    eachHolderIn(tables, subject, space, [&](Subject holder, const Way &) {
        for (const SubjectGrant &grant : grantsIn(tables, holder, space)) {
            Role &role = grant.isOnSpace() ? onSpace : own;
            if (grant.role() > role && (grant.isOnSpace() || Object(grant.resource()) == object)
                && tables.isValidAt(grant.entry(), now))
                role = grant.role();
        }
    });
    if (object.kind() == ObjectKind::Space)
        return onSpace;
    return onResource(own, onSpace, isRestricted(tables, object.resource()));
}

Detail Resolver::detail(Subject subject, SpaceIndex space) const
{
    const Tables &tables = m_snapshot->tables();
    const auto resources = tables.resourcesOfSpace[space.value()];
    Detail detail;
    detail.resources.resize(resources.size());
    for (size_t i = 0; i < resources.size(); ++i)
        detail.resources[i] = {resources[i].resource(), Role::None, resources[i].isRestricted()};
    if (!subject.isValid() || isFrozen(tables, space))
        return detail;
    const qint64 now = toMicroseconds(m_now);
    eachHolderIn(tables, subject, space, [&](Subject holder, const Way &) {
        for (const SubjectGrant &grant : grantsIn(tables, holder, space)) {
            Role *role = &detail.space;
            if (!grant.isOnSpace()) {
                const auto at = std::ranges::lower_bound(detail.resources, grant.resource(), {}, &ResourceRole::resource);
                if (at == detail.resources.end() || at->resource != grant.resource())
                    continue; // not known
                role = &at->role;
            }
            if (grant.role() > *role && tables.isValidAt(grant.entry(), now))
                *role = grant.role();
        }
    });
    for (ResourceRole &row : detail.resources)
        row.role = onResource(row.role, detail.space, row.restricted);
    return detail;
}

std::vector<UserRole> Resolver::who(Object object) const
{
    const Tables &tables = m_snapshot->tables();
    const SpaceIndex space = object.isValid() ? m_snapshot->spaceOf(object) : SpaceIndex();
    if (!space.isValid() || isFrozen(tables, space))
        return {};
    RoleMap &roles = scratch().users;
    const auto raiseBelow = [&](OrganizationIndex organization, Role role) {
        tables.peopleByPosition.eachPiece(tables.tree->position(organization), tables.tree->end(organization),
                                          [&](std::span<const UserIndex> people) {
                                              for (const UserIndex user : people)
                                                  roles.raise(user.value(), role);
                                          });
    };
    const auto raiseGroup = [&](RoleGroupIndex group, Role role) {
        const TenantIndex tenant = tables.roleGroups.cells[group.value()].tenant;
        for (const GroupMember &member : tables.membersOfGroup[group.value()]) {
            if (const UserIndex user = member.subject.user(); !user.isValid())
                raiseBelow(member.subject.organization(), role);
            else if (tables.users.cells[user.value()].tenant == tenant)
                roles.raise(user.value(), role);
        }
    };
    const qint64 now = toMicroseconds(m_now);
    const auto raiseAll = [&](std::span<const GrantEntry> grants, Role atLeast) {
        for (const GrantEntry entry : grants) {
            if (entry.role() < atLeast || !tables.isValidAt(entry, now))
                continue;
            const Subject to = tables.grants.cells[entry.grant().value()].to();
            if (to.user().isValid())
                roles.raise(to.index(), entry.role());
            else if (to.organization().isValid())
                raiseBelow(to.organization(), entry.role());
            else
                raiseGroup(to.group(), entry.role());
        }
    };
    raiseAll(m_snapshot->grantsOn(object), Role::Guest);
    if (object.kind() == ObjectKind::Resource)
        raiseAll(m_snapshot->grantsOn(space), isRestricted(tables, object.resource()) ? Role::Owner : Role::Guest);
    std::vector<UserRole> result;
    result.reserve(roles.count());
    roles.take([&](quint32 user, Role role) {
        if (tables.standings[user].counts)
            result.push_back({UserIndex(user), role});
    });
    return result;
}

ObjectRoles Resolver::objects(Subject subject) const
{
    const Tables &tables = m_snapshot->tables();
    if (!subject.isValid())
        return {};
    RoleMap &spaces = scratch().spaces;
    RoleMap &resources = scratch().resources;
    const qint64 now = toMicroseconds(m_now);
    const auto all = [](Subject) { return true; };
    eachHolder(tables, subject, all, [&](Subject holder, const Way &) {
        for (const SubjectGrant &grant : tables.grantsOfSubject[size_t(holder.kind())][holder.index()]) {
            if (!tables.isValidAt(grant.entry(), now) || isFrozen(tables, grant.space()))
                continue;
            if (grant.isOnSpace())
                spaces.raise(grant.space().value(), grant.role());
            else
                resources.raise(grant.resource().value(), grant.role());
        }
    });
    ObjectRoles result;
    result.spaces.reserve(spaces.count());
    spaces.take([&](quint32 space, Role role) {
        if (tables.spaceFlags[space] & Known)
            result.spaces.push_back({SpaceIndex(space), role});
        for (const SpaceResource resource : tables.resourcesOfSpace[space])
            if (!resource.isRestricted() || role == Role::Owner)
                resources.raise(resource.resource().value(), role);
    });
    result.resources.reserve(resources.count());
    resources.take([&](quint32 resource, Role role) {
        if (const ResourcePlace place = tables.resourcePlaces[resource]; place.known)
            result.resources.push_back({ResourceIndex(resource), role, place.restricted != 0});
    });
    return result;
}

} // namespace tenantry::access
