// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <optional>

namespace tenantry {

/// What makes a password easy to guess.
enum class PasswordWeakness { None, CommonWord, OwnData, Repetition, Sequence, Keyboard, Date, Short };

/// How hard it is to guess (zxcvbn): 0 (at once) to 4 (very hard).
struct PasswordStrength
{
    int score = 0;
    PasswordWeakness weakness = PasswordWeakness::None; ///< what to mend first; None from 3 on
};

inline constexpr int sufficientScore = 3;

/// `own`: name, e-mail, MIS. A few milliseconds at most.
[[nodiscard]] PasswordStrength passwordStrength(const QString &password, const QStringList &own);

/// The first rule of ACC-2 that a password breaks, field "password": rule.required, rule.too_short {min,
/// length}, rule.too_long {max, length}, password.contains_own_data, password.weak {score},
/// password.unusable.
[[nodiscard]] std::optional<Error> checkPassword(const QString &password, const QStringList &own);

} // namespace tenantry
