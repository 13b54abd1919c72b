// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/question.h"

namespace tenantry::sync {

// Questions of the pages on which the platform team looks after tenants: in a header of their own, so that one more
// of them concerns only who asks it.
inline constexpr Question securityPage{101};   ///< OPM-6, OPM-7
inline constexpr Question tenantActivity{102}; ///< TEN-15
inline constexpr Question breakGlass{103};     ///< TEN-13

} // namespace tenantry::sync
