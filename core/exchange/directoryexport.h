// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <QString>

namespace tenantry::exchange {

/// Writes a snapshot as the directory of CSV files that readDirectoryFiles() reads (design §9), with names
/// and times in further columns. Questions are answered from the files as from the snapshot: as the files
/// know no tenants, the people of a frozen one are written as suspended (their own status in another column),
/// and grants on its objects are left out; so are grants and memberships of whoever the snapshot doesn't
/// show. Makes the folder; files in it that have these names are replaced. Error: "export.unwritable"
/// (System), parameter "file".
[[nodiscard]] Result<void> writeDirectoryFiles(const directory::Snapshot &snapshot, const QString &folder);

} // namespace tenantry::exchange
