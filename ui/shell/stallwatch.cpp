// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stallwatch.h"

#include <QTime>

#include <ctime>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds interval{5};

double processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

StallWatch::StallWatch(const QString &fileName, Place place, std::chrono::milliseconds bar, QObject *parent)
    : QObject(parent), m_file(fileName), m_place(std::move(place)), m_bar(bar)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Text | QIODevice::Unbuffered))
        return;
    connect(&m_timer, &QTimer::timeout, this, &StallWatch::beat);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.start(interval);
    m_processor = processorMilliseconds();
    m_clock.start();
}

StallWatch::~StallWatch()
{
    if (m_file.isOpen())
        write(u"stalls over %1 ms: %2, the longest %3 ms"_s.arg(m_bar.count())
                  .arg(m_count)
                  .arg(m_longest, 0, 'f', 1));
}

void StallWatch::note(const QString &what)
{
    write(QTime::currentTime().toString(u"HH:mm:ss.zzz\t"_s) + what);
}

void StallWatch::write(const QString &line)
{
    m_file.write(line.toUtf8() + '\n');
}

void StallWatch::beat()
{
    const double gap = double(m_clock.nsecsElapsed()) / 1e6 - double(interval.count());
    const double processor = processorMilliseconds();
    if (gap > double(m_bar.count())) {
        ++m_count;
        m_longest = std::max(m_longest, gap);
        note(u"%1 ms\t%2 ms of processor\t%3"_s.arg(gap, 0, 'f', 1)
                 .arg(processor - m_processor, 0, 'f', 1)
                 .arg(m_place()));
    }
    m_clock.start();
    m_processor = processorMilliseconds(); // writing the line is no stall of the console's
}

} // namespace tenantry::ui
