// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/world.h"
#include "core/server/connection.h"

#include <functional>
#include <span>

namespace tenantry::demo
{

/// Told after each part: its name ("users", "grants", "feed" …).
using Progress = std::function<void(const QString &part)>;

/// Fills an installed, empty platform with a world, over an owner's connection, in one transaction. With
/// `everyConstraint` each row passes every trigger and foreign key (slow: the test's way); without, they are
/// bypassed and feed and history are built afterwards, which a superuser alone may ask for.
class Loader final
{
public:
    explicit Loader(server::Connection &owner, bool everyConstraint = false);

    [[nodiscard]] Result<Installed> installed();
    /// True when somebody has already been put into the platform.
    [[nodiscard]] Result<bool> isFilled();
    [[nodiscard]] Result<void> load(const World &world, const Progress &progress = {});

private:
    template <class Row, class Write>
    [[nodiscard]] Result<void> copy(const char *table, const char *columns, std::span<const Row> rows, Write write);
    [[nodiscard]] Result<void> copyAll(const World &world, const Progress &progress);
    [[nodiscard]] Result<void> notePersonas(const World &world);
    [[nodiscard]] Result<void> finish(const Progress &progress);

    server::Connection &m_owner;
    bool m_everyConstraint;
};

} // namespace tenantry::demo
