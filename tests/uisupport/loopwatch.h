// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <ctime>

namespace tenantry::test {

/// Milliseconds of this thread's processor time: what others do on the machine at the same time isn't ours.
[[nodiscard]] inline double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Watches the event loop of its thread (APP-3): how long it was kept from turning at most, in processor
/// time.
class LoopWatch final
{
public:
    LoopWatch()
    {
        QObject::connect(&m_timer, &QTimer::timeout, [this] { turn(); });
        m_timer.start(0);
        m_total.start();
    }

    /// Milliseconds, what was done since the last turn included.
    [[nodiscard]] double longest() const { return std::max(m_longest, processorTime() - m_last); }
    /// Milliseconds on the wall's clock since it began.
    [[nodiscard]] qint64 elapsed() const { return m_total.elapsed(); }
    [[nodiscard]] int turns() const { return m_turns; }

    /// What counts as a stall (design §6): 50 ms where the code is optimised.
#ifdef QT_NO_DEBUG
    static constexpr double bar = 50;
#else
    static constexpr double bar = 500;
#endif

private:
    void turn()
    {
        m_longest = longest();
        m_last = processorTime();
        ++m_turns;
    }

    QTimer m_timer;
    QElapsedTimer m_total;
    double m_last = processorTime();
    double m_longest = 0;
    int m_turns = 0;
};

} // namespace tenantry::test
