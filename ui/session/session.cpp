// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "core/access/permissions.h"
#include "core/domain/messages.h"
#include "ui/session/breakglasswatch.h"

namespace tenantry::ui
{

ActorView Session::actor() const
{
    const directory::SnapshotPtr now = snapshot();
    ActorView actor;
    actor.userId = userId();
    if (const auto index = now->findUser(actor.userId); index.isValid() && now->user(index).isKnown())
        actor.tenantId = now->tenantId(now->user(index).tenant());
    for (const RoleAssignmentRow &role : now->roleAssignmentsOf(actor.userId)) {
        if (role.tenantId.isNull() && role.role == QLatin1String("system_administrator"))
            actor.systemAdministrator = true;
        else if (role.role == QLatin1String("tenant_administrator"))
            actor.administers = role.tenantId;
    }
    // TEN-13: the platform team holds the inside of a tenant only while it has it open, and acts for it then.
    if (actor.systemAdministrator && !m_chosenTenant.isNull())
        for (const Scope &scope : heldScopes())
            if (scope.kind == ScopeKind::Tenant && scope.id == m_chosenTenant.uuid())
                actor.administers = m_chosenTenant;
    if (const auto index = now->findUser(actor.userId); index.isValid() && !actor.systemAdministrator)
        actor.keys = access::keysOf(*now, index);
    return actor;
}

TenantId Session::currentTenant() const
{
    const ActorView who = actor();
    return who.systemAdministrator ? m_chosenTenant : who.tenantId;
}

BreakGlassWatch &Session::breakGlass()
{
    if (!m_breakGlass)
        m_breakGlass = new BreakGlassWatch(*this);
    return *m_breakGlass;
}

void Session::turnTo(TenantId tenant)
{
    if (m_chosenTenant == tenant)
        return;
    m_chosenTenant = tenant;
    Q_EMIT currentTenantChanged();
}

QString Session::refusal(const QString &kind, TenantId tenant) const
{
    const auto error = m_declarations.refusal(actor(), kind, tenant);
    return error ? sentence(*error) : QString();
}

} // namespace tenantry::ui
