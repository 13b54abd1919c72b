// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/difference.h"

#include <algorithm>

namespace tenantry::access {

using namespace directory;

namespace {

/// What each of many people may at two moments, compared person by person.
class Comparison final
{
public:
    Comparison(const Moment &before, const Moment &after, const Affected &affected)
        : m_before(before.snapshot, before.at), m_after(after.snapshot, after.at), m_affected(affected),
          m_spaces(after.snapshot->spaceSlots()), m_resources(after.snapshot->resourceSlots())
    {
    }

    /// Calls `visit(RoleChange)` for each change, in no order.
    template <class Visit>
    void each(UserIndex user, const Visit &visit)
    {
        const auto visitWanted = [&](const RoleChange &change) {
            if (!m_affected.only || change.object == *m_affected.only)
                visit(change);
        };
        const auto with = [&](const ObjectRoles &before, const ObjectRoles &after) {
            compare(user, before.spaces, after.spaces, m_spaces, &SpaceRole::space, visitWanted);
            compare(user, before.resources, after.resources, m_resources, &ResourceRole::resource,
                    visitWanted);
        };
        if (m_affected.everywhere)
            with(rolesOf(m_before, user), rolesOf(m_after, user));
        else
            for (const SpaceIndex space : m_affected.spaces)
                with(rolesOf(m_before, user, space), rolesOf(m_after, user, space));
    }
    /// Spaces first, each kind in the order of indices.
    [[nodiscard]] std::vector<RoleChange> of(UserIndex user)
    {
        std::vector<RoleChange> changes;
        each(user, [&](const RoleChange &change) { changes.push_back(change); });
        std::ranges::sort(changes, {}, &RoleChange::object);
        return changes;
    }

private:
    [[nodiscard]] static ObjectRoles rolesOf(const Resolver &resolver, UserIndex user)
    {
        return user.value() < resolver.snapshot().userSlots() ? resolver.objects(user) : ObjectRoles();
    }
    [[nodiscard]] static ObjectRoles rolesOf(const Resolver &resolver, UserIndex user, SpaceIndex space)
    {
        const Snapshot &snapshot = resolver.snapshot();
        if (user.value() >= snapshot.userSlots() || space.value() >= snapshot.spaceSlots())
            return {};
        Detail detail = resolver.detail(user, space);
        ObjectRoles roles;
        if (snapshot.space(space).isKnown())
            roles.spaces.push_back({space, detail.space});
        roles.resources = std::move(detail.resources);
        return roles;
    }
    /// `slots`: a role for each index, all of them none between two calls.
    template <class Entry, class Index, class Visit>
    static void compare(UserIndex user, const std::vector<Entry> &before, const std::vector<Entry> &after,
                        std::vector<Role> &slots, Index Entry::*index, const Visit &visit)
    {
        for (const Entry &entry : before)
            slots[(entry.*index).value()] = entry.role;
        for (const Entry &entry : after) {
            Role &was = slots[(entry.*index).value()];
            if (was != entry.role)
                visit(RoleChange{user, entry.*index, was, entry.role});
            was = Role::None;
        }
        for (const Entry &entry : before) {
            Role &was = slots[(entry.*index).value()];
            if (was != Role::None)
                visit(RoleChange{user, entry.*index, was, Role::None});
            was = Role::None;
        }
    }

    Resolver m_before, m_after;
    const Affected &m_affected;
    std::vector<Role> m_spaces, m_resources;
};

} // namespace

Difference::Difference(Moment before, Moment after, Affected affected)
    : m_before(std::move(before)), m_after(std::move(after)), m_affected(std::move(affected))
{
}

std::optional<Difference> Difference::between(const Moment &before, const Moment &after, Affected affected,
                                              const Progress &progress)
{
    Difference difference(before, after, std::move(affected));
    if (!difference.count(progress))
        return std::nullopt;
    return difference;
}

bool Difference::count(const Progress &progress)
{
    constexpr qsizetype people = 256; // between two words about progress: some milliseconds
    Comparison comparison(m_before, m_after, m_affected);
    std::vector<bool> spaces(m_after.snapshot->spaceSlots());
    std::vector<bool> resources(m_after.snapshot->resourceSlots());
    const qsizetype total = qsizetype(m_affected.users.size());
    for (qsizetype i = 0; i < total; ++i) {
        if (progress && i % people == 0 && !progress(i, total))
            return false;
        Person person{m_affected.users[size_t(i)]};
        comparison.each(person.user, [&](const RoleChange &change) {
            ++(change.after > change.before ? person.gains : person.losses);
            const bool onSpace = change.object.kind() == ObjectKind::Space;
            (onSpace ? spaces : resources)[change.object.index()] = true;
        });
        if (person.gains + person.losses == 0)
            continue;
        m_people.push_back(person);
        m_ends.push_back(size() + person.gains + person.losses);
        m_gaining += person.gains > 0;
        m_losing += person.losses > 0;
    }
    m_spaces = std::ranges::count(spaces, true);
    m_resources = std::ranges::count(resources, true);
    return true;
}

std::vector<RoleChange> Difference::page(qsizetype from, qsizetype count) const
{
    std::vector<RoleChange> result;
    Comparison comparison(m_before, m_after, m_affected);
    auto person = size_t(std::ranges::upper_bound(m_ends, from) - m_ends.begin());
    for (; person < m_people.size() && qsizetype(result.size()) < count; ++person) {
        const auto changes = comparison.of(m_people[person].user);
        const qsizetype begin = m_ends[person] - qsizetype(changes.size());
        const qsizetype skipped = std::max<qsizetype>(0, from - begin);
        const qsizetype wanted =
            std::min(qsizetype(changes.size()) - skipped, count - qsizetype(result.size()));
        result.insert(result.end(), changes.begin() + skipped, changes.begin() + skipped + wanted);
    }
    return result;
}

std::vector<RoleChange> Difference::changesOf(UserIndex user) const
{
    const auto person = std::ranges::lower_bound(m_people, user, {}, &Person::user);
    if (person == m_people.end() || person->user != user)
        return {};
    return Comparison(m_before, m_after, m_affected).of(user);
}

} // namespace tenantry::access
