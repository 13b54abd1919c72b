// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/searchindexer.h"

namespace tenantry::ui
{

using directory::SearchIndex;

SearchIndexer::SearchIndexer(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

SearchIndexer::~SearchIndexer()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void SearchIndexer::follow(const directory::SnapshotPtr &snapshot)
{
    if (m_busy)
        m_waiting = snapshot;
    else
        make(snapshot);
}

void SearchIndexer::make(const directory::SnapshotPtr &snapshot)
{
    m_busy = true;
    m_pool.start([this, snapshot, before = m_index, stop = m_stop.get_token()] {
        const directory::SearchIndexPtr made = before ? before->next(snapshot, stop) : SearchIndex::make(snapshot, stop);
        // The destructor waits for this thread, so `this` is there; what is queued behind it goes with the object.
        QMetaObject::invokeMethod(this, [this, made] { take(made); }, Qt::QueuedConnection);
    });
}

void SearchIndexer::take(const directory::SearchIndexPtr &index)
{
    m_busy = false;
    if (index)
        m_index = index;
    if (const auto next = std::exchange(m_waiting, nullptr))
        make(next);
    if (index)
        Q_EMIT changed();
}

} // namespace tenantry::ui
