// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <stop_token>

namespace tenantry::ui {

/// Work on a thread of its own of which only the newest piece counts: what is asked for while something runs
/// stops that and takes its place. Pieces never run at the same time.
class NewestWork final : public QObject
{
    Q_OBJECT
public:
    /// Runs on the other thread; what it returns is called here, unless something newer was asked for.
    using Work = std::function<std::function<void()>(std::stop_token)>;

    explicit NewestWork(QObject *parent = nullptr);
    /// Stops what runs and waits for its end (milliseconds).
    ~NewestWork() override;

    void run(Work work);
    /// Forgets what runs and waits.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    void start(const Work &work);
    void finish(const std::function<void()> &result);

    Work m_waiting;
    bool m_busy = false;
    bool m_cancelled = false;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace tenantry::ui
