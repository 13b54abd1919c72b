// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace tenantry::console
{

/// Draws `window` as it stands to a PNG file, without a display where the platform is "offscreen". False with
/// the reason on stderr where the file can't be written.
[[nodiscard]] bool takeScreenshot(QWidget &window, const QString &file);

} // namespace tenantry::console
