// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/explanation.h"
#include "core/directory/snapshot.h"

#include <memory>
#include <vector>

namespace tenantry::access
{

struct ResourceRole {
    directory::ResourceIndex resource;
    Role role = Role::None;
    bool restricted = false;
    friend bool operator==(const ResourceRole &, const ResourceRole &) = default;
};

/// The final roles of one subject in one space (PRM-1): the space, then every resource in it, those without a role included.
struct Detail {
    Role space = Role::None;
    std::vector<ResourceRole> resources; ///< in the order of their indices
};

/// The same with the reason of each row. `because` says nothing (no grant) where the role is none.
struct ReasonedDetail {
    struct Row {
        directory::Object object;
        Role role = Role::None;
        bool restricted = false;
        Path because;
    };
    std::vector<Row> rows; ///< the space first
};

struct UserRole {
    directory::UserIndex user;
    Role role = Role::None;
    friend bool operator==(const UserRole &, const UserRole &) = default;
};

struct SpaceRole {
    directory::SpaceIndex space;
    Role role = Role::None;
    friend bool operator==(const SpaceRole &, const SpaceRole &) = default;
};

/// Everything that a subject has a role on, in no order.
struct ObjectRoles {
    std::vector<SpaceRole> spaces;
    std::vector<ResourceRole> resources;
};

/// Who may what, by PRM-2 and PRM-8, as of `now`, from what one snapshot holds. Where the snapshot doesn't hold all
/// that an answer rests on, the answer is a lower bound: core/access/completeness.h says which. Cheap to make: one for
/// each thread and moment; not to be shared between threads.
class Resolver final
{
public:
    Resolver(directory::SnapshotPtr snapshot, Instant now);
    ~Resolver();
    Q_DISABLE_COPY_MOVE(Resolver)

    [[nodiscard]] const directory::Snapshot &snapshot() const { return *m_snapshot; }
    [[nodiscard]] Instant now() const { return m_now; }

    /// The final role. A person whom the actor can't see has none; a resource that they can't see counts as restricted.
    [[nodiscard]] Role check(directory::Subject subject, directory::Object object) const;
    [[nodiscard]] Detail detail(directory::Subject subject, directory::SpaceIndex space) const;
    [[nodiscard]] ReasonedDetail detailWithReasons(directory::Subject subject, directory::SpaceIndex space) const;
    /// Everyone with a role on it, in no order.
    [[nodiscard]] std::vector<UserRole> who(directory::Object object) const;
    [[nodiscard]] ObjectRoles objects(directory::Subject subject) const;

    /// Why the subject has its role on the object, and where that is below `wanted`, what stands in the way and what
    /// would be enough.
    [[nodiscard]] Explanation explain(directory::Subject subject, directory::Object object, Role wanted = Role::Guest) const;

private:
    struct Scratch;
    [[nodiscard]] Scratch &scratch() const;

    directory::SnapshotPtr m_snapshot;
    Instant m_now;
    mutable std::unique_ptr<Scratch> m_scratch; ///< buffers kept between questions, made with the first that needs them
};

} // namespace tenantry::access
