// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

namespace tenantry::ctl {

/// All sub-commands, in the order of the help. To add one: a file app/ctl/NAMEcommand.cpp that defines a
/// function below, a line in commands.cpp and in app/CMakeLists.txt.
[[nodiscard]] QList<Command> allCommands();

[[nodiscard]] Command serverCommand();
[[nodiscard]] Command accountCommand();
[[nodiscard]] Command auditCommand();
[[nodiscard]] Command mailCommand();
[[nodiscard]] Command demoCommand();
[[nodiscard]] Command workerCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command diagnoseCommand();
/// answer, check, detail, who, objects.
[[nodiscard]] QList<Command> questionCommands();

} // namespace tenantry::ctl
