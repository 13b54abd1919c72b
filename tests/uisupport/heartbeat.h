// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <ctime>

namespace tenantry::test {

/// Watches the event loop of its thread: how long it was kept from turning at most (design §6: no more than
/// 50 ms). In processor time of the thread: what others do on the machine at the same time isn't ours.
class Heartbeat final : public QObject
{
public:
    Heartbeat()
    {
        connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
        m_timer.start(0);
        m_total.start();
    }

    /// Milliseconds, what was done since the last turn included.
    [[nodiscard]] double longest() const { return std::max(m_longest, processorTime() - m_last); }
    [[nodiscard]] qint64 elapsed() const { return m_total.elapsed(); }

private:
    void beat()
    {
        m_longest = longest();
        m_last = processorTime();
    }
    [[nodiscard]] static double processorTime()
    {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
    }

    QTimer m_timer;
    QElapsedTimer m_total;
    double m_last = processorTime(), m_longest = 0;
};

} // namespace tenantry::test
