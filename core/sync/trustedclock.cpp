// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/trustedclock.h"

#include <algorithm>

namespace tenantry::sync {

namespace {

qint64 raise(std::atomic<qint64> &floor, qint64 to)
{
    qint64 known = floor.load();
    while (known < to && !floor.compare_exchange_weak(known, to)) {
    }
    return std::max(known, to);
}

} // namespace

Instant TrustedClock::now() const
{
    return fromMicroseconds(raise(m_floor, toMicroseconds(m_local->now()) + m_offset.load()));
}

void TrustedClock::restore(Instant floor, std::chrono::microseconds offset)
{
    m_offset = offset.count();
    raise(m_floor, toMicroseconds(floor));
}

} // namespace tenantry::sync
