// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

/// Moments and spans as people read them, in the language of the moment and in local time.
namespace tenantry::ui
{

/// "Jan 30, 2026 09:12" / "2026年1月30日 09:12".
[[nodiscard]] QString momentText(const QDateTime &moment);
/// "10:02" where it is the same day as `now`, else "Jan 30 09:12", with the year where that differs.
[[nodiscard]] QString shortMomentText(const QDateTime &moment, const QDateTime &now);
/// "just now", "3 min ago", "5 h ago", "2 days ago".
[[nodiscard]] QString agoText(const QDateTime &moment, const QDateTime &now);
/// A length of time in its largest unit: "45 s", "12 min", "5 h", "6 days". Rounded down.
[[nodiscard]] QString spanText(qint64 seconds);

} // namespace tenantry::ui
