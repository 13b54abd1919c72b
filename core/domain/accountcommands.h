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
    std::optional<QString> mis = {};       ///< another one clears the staff tag
    std::optional<QByteArray> avatar = {}; ///< PNG or JPEG of at most 3 KiB
    std::optional<QString> language = {};  ///< of mail: "en", "zh_CN"; empty: as the tenant has it
};
[[nodiscard]] Command profileChange(const ProfileChange &change);
/// That this MIS account was found to be theirs; or that it wasn't, `mis` being empty then.
[[nodiscard]] Command staffConfirm(const UserId &user, const QString &mis);
/// For good: they have left.
[[nodiscard]] Command accountClose(const UserId &user, const QString &reason);

} // namespace tenantry
