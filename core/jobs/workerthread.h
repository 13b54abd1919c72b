// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/worker.h"

#include <QThread>

namespace tenantry::jobs {

/// A worker on a thread of its own, for programs that do other things too. The destructor gives the lease
/// back.
class WorkerThread final
{
public:
    explicit WorkerThread(const WorkerOptions &options);
    ~WorkerThread();
    Q_DISABLE_COPY_MOVE(WorkerThread)

    /// Connect to its signals before start().
    [[nodiscard]] Worker *worker() const { return m_worker; }
    void start();

private:
    QThread m_thread;
    Worker *m_worker;
};

} // namespace tenantry::jobs
