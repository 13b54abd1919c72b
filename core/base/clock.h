// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

namespace tenantry
{

/// Where a program asks for the time. Passed by constructor, so that a test can set it.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands still until told otherwise (tests, `--at`).
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Instant now) : m_now(now) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now;
};

} // namespace tenantry
