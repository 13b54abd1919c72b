// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/newestwork.h"

namespace tenantry::ui {

NewestWork::NewestWork(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

NewestWork::~NewestWork()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void NewestWork::run(Work work)
{
    if (!m_busy) {
        start(work);
        return;
    }
    m_stop.request_stop();
    m_waiting = std::move(work);
}

void NewestWork::cancel()
{
    m_waiting = nullptr;
    m_cancelled = m_busy;
    m_stop.request_stop();
}

void NewestWork::start(const Work &work)
{
    m_busy = true;
    m_cancelled = false;
    m_stop = {};
    m_pool.start([this, work, stop = m_stop.get_token()] {
        // The destructor waits for this thread, so `this` is there; what is queued behind it goes with the
        // object.
        QMetaObject::invokeMethod(
            this, [this, result = work(stop)] { finish(result); }, Qt::QueuedConnection);
    });
}

void NewestWork::finish(const std::function<void()> &result)
{
    m_busy = false;
    if (const Work next = std::exchange(m_waiting, nullptr))
        start(next);
    else if (!m_cancelled)
        result();
}

} // namespace tenantry::ui
