// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui::profile {

/// Changes the password of whoever is signed in (ACC-8): proves the old one and sets a verifier of the new
/// one. Neither leaves the client. `done` is called once, with the errors of the fields "old" and "password";
/// never after the end of `context`.
using PasswordChanged = std::function<void(const Result<void> &)>;
void changePassword(Session &session, const QString &old, const QString &fresh, QObject *context,
                    PasswordChanged done);

} // namespace tenantry::ui::profile
