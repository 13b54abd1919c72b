// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What system administrators do to the platform as a whole.
#pragma once

#include "core/domain/commands.h"

namespace tenantry {

/// Some of the platform's settings by their keys (resources/schema/README.md). Seen: the row of each.
[[nodiscard]] Command platformSettingsSet(const QJsonObject &settings);

/// TEN-11. Seen: the tenant.
[[nodiscard]] Command tenantSetState(TenantId tenant, TenantState state, const QString &reason);
[[nodiscard]] Command tenantSetPlan(TenantId tenant, const QUuid &plan, const QString &reason);
/// TEN-13. `id` is the opening's.
[[nodiscard]] Command breakGlassOpen(const QUuid &id, TenantId tenant, int minutes, const QString &reason);
[[nodiscard]] Command breakGlassEnd(const QUuid &id, TenantId tenant);

/// NOT-1: a mail of the tenant's delivery log that was given up.
[[nodiscard]] Command mailResend(const QUuid &mail, TenantId tenant);

} // namespace tenantry
