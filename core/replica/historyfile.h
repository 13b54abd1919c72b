// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/fileseals.h"

#include <QJsonObject>
#include <QUuid>

namespace tenantry {

/// What was read of one tenant's history, sealed page by page beside the replica and under its key. It can be
/// had again from the server: whatever is wrong with it, it is thrown away. Belongs to one thread.
class HistoryFile final
{
public:
    /// Opens or makes it. Errors: the file's, the seals'; "history.damaged" (Data).
    [[nodiscard]] static Result<std::unique_ptr<HistoryFile>> open(const QString &folder, const QUuid &tenant,
                                                                   SecretBytes dataKey, AccessGate gate = {});
    [[nodiscard]] static bool remove(const QString &folder, const QUuid &tenant);
    /// Of all tenants.
    [[nodiscard]] static bool removeAll(const QString &folder);

    /// How far it reaches, as commit() was told; empty: nothing is there.
    [[nodiscard]] const QJsonObject &mark() const { return m_mark; }
    /// Calls `page` for each in the order of writing, until it returns an error.
    [[nodiscard]] Result<void> forEachPage(const std::function<Result<void>(QByteArrayView)> &page);

    /// Begins to add pages; `afresh`: those that are there go.
    [[nodiscard]] Result<void> begin(bool afresh);
    [[nodiscard]] Result<void> append(QByteArrayView page);
    [[nodiscard]] Result<void> commit(const QJsonObject &mark);
    void rollback();

private:
    HistoryFile(std::unique_ptr<SqliteFile> file, const QUuid &tenant)
        : m_file(std::move(file)), m_tenant(tenant)
    {
    }
    [[nodiscard]] Result<void> prepare(SecretBytes dataKey);
    [[nodiscard]] Result<void> loadMark();
    [[nodiscard]] QByteArray place(qint64 number) const;

    std::unique_ptr<SqliteFile> m_file;
    std::unique_ptr<FileSeals> m_seals;
    QUuid m_tenant;
    QJsonObject m_mark;
    qint64 m_pages = 0; // in the transaction that runs, or committed
};

} // namespace tenantry
