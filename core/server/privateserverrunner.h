// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/postgresbinaries.h"
#include "core/server/serverprofile.h"

#include <QObject>
#include <QProcess>
#include <QStringList>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QLockFile;

namespace tenantry::server {

class ClusterData;
struct ServerAccount;

/// Whether this program runs the private server (and its worker) or uses another program's.
enum class ServerPart { Holder, Guest };

struct PrivateServerOptions
{
    /// Absolute folder for data, log, lock file. As root its parents must let the server's account pass.
    QString directory;
    /// Absolute folder for the socket, at most 93 bytes. Empty: chosen by socketFolderFor().
    QString socketDirectory;
    QString database = QStringLiteral("tenantry");
    /// Further settings of the server, "name=value".
    QStringList settings;
    /// Data that can be thrown away: no fsync, no log collector (tests).
    bool disposable = false;
    /// Run by the holder after each start and before anybody is told that the server is ready (schema,
    /// demo). On the thread that starts the server. What takes long asks `giveUp` now and then.
    using Prepare =
        std::function<Result<void>(const ServerProfile &owner, const std::function<bool()> &giveUp)>;
    Prepare prepare;
    BinarySearch binaries = BinarySearch::fromEnvironment();

    /// The user's data folder; as root a system folder, which another account can enter.
    [[nodiscard]] static PrivateServerOptions standard(const QString &name = QStringLiteral("private"));
    /// Superuser, let in because of who runs this program; no password.
    [[nodiscard]] ServerProfile ownerProfile() const;
    /// Any other role: tenantry_worker is let in like the owner, everybody else by password.
    [[nodiscard]] ServerProfile profileFor(const QString &role) const;
};

/// A private PostgreSQL on a Unix socket, blocking: for the command line, tests, and the thread of
/// PrivateServer. The thread that calls start() must live as long as the server: the server ends with it.
class PrivateServerRunner final : public QObject
{
    Q_OBJECT

public:
    explicit PrivateServerRunner(const PrivateServerOptions &options, QObject *parent = nullptr);
    /// Stops the server if this program runs it.
    ~PrivateServerRunner() override;

    /// Makes the data if there are none, starts the server, waits until it takes connections and is
    /// prepared; or joins the one that another program runs. Errors: private_server.*, with "log" where one
    /// was written.
    [[nodiscard]] Result<ServerPart> start(std::chrono::milliseconds timeout = std::chrono::seconds(120));
    /// As a guest: becomes the holder and starts the server if the holder is gone. Nothing: it is still
    /// there.
    [[nodiscard]] std::optional<Result<ServerPart>> takeOver();
    /// Fast shutdown: ends sessions, loses nothing. Releases the lock.
    void stop();
    /// From any thread: makes start() give up soon (`private_server.aborted`), now or later, until stop().
    void abort() { m_aborted = true; }

    [[nodiscard]] bool isHolder() const { return m_isHolder; }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// Of the server that this program runs; 0 otherwise.
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// Says how the server fared at its start; its own log is in data/log.
    [[nodiscard]] QString logFile() const;
    /// As given, with the folder of the socket that is really in use once start() has succeeded.
    [[nodiscard]] const PrivateServerOptions &options() const { return m_options; }

Q_SIGNALS:
    void progressed(const QString &code);
    /// The server of ours ended although nobody called stop(). Needs an event loop.
    void ended();

private:
    using Deadline = std::chrono::steady_clock::time_point;
    [[nodiscard]] Result<void> open();
    [[nodiscard]] bool takeLock();
    [[nodiscard]] bool join();
    [[nodiscard]] Result<ServerPart> hold(Deadline deadline);
    [[nodiscard]] Result<void> endPrevious(Deadline deadline);
    [[nodiscard]] Result<void> launch(const PostgresBinaries &binaries, Deadline deadline);
    [[nodiscard]] Result<void> awaitReady(Deadline deadline);
    void endProcess();
    [[nodiscard]] Error failed(QLatin1StringView code, QVariantMap parameters = {}) const;

    PrivateServerOptions m_options;
    std::unique_ptr<ServerAccount> m_account;
    std::unique_ptr<ClusterData> m_cluster;
    std::unique_ptr<QLockFile> m_lock;
    QProcess m_process;
    std::atomic<bool> m_aborted = false;
    bool m_isHolder = false;
    bool m_isSteady = false; ///< running, and not being stopped by us
};

} // namespace tenantry::server
