// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/shellviews.h"

namespace tenantry::console
{

/// What the shell shows of a session's state (APP-4). `transport`: the way to the server, in words.
[[nodiscard]] ui::SyncStatus syncStatusOf(const ui::Session &session, const QString &userName, const QString &transport);

/// Who is signed in, as far as the snapshot says.
[[nodiscard]] ui::AccountView accountOf(const ui::Session &session, const QString &nameUntilKnown);

} // namespace tenantry::console
