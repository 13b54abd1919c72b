// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace tenantry::ui::security {

/// "Asked for what isn't theirs": an event of OPM-6, or what was read; what isn't known here stands as it is.
[[nodiscard]] QString kindText(const QString &kind);
/// What an event or access holds, in names rather than IDs, on one line.
[[nodiscard]] QString detailText(const QJsonObject &details, const QJsonObject &names);

} // namespace tenantry::ui::security
