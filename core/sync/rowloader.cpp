// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/rowloader.h"

namespace tenantry::sync {

namespace {

constexpr size_t rowsPerBatch = 2'000;
constexpr size_t enoughWaiting = 2; // the other thread has something to do: this one parses too
constexpr size_t mostWaiting = 8;   // else a slow builder would let all rows pile up in memory

} // namespace

void RowLoader::Batch::parse()
{
    rows.reserve(pieces.size());
    QByteArrayView rest = text;
    for (const Piece &piece : pieces) {
        auto row = directory::parseAnyRow(piece.kind, rest.first(piece.size));
        rest = rest.sliced(piece.size);
        if (row)
            rows.push_back(std::move(*row));
        else if (parsed)
            parsed = tl::unexpected(row.error());
    }
    pieces.clear();
}

RowLoader::RowLoader() : m_thread([this] { work(); }) {}

RowLoader::~RowLoader()
{
    if (!m_thread.joinable())
        return;
    hand({});
    m_thread.join();
}

void RowLoader::add(RowKind kind, QByteArrayView text)
{
    m_batch.text.append(text);
    m_batch.pieces.push_back({kind, text.size()});
    if (m_batch.pieces.size() >= rowsPerBatch)
        hand(std::exchange(m_batch, {}));
}

void RowLoader::hand(Batch batch)
{
    std::unique_lock lock(m_guard);
    if (m_waiting.size() >= enoughWaiting) {
        lock.unlock();
        batch.parse();
        lock.lock();
    }
    m_moved.wait(lock, [this] { return m_waiting.size() < mostWaiting; });
    m_waiting.push_back(std::move(batch));
    m_moved.notify_all();
}

void RowLoader::work()
{
    for (;;) {
        std::unique_lock lock(m_guard);
        m_moved.wait(lock, [this] { return !m_waiting.empty(); });
        Batch batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_moved.notify_all();
        lock.unlock();
        if (batch.text.isEmpty())
            return;
        batch.parse();
        if (m_parsed)
            m_parsed = batch.parsed;
        for (const directory::Row &row : batch.rows)
            m_builder.add(row);
    }
}

Result<directory::SnapshotPtr> RowLoader::build()
{
    if (!m_batch.pieces.empty())
        hand(std::exchange(m_batch, {}));
    hand({});
    m_thread.join();
    return m_parsed.and_then([this] { return m_builder.build(); });
}

} // namespace tenantry::sync
