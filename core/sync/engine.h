// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/past.h"
#include "core/replica/keysource.h"
#include "core/replica/queuedcommand.h"
#include "core/replica/sqlitefile.h"
#include "core/server/connection.h"
#include "core/sync/question.h"
#include "core/sync/syncstate.h"
#include "core/sync/trustedclock.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace tenantry::directory {
class Snapshot;
}

namespace tenantry::sync {

class Wire;

/// How often and how patiently.
struct Timing
{
    std::chrono::milliseconds active{2'000};
    std::chrono::milliseconds background{15'000};
    std::chrono::milliseconds longestBackOff{60'000};
    /// After the feed's identity changed everybody pulls in full, at a random moment within this.
    std::chrono::milliseconds identityDelay{60'000};
    std::chrono::hours lease{24 * 14};
    std::chrono::milliseconds question{10'000}; ///< how long an answer is waited for
    /// How long a server that owes us something may be silent: while a command is sent, while anything else
    /// is.
    std::chrono::milliseconds pushSilence{30'000};
    std::chrono::milliseconds pullSilence{60'000};
    std::chrono::milliseconds cancelGrace{5'000}; ///< after it was asked to cancel, until it is given up
};

struct EngineOptions
{
    QString folder;     ///< of the profile (installation and account); exists, and the caller holds its lock
    QString serverName; ///< for SyncState::server
    server::ConnectionOptions connection;
    std::shared_ptr<KeySource> keys;
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    Timing timing;
    /// Tenants that a platform administrator opened, see wantedScopes(); nothing: every tenant that they may
    /// see.
    std::optional<QSet<QUuid>> openTenants;
    /// 0 ≤ x < 1, for jitter; tests set it.
    std::function<double()> random;
    /// Makes the way to the server; tests put faults in between. Empty: a Connection.
    std::function<Result<std::unique_ptr<Wire>>(const server::ConnectionOptions &)> connect;
    AccessGate storeGate; ///< for tests: of replica and queue, asked in both threads
};

using SnapshotPointer = std::shared_ptr<const directory::Snapshot>;

/// Keeps this console and the server in step: opens the sealed replica and queue, pulls, sends queued
/// commands in order, and tells what changed. Lives in the thread of an EngineThread and is spoken to by
/// queued calls (invoke its slots, connect to its signals); no slot blocks. What takes long (server, replica)
/// runs in a second thread, so a command is safely on disk a moment after submit() whatever the network does.
class Engine final : public QObject
{
    Q_OBJECT

public:
    explicit Engine(EngineOptions given, QObject *parent = nullptr);
    ~Engine() override;

    /// The time by which rights are judged; usable from any thread while the engine lives.
    [[nodiscard]] std::shared_ptr<const TrustedClock> clock() const { return m_clock; }

public Q_SLOTS:
    /// Opens replica and queue, shows what they hold, then goes to the server. Also after lock().
    void start();
    /// Takes a command into the queue, stamped with ID, time and client where they are missing, and with
    /// whether it is given offline. commandsChanged() with it means: on disk, survives everything.
    /// submitFailed() otherwise.
    void submit(const tenantry::Command &command);
    /// The same again for a command that needs attention (under a new ID where the server holds a refusal).
    void retry(tenantry::CommandId id);
    /// `command` (new ID, merged payload, `seen` of now) takes the place of one that needs attention (INB-6).
    void resubmit(tenantry::CommandId id, const tenantry::Command &command);
    /// Lets a command go that is queued or needs attention. One that is being sent is cancelled at the server,
    /// and goes unless its answer was quicker, or the connection is lost and nobody knows: then it stays queued.
    void discard(tenantry::CommandId id);
    /// answered() comes exactly once for each `id` (the caller's), unless it is abandoned: with an error of
    /// class Network at once while offline, when the time is over, and when it is locked.
    void ask(quint64 id, tenantry::sync::Question question, const QJsonObject &arguments);
    void abandon(quint64 id);
    /// Reads a tenant's history (PRM-6) and lays it over what the store shows; historyRead() comes exactly
    /// once for each `id` unless it is abandoned. Without a connection what was read before; "history.none"
    /// where nothing was.
    void readHistory(quint64 id, tenantry::TenantId tenant);
    void abandonHistory(quint64 id);
    void syncNow();
    /// The window is in use (polls every 2 s) or in the background (15 s).
    void setActive(bool active);
    /// After SyncState::signInNeeded, or a changed password.
    void setPassword(const QString &password);
    void setOpenTenants(const std::optional<QSet<QUuid>> &tenants);
    /// Closes connection, replica and queue and lets go of keys and snapshot (snapshotChanged(nullptr)).
    void lock();
    /// Locks, then removes the replica; the queue too if `queueToo`. wiped() when done.
    void wipe(bool queueToo);

Q_SIGNALS:
    void stateChanged(const tenantry::sync::SyncState &state);
    /// Null while locked or nothing is there.
    void snapshotChanged(std::shared_ptr<const tenantry::directory::Snapshot> snapshot,
                         const tenantry::sync::PullInfo &info);
    /// All commands that the queue still keeps, oldest first.
    void commandsChanged(const QList<tenantry::QueuedCommand> &commands);
    void submitFailed(tenantry::CommandId id, const tenantry::Error &error);
    void answered(quint64 id, const tenantry::Result<QJsonValue> &answer);
    void historyRead(quint64 id, const tenantry::Result<tenantry::directory::PastPtr> &past);
    /// The keys can't be had ("keys.locked", "keys.unreachable" …): start() again when they can.
    void keysNeeded(const tenantry::Error &error);
    /// Nothing: all of it is gone; else "wipe.files_left" (System).
    void wiped(const std::optional<tenantry::Error> &left);

private:
    class Private;
    std::shared_ptr<TrustedClock> m_clock;
    std::unique_ptr<Private> d;
};

} // namespace tenantry::sync
