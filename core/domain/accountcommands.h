// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people change of their own account, and the platform team of anybody's (ACC-7, ACC-9, ACC-11).
#pragma once

#include "core/domain/commands.h"

#include <optional>

namespace tenantry {

/// Nothing: stays as it is. Empty: taken away, which a name can't be.
struct ProfileChange
{
    std::optional<QString> name = {};
    std::optional<QString> username = {};
    std::optional<QString> nickname = {};
    std::optional<QString> phone = {};
    std::optional<QString> mis = {}; ///< another one clears the staff tag
};
[[nodiscard]] Command profileChange(const ProfileChange &change);
/// Whether the MIS account of this person was found to be theirs.
[[nodiscard]] Command staffConfirm(const UserId &user, bool confirmed);
/// For good: they have left.
[[nodiscard]] Command accountClose(const UserId &user, const QString &reason);

} // namespace tenantry
