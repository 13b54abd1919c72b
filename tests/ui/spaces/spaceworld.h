// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/resolver.h"
#include "tests/uisupport/fixedsession.h"

namespace tenantry::test
{

/// A space of the persona's tenant with an owner, that isn't archived, and of all those the one with most grants.
inline SpaceId busySpace(const FixedSession &session)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto tenant = snapshot->user(snapshot->findUser(session.userId())).tenant();
    SpaceId best;
    size_t most = 0;
    for (const directory::SpaceIndex index : snapshot->spacesOf(tenant)) {
        const size_t grants = snapshot->grantsOn(index).size();
        if (!snapshot->space(index).isArchived() && grants > most) {
            most = grants;
            best = snapshot->space(index).id();
        }
    }
    return best;
}

inline SpaceRow rowOf(const FixedSession &session, SpaceId space)
{
    return session.snapshot()->space(session.snapshot()->findSpace(space)).row();
}

/// A grant on the space itself.
inline GrantRow grantOn(const SpaceRow &space, SubjectKind kind, const QUuid &subject, Role role, Instant at)
{
    GrantRow grant;
    grant.id = GrantId::make(at);
    grant.tenantId = space.tenantId;
    grant.objectKind = ObjectKind::Space;
    grant.objectId = space.id.uuid();
    grant.spaceId = space.id;
    grant.subjectKind = kind;
    grant.subjectId = subject;
    grant.role = role;
    grant.grantedAt = at;
    grant.version = 1;
    return grant;
}

/// An empty space, owned by `owner`, with as many resources as wanted.
inline directory::Delta newSpace(const SpaceRow &like, const QString &name, UserId owner, int resources, Instant at)
{
    directory::Delta delta;
    SpaceRow space = like;
    space.id = SpaceId::make(at);
    space.name = name;
    space.archived = false;
    space.modules = {QStringLiteral("bots"), QStringLiteral("abs")};
    space.createdBy = owner;
    delta.upserted.emplace_back(space);
    delta.upserted.emplace_back(grantOn(space, SubjectKind::User, owner.uuid(), Role::Owner, at));
    const char *kinds[] = {"agent", "workflow", "plugin", "knowledge_base", "application", "table", "dashboard"};
    for (int i = 0; i < resources; ++i) {
        ResourceRow resource;
        resource.id = ResourceId::make(at);
        resource.tenantId = space.tenantId;
        resource.spaceId = space.id;
        resource.resourceKind = QString::fromLatin1(kinds[i % 7]);
        resource.name = QStringLiteral("资源 %1").arg(i + 1);
        resource.restricted = i % 5 == 4;
        resource.createdBy = owner;
        resource.createdAt = at;
        resource.version = 1;
        delta.upserted.emplace_back(resource);
    }
    return delta;
}

/// So many new people of the space's tenant, each with a role on the space.
inline void addMembers(directory::Delta &delta, const FixedSession &session, SpaceRow space, int count)
{
    const UserRow like = session.snapshot()->user(session.snapshot()->findUser(session.userId())).row();
    for (int i = 0; i < count; ++i) {
        UserRow user = like;
        user.id = UserId::make(session.now());
        user.name = QStringLiteral("成员 %1").arg((i * 7919) % count);
        delta.upserted.emplace_back(user);
        delta.upserted.emplace_back(grantOn(space, SubjectKind::User, user.id.uuid(), Role(2 + i % 3), session.now()));
    }
}

inline SpaceId spaceOf(const directory::Delta &delta)
{
    return std::get<SpaceRow>(delta.upserted.front()).id;
}

} // namespace tenantry::test
