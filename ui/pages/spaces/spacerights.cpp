// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spacerights.h"

#include "core/access/resolver.h"
#include "core/domain/messages.h"

namespace tenantry::ui::spaces
{

SpaceRights rightsOn(const Session &session, directory::SpaceIndex space)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const directory::SpaceView view = snapshot->space(space);
    SpaceRights rights;
    if (const auto user = snapshot->findUser(session.userId()); user.isValid())
        rights.role = access::Resolver(snapshot, session.now()).check(user, space);
    const TenantId tenant = snapshot->tenantId(view.tenant());
    rights.tenantAdministrator = !tenant.isNull() && session.actor().administers == tenant;
    rights.archived = view.isArchived();
    rights.hasBots = view.modules().contains(QLatin1String("bots"));
    if (const TenantRow *row = snapshot->tenant(tenant))
        rights.frozen = row->state == TenantState::Frozen;
    return rights;
}

QString refusalSentence(const SpaceRights &rights, Role before, Role after)
{
    GrantChange change;
    change.actorRole = rights.role;
    change.tenantAdministrator = rights.tenantAdministrator;
    change.archived = rights.archived;
    change.hasBots = rights.hasBots;
    change.before = before;
    change.after = after;
    const auto error = refusal(change);
    return error ? sentence(*error) : QString();
}

QString addingRefusal(const SpaceRights &rights)
{
    return refusalSentence(rights, Role::None, Role::Viewer);
}

} // namespace tenantry::ui::spaces
