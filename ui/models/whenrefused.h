// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui {

/// Calls `then` for each of the commands just submitted that the server refuses, whenever its answer comes: what
/// was said to be done isn't (INB-4). Never after the end of `context`; not for what was taken back before.
void whenRefused(Session &session, const QList<CommandId> &commands, QObject *context,
                 const std::function<void(const QueuedCommand &)> &then);

} // namespace tenantry::ui
