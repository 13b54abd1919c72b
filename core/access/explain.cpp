// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Resolver that gives reasons.
#include "core/access/holders.h"
#include "core/access/lasting.h"
#include "core/access/resolver.h"

#include <tuple>

namespace tenantry::access
{

using namespace directory;

namespace
{

int lengthOf(const Tables &tables, const Path &path)
{
    int length = path.group.isValid() ? 1 : 0;
    if (path.organization.isValid())
        length += 1 + tables.tree->depth(path.organization) - tables.tree->depth(path.above);
    return length;
}

/// Whether `a` is the better reason.
bool isBetter(const Tables &tables, const Path &a, const Path &b)
{
    const auto key = [&](const Path &p) { 
        return std::tuple(-int(p.role), lengthOf(tables, p), p.throughSpace, p.grant, p.organization, p.above, p.group);
    };
    return key(a) < key(b);
}

Path pathOf(Subject subject, const Way &way, const SubjectGrant &grant, bool throughSpace)
{
    return {subject, way.organization, way.above, way.group, grant.grant(), grant.role(), throughSpace};
}

/// Every way from the subject to a role on the object or its space, whether it counts or not.
class Candidates final
{
public:
    struct Candidate {
        Path path;
        std::vector<OrganizationIndex> disabled;
        std::optional<Instant> expiredAt;
        bool shutOut = false; ///< the resource is restricted

        [[nodiscard]] bool counts() const { return disabled.empty() && !expiredAt && !shutOut; }
        [[nodiscard]] size_t faults() const { return disabled.size() + (expiredAt ? 1 : 0) + (shutOut ? 1 : 0); }
    };

    Candidates(const Snapshot &snapshot, Subject subject, Object object, Instant now)
        : m_snapshot(snapshot), m_tables(snapshot.tables()), m_subject(subject), m_object(object),
          m_space(snapshot.spaceOf(object)), m_now(now)
    {
    }

    [[nodiscard]] std::vector<Candidate> collect()
    {
        if (const OrganizationIndex o = m_subject.organization(); o.isValid())
            throughOrganization(o, m_tables.organizations.cells[o.value()].tenant);
        else if (const UserIndex user = m_subject.user(); user.isValid())
            throughUser(user);
        else
            add(m_subject, Way{{}, {}, m_subject.group()});
        return std::move(m_found);
    }

    [[nodiscard]] std::vector<OrganizationIndex> disabledFrom(OrganizationIndex organization) const
    {
        std::vector<OrganizationIndex> disabled;
        for (OrganizationIndex o = organization; o.isValid(); o = m_tables.tree->parent(o))
            if (!m_tables.organizations.cells[o.value()].enabled)
                disabled.push_back(o);
        return disabled;
    }

private:
    void throughUser(UserIndex user)
    {
        const TenantIndex tenant = m_tables.users.cells[user.value()].tenant;
        add(user, {});
        for (const GroupOf &g : m_tables.groupsOfUser[user.value()])
            if (isOfTenant(m_tables, g.group, tenant))
                add(g.group, Way{{}, {}, g.group});
        for (const UserMembership &m : m_tables.membershipsOfUser[user.value()])
            throughOrganization(m.organization, tenant);
    }
    void throughOrganization(OrganizationIndex organization, TenantIndex tenant)
    {
        const auto all = [](Subject) { return true; };
        eachOrganizationHolder(m_tables, organization, [tenant] { return tenant; }, all, [this](Subject holder, const Way &way) { add(holder, way); },
                               [](OrganizationIndex) { return false; });
    }
    void add(Subject holder, const Way &way)
    {
        const bool restricted = m_object.kind() == ObjectKind::Resource && isRestricted(m_tables, m_object.resource());
        for (const SubjectGrant &grant : grantsIn(m_tables, holder, m_space)) {
            if (grant.object() != m_object && !grant.isOnSpace())
                continue;
            Candidate candidate;
            const bool throughSpace = m_object.kind() == ObjectKind::Resource && grant.isOnSpace();
            candidate.path = pathOf(m_subject, way, grant, throughSpace);
            if (way.organization.isValid())
                candidate.disabled = disabledFrom(way.organization);
            if (!m_tables.isValidAt(grant.entry(), toMicroseconds(m_now)))
                candidate.expiredAt = m_snapshot.grant(grant.grant()).expiresAt();
            candidate.shutOut = throughSpace && restricted && grant.role() != Role::Owner;
            m_found.push_back(std::move(candidate));
        }
    }

