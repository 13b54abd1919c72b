// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <memory>
#include <mutex>

namespace tenantry::sync {

/// The time by which rights are judged on this machine (SEC-4): the greatest of the last server time seen,
/// the local clock plus its distance from the server's, and what it said since. Turning the local clock back
/// therefore never revives what has expired; the server alone can set it right. Thread-safe.
class TrustedClock final : public Clock
{
public:
    explicit TrustedClock(std::shared_ptr<const Clock> local) : m_local(std::move(local)) {}

    [[nodiscard]] Instant now() const override;
    /// The server just said `time`, when its clock was that far from the local one. Believed, also where this
    /// clock was ahead: the local one may have been wrong.
    void serverSaid(Instant time, std::chrono::microseconds offset);
    /// What was known in a run before: never goes back.
    void restore(Instant floor, std::chrono::microseconds offset);

    /// Server's clock minus the local one.
    [[nodiscard]] std::chrono::microseconds offset() const;

private:
    std::shared_ptr<const Clock> m_local;
    mutable std::mutex m_guard;
    std::chrono::microseconds m_offset{0};
    mutable Instant m_floor;
};

} // namespace tenantry::sync
