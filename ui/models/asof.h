// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui {

/// As of when what is shown is true (PRM-7): "As of 10:02 (1 min ago)".
[[nodiscard]] QString asOfText(const Session &session);
/// The same of an answer that the server gave just now to whoever doesn't see all of it.
[[nodiscard]] QString asOfServerText(const Session &session, Instant answered);
/// The same in full, for a tool tip; empty before the first synchronization.
[[nodiscard]] QString asOfMoment(const Session &session);

} // namespace tenantry::ui
