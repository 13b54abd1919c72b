// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace tenantry::bench
{

/// Keeps a result from being optimised away.
template <class T>
void keep(const T &value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

/// Milliseconds of processor time of this thread: what others do on the machine at the same time isn't ours.
[[nodiscard]] inline double processorTime()
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return double(t.tv_sec) * 1e3 + double(t.tv_nsec) / 1e6;
}

/// Milliseconds that `function` takes.
template <class Function>
[[nodiscard]] double once(const Function &function)
{
    const double start = processorTime();
    function();
    return processorTime() - start;
}

/// The median of `rounds` rounds of `batch` calls of function(i), in microseconds a call.
template <class Function>
[[nodiscard]] double median(int rounds, int batch, const Function &function)
{
    std::vector<double> times;
    int i = 0;
    for (int round = 0; round < rounds; ++round)
        times.push_back(once([&] {
            for (int n = 0; n < batch; ++n)
                function(i++);
        }) * 1000 / batch);
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[size_t(rounds / 2)];
}

/// One line: what, the figure, the bar, their ratio.
inline void report(const char *what, double figure, const char *unit, double bar = 0)
{
    if (bar > 0)
        std::printf("%-58s %10.3f %-3s bar %8.1f  %.2f of it%s\n", what, figure, unit, bar, figure / bar, figure > bar ? "  MISSED" : "");
    else
        std::printf("%-58s %10.3f %-3s\n", what, figure, unit);
    std::fflush(stdout);
}

} // namespace tenantry::bench
