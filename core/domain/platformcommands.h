// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What system administrators do to the platform as a whole.
#pragma once

#include "core/domain/commands.h"

namespace tenantry {

/// Some of the platform's settings by their keys (resources/schema/README.md). Seen: the row of each.
[[nodiscard]] Command platformSettingsSet(const QJsonObject &settings);

} // namespace tenantry
