// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/completeness.h"

#include "core/access/holders.h"

#include <algorithm>

namespace tenantry::access {

Completeness::Completeness(directory::SnapshotPtr snapshot, const QList<Scope> &held, UserId actor,
                           const std::optional<Completed> &completed)
    : m_snapshot(std::move(snapshot)), m_held(held.begin(), held.end()), m_actor(actor),
      m_completed(completed)
{
}

bool Completeness::isCompleted(directory::Object object) const
{
    const directory::SpaceIndex space =
        m_completed && object.isValid() ? m_snapshot->spaceOf(object) : directory::SpaceIndex();
    if (!space.isValid() || m_snapshot->space(space).id() != m_completed->space)
        return false;
    return m_completed->resource.isNull() || object.space().isValid() ||
           m_snapshot->idOf(object) == m_completed->resource.uuid();
}

bool Completeness::isCompleted(const GrantRow &grant) const
{
    return m_completed && grant.spaceId == m_completed->space &&
           (m_completed->resource.isNull() || grant.objectKind == ObjectKind::Space ||
            grant.objectId == m_completed->resource.uuid());
}

bool Completeness::seesAllOf(directory::TenantIndex tenant) const
{
    return tenant.isValid() && holds(ScopeKind::Tenant, m_snapshot->tenantId(tenant).uuid());
}

bool Completeness::holdsTenantOf(directory::SpaceIndex space) const
{
    return space.isValid() && seesAllOf(m_snapshot->space(space).tenant());
}

bool Completeness::seesGrantsIn(directory::SpaceIndex space) const
{
    return space.isValid() &&
           (holdsTenantOf(space) || holds(ScopeKind::Management, m_snapshot->space(space).id().uuid()));
}

// Who administers a resource alone has its own management (MEM-10).
bool Completeness::seesGrantsOn(directory::Object object) const
{
    return object.isValid() && (seesGrantsIn(m_snapshot->spaceOf(object)) ||
                                holds(ScopeKind::Management, m_snapshot->idOf(object)));
}

/// Whether a person is seen and whether their tenant is frozen isn't: then they count here, and may count
/// nowhere. It is told with the cards of those who hold a role (TEN-11), not with others.
bool Completeness::mayBeFrozen(directory::UserIndex user) const
{
    return user.isValid() && m_snapshot->user(user).isKnown() &&
           !m_snapshot->knowsStandingOf(m_snapshot->user(user).tenant());
}

/// One's own grants are all to be seen, but what one of them is on may not be: a resource in a space where
/// one has no role.
bool Completeness::isActorWhoSeesAll(directory::UserIndex user) const
{
    using namespace directory;
    if (m_snapshot->idOf(Subject(user)) != m_actor.uuid())
        return false;
    const Tables &tables = m_snapshot->tables();
    bool all = true;
    const auto any = [](Subject) { return true; };
    eachHolder(tables, Subject(user), any, [&](Subject holder, const Way &) {
        for (const SubjectGrant &grant : m_snapshot->grantsOf(holder))
            all = all && (grant.isOnSpace() ? (tables.spaceFlags[grant.space().value()] & Known) != 0
                                            : tables.resourcePlaces[grant.resource().value()].known != 0);
    });
    return all;
}

Bound Completeness::of(directory::Subject subject, directory::Object object) const
{
    if (!subject.isValid() || !object.isValid())
        return Bound::AtLeast;
    // One's own grants come through subject scopes, wherever they were given.
    if (subject.user().isValid() && m_snapshot->idOf(subject) == m_actor.uuid())
        return Bound::Exact;
    const directory::SpaceIndex space = m_snapshot->spaceOf(object);
    // An organization resolves over those above it too: they must be in sight.
    if (isCompleted(object) &&
        (!subject.organization().isValid() ||
         holds(ScopeKind::Chart, m_snapshot->tenantId(m_snapshot->space(space).tenant()).uuid())))
        return Bound::Exact;
    if (mayBeFrozen(subject.user()))
        return Bound::Uncertain;
    if (holdsTenantOf(space))
        return Bound::Exact;
    // A group resolves over its own grants alone, and those who manage the space see all of them. What is
    // open rests on those on the space too.
    return subject.group().isValid() && seesGrantsIn(space) ? Bound::Exact : Bound::AtLeast;
}

Bound Completeness::of(directory::Subject subject) const
{
    if (!subject.isValid())
        return Bound::AtLeast;
    if (const directory::UserIndex user = subject.user(); user.isValid()) {
        // Other tenants may have let them into spaces of theirs.
        return isActorWhoSeesAll(user) ? Bound::Exact : mayBeFrozen(user) ? Bound::Uncertain : Bound::AtLeast;
    }
    const bool holdsAll =
        seesAllOf(subject.organization().isValid() ? m_snapshot->organization(subject.organization()).tenant()
                                                   : m_snapshot->roleGroup(subject.group()).tenant());
    return holdsAll ? Bound::Exact : Bound::AtLeast;
}

Bound Completeness::of(directory::Object object) const
{
    const directory::SpaceIndex space =
        object.isValid() ? m_snapshot->spaceOf(object) : directory::SpaceIndex();
    if (!space.isValid())
        return Bound::AtLeast;
    if (isCompleted(object))
        return Bound::Exact;
    const auto isUncertain = [this](directory::GrantEntry entry) {
        return mayBeFrozen(m_snapshot->grant(entry.grant()).subject().user());
    };
    if (std::ranges::any_of(m_snapshot->grantsOn(object), isUncertain) ||
        std::ranges::any_of(m_snapshot->grantsOn(space), isUncertain))
        return Bound::Uncertain;
    return holdsTenantOf(space) ? Bound::Exact : Bound::AtLeast;
}

Bound Completeness::ofRow(const directory::Row &row) const
{
    if (const auto *grant = std::get_if<GrantRow>(&row); grant && grant->subjectKind == SubjectKind::User) {
        const directory::UserIndex user = m_snapshot->findUser(UserId(grant->subjectId));
        if (mayBeFrozen(user))
            return Bound::Uncertain;
        if (!user.isValid() || !m_snapshot->user(user).isKnown())
            return Bound::AtLeast; // of somebody whom the actor doesn't see
    }
    if (const auto *grant = std::get_if<GrantRow>(&row); grant && isCompleted(*grant))
        return Bound::Exact;
    if (const auto *resource = std::get_if<ResourceRow>(&row);
        resource && isCompleted(directory::Object(m_snapshot->findResource(resource->id))))
        return Bound::Exact;
    const bool seesAll = std::visit(
        [this](const auto &r) {
            if constexpr (requires { r.tenantId; })
                return holds(ScopeKind::Tenant, r.tenantId.uuid());
            else
                return false;
        },
        row);
    return seesAll ? Bound::Exact : Bound::AtLeast;
}

Bound Completeness::of(const directory::Snapshot &before, const std::vector<directory::RowKey> &touched) const
{
    Bound bound = Bound::Exact;
    for (const directory::RowKey &key : touched) {
        const auto then = before.row(key);
        const auto now = m_snapshot->row(key);
        // Whether somebody is active counts for grants of other tenants too, which their own tenant's
        // administrator doesn't see.
        if (key.kind == RowKind::User) {
            if (!then || !now || std::get<UserRow>(*then).status != std::get<UserRow>(*now).status)
                bound = std::max(bound, Bound::AtLeast);
            continue;
        }
        for (const auto &row : {then, now})
            bound = std::max(bound, row ? ofRow(*row) : Bound::Exact);
    }
    return bound;
}

} // namespace tenantry::access
