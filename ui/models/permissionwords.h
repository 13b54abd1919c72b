// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What organizations permit, in words (OPM-1).
#pragma once

#include <QString>

namespace tenantry::ui {

/// "Own and below" of "below"; "Inherited" of nothing.
[[nodiscard]] QString dataScopeText(const QString &scope);
/// "Managing people" of "users".
[[nodiscard]] QString areaText(const QString &area);

} // namespace tenantry::ui
