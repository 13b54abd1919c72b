// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/historystore.h"
#include "core/sync/localstore.h"
#include "core/sync/puller.h"
#include "core/sync/pusher.h"
#include "core/sync/question.h"
#include "core/sync/watchedwire.h"

#include <atomic>
#include <functional>
#include <mutex>

namespace tenantry::sync {

using Connect = std::function<Result<std::unique_ptr<Wire>>(const server::ConnectionOptions &)>;

/// What a pull came to.
struct Pulled
{
    PullReport report;
    Result<void> followed; ///< an error: rows are there, but no snapshot could be made of them
    directory::SnapshotPtr snapshot;
    QList<Scope> scopes; ///< pulled ones
    QUuid replica;       ///< that was committed, with its serial
    qint64 serial = 0;
};

/// Everything that takes long: connection, replica, snapshot. Connects by itself when it has to. Belongs to
/// one thread but for stop().
class Exchange final
{
public:
    Exchange(QString folder, std::shared_ptr<KeySource> keys, std::shared_ptr<const Clock> local,
             server::ConnectionOptions connection, Connect connect, AccessGate gate = {});

    /// now: trusted; what ended while the console was shut is never shown.
    [[nodiscard]] Result<Pulled> openStore(const QHash<QUuid, qint64> &expected,
                                           std::optional<Instant> notPulledBefore, Instant now);
    [[nodiscard]] Result<Pulled> pull(PullRequest request);
    /// Lets go of tenants that were open for a limited time (TEN-13).
    [[nodiscard]] Result<Pulled> endTenants(Instant now);
    /// After a pull that built.
    [[nodiscard]] Result<Pulled> install();
    [[nodiscard]] Result<PushOutcome> push(const Command &command);
    [[nodiscard]] Result<QSet<CommandId>> known(const QList<CommandId> &ids);
    [[nodiscard]] Result<QJsonValue> ask(Question question, const QJsonObject &arguments);

    /// A tenant's past, or of one's own as much as one sees, under what the store shows. Not `online`, or the
    /// server can't be reached: as far as it was read before.
    [[nodiscard]] Result<directory::PastPtr> history(const TenantId &tenant, bool online);

    void setPassword(const QString &password);
    void disconnect() { setWire({}); }
    void closeStore()
    {
        m_store.close();
        m_history.close();
    }
    [[nodiscard]] const LocalStore &store() const { return m_store; }
    /// Removes the replica's files; the store is closed first.
    [[nodiscard]] bool removeReplica();

    /// From any thread: ends what is going on with "sync.stopped" or a lost connection, and whatever comes
    /// after until go(). Waits for nothing; only a connection that is being made takes its own time.
    void stop();
    /// From any thread: ends the statement that the server is running for us, if any; doesn't wait for that.
    void cancelStatement();
    /// From any thread: gives the server up; what is going on ends with a lost connection.
    void cut();
    /// From any thread: how long nothing has come from a server that owes us something.
    [[nodiscard]] std::chrono::milliseconds silence() const { return m_pulse->silence(); }
    void go() { m_stopped = false; }
    /// Rows of the pull that runs; from any thread.
    [[nodiscard]] qint64 rowsPulled() const { return m_rowsPulled; }

private:
    [[nodiscard]] Result<Wire *> wire();
    /// The one on which a pull has seen which server it is: whatever lasts is told to or read from no other.
    [[nodiscard]] Result<Wire *> identifiedWire();
    void setWire(std::unique_ptr<Wire> wire);
    [[nodiscard]] QSet<QUuid> tenants() const;
    /// Who no longer sees a tenant has no business with its past (PRM-6).
    void dropHistories(const QSet<QUuid> &before);
    [[nodiscard]] Result<directory::HistoryPtr> localHistory(const TenantId &tenant);
    [[nodiscard]] Pulled present(const PullReport &report, Result<void> followed) const;

    QString m_folder;
    std::shared_ptr<const Clock> m_local;
    server::ConnectionOptions m_connection;
    Connect m_connect;
    LocalStore m_store;
    HistoryStore m_history;
    std::unique_ptr<Wire> m_wire;
    bool m_identified = false; // the present wire
    std::shared_ptr<Pulse> m_pulse = std::make_shared<Pulse>();
    std::atomic<bool> m_stopped = false;
    std::atomic<qint64> m_rowsPulled = 0;
    std::mutex m_handleGuard;
    Wire::Handle m_handle; // of the present wire
};

} // namespace tenantry::sync
