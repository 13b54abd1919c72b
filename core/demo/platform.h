// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/loader.h"

namespace tenantry::demo
{

/// Makes the database with its schema (or brings it up to date) and fills an empty platform with a world, its applications, roles and its
/// personas, whose accounts go to `personasFile`. A run that was cut off is completed by the next;
/// a platform that is filled with something else is left as it is.
[[nodiscard]] Result<void> preparePlatform(const server::ConnectionOptions &owner, const QString &personasFile, const Size &size = {},
                                           const Progress &progress = {});

} // namespace tenantry::demo
