// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sync/localstore.h"
#include "core/sync/wire.h"

#include <QHash>
#include <QSet>

#include <chrono>
#include <functional>
#include <optional>

namespace tenantry::sync {

struct PullRequest
{
    std::optional<QSet<QUuid>> openTenants; ///< see wantedScopes()
    /// A feed of another identity is pulled in full now. Otherwise it is only reported.
    bool mayChangeIdentity = false;
    /// The highest timeline seen of each server (FeedIdentity::server()). A lower one is an old primary that
    /// came back after a fail-over (facts §8): "server.older_timeline" (Network), nothing is pulled.
    QHash<QString, qint64> timelines;
    qint64 queueSerial = 0; ///< to be remembered in the manifest
    /// When nothing changed, the manifest is written only if it is older than this: a poll every two seconds
    /// writes nothing.
    std::chrono::seconds unchangedFor{30};
    /// Called now and then with the rows so far; false ends the pull ("sync.stopped").
    std::function<bool(qint64 rows)> progress;
};

struct PullReport
{
    enum class Kind {
        Unchanged,
        Changed,        ///< committed to the replica
        Built,          ///< a new replica is committed beside the old one: LocalStore::install()
        IdentityChanged ///< nothing was pulled
    };
    Kind kind = Kind::Unchanged;
    PullMark mark; ///< of this pull, also where nothing changed; counts are complete
};

/// One pull by the protocol of resources/schema/README.md, "Reading". All of it or nothing: after an error
/// the replica is as it was, and asking again leads to where an undisturbed pull would have led.
class Puller final
{
public:
    Puller(Wire &wire, LocalStore &store, const Clock &local) : m_wire(wire), m_store(store), m_local(local)
    {
    }

    /// Errors: the server's, the store's, "sync.stopped", "sync.malformed" (System, an answer we don't
    /// understand), "schema.newer" (Data: this program is too old for that server). Where a right ends while its
    /// rows come, it begins again: the next answer to begin() knows of it.
    [[nodiscard]] Result<PullReport> pull(const PullRequest &request);

private:
    struct Begun;

    [[nodiscard]] Result<PullReport> pullOnce(const PullRequest &request);
    [[nodiscard]] Result<Begun> begin();
    [[nodiscard]] Result<PullReport> pullWithin(const PullRequest &request);
    [[nodiscard]] Result<void> chooseTarget(const Begun &begun);
    [[nodiscard]] Result<void> pullRows(const Begun &begun, const QList<Scope> &wanted,
                                        const PullRequest &request);
    [[nodiscard]] Result<void> pullPages(const Scope &scope, const PullRequest &request);
    [[nodiscard]] Result<void> pullChanges(const Begun &begun, const QHash<Scope, bool> &wanted,
                                           const PullRequest &request);
    [[nodiscard]] Result<void> takeChange(const QSqlQuery &row);
    [[nodiscard]] Result<PullReport> finish(const Begun &begun, const PullRequest &request);
    [[nodiscard]] Result<void> touch();
    [[nodiscard]] bool goesOn(const PullRequest &request) const
    {
        return !request.progress || request.progress(m_rows);
    }
    void undo();

    Wire &m_wire;
    LocalStore &m_store;
    const Clock &m_local;
    Replica *m_target = nullptr;
    bool m_begun = false; ///< the server said what this person may pull
    bool m_building = false;
    bool m_touched = false; // the target's transaction is open
    qint64 m_rows = 0;
};

} // namespace tenantry::sync
