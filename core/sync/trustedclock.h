// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace tenantry::sync {

/// The time by which rights are judged on this machine (SEC-4): the greatest of the last server time seen,
/// the local clock plus its distance from the server's, and what it said before. Turning the local clock back
/// therefore never revives what has expired. Thread-safe.
class TrustedClock final : public Clock
{
public:
    explicit TrustedClock(std::shared_ptr<const Clock> local) : m_local(std::move(local)) {}

    [[nodiscard]] Instant now() const override;
    /// The server said `floor`, when its clock was that far from the local one; now, or in a run before.
    void restore(Instant floor, std::chrono::microseconds offset);

    /// Server's clock minus the local one.
    [[nodiscard]] std::chrono::microseconds offset() const
    {
        return std::chrono::microseconds(m_offset.load());
    }

private:
    std::shared_ptr<const Clock> m_local;
    std::atomic<qint64> m_offset = 0;
    mutable std::atomic<qint64> m_floor = 0; // microseconds since the epoch
};

} // namespace tenantry::sync