    const Snapshot &m_snapshot;
    const Tables &m_tables;
    Subject m_subject;
    Object m_object;
    SpaceIndex m_space;
    Instant m_now;
    std::vector<Candidate> m_found;
};

using Candidate = Candidates::Candidate;

/// What stands before every way, with what would put it right.
void generalObstacles(const Snapshot &snapshot, Subject subject, Object object, std::vector<Obstacle> &obstacles,
                      std::vector<Repair> &repair)
{
    const Tables &tables = snapshot.tables();
    const TenantIndex objectTenant = tables.spaces.cells[snapshot.spaceOf(object).value()].tenant;
    if (const UserIndex user = subject.user(); user.isValid()) {
        const UserCell &cell = tables.users.cells[user.value()];
        if (!cell.known) {
            obstacles.push_back({Obstacle::NotKnown, {}, {}, {}});
            return;
        }
        if (UserStatus(cell.status) != UserStatus::Active) {
            obstacles.push_back({Obstacle::UserNotActive, {}, {}, {}});
            repair.push_back({Repair::ActivateUser, subject, {}, {}, {}, Role::None});
        }
        if (tables.isFrozen(cell.tenant)) {
            obstacles.push_back({Obstacle::UserTenantFrozen, {}, {}, {}});
            if (cell.tenant != objectTenant)
                repair.push_back({Repair::UnfreezeTenant, {}, cell.tenant, {}, {}, Role::None});
        }
    }
    if (tables.isFrozen(objectTenant)) {
        obstacles.push_back({Obstacle::ObjectTenantFrozen, {}, {}, {}});
        repair.push_back({Repair::UnfreezeTenant, {}, objectTenant, {}, {}, Role::None});
    }
}

void addObstacles(const Candidate &candidate, std::vector<Obstacle> &obstacles)
{
    for (const OrganizationIndex o : candidate.disabled)
        obstacles.push_back({Obstacle::OrganizationDisabled, candidate.path, o, {}});
    if (candidate.expiredAt)
        obstacles.push_back({Obstacle::GrantExpired, candidate.path, {}, candidate.expiredAt});
    if (candidate.shutOut)
        obstacles.push_back({Obstacle::ResourceRestricted, candidate.path, {}, {}});
    if (candidate.counts())
        obstacles.push_back({Obstacle::NotEnough, candidate.path, {}, {}});
}

std::vector<Repair> repairOf(const Candidate &candidate, Object object)
{
    std::vector<Repair> repair;
    for (const OrganizationIndex o : candidate.disabled)
        repair.push_back({Repair::EnableOrganization, o, {}, {}, {}, Role::None});
    if (candidate.expiredAt)
        repair.push_back({Repair::RenewGrant, {}, {}, candidate.path.grant, {}, Role::None});
    if (candidate.shutOut)
        repair.push_back({Repair::OpenResource, {}, {}, {}, object, Role::None});
    return repair;
}

[[nodiscard]] bool hasBots(const Snapshot &snapshot, SpaceIndex space)
{
    return snapshot.space(space).modules().contains(QStringLiteral("bots"));
}

/// Whether a way of before can be put right by its repair. Guest is given in spaces with Bots only (SPC-6).
[[nodiscard]] bool isRepairable(const Snapshot &snapshot, const Candidate &candidate, SpaceIndex space)
{
    return !candidate.expiredAt || candidate.path.role != Role::Guest || hasBots(snapshot, space);
}

/// Whether something can be granted to the subject at all: organizations and role groups of the tenant, owners among its people (EXT-1, SPC-10).
[[nodiscard]] bool mayBeGiven(const Snapshot &snapshot, Subject subject, SpaceIndex space, Role role)
{
    const TenantIndex tenant = snapshot.space(space).tenant();
    if (subject.user().isValid())
        return role != Role::Owner || snapshot.user(subject.user()).tenant() == tenant;
    return role != Role::Owner
        && (subject.organization().isValid() ? snapshot.organization(subject.organization()).tenant()
                                             : snapshot.roleGroup(subject.group()).tenant()) == tenant;
}

/// The lowest grant that is enough, to the subject itself; nothing where no command gives it.
std::optional<std::vector<Repair>> giving(const Snapshot &snapshot, const Candidates &candidates, Subject subject, Object object, Role wanted)
{
    const SpaceIndex space = snapshot.spaceOf(object);
    if (!mayBeGiven(snapshot, subject, space, wanted))
        return std::nullopt;
    if (wanted == Role::Owner)
        return std::vector{Repair{Repair::Transfer, subject, {}, {}, object, wanted}};
    std::vector<Repair> repair;
    if (subject.organization().isValid())
        for (const OrganizationIndex o : candidates.disabledFrom(subject.organization()))
            repair.push_back({Repair::EnableOrganization, o, {}, {}, {}, Role::None});
    GrantIndex existing;
    for (const SubjectGrant &grant : snapshot.grantsOf(subject))
        if (grant.object() == object)
            existing = grant.grant();
    const Role role = wanted == Role::Guest && !hasBots(snapshot, space) ? Role::Viewer : wanted;
    repair.push_back({Repair::Give, subject, {}, existing, object, role});
    return repair;
}

/// The subject's own grant on the space that must be lengthened before a grant on a resource is given for good (PRM-9).
[[nodiscard]] GrantIndex outlastedBy(const Snapshot &snapshot, Instant now, const Repair &act)
{
    const bool renews = act.kind == Repair::RenewGrant;
    if (!renews && act.kind != Repair::Give)
        return {};
    const Object object = renews ? snapshot.grant(act.grant).object() : act.object;
    const Subject subject = renews ? snapshot.grant(act.grant).subject() : act.subject;
    return object.resource().isValid() ? outlastedGrant(snapshot, now, subject, snapshot.spaceOf(object), {}) : GrantIndex();
}

/// Whether it changes something in the space itself, which can't be done while that is archived (SPC-9).
[[nodiscard]] bool actsInSpace(const std::vector<Repair> &repair)
{
    return std::ranges::any_of(repair, [](const Repair &r) {
        return r.kind == Repair::RenewGrant || r.kind == Repair::OpenResource || r.kind == Repair::Give;
    });
}

/// Fewer acts are cheaper; among as many, the one whose dearest act stands earlier in Repair::Kind.
bool isCheaper(const std::vector<Repair> &a, const std::vector<Repair> &b)
{
    const auto dearest = [](const std::vector<Repair> &r) {
        return r.empty() ? -1 : int(std::ranges::max_element(r, {}, &Repair::kind)->kind);
    };
    return std::pair(a.size(), dearest(a)) < std::pair(b.size(), dearest(b));
}

} // namespace

Explanation Resolver::explain(Subject subject, Object object, Role wanted) const
{
    const Tables &tables = m_snapshot->tables();
    Explanation result{subject, object, m_now, Role::None, wanted, false, {}, {}, {}};
    if (!subject.isValid() || !object.isValid() || !m_snapshot->spaceOf(object).isValid())
        return result;
    result.role = check(subject, object);
    result.restricted = object.kind() == ObjectKind::Resource && isRestricted(tables, object.resource());
    std::vector<Obstacle> obstacles;
    std::vector<Repair> general;
    generalObstacles(*m_snapshot, subject, object, obstacles, general);
    const bool nothingCounts = !obstacles.empty();

    Candidates all(*m_snapshot, subject, object, m_now);
    const std::vector<Candidate> candidates = all.collect();
    std::optional<std::vector<Repair>> cheapest = giving(*m_snapshot, all, subject, object, wanted);
    for (const Candidate &candidate : candidates) {
        if (candidate.counts() && !nothingCounts)
            result.paths.push_back(candidate.path);
        if (!candidate.counts() || candidate.path.role < wanted)
            addObstacles(candidate, obstacles);
        if (candidate.path.role < wanted || !isRepairable(*m_snapshot, candidate, m_snapshot->spaceOf(object)))
            continue;
        if (auto repair = repairOf(candidate, object); !cheapest || isCheaper(repair, *cheapest))
            cheapest = std::move(repair);
    }
    std::ranges::sort(result.paths, [&](const Path &a, const Path &b) { return isBetter(tables, a, b); });
    if (result.isEnough())
        return result;
    result.obstacles = std::move(obstacles);
    const bool known = std::ranges::find(result.obstacles, Obstacle::NotKnown, &Obstacle::kind) == result.obstacles.end();
    if (known && cheapest) {
        result.repair = std::move(general);
        if (const SpaceIndex space = m_snapshot->spaceOf(object); m_snapshot->space(space).isArchived() && actsInSpace(*cheapest))
            result.repair.push_back({Repair::RestoreSpace, {}, {}, {}, space, Role::None});
        for (const Repair &act : *cheapest) {
            if (const GrantIndex own = outlastedBy(*m_snapshot, m_now, act); own.isValid())
                result.repair.push_back({Repair::LengthenGrant, {}, {}, own, {}, Role::None});
            result.repair.push_back(act);
        }
    }
    return result;
}

ReasonedDetail Resolver::detailWithReasons(Subject subject, SpaceIndex space) const
{
    const Tables &tables = m_snapshot->tables();
    const auto resources = tables.resourcesOfSpace[space.value()];
    ReasonedDetail detail;
    detail.rows.resize(resources.size() + 1);
    detail.rows.front().object = space;
    for (size_t i = 0; i < resources.size(); ++i) {
        detail.rows[i + 1].object = resources[i].resource();
        detail.rows[i + 1].restricted = resources[i].isRestricted();
    }
    if (!subject.isValid() || isFrozen(tables, space))
        return detail;
    const qint64 now = toMicroseconds(m_now);
    const auto offer = [&](ReasonedDetail::Row &row, const Path &path) {
        if (row.because.isValid() && !isBetter(tables, path, row.because))
            return;
        row.role = path.role;
        row.because = path;
    };
    eachHolderIn<true>(tables, subject, space, [&](Subject holder, const Way &way) {
        for (const SubjectGrant &grant : grantsIn(tables, holder, space)) {
            if (!tables.isValidAt(grant.entry(), now))
                continue;
            size_t row = 0;
            if (!grant.isOnSpace()) {
                const auto at = std::ranges::lower_bound(resources, grant.resource(), {}, &SpaceResource::resource);
                if (at == resources.end() || at->resource() != grant.resource())
                    continue; // not known
                row = size_t(at - resources.begin()) + 1;
            }
            offer(detail.rows[row], pathOf(subject, way, grant, false));
        }
    });
    Path fromSpace = detail.rows.front().because;
    fromSpace.throughSpace = true;
    if (fromSpace.isValid())
        for (size_t i = 1; i < detail.rows.size(); ++i)
            if (!detail.rows[i].restricted || fromSpace.role == Role::Owner)
                offer(detail.rows[i], fromSpace);
    return detail;
}

std::vector<Step> steps(const Snapshot &snapshot, const Path &path, Object object)
{
    std::vector<Step> result{{Step::Start, path.subject, {}, Role::None}};
    const OrganizationTree &tree = *snapshot.tables().tree;
    if (path.organization.isValid()) {
        if (path.subject.kind() == SubjectKind::User)
            result.push_back({Step::In, path.organization, {}, Role::None});
        for (OrganizationIndex o = path.organization; o != path.above && o.isValid();) {
            o = tree.parent(o);
            result.push_back({Step::Below, o, {}, Role::None});
        }
    }
    if (path.group.isValid() && path.subject.kind() != SubjectKind::RoleGroup)
        result.push_back({Step::MemberOf, path.group, {}, Role::None});
    const Object granted = path.throughSpace ? Object(snapshot.spaceOf(object)) : object;
    result.push_back({Step::RoleOn, {}, granted, path.role});
    if (path.throughSpace)
        result.push_back({Step::CountsOn, {}, object, path.role});
    return result;
}

} // namespace tenantry::access
