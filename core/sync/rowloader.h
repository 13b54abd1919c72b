// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace tenantry::sync {

/// Makes a snapshot of rows as the replica hands them out: they are parsed in the caller's thread and built
/// in another one, because opening a million rows is what a person waits for.
class RowLoader final
{
public:
    RowLoader();
    ~RowLoader();
    Q_DISABLE_COPY_MOVE(RowLoader)

    void add(RowKind kind, QByteArrayView text);
    /// Once, after the last row. The first row that could not be parsed, or the builder's error.
    [[nodiscard]] Result<directory::SnapshotPtr> build();

private:
    /// Rows as text, one behind the other, or parsed.
    struct Batch
    {
        struct Piece
        {
            RowKind kind;
            qsizetype size;
        };
        QByteArray text;
        std::vector<Piece> pieces;
        std::vector<directory::Row> rows;
        Result<void> parsed;

        void parse();
    };

    void work();
    void hand(Batch batch); ///< an empty one ends the work

    directory::SnapshotBuilder m_builder; // used by the thread until it has ended
    Result<void> m_parsed;                // the same
    Batch m_batch;
    std::mutex m_guard;
    std::condition_variable m_moved;
    std::deque<Batch> m_waiting;
    std::thread m_thread;
};

} // namespace tenantry::sync
