// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/connection.h"
#include "tests/support/memoryreplica.h"
#include "tests/support/testcluster.h"

#include <memory>
#include <vector>

namespace tenantry::test
{

/// A cluster with the small world of world.sql in it and a signed-in connection for everybody in it.
class FeedWorld final
{
public:
    struct Person {
        QString id;
        QString name;
        std::unique_ptr<server::Connection> connection;
        std::unique_ptr<MemoryReplica> replica;
    };

    /// What went wrong; empty: nothing. The same seed makes the same world, IDs and times apart.
    [[nodiscard]] QString create(double seed);

    /// A statement of the owner; rows as psql -At prints them.
    [[nodiscard]] QString run(const QString &sql) const { return m_cluster.psql(sql); }
    [[nodiscard]] std::vector<Person> &people() { return m_people; }
    /// The first person whose ID the query gives.
    [[nodiscard]] Person &personBy(const QString &sql);
    [[nodiscard]] TestCluster &cluster() { return m_cluster; }
    [[nodiscard]] server::Connection &owner() { return *m_owner; }

private:
    TestCluster m_cluster;
    std::unique_ptr<server::Connection> m_owner;
    std::vector<Person> m_people;
};

/// What a pull that begins with nothing gives this person, compared with what they have. Empty: the same.
[[nodiscard]] QString differenceToFreshPull(FeedWorld::Person &person);

} // namespace tenantry::test
