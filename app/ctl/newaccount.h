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

/// Asks for e-mail and a new password of somebody whose account works, and sets it: for whoever forgot theirs
/// where no mail is sent. Whoever is signed in with the old one is out. Returns the name of the role.
[[nodiscard]] Result<QString> askAndSetPassword(server::Connection &owner);

} // namespace tenantry::ctl
