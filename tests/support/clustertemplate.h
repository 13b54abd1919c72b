// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::test {

/// Where this build's test clusters lie: in the build folder; below /var/tmp as root (another account runs
/// PostgreSQL and must get there) and where the build folder is somebody else's.
[[nodiscard]] QString clusterFolder();

/// Fills `target`/data with a cluster, with the schema or empty, copied from one that is made once for each
/// state of the schema. Safe side by side with other processes. Returns what went wrong; empty: nothing.
[[nodiscard]] QString copyClusterTemplate(const QString &target, bool withSchema);

} // namespace tenantry::test
