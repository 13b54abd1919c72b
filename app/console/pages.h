// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/pageregistry.h"

namespace tenantry::console
{

/// Every page of the console, in the order of the navigation.
[[nodiscard]] ui::PageRegistry makePages();

} // namespace tenantry::console
