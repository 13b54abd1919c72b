// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/trustedclock.h"

#include <algorithm>

namespace tenantry::sync {

Instant TrustedClock::now() const
{
    const std::lock_guard guard(m_guard);
    m_floor = std::max(m_floor, m_local->now() + m_offset);
    return m_floor;
}

void TrustedClock::serverSaid(Instant time, std::chrono::microseconds offset)
{
    const std::lock_guard guard(m_guard);
    m_offset = offset;
    m_floor = time;
}

void TrustedClock::restore(Instant floor, std::chrono::microseconds offset)
{
    const std::lock_guard guard(m_guard);
    m_offset = offset;
    m_floor = std::max(m_floor, floor);
}

std::chrono::microseconds TrustedClock::offset() const
{
    const std::lock_guard guard(m_guard);
    return m_offset;
}

} // namespace tenantry::sync
