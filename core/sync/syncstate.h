// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/rows.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

#include <chrono>
#include <optional>

namespace tenantry::sync {

/// What the local store can show.
enum class StoreState {
    Closed,   ///< not opened yet, or locked
    Opening,  ///< being read
    Empty,    ///< nothing there yet (or thrown away, see warnings): the first pull fills it
    Open,     ///< there is a snapshot
    LeaseOver ///< too long without a pull: stays shut until the server was reached (SEC-4)
};

/// APP-4 in one value: what the sync indicator and its panel show. Times are server time.
struct SyncState
{
    bool online = false; ///< the last exchange with the server worked
    bool busy = false;   ///< something is being sent or pulled right now
    std::optional<Instant> offlineSince;
    int queued = 0; ///< commands not answered yet
    int needsAttention = 0;
    std::optional<Instant> lastSync;               ///< server time of the last complete pull: "as of" (PRM-7)
    std::chrono::microseconds serverTimeOffset{0}; ///< server's clock minus this machine's
    std::optional<Instant> sealedUpTo;             ///< audit
    std::optional<Instant> workerSeen;             ///< nothing: no worker has ever run
    QString server;                                ///< as the profile shows it
    bool tls = false;
    bool signInNeeded = false; ///< the server refused the password: Engine::setPassword
    StoreState store = StoreState::Closed;
    qint64 rowsPulled = 0;              ///< of the pull that is running, for progress
    std::optional<Instant> nextAttempt; ///< while offline
    std::optional<Error> lastError;     ///< of the last exchange; nothing once one worked
    /// Found at opening: "replica.damaged", "replica.rolled_back", "queue.damaged", "queue.incomplete",
    /// "queue.rolled_back".
    QList<Error> warnings;
    QUuid actor; ///< the user that the server takes us for; null before the first pull
    QHash<QUuid, Instant> openUntil; ///< tenants that they have open for maintenance (TEN-13), and until when

    friend bool operator==(const SyncState &, const SyncState &) = default;
};

/// What goes with a snapshot.
struct PullInfo
{
    QList<Scope> scopes; ///< pulled ones: what the snapshot is complete about (access::Completeness)
    /// How many hold grants in a space that the actor sees without managing it (MEM-8).
    QHash<QUuid, int> holderCounts;

    friend bool operator==(const PullInfo &, const PullInfo &) = default;
};

} // namespace tenantry::sync
