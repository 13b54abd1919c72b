// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naiveresolver.h"

namespace tenantry::tests
{

NaiveResolver::NaiveResolver(const World &world, Instant now) : m_world(world), m_now(now)
{
    for (const OrganizationRow &organization : world.organizations)
        m_organizations.insert(organization.id.uuid(), organization);
}

bool NaiveResolver::isFrozen(const TenantId &tenant) const
{
    for (const TenantRow &row : m_world.tenants)
        if (row.id == tenant)
            return row.state == TenantState::Frozen || row.state == TenantState::Deleted;
    return false;
}

std::set<QUuid> NaiveResolver::chain(const QUuid &organization) const
{
    std::set<QUuid> all;
    for (QUuid at = organization; !at.isNull(); at = m_organizations[at].parentId.uuid()) {
        if (!m_organizations[at].enabled)
            return {};
        all.insert(at);
    }
    return all;
}

void NaiveResolver::addGroups(std::set<QUuid> &holders, const TenantId &tenant) const
{
    std::set<QUuid> groups;
    for (const RoleGroupMemberRow &member : m_world.groupMembers)
        if (member.tenantId == tenant && holders.contains(member.subjectId))
            groups.insert(member.groupId.uuid());
    holders.merge(groups);
}

std::set<QUuid> NaiveResolver::holders(SubjectKind kind, const QUuid &subject) const
{
    std::set<QUuid> all;
    if (kind == SubjectKind::RoleGroup) {
        all.insert(subject);
    } else if (kind == SubjectKind::Organization) {
        all = chain(subject);
        addGroups(all, m_organizations[subject].tenantId);
    } else {
        for (const UserRow &user : m_world.users) {
            if (user.id.uuid() != subject || user.status != UserStatus::Active || isFrozen(user.tenantId))
                continue;
            all.insert(subject);
            for (const MembershipRow &membership : m_world.memberships)
                if (membership.userId == user.id)
                    all.merge(chain(membership.organizationId.uuid()));
            addGroups(all, user.tenantId);
        }
    }
    return all;
}

Role NaiveResolver::highest(const std::set<QUuid> &holders, const QUuid &object) const
{
    Role role = Role::None;
    for (const GrantRow &grant : m_world.grants)
        if (grant.objectId == object && holders.contains(grant.subjectId) && (!grant.expiresAt || *grant.expiresAt > m_now))
            role = std::max(role, grant.role);
    return role;
}

Role NaiveResolver::check(SubjectKind kind, const QUuid &subject, ObjectKind objectKind, const QUuid &object) const
{
    const std::set<QUuid> all = holders(kind, subject);
    if (objectKind == ObjectKind::Space) {
        for (const SpaceRow &space : m_world.spaces)
            if (space.id.uuid() == object)
                return isFrozen(space.tenantId) ? Role::None : highest(all, object);
        return Role::None;
    }
    for (const ResourceRow &resource : m_world.resources) {
        if (resource.id.uuid() != object)
            continue;
        if (isFrozen(resource.tenantId))
            return Role::None;
        const Role onSpace = highest(all, resource.spaceId.uuid());
        const Role own = highest(all, object);
        if (resource.restricted && onSpace != Role::Owner)
            return own;
        return std::max(own, onSpace);
    }
    return Role::None;
}

} // namespace tenantry::tests
