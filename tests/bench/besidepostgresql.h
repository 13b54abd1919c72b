// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/connection.h"
#include "tests/support/testcluster.h"
#include "tests/support/worldgenerator.h"

#include <memory>

namespace tenantry::bench {

/// The same world in a PostgreSQL of its own, asked over its socket by statements that are prepared once, over a
/// closure of who counts as what and indexes made for these questions: the best SQL for them that we know.
/// Where it wasn't wanted, nothing is asked and nothing printed.
class BesidePostgresql final
{
public:
    BesidePostgresql() = default;
    /// Loads the world; ends the program with the reason where that fails.
    void load(const tests::World &world);

    [[nodiscard]] bool isThere() const { return m_owner != nullptr; }
    /// Prints the median of what a statement takes, in microseconds of wall time: it waits, and the server
    /// works for it.
    void report(const char *what, const QString &sql, int rounds,
                const std::function<QVariantList(int)> &binds) const;
    /// The same of several statements in a transaction that is rolled back, in milliseconds, once.
    void reportOnce(const char *what, const QStringList &statements) const;
    /// Runs a statement that must succeed.
    server::Rows run(const QString &sql, const QVariantList &binds = {}) const;

private:
    std::unique_ptr<test::TestCluster> m_cluster;
    std::unique_ptr<server::Connection> m_owner;
};

// The questions, each as one statement.
[[nodiscard]] QString checkSql();    ///< user, space, resource or null
[[nodiscard]] QString detailSql();   ///< space, user, space
[[nodiscard]] QString reasonsSql();  ///< space, user, space
[[nodiscard]] QString everyoneSql(); ///< space
[[nodiscard]] QString objectsSql();  ///< user
[[nodiscard]] QString asOfSql();     ///< user, space, moment (µs)

} // namespace tenantry::bench
