// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/connection.h"

#include <QString>

namespace tenantry::ctl {

/// Asks for e-mail, name and password (see terminal.h; from a pipe: three lines) and makes an active account.
/// The password leaves this process as a verifier only. Returns the name of the role to sign in as. Asks
/// again for what breaks a rule, on a terminal.
[[nodiscard]] Result<QString> askAndAddAccount(server::Connection &owner, bool systemAdministrator);

} // namespace tenantry::ctl
