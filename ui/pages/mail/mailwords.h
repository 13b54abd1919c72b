// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::ui::mail {

/// "Activation of an account": what a mail is about; what isn't known here stands as it is.
[[nodiscard]] QString kindText(const QString &kind);
/// "Waiting" for "queued".
[[nodiscard]] QString statusText(const QString &status);

} // namespace tenantry::ui::mail
