// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/world.h"
#include "core/server/connection.h"

#include <functional>

namespace tenantry::demo
{

/// What a persona signs in with; exists in demo data only.
struct PersonaAccount {
    Persona persona;
    QString roleName;
    QString password;
    QString tenantName;
};

/// Told after each part: its name ("users", "grants", "feed" …).
using Progress = std::function<void(const QString &part)>;

/// Fills an installed, empty platform with a world, over an owner's connection, in one transaction. With
/// `everyConstraint` each row passes every trigger and foreign key (slow: the test's way); without, they are
/// bypassed and feed and history are built afterwards, which a superuser alone may ask for.
class Loader final
{
public:
    explicit Loader(server::Connection &owner, bool everyConstraint = false);

    [[nodiscard]] Result<std::vector<QUuid>> planIds();
    /// True when somebody has already been put into the platform.
    [[nodiscard]] Result<bool> isFilled();
    [[nodiscard]] Result<void> load(const World &world, const Progress &progress = {});
    /// Applications of people of the default system tenant, submitted through the platform's own command at
    /// different ages; some of them withdrawn or rejected. As many as there are forms, or people to submit them.
    [[nodiscard]] Result<void> submitApplications(const World &world, int count);
    /// Makes the sign-in roles of the personas, each with a password of its own.
    [[nodiscard]] Result<std::vector<PersonaAccount>> makeAccounts(const World &world);

private:
    template <class Row, class Write>
    [[nodiscard]] Result<void> copy(const char *table, const char *columns, const std::vector<Row> &rows, Write write);
    [[nodiscard]] Result<void> copyAll(const World &world, const Progress &progress);
    [[nodiscard]] Result<void> finish(const Progress &progress);
    [[nodiscard]] Result<void> submitOne(const World &world, const UserRow &applicant, int n);

    server::Connection &m_owner;
    bool m_everyConstraint;
};

} // namespace tenantry::demo
