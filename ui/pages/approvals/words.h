// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <QDateTime>

namespace tenantry::ui
{

/// A person's name, or that they can't be seen from here.
[[nodiscard]] QString personName(const directory::Snapshot &snapshot, UserId id);
[[nodiscard]] QDateTime toDateTime(Instant at);

} // namespace tenantry::ui
