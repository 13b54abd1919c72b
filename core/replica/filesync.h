// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry {

/// True once the content of the file is on disk.
[[nodiscard]] bool syncFile(const QString &path);

/// Gives a file the name of another one, which goes; in one step. True once that is on disk.
[[nodiscard]] bool replaceFile(const QString &from, const QString &to);

} // namespace tenantry
