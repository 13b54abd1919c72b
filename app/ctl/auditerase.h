// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tenantry::ctl {

/// `tenantryctl audit erase` (AUD-3); the exit code.
[[nodiscard]] int eraseAuditDetails(const QStringList &arguments);

} // namespace tenantry::ctl
