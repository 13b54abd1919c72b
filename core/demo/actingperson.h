// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"
#include "core/server/connection.h"

namespace tenantry::demo {

/// Somebody in whose name the demo is filled.
struct ActingPerson
{
    QString id, tenantId, name;
    bool systemAdministrator = false;
    QString administers = {}; ///< a tenant; empty: none
};

/// As api.execute does, but for somebody who has no session, over an owner's connection; so many hours ago by
/// the platform's clock.
[[nodiscard]] Result<void> giveAs(server::Connection &owner, const ActingPerson &person,
                                  const Command &command, int hoursAgo);

} // namespace tenantry::demo
