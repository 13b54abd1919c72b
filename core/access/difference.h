// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/resolver.h"

#include <functional>
#include <optional>
#include <vector>

namespace tenantry::access {

/// A moment of the truth and the time by which its grants are judged.
struct Moment
{
    directory::SnapshotPtr snapshot;
    Instant at;
};

/// Who and where answers may differ: each of these people in each of these spaces.
struct Affected
{
    std::vector<directory::UserIndex> users; ///< in ascending order
    std::vector<directory::SpaceIndex> spaces;
    bool everywhere = false; ///< in all spaces
    std::optional<directory::Object> only; ///< changes on anything else aren't meant
};

/// Where the answers of two moments may differ, if these are the rows that do. `after` came from `before` by
/// deltas.
[[nodiscard]] Affected affectedBy(const Moment &before, const Moment &after,
                                  const std::vector<directory::RowKey> &touched);

/// Of these, whoever is the subject or in it at one of the two moments; its index is of `after`.
[[nodiscard]] Affected limitedTo(directory::Subject subject, Affected affected, const Moment &before,
                                 const Moment &after);
/// Of these, a space with what is in it, or a resource alone.
[[nodiscard]] Affected limitedTo(directory::Object object, Affected affected, const Moment &before,
                                 const Moment &after);

struct RoleChange
{
    directory::UserIndex user;
    directory::Object object;
    Role before = Role::None;
    Role after = Role::None;
    friend bool operator==(const RoleChange &, const RoleChange &) = default;
};

/// Told now and then how far it is; false: stop.
using Progress = std::function<bool(qsizetype done, qsizetype total)>;

/// Who has which role where before and after (PRM-5, PRM-6): how many gain and lose, and each change when
/// asked for. Immutable; indices are those of `after`'s snapshot.
class Difference final
{
public:
    struct Person
    {
        directory::UserIndex user;
        quint32 gains = 0;  ///< objects on which the role is higher
        quint32 losses = 0; ///< lower
        friend bool operator==(const Person &, const Person &) = default;
    };

    /// Nothing where it was stopped. `after`'s snapshot came from `before`'s by deltas, so that indices
    /// agree.
    [[nodiscard]] static std::optional<Difference> between(const Moment &before, const Moment &after,
                                                           Affected affected, const Progress &progress = {});

    [[nodiscard]] const Moment &before() const { return m_before; }
    [[nodiscard]] const Moment &after() const { return m_after; }

    [[nodiscard]] bool isEmpty() const { return m_people.empty(); }
    [[nodiscard]] qsizetype gaining() const { return m_gaining; } ///< people with a higher role anywhere
    [[nodiscard]] qsizetype losing() const
    {
        return m_losing;
    } ///< with a lower one; the same may gain elsewhere
    [[nodiscard]] qsizetype spaces() const { return m_spaces; } ///< on which somebody's role changes
    [[nodiscard]] qsizetype resources() const { return m_resources; }

    /// Everyone whose roles change, in the order of indices.
    [[nodiscard]] const std::vector<Person> &people() const { return m_people; }
    /// How many single changes there are.
    [[nodiscard]] qsizetype size() const { return m_ends.empty() ? 0 : m_ends.back(); }
    /// Changes `from` … `from + count - 1`, by person, of each spaces first. Worked out when asked:
    /// milliseconds for hundreds.
    [[nodiscard]] std::vector<RoleChange> page(qsizetype from, qsizetype count) const;
    [[nodiscard]] std::vector<RoleChange> changesOf(directory::UserIndex user) const;

private:
    Difference(Moment before, Moment after, Affected affected);
    [[nodiscard]] bool count(const Progress &progress);

    Moment m_before, m_after;
    Affected m_affected;
    std::vector<Person> m_people;
    std::vector<qsizetype> m_ends; ///< of each person's changes
    qsizetype m_gaining = 0, m_losing = 0, m_spaces = 0, m_resources = 0;
};

} // namespace tenantry::access
