// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::ui
{

struct Tokens;

/// What is simpler to say in a style sheet than to draw: buttons, labels, menus, headers, scroll bars.
/// ConsoleStyle draws the rest.
[[nodiscard]] QString styleSheetFrom(const Tokens &tokens);

} // namespace tenantry::ui
