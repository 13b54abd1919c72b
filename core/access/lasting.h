// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PRM-9: a role on a resource must not outlast the subject's role on the space. The same as
// app.check_nothing_outlasts.
#pragma once

#include "core/access/plannedchange.h"

namespace tenantry::access {

/// The subject's own grant on the space where it ends before `until` (nothing: never) and nothing else gives
/// the subject a role there for so long. Invalid where there is none; a guest's is lengthened by the server.
[[nodiscard]] directory::GrantIndex outlastedGrant(const directory::Snapshot &snapshot, Instant now,
                                                   directory::Subject subject, directory::SpaceIndex space,
                                                   const std::optional<Instant> &until);

/// Why the server would refuse these grants: "grant.outlasts_space", with the end in question as `until`.
[[nodiscard]] std::optional<Error> outlastingRefusal(const directory::Snapshot &snapshot, Instant now,
                                                     const std::vector<PlannedChange> &changes);

} // namespace tenantry::access
