// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spacerights.h"

#include "core/access/resolver.h"
#include "core/domain/messages.h"

namespace tenantry::ui::spaces
{

SpaceRights rightsOn(const Session &session, const MemberPlace &place)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    SpaceRights rights;
    rights.objectKind = place.kind();
    const directory::Object object = place.in(*snapshot);
    const directory::SpaceIndex index = object.isValid() ? snapshot->spaceOf(object) : directory::SpaceIndex();
    if (!index.isValid())
        return rights;
    if (const auto user = snapshot->findUser(session.userId()); user.isValid())
        rights.role = access::Resolver(snapshot, session.now()).check(user, object);
    const directory::SpaceView space = snapshot->space(index);
    const TenantId tenant = snapshot->tenantId(space.tenant());
    rights.tenantAdministrator = !tenant.isNull() && session.actor().administers == tenant;
    rights.archived = space.isArchived();
    rights.hasBots = space.modules().contains(QLatin1String("bots"));
    if (const TenantRow *row = snapshot->tenant(tenant))
        rights.frozen = row->state == TenantState::Frozen;
    return rights;
}

SpaceRights rightsOn(const Session &session, directory::SpaceIndex space)
{
    return rightsOn(session, MemberPlace{session.snapshot()->space(space).id()});
}

QString refusalSentence(const SpaceRights &rights, Role before, Role after)
{
    GrantChange change;
    change.actorRole = rights.role;
    change.tenantAdministrator = rights.tenantAdministrator;
    change.archived = rights.archived;
    change.hasBots = rights.hasBots;
    change.objectKind = rights.objectKind;
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
