// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/wire.h"

#include <atomic>
#include <chrono>

namespace tenantry::sync {

/// How long a server has been silent while we wait for it. Written by the thread that waits, read from any.
class Pulse final
{
public:
    void beat() { m_last = Steady::now().time_since_epoch().count(); }
    void rest() { m_last = 0; }
    /// 0 while nothing is waited for.
    [[nodiscard]] std::chrono::milliseconds silence() const
    {
        const Steady::rep last = m_last;
        return last == 0 ? std::chrono::milliseconds(0)
                         : std::chrono::duration_cast<std::chrono::milliseconds>(
                               Steady::now().time_since_epoch() - Steady::duration(last));
    }

private:
    using Steady = std::chrono::steady_clock;
    std::atomic<Steady::rep> m_last = 0;
};

/// The same wire; each statement and each row of it beats.
[[nodiscard]] std::unique_ptr<Wire> watched(std::unique_ptr<Wire> wire, std::shared_ptr<Pulse> pulse);

} // namespace tenantry::sync
