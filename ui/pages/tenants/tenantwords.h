// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rows.h"

#include <QJsonObject>

namespace tenantry::ui::tenants {

[[nodiscard]] QString stateText(TenantState state);
/// In the language of the moment.
[[nodiscard]] QString planName(const PlanRow &plan);
/// "members 100 → 1,000": one line for each benefit that differs.
[[nodiscard]] QStringList benefitLines(const QJsonObject &before, const QJsonObject &after);

} // namespace tenantry::ui::tenants
