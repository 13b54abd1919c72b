// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/postgresbinaries.h"
#include "core/server/serveraccount.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace tenantry::server {

/// The folder of a private server: data/ (the server's account), and ours beside it: the rules who gets in
/// (pg_hba.conf, pg_ident.conf), server.log with what the server says before its own log runs, the lock.
class ClusterData final
{
public:
    ClusterData(const QString &directory, const ServerAccount &account);

    [[nodiscard]] QString directory() const { return m_directory; }
    [[nodiscard]] QString data() const { return m_directory + QLatin1String("/data"); }
    [[nodiscard]] QString logFile() const { return m_directory + QLatin1String("/server.log"); }
    [[nodiscard]] QString lockFile() const { return m_directory + QLatin1String("/server.lock"); }
    [[nodiscard]] bool exists() const;

    [[nodiscard]] Result<void> makeFolder() const;
    /// initdb into a folder beside, which becomes data/ only when complete. `giveUp` is asked now and then.
    [[nodiscard]] Result<void> initialise(const PostgresBinaries &binaries, bool sync,
                                          const std::function<bool()> &giveUp) const;
    /// Who gets in: we ourselves as app_owner and tenantry_worker, everybody else by password.
    [[nodiscard]] Result<void> writeAccessRules() const;
    /// The command line of the server.
    [[nodiscard]] QStringList serverArguments(const QString &socketFolder, bool disposable,
                                              const QStringList &settings) const;

    /// Remembers that the server with this process has been prepared; guests wait for it.
    void markPrepared(qint64 pid) const;
    void clearPrepared() const;
    [[nodiscard]] bool isPrepared(qint64 pid) const;

    /// The end of the log, to show with an error.
    [[nodiscard]] QString logTail() const;

private:
    QString m_directory;
    ServerAccount m_account;
};

} // namespace tenantry::server
