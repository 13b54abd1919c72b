// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/planner_p.h"

#include "core/access/resolver.h"

#include <set>

namespace tenantry::access {

using namespace directory;

std::optional<GrantRow> Planner::grantOf(Subject subject, Object object) const
{
    for (const SubjectGrant &grant : m_snapshot->grantsOf(subject))
        if (grant.object() == object)
            return m_snapshot->grant(grant.grant()).row();
    return std::nullopt;
}

std::vector<GrantRow> Planner::resourceGrantsOf(Subject subject, SpaceIndex space) const
{
    std::vector<GrantRow> rows;
    for (const SubjectGrant &grant : m_snapshot->grantsOf(subject))
        if (grant.space() == space && !grant.isOnSpace())
            rows.push_back(m_snapshot->grant(grant.grant()).row());
    return rows;
}

void Planner::setGrant(SpaceIndex space, const GrantWish &wish)
{
    const Subject subject = m_snapshot->findSubject(wish.subjectKind, wish.subjectId);
    const Object object = m_snapshot->findObject(wish.objectKind, wish.objectId);
    // Somebody from outside, found by platform search: the server refuses those who aren't active.
    if (wish.subjectKind == SubjectKind::User &&
        !(subject.isValid() && m_snapshot->user(subject.user()).isKnown())) {
        UserRow person;
        person.id = UserId(wish.subjectId);
        put(person);
    }
    GrantRow row;
    if (const auto existing = subject.isValid() && object.isValid() ? grantOf(subject, object) : std::nullopt)
        row = *existing;
    else
        row.id = wish.id.isNull() ? GrantId::make(m_now) : wish.id;
    row.tenantId = m_snapshot->tenantId(m_snapshot->space(space).tenant());
    row.objectKind = wish.objectKind;
    row.objectId = wish.objectId;
    row.spaceId = m_snapshot->space(space).id();
    row.subjectKind = wish.subjectKind;
    row.subjectId = wish.subjectId;
    row.role = wish.role;
    row.expiresAt = wish.expiresAt;
    put(row);
    m_named.insert(row.id);
    if (wish.objectKind == ObjectKind::Resource)
        m_granted.push_back({row.spaceId, {wish.subjectKind, wish.subjectId}});
}

void Planner::make(const SetGrants &change)
{
    const SpaceIndex space = m_snapshot->findSpace(change.space);
    if (!space.isValid())
        return;
    for (const GrantWish &wish : change.grants)
        setGrant(space, wish);
}

// PRM-9: who has a grant on a resource and no role on the space becomes guest, for as long as the longest of
// their grants on its resources; who is guest already stays it for as long.
void Planner::addGuests()
{
    std::set<std::pair<SpaceId, std::pair<SubjectKind, QUuid>>> granted(m_granted.begin(), m_granted.end());
    for (const auto &[id, whom] : granted) {
        const SpaceIndex space = m_snapshot->findSpace(id);
        const Subject subject = m_snapshot->findSubject(whom.first, whom.second);
        if (space.isValid() && subject.isValid())
            addGuest(space, subject);
    }
    m_granted.clear();
    m_named.clear();
}

void Planner::addGuest(SpaceIndex space, Subject subject)
{
    std::optional<Instant> lasts = Instant::min(); // nothing: for good
    for (const GrantRow &row : resourceGrantsOf(subject, space))
        lasts = lasts && row.expiresAt ? std::optional(std::max(*lasts, *row.expiresAt)) : std::nullopt;
    const auto own = grantOf(subject, space);
    const bool counts = own && (!own->expiresAt || *own->expiresAt > m_now);
    const bool isShorter = own && own->expiresAt && (!lasts || *own->expiresAt < *lasts);
    const bool needed = counts ? own->role == Role::Guest && isShorter && !m_named.contains(own->id)
                               : Resolver(m_snapshot, m_now).check(subject, space) == Role::None;
    if (needed)
        setGrant(space, {.objectKind = ObjectKind::Space,
                         .objectId = m_snapshot->idOf(Object(space)),
                         .subjectKind = subject.kind(),
                         .subjectId = m_snapshot->idOf(subject),
                         .role = Role::Guest,
                         .expiresAt = lasts});
}

void Planner::make(const RemoveGrants &change)
{
    for (const GrantId &id : change.grants) {
        const GrantIndex grant = m_snapshot->findGrant(id);
        if (!grant.isValid())
            continue;
        drop(grant);
        const GrantView view = m_snapshot->grant(grant);
        if (view.object().kind() == ObjectKind::Space)
            for (const GrantRow &row : resourceGrantsOf(view.subject(), view.space()))
                drop(RowKind::Grant, row.id.uuid());
    }
}

void Planner::make(const SetRestricted &change)
{
    const ResourceIndex resource = m_snapshot->findResource(change.resource);
    if (!resource.isValid() || !m_snapshot->resource(resource).isKnown())
        return;
    ResourceRow row = m_snapshot->resource(resource).row();
    row.restricted = change.restricted;
    put(row);
}

void Planner::make(const HandOver &change)
{
    const Object object = m_snapshot->findObject(change.kind, change.object);
    const UserIndex owner = m_snapshot->findUser(change.owner);
    if (!object.isValid() || !owner.isValid())
        return;
    for (const GrantEntry &entry : m_snapshot->grantsOn(object)) {
        GrantRow row = m_snapshot->grant(entry.grant()).row();
        if (row.role != Role::Owner || row.subjectId == change.owner.uuid())
            continue;
        row.role = Role::Administrator;
        put(row);
    }
    setGrant(m_snapshot->spaceOf(object), {.objectKind = change.kind,
                                           .objectId = change.object,
                                           .subjectKind = SubjectKind::User,
                                           .subjectId = change.owner.uuid(),
                                           .role = Role::Owner});
}

void Planner::copyGrant(const GrantRow &given, UserId to)
{
    const SpaceIndex space = m_snapshot->findSpace(given.spaceId);
    const Subject subject = m_snapshot->findUser(to);
    const Object object = m_snapshot->findObject(given.objectKind, given.objectId);
    const auto own = subject.isValid() ? grantOf(subject, object) : std::nullopt;
    const Role role = std::min(given.role, Role::Administrator);
    const auto lastsLonger = [](const std::optional<Instant> &a, const std::optional<Instant> &b) {
        return b && (!a || *a > *b);
    };
    if (own && (!own->expiresAt || *own->expiresAt > m_now) &&
        (own->role > role || (own->role == role && !lastsLonger(given.expiresAt, own->expiresAt))))
        return;
    setGrant(space, {.objectKind = given.objectKind,
                     .objectId = given.objectId,
                     .subjectKind = SubjectKind::User,
                     .subjectId = to.uuid(),
                     .role = role,
                     .expiresAt = given.expiresAt});
}

void Planner::make(const PassAdministration &change)
{
    const GrantIndex grant = m_snapshot->findGrant(change.grant);
    if (!grant.isValid())
        return;
    GrantRow row = m_snapshot->grant(grant).row();
    copyGrant(row, change.to);
    row.role = Role::Editor;
    put(row);
}

void Planner::make(const CopyGrants &change)
{
    for (const GrantId &id : change.grants)
        if (const GrantIndex grant = m_snapshot->findGrant(id); grant.isValid())
            copyGrant(m_snapshot->grant(grant).row(), change.to);
}

void Planner::make(const RemoveOutsider &change)
{
    const UserIndex user = m_snapshot->findUser(change.user);
    if (user.isValid())
        for (const SubjectGrant &grant : m_snapshot->grantsOf(user))
            if (m_snapshot->tenantId(m_snapshot->space(grant.space()).tenant()) == change.tenant)
                drop(grant.grant());
}

void Planner::make(const ReplaceGuests &change)
{
    const SpaceIndex space = m_snapshot->findSpace(change.space);
    if (!space.isValid() || !m_snapshot->space(space).modules().contains(QStringLiteral("bots")))
        return;
    for (const GrantEntry &entry : m_snapshot->grantsOn(space)) {
        GrantRow row = m_snapshot->grant(entry.grant()).row();
        if (row.role != Role::Guest ||
            !resourceGrantsOf(m_snapshot->grant(entry.grant()).subject(), space).empty())
            continue;
        if (change.becomes == Role::None) {
            drop(entry.grant());
            continue;
        }
        row.role = change.becomes;
        put(row);
    }
}

void Planner::make(const DeleteResource &change)
{
    const ResourceIndex resource = m_snapshot->findResource(change.resource);
    if (!resource.isValid())
        return;
    dropGrantsOn(resource);
    drop(RowKind::Resource, change.resource.uuid());
}

void Planner::make(const DeleteSpace &change)
{
    const SpaceIndex space = m_snapshot->findSpace(change.space);
    if (!space.isValid())
        return;
    dropGrantsOn(space);
    for (const SpaceResource &resource : m_snapshot->resourcesOf(space)) {
        dropGrantsOn(resource.resource());
        drop(RowKind::Resource, m_snapshot->resource(resource.resource()).id().uuid());
    }
    drop(RowKind::Space, change.space.uuid());
}

Result<Plan> plan(const SnapshotPtr &snapshot, Instant now, const std::vector<PlannedChange> &changes)
{
    Planner planner(snapshot, now);
    for (const PlannedChange &change : changes)
        if (const auto added = planner.add(change); !added)
            return tl::unexpected(added.error());
    return planner.take(snapshot);
}

} // namespace tenantry::access
