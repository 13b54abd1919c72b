// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Explanations in words of the user's language. What the actor can't see appears as such, never as an ID.
#pragma once

#include "core/access/explanation.h"

#include <QString>

namespace tenantry::access
{

[[nodiscard]] QString roleName(Role role); ///< "Editor"; "No permission" for none

/// "张三 → 质效技术部 → 技术中心 → administrator of space X".
[[nodiscard]] QString pathText(const directory::Snapshot &snapshot, const Path &path, directory::Object object);
[[nodiscard]] QString obstacleText(const directory::Snapshot &snapshot, const Obstacle &obstacle, const Explanation &explanation);
[[nodiscard]] QString repairText(const directory::Snapshot &snapshot, const Repair &repair);
/// The whole of it, one statement a line: to be shown and copied.
[[nodiscard]] QString explanationText(const directory::Snapshot &snapshot, const Explanation &explanation);

} // namespace tenantry::access
