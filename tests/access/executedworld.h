// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/keysource.h"
#include "core/sync/wire.h"
#include "tests/access/allroles.h"
#include "tests/schema/commandworld.h"
#include "tests/support/replicasnapshot.h"

#include <random>

namespace tenantry::test {

/// A tenant that random commands change, and what everybody's role was at each of the moments between: for
/// what is foretold of a command (PRM-5) and said of a past moment (PRM-6).
class ExecutedWorld final : public CommandWorld
{
public:
    struct Moved
    {
        Instant at;
        tests::Roles roles;
    };

    /// Error text; empty: done.
    [[nodiscard]] QString prepare();
    /// What the tenant's administrator sees.
    [[nodiscard]] directory::SnapshotPtr pull();
    /// Gives what was done its place in time.
    void noteMoment(const directory::SnapshotPtr &snapshot);
    /// Gives random commands, and notes the moment after each that was done. Error text; empty: done.
    [[nodiscard]] QString giveRandomCommands(int count);
    /// A random command by somebody who may give it, from what is there now.
    [[nodiscard]] std::pair<Person, tenantry::Command> randomCommand(const directory::Snapshot &now);

    [[nodiscard]] const std::vector<QString> &spaces() const { return m_spaces; }
    [[nodiscard]] const std::vector<Moved> &moments() const { return m_moments; }
    [[nodiscard]] std::unique_ptr<sync::Wire> wireOf(const Person &person);
    [[nodiscard]] static std::shared_ptr<KeySource> keysIn(const QString &folder);

    template <class List>
    [[nodiscard]] const auto &any(const List &list)
    {
        return list[m_random() % list.size()];
    }

private:
    [[nodiscard]] tenantry::Command organizationCommand(const directory::Snapshot &now);
    [[nodiscard]] tenantry::Command groupCommand(const directory::Snapshot &now);
    [[nodiscard]] tenantry::Command grantCommand(const directory::Snapshot &now, bool onResources);
    [[nodiscard]] tenantry::Command membershipCommand(const directory::Snapshot &now);
    [[nodiscard]] tenantry::Command spaceCommand(const directory::Snapshot &now);
    [[nodiscard]] tenantry::Command memberCommand(const directory::Snapshot &now);

    std::unique_ptr<server::Connection> m_connection;
    std::unique_ptr<MemoryReplica> m_replica;
    std::vector<QString> m_spaces;
    std::vector<Moved> m_moments;
    std::mt19937_64 m_random{7};
};

} // namespace tenantry::test
