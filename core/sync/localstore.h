// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "core/replica/keysource.h"
#include "core/replica/replica.h"

#include <memory>

namespace tenantry::sync {

class RowLoader;

/// The replica and the snapshot made of it, moved together. Belongs to one thread.
class LocalStore final
{
public:
    LocalStore(QString folder, std::shared_ptr<KeySource> keys, AccessGate gate = {});
    ~LocalStore();
    Q_DISABLE_COPY_MOVE(LocalStore)

    /// Replica::open's errors, the key source's, and the directory's. Afterwards there is a snapshot.
    [[nodiscard]] Result<void> open(const QHash<QUuid, qint64> &expected,
                                    std::optional<Instant> notPulledBefore);
    void close();

    [[nodiscard]] Replica *replica() const { return m_replica.get(); }           ///< null: none
    [[nodiscard]] directory::SnapshotPtr snapshot() const { return m_snapshot; } ///< null: none

    /// A replica to fill from nothing; the present one stays until install(). A second call starts anew.
    [[nodiscard]] Result<Replica *> startBuild();
    [[nodiscard]] const Replica *built() const { return m_building.get(); }
    /// The built one, committed, takes the present one's place, with the snapshot of what was put into it.
    [[nodiscard]] Result<void> install();
    void abandonBuild();

    /// Lets go of what is here for a limited time that is over (TEN-13); true: there was something.
    [[nodiscard]] Result<bool> endTenants(Instant now);

    /// After a commit: moves the snapshot by what changed.
    [[nodiscard]] Result<void> follow();

private:
    [[nodiscard]] ReplicaOptions options() const;
    [[nodiscard]] Result<void> reload();
    [[nodiscard]] Result<void> take(Result<directory::SnapshotPtr> snapshot);

    QString m_folder;
    std::shared_ptr<KeySource> m_keys;
    AccessGate m_gate;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<RowLoader> m_loader; ///< of the rows of the one that is built, as they come
    std::unique_ptr<Replica> m_building;
    directory::SnapshotPtr m_snapshot;
    bool m_behind = false; // a move of the snapshot failed: the next one reads everything
};

} // namespace tenantry::sync
