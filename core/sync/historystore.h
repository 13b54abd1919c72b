// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/past.h"
#include "core/replica/historyfile.h"
#include "core/replica/keysource.h"
#include "core/sync/wire.h"

namespace tenantry::sync {

/// A tenant's history, or what the actor sees of their own and of others (PRM-6; the server decides): what
/// lies sealed in the profile's folder, brought up to date from the server where there is one. Belongs to one
/// thread.
class HistoryStore final
{
public:
    HistoryStore(QString folder, std::shared_ptr<KeySource> keys, AccessGate gate = {})
        : m_folder(std::move(folder)), m_keys(std::move(keys)), m_gate(std::move(gate))
    {
    }

    /// As far as it was read before. "history.none" (Data): never.
    [[nodiscard]] Result<directory::HistoryPtr> local(const TenantId &tenant);
    /// Reads what is missing first. Errors: the server's ("server.refused_access": the actor doesn't hold the
    /// tenant any more, and what was kept is gone), the file's, "sync.malformed".
    [[nodiscard]] Result<directory::HistoryPtr> read(Wire &wire, const TenantId &tenant);

    /// Lets go of what is in memory.
    void close();
    /// Removes what there is of a tenant.
    void drop(const TenantId &tenant);
    /// Removes every file.
    [[nodiscard]] bool remove();

private:
    struct Begun
    {
        directory::HistoryMark mark;
        bool whole = false;
    };

    [[nodiscard]] Result<void> open(const TenantId &tenant);
    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<directory::HistoryPtr> readWithin(Wire &wire);
    [[nodiscard]] Result<Begun> begin(Wire &wire) const;
    [[nodiscard]] Result<void> readAll(Wire &wire, directory::History &history);
    [[nodiscard]] Result<void> readNew(Wire &wire, directory::History &history);
    [[nodiscard]] Result<void> readPart(Wire &wire, directory::History &history);
    [[nodiscard]] Result<void> readNewPart(Wire &wire, directory::History &history);
    [[nodiscard]] Result<void> readLines(Wire &wire, const QString &sql, const QVariantList &values,
                                         directory::History &history);
    [[nodiscard]] Result<void> take(const QByteArray &page, directory::History &history);

    QString m_folder;
    std::shared_ptr<KeySource> m_keys;
    AccessGate m_gate;
    TenantId m_tenant;                   // of the one that is open
    std::unique_ptr<HistoryFile> m_file; // null: none is open
    directory::HistoryPtr m_history;     // null: nothing was read yet
};

} // namespace tenantry::sync
