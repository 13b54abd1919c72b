// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "core/exchange/idnames.h"

#include <QString>

namespace tenantry::exchange
{

/// A directory of CSV files (design §9) as a snapshot. Indices in it are the numbers of `users` and so on: the order of
/// the files.
struct DirectoryFiles {
    directory::SnapshotPtr snapshot;
    IdNames organizations, users, roleGroups, spaces, resources;
};

/// Reads them. Errors: malformed() with file, line, column and reason, also for a missing file or column, a wrong number of
/// fields, an unknown word, an ID that is empty, doubled or not there, and a cycle of organizations.
[[nodiscard]] Result<DirectoryFiles> readDirectoryFiles(const QString &folder);

} // namespace tenantry::exchange
