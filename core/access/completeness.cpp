// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/completeness.h"

#include <algorithm>

namespace tenantry::access {

Completeness::Completeness(directory::SnapshotPtr snapshot, const QList<Scope> &held, UserId actor)
    : m_snapshot(std::move(snapshot)), m_held(held.begin(), held.end()), m_actor(actor)
{
}

bool Completeness::holdsTenantOf(directory::SpaceIndex space) const
{
    return space.isValid() &&
           holds(ScopeKind::Tenant, m_snapshot->tenantId(m_snapshot->space(space).tenant()).uuid());
}

bool Completeness::isExact(directory::Subject subject, directory::Object object) const
{
    if (!subject.isValid() || !object.isValid())
        return false;
    const directory::SpaceIndex space = m_snapshot->spaceOf(object);
    if (holdsTenantOf(space))
        return true;
    // One's own grants come through subject scopes, wherever they were given.
    if (subject.user().isValid() && m_snapshot->idOf(subject) == m_actor.uuid())
        return true;
    // A group resolves over its own grants alone, and those who manage the space see all of them.
    return subject.group().isValid() && space.isValid() &&
           holds(ScopeKind::Management, m_snapshot->space(space).id().uuid());
}

bool Completeness::isExact(directory::Subject subject) const
{
    if (!subject.isValid())
        return false;
    directory::TenantIndex tenant;
    if (subject.user().isValid()) {
        if (m_snapshot->idOf(subject) == m_actor.uuid())
            return true;
        tenant = m_snapshot->user(subject.user()).tenant();
    } else {
        tenant = subject.organization().isValid() ? m_snapshot->organization(subject.organization()).tenant()
                                                  : m_snapshot->roleGroup(subject.group()).tenant();
    }
    return tenant.isValid() && holds(ScopeKind::Tenant, m_snapshot->tenantId(tenant).uuid());
}

bool Completeness::isExact(directory::Object object) const
{
    return object.isValid() && holdsTenantOf(m_snapshot->spaceOf(object));
}

bool Completeness::seesAllOf(const directory::Row &row) const
{
    return std::visit(
        [this](const auto &r) {
            if constexpr (requires { r.tenantId; })
                return holds(ScopeKind::Tenant, r.tenantId.uuid());
            else
                return false;
        },
        row);
}

bool Completeness::isExact(const directory::Snapshot &before,
                           const std::vector<directory::RowKey> &touched) const
{
    return std::ranges::all_of(touched, [&](const directory::RowKey &key) {
        const auto then = before.row(key);
        const auto now = m_snapshot->row(key);
        // Whether somebody is active counts for grants of other tenants too, which their own tenant's
        // administrator doesn't see.
        if (key.kind == RowKind::User)
            return then && now && std::get<UserRow>(*then).status == std::get<UserRow>(*now).status;
        return (!then || seesAllOf(*then)) && (!now || seesAllOf(*now));
    });
}

} // namespace tenantry::access
