// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/serveraccount.h"

#include <QString>

namespace tenantry::server {

/// Where a private server of this name keeps its data: the user's data folder; as root /var/lib/tenantry,
/// because another account runs it and can't enter root's home.
[[nodiscard]] QString standardServerFolder(const QString &name);

/// A short folder for the socket of the server in `directory`, the same at each call: below
/// $XDG_RUNTIME_DIR, else /tmp/tenantry-UID; as root below /run/tenantry.
[[nodiscard]] QString socketFolderFor(const QString &directory);

/// The path of a socket has 107 bytes at most: `private_server.socket_path_too_long` with "folder", "bytes",
/// "limit".
[[nodiscard]] Result<void> checkSocketFolder(const QString &folder);

/// Makes the socket's folder for the account alone, below a parent that only we write to.
[[nodiscard]] Result<void> makeSocketFolder(const QString &folder, const ServerAccount &account);

} // namespace tenantry::server
