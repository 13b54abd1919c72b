// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui {

/// As Page::toastRequested().
using Toast = std::function<void(const QString &text, const std::function<void()> &undo)>;

/// What a dialog has just given; nothing where the queue has let go of it.
[[nodiscard]] std::optional<Command> givenCommand(const Session &session, CommandId id);

/// Says what was done to a member or an organization, with an undo where it can be undone: what still waits
/// is dropped, else the opposite is given. `toast` may be called again, with what became of the undo.
void announce(Session &session, const Command &given, const QString &done, const Toast &toast);

} // namespace tenantry::ui
