// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>
#include <utility>

namespace tenantry::ui {

/// Work on a thread of the pool whose result is wanted in the UI's thread, and only of the newest request: a
/// new one stops the one before, whose result never comes. What is under way when the task goes is stopped
/// and waited for.
class LatestTask final : public QObject
{
    Q_OBJECT
public:
    explicit LatestTask(QObject *parent = nullptr);
    ~LatestTask() override;

    [[nodiscard]] bool isBusy() const { return m_busy; }
    void cancel();

    /// `work(std::stop_token)` runs elsewhere and touches nothing of the UI; `done(result)` runs here.
    template <class Work, class Done>
    void run(Work work, Done done)
    {
        cancel();
        m_busy = true;
        m_pool.start([this, work = std::move(work), done = std::move(done), stop = m_stop.get_token(),
                      request = m_request]() mutable {
            auto result = std::make_shared<decltype(work(stop))>(work(stop));
            if (stop.stop_requested())
                return;
            // The destructor waits for this thread, so `this` is there; what is queued behind it goes with
            // the object.
            QMetaObject::invokeMethod(
                this,
                [this, result, done = std::move(done), request]() mutable {
                    if (request != m_request)
                        return;
                    m_busy = false;
                    done(std::move(*result));
                },
                Qt::QueuedConnection);
        });
    }

private:
    QThreadPool m_pool;
    std::stop_source m_stop;
    quint64 m_request = 0;
    bool m_busy = false;
};

} // namespace tenantry::ui
