// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tenantry::server {

/// What a running (or killed) server wrote into its data folder: postmaster.pid.
struct PostmasterFile
{
    qint64 pid = 0;
    QString socketDirectory;
    bool isReady = false; ///< takes connections

    [[nodiscard]] static std::optional<PostmasterFile> read(const QString &dataDirectory);
};

/// Whether this process is a PostgreSQL on this data folder. The number alone says nothing: the system gives
/// it to somebody else once its owner is gone.
[[nodiscard]] bool isPostmasterOf(qint64 pid, const QString &dataDirectory);

/// Where the file names a process that is alive and not the server: makes it name one that can't be, because
/// PostgreSQL would refuse to start. Not removed: it also guards against leftovers of the old server.
void disownPostmasterFile(const QString &dataDirectory);

} // namespace tenantry::server
