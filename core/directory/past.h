// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/history.h"
#include "core/directory/snapshot.h"

#include <deque>
#include <mutex>

namespace tenantry::directory {

/// Snapshots of past moments (PRM-6): a history laid over what the actor sees today. People whom they don't
/// see today stay away; what was renamed bears its name of then. Tenants that it doesn't cover are as today.
/// Threads may share it.
class Past final
{
public:
    /// Costs a comparison of all open versions with today's rows (a second for a million): not for the UI's
    /// thread. The same history serves later snapshots as well; make it anew when history was read again.
    /// Errors as Snapshot::apply.
    [[nodiscard]] static Result<std::shared_ptr<const Past>> create(HistoryPtr history,
                                                                    const SnapshotPtr &today);

    [[nodiscard]] const HistoryMark &mark() const { return m_history->mark(); }

    /// How it was at this moment; the last ones asked for are kept. Before its beginning there was nothing of
    /// the tenant.
    [[nodiscard]] Result<SnapshotPtr> asOf(Instant moment) const;

    struct Step
    {
        SnapshotPtr before, after; ///< the second came from the first by one delta
        std::vector<RowKey> touched;
    };
    /// What moved from one moment to another, earlier or later one.
    [[nodiscard]] Result<Step> between(Instant before, Instant after) const;

    /// When a row that is this or names it (a person's membership, a grant on a space …) came, changed or
    /// went for the last time; nothing: never since the beginning.
    [[nodiscard]] std::optional<Instant> lastChange(const QUuid &id) const;

private:
    explicit Past(HistoryPtr history) : m_history(std::move(history)) {}

    [[nodiscard]] Delta backToSealed(const Snapshot &today) const;
    [[nodiscard]] Delta delta(qint64 from, qint64 to) const;
    [[nodiscard]] std::optional<Row> rowOf(const History::Packed &version) const;

    HistoryPtr m_history;
    SnapshotPtr m_basis; ///< as of the end of history
    struct Kept
    {
        qint64 moment;
        SnapshotPtr snapshot;
    };
    mutable std::mutex m_guard;
    mutable std::deque<Kept> m_kept; ///< newest first
};

using PastPtr = std::shared_ptr<const Past>;

} // namespace tenantry::directory
