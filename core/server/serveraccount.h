// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QString>

#include <sys/types.h>

namespace tenantry::server {

/// The account of this machine that a private server runs under: PostgreSQL refuses to run as root.
struct ServerAccount
{
    uid_t uid = 0;
    gid_t gid = 0;
    bool isOther = false; ///< not the account of this program (which is root then)

    /// Ourselves; as root `postgres`, else `nobody`. `private_server.no_account` where there is neither.
    [[nodiscard]] static Result<ServerAccount> choose();
};

/// The login name of whoever runs this program; empty where the system does not know it.
[[nodiscard]] QString currentLoginName();

/// Makes `process` run under the account, end with the thread that starts it, take no signals of our
/// terminal, and see no PG* variable and no locale of ours.
void confine(QProcess &process, const ServerAccount &account);

/// Makes a folder (and its parents, 0755), or takes the one that is there if it is a real folder of
/// `owner`; sets its mode. `private_server.folder` with "folder" and "reason".
[[nodiscard]] Result<void> secureFolder(const QString &folder, mode_t mode, uid_t owner, gid_t group);

/// Whether the account may pass through all parents of the folder; `private_server.folder` otherwise.
[[nodiscard]] Result<void> checkReachable(const QString &folder, const ServerAccount &account);

} // namespace tenantry::server
