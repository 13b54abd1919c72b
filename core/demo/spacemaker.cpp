// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/spacemaker.h"

namespace tenantry::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *botsKinds[] = {"agent", "workflow", "plugin", "knowledge_base"};
constexpr const char *absKinds[] = {"application", "table", "dashboard"};

} // namespace

void SpaceMaker::make()
{
    addSpaces();
    addOutsider();
    addGrants();
}

void SpaceMaker::addSpaces()
{
    for (int n = 0; n < m_size.spaces; ++n) {
        const size_t t = n % 10 < 7 ? 1 : n % 10 < 9 ? 2 : 3;
        addSpace(n, t);
    }
}

void SpaceMaker::addSpace(int n, size_t t)
{
    // The third user of the first tenant owns the first space: the persona of the space administrator.
    const UserRow &owner = m_world.users[n == 0 ? m_tenants[1].users[2] : m_draft.activeUser(t)];
    SpaceRow row;
    row.id = m_draft.newId<SpaceId>();
    row.tenantId = m_world.tenants[t].id;
    row.name = spaceName(n, m_draft.random);
    row.description = u""_s;
    row.edition = n % 3 == 0 ? u"advanced"_s : n % 3 == 1 ? u"standard"_s : u"basic"_s;
    row.modules = n % 4 == 0   ? QStringList{u"bots"_s, u"abs"_s}
                  : n % 4 == 3 ? QStringList{u"abs"_s}
                               : QStringList{u"bots"_s};
    row.archived = n % 17 == 16;
    row.createdBy = owner.id;
    row.createdAt = m_draft.daysAgo(200);
    row.version = 1;
    if (n % 3 == 0) {
        static const QStringList icons{u"agent"_s, u"dashboard"_s, u"knowledge-base"_s, u"workflow"_s};
        row.avatarKind = u"icon"_s;
        row.avatarIcon = icons.at(n / 3 % icons.size());
    }
    Space space{m_world.spaces.size(), t, {}, {}, {}, row.modules.contains(u"bots"_s)};
    m_world.spaces.push_back(row);
    grantOn(space, std::nullopt, SubjectKind::User, owner.id.uuid(), Role::Owner, owner.id);
    for (int i = 0; i < m_size.resourcesPerSpace; ++i)
        addResource(space, i);
    m_spaces.push_back(std::move(space));
}

void SpaceMaker::addResource(Space &space, int n)
{
    const SpaceRow &spaceRow = m_world.spaces[space.row];
    // Its creator is a member of the space, one in three a new one.
    GrantRow creator = space.subjects.front();
    if (m_draft.chance(0.35)) {
        const UserRow &user = m_world.users[m_draft.activeUser(space.tenant)];
        if (!space.taken.contains(user.id.uuid()))
            grantOn(space, std::nullopt, SubjectKind::User, user.id.uuid(), Role::Editor, spaceRow.createdBy);
        creator = space.subjects.back();
    }
    ResourceRow row;
    row.id = m_draft.newId<ResourceId>();
    row.tenantId = spaceRow.tenantId;
    row.spaceId = spaceRow.id;
    const bool abs = spaceRow.modules.contains(u"abs"_s) && (!space.bots || n % 3 == 2);
    row.resourceKind = QString::fromLatin1(abs ? absKinds[size_t(n) % std::size(absKinds)]
                                               : botsKinds[size_t(n) % std::size(botsKinds)]);
    row.name = resourceName(row.resourceKind, n, m_draft.random);
    row.restricted = n % 5 == 3;
    row.createdBy = UserId(creator.subjectId);
    row.createdAt = m_draft.daysAgo(150);
    row.version = 1;
    space.resources.push_back(m_world.resources.size());
    m_world.resources.push_back(row);
    grantOn(space, row.id, SubjectKind::User, creator.subjectId, Role::Owner, row.createdBy);
}

void SpaceMaker::grantOn(Space &space, std::optional<ResourceId> resource, SubjectKind kind,
                         const QUuid &subject, Role role, UserId by)
{
    GrantRow row;
    row.id = m_draft.newId<GrantId>();
    row.tenantId = m_world.spaces[space.row].tenantId;
    row.spaceId = m_world.spaces[space.row].id;
    row.objectKind = resource ? ObjectKind::Resource : ObjectKind::Space;
    row.objectId = resource ? resource->uuid() : row.spaceId.uuid();
    row.subjectKind = kind;
    row.subjectId = subject;
    row.role = role;
    row.grantedBy = by;
    row.grantedAt = m_draft.daysAgo(120);
    row.version = 1;
    // Some end soon, some have ended: the pages show a countdown and what no longer counts.
    if (role != Role::Owner && m_draft.chance(0.08))
        row.expiresAt = m_draft.now + std::chrono::hours(24 * (m_draft.below(60) - 12) + 7);
    if (!resource) {
        space.taken.insert(subject);
        space.subjects.push_back(row);
    }
    m_world.grants.push_back(std::move(row));
}

