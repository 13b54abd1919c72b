// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

namespace tenantry::ui {

/// "质效技术部-Bots租户 / 技术中心 / 质效技术部": those that the actor sees, root first.
[[nodiscard]] QString organizationPath(const directory::Snapshot &snapshot,
                                       directory::OrganizationIndex organization);

} // namespace tenantry::ui
