// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/workerthread.h"

namespace tenantry::jobs {

WorkerThread::WorkerThread(const WorkerOptions &options) : m_worker(new Worker(options))
{
    m_thread.setObjectName(QStringLiteral("worker"));
    m_worker->moveToThread(&m_thread);
    // The connection belongs to the thread: it dies there.
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
}

WorkerThread::~WorkerThread()
{
    m_thread.start(); // a thread that never ran would leave the worker behind
    m_thread.quit();
    m_thread.wait();
}

void WorkerThread::start()
{
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, &Worker::start, Qt::QueuedConnection);
}

} // namespace tenantry::jobs
