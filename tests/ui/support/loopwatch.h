// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <ctime>

namespace tenantry::test {

/// The longest turn of this thread's event loop, in milliseconds of its own processor time: what others do on
/// the machine at the same time is no stall of ours (APP-3). Only turns count that begin and end under the
/// loop.
class LoopWatch final
{
public:
    LoopWatch()
    {
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            const double now = processorTime();
            if (m_turns++ > 0)
                m_longest = std::max(m_longest, now - m_last);
            m_last = processorTime();
        });
        m_timer.start(0);
    }
    [[nodiscard]] double longest() const { return m_longest; }
    [[nodiscard]] int turns() const { return m_turns; }

    /// Milliseconds of this thread's processor time.
    [[nodiscard]] static double processorTime()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    /// What counts as a stall: 50 ms where the code is optimised.
#ifdef QT_NO_DEBUG
    static constexpr double bar = 50;
#else
    static constexpr double bar = 500;
#endif

private:
    QTimer m_timer;
    double m_last = 0;
    double m_longest = 0;
    int m_turns = 0;
};

} // namespace tenantry::test
