// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/connection.h"
#include "core/server/privateserverrunner.h"

#include <memory>

namespace tenantry::test {

/// A real PostgreSQL of one test program: a copy of a cluster with the schema installed (made once per
/// build and schema), on a socket of its own, without fsync. Works as root and as an ordinary user, side by
/// side with others. Made in initTestCase(), which lets `start()` fail the test with its reason.
class TestCluster final
{
public:
    /// With: database "tenantry" with the schema. Without: an empty cluster, only database "postgres".
    enum class Schema { With, Without };

    TestCluster();
    ~TestCluster();
    Q_DISABLE_COPY_MOVE(TestCluster)

    /// Copies and starts. Returns what went wrong, empty: nothing. `QVERIFY2(error.isEmpty(),
    /// qPrintable(error))`.
    [[nodiscard]] QString create(Schema schema = Schema::With);

    [[nodiscard]] QString start(); ///< again, after stop() or killHard(); returns what went wrong
    void stop();                   ///< fast: sessions end with 57P01
    void killHard();               ///< SIGKILL to the server and its children, as in a power cut
    [[nodiscard]] QString restart();

    /// Superuser; errors carry PostgreSQL's sentence. One per call; throws a fatal message where it can't.
    [[nodiscard]] std::unique_ptr<server::Connection> ownerConnection(const QString &database = {}) const;
    /// A person: signs in by password.
    [[nodiscard]] Result<std::unique_ptr<server::Connection>> personConnection(const QString &role,
                                                                               const QString &password) const;

    /// Runs a statement as the owner and returns its rows as psql -At prints them: columns with |, rows with
    /// a line feed. An error is returned as "ERROR SQLSTATE message".
    [[nodiscard]] QString psql(const QString &sql, const QVariantList &binds = {}) const;

    [[nodiscard]] server::ServerProfile ownerProfile() const;
    [[nodiscard]] server::ServerProfile profileFor(const QString &role) const;
    [[nodiscard]] QString directory() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// "code {key=value …}" of an error, for QVERIFY2.
[[nodiscard]] QString describe(const Error &error);

/// The same of a result, empty where it is good: `QVERIFY2(result, qPrintable(describe(result)))` (QVERIFY2
/// asks for its text in any case, and a good result has no error()).
template <class T>
[[nodiscard]] QString describe(const Result<T> &result)
{
    return result ? QString() : describe(result.error());
}

} // namespace tenantry::test
