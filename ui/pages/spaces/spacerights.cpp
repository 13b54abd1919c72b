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

QString removalRefusalBelow(const Session &session, const MemberPlace &place, SubjectKind kind, const QUuid &subject)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const directory::SpaceIndex space = snapshot->findSpace(place.space);
    const directory::Subject holder = snapshot->findSubject(kind, subject);
    if (place.isResource() || !space.isValid() || !holder.isValid())
        return {};
    int owned = 0;
    bool administers = false;
    for (const directory::SubjectGrant &each : snapshot->grantsOf(holder)) {
        if (each.space() != space || each.isOnSpace())
            continue;
        const directory::GrantView grant = snapshot->grant(each.grant());
        owned += grant.role() == Role::Owner;
        if (grant.role() == Role::Administrator) {
            const SpaceRights rights = rightsOn(session, {place.space, ResourceId(snapshot->idOf(grant.object()))});
            administers = administers || (!rights.tenantAdministrator && rights.role != Role::Owner);
        }
    }
    if (owned > 0)
        return sentence(Error{ErrorClass::Business, QStringLiteral("grant.owns_resources"), {}, {{QStringLiteral("resources"), owned}}});
    return administers ? sentence(Error{ErrorClass::Business, QStringLiteral("grant.administrators_by_owner"), {}, {}}) : QString();
}

} // namespace tenantry::ui::spaces
