// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace tenantry
{

/// A moment in UTC with PostgreSQL's own resolution, so that a time survives the way there and back.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// Microseconds since 1970-01-01T00:00:00Z: how times travel on the wire and lie in the replica.
[[nodiscard]] inline qint64 toMicroseconds(Instant t) { return t.time_since_epoch().count(); }
[[nodiscard]] inline Instant fromMicroseconds(qint64 us) { return Instant(std::chrono::microseconds(us)); }

/// ISO 8601 with `Z` or a numeric offset; decimals of a second are cut after the sixth ("2026-01-31T08:00:00.5+08:00",
/// also with a blank for the T). Nothing for anything else, a missing offset included: a time without one
/// means another moment on each machine.
[[nodiscard]] std::optional<Instant> parseIso8601(const QString &text);

/// "2026-01-31T00:00:00Z", decimals only where there are any.
[[nodiscard]] QString toIso8601(Instant t);

} // namespace tenantry