void SpaceMaker::addOutsider()
{
    Space &space = m_spaces.front();
    const UserRow &user = m_world.users[m_tenants[3].users[1]];
    grantOn(space, std::nullopt, SubjectKind::User, user.id.uuid(), Role::Viewer,
            m_world.spaces[space.row].createdBy);
    m_world.grants.back().expiresAt = space.subjects.back().expiresAt =
        m_draft.now + std::chrono::hours(24 * 6 + 5);
    OutsiderRow row;
    row.id = makeUuid7(m_draft.now);
    row.tenantId = m_world.tenants[1].id;
    row.userId = user.id;
    row.since = m_world.grants.back().grantedAt;
    row.version = 1;
    m_world.outsiders.push_back(row);
}

void SpaceMaker::addGrants()
{
    // The first space shows a little of everything, whatever the dice say.
    grantOn(m_spaces.front(), std::nullopt, SubjectKind::Organization,
            m_world.organizations[m_tenants[1].organizations[1]].id.uuid(), Role::Commenter,
            m_world.spaces.front().createdBy);
    grantOn(m_spaces.front(), std::nullopt, SubjectKind::RoleGroup,
            m_world.groups[m_tenants[1].groups.front()].id.uuid(), Role::Editor,
            m_world.spaces.front().createdBy);
    QSet<std::pair<QUuid, QUuid>> onResources;
    for (size_t tries = 0; m_world.grants.size() < size_t(m_size.grants) && tries < size_t(m_size.grants) * 4;
         ++tries) {
        Space &space = m_spaces[size_t(m_draft.below(m_spaces.size()))];
        if (space.resources.empty() || m_draft.chance(0.45))
            addSpaceGrant(space);
        else
            addResourceGrant(space, onResources);
    }
}

void SpaceMaker::addSpaceGrant(Space &space)
{
    const Tenant &tenant = m_tenants[space.tenant];
    const UserId by = m_world.spaces[space.row].createdBy;
    SubjectKind kind = m_draft.chance(0.65)  ? SubjectKind::User
                       : m_draft.chance(0.6) ? SubjectKind::Organization
                                             : SubjectKind::RoleGroup;
    if (kind == SubjectKind::RoleGroup && tenant.groups.empty())
        kind = SubjectKind::Organization;
    QUuid subject;
    if (kind == SubjectKind::User)
        subject = m_world.users[m_draft.activeUser(space.tenant)].id.uuid();
    else if (kind == SubjectKind::Organization)
        subject =
            m_world.organizations[tenant.organizations[size_t(m_draft.below(tenant.organizations.size()))]]
                .id.uuid();
    else
        subject = m_world.groups[tenant.groups[size_t(m_draft.below(tenant.groups.size()))]].id.uuid();
    if (!space.taken.contains(subject))
        grantOn(space, std::nullopt, kind, subject, someRole(space), by);
}

void SpaceMaker::addResourceGrant(Space &space, QSet<std::pair<QUuid, QUuid>> &taken)
{
    // Only to who already holds a role on the space (PRM-9); the owner's grants are made with the resource.
    const GrantRow holder = space.subjects[size_t(m_draft.below(space.subjects.size()))];
    const ResourceRow &resource =
        m_world.resources[space.resources[size_t(m_draft.below(space.resources.size()))]];
    if (resource.createdBy.uuid() == holder.subjectId ||
        taken.contains({resource.id.uuid(), holder.subjectId}))
        return;
    taken.insert({resource.id.uuid(), holder.subjectId});
    grantOn(space, resource.id, holder.subjectKind, holder.subjectId, someRole(space),
            m_world.spaces[space.row].createdBy);
}

Role SpaceMaker::someRole(const Space &space)
{
    static constexpr Role roles[] = {Role::Viewer, Role::Viewer,        Role::Commenter, Role::Editor,
                                     Role::Editor, Role::Administrator, Role::Guest};
    return roles[m_draft.below(space.bots ? std::size(roles) : std::size(roles) - 1)];
}

} // namespace tenantry::demo
