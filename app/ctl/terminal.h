// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>

namespace tenantry::ctl {

/// Somebody sits there: stdin is a terminal.
[[nodiscard]] bool isTerminal();

/// Asks on the terminal (prompt on stderr); reads the next line of stdin without a prompt where stdin is
/// no terminal. Nothing at the end of the input.
[[nodiscard]] std::optional<QString> askLine(const QString &prompt);

/// The same without showing what is typed.
[[nodiscard]] std::optional<QString> askSecret(const QString &prompt);

/// Prints why something failed to stderr: a sentence, then code, field and parameters.
void printError(const Error &error);

} // namespace tenantry::ctl
